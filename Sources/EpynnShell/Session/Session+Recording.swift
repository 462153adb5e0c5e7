import EpynnCore

/// Keeping the lines that make the session what it is, for `save` and `export`.
extension Session {
  /// Keeps the line for `save`, a command under its full name.
  mutating func record(_ line: String) {
    guard isRecorded, Self.helpTopic(in: line) == nil else { return }
    let line = Self.withoutColons(line)
    if let command = command(in: line), !command.isRecorded { return }
    keep((turn.isBesideQuestion ? ":" : "") + spelledOut(line))
  }

  /// The line as a lesson has it, a command under its full name.
  func spelledOut(_ line: String) -> String {
    guard let spelled = Arguments(line), let command = command(in: line) else {
      return line.trimmingSpaces
    }
    // A '#' apart from the word before it would begin a comment.
    let space = spelled.followsSpace && !spelled.text.isEmpty ? " " : ""
    return command.name + space + spelled.text
  }

  /// Keeps the line at hand as another that does the same in a lesson.
  mutating func recordAgain(_ line: String) {
    guard turn.isKept else { return }
    recording.replaceLast(with: asTyped(line))
  }

  /// Keeps nothing of the line at hand.
  mutating func forget() {
    guard turn.isKept else { return }
    recording.dropLast()
    turn.isKept = false
  }

  mutating func keep(_ line: String) {
    recording.add(asTyped(line))
    turn.isKept = true
  }

  /// A line with the `;` that silenced it.
  private func asTyped(_ line: String) -> String { line + (turn.isSilenced ? ";" : "") }

  /// The command that a line calls, by a full name, a short form or a beginning.
  private func command(in line: String) -> Command? {
    guard ProgramWord(beginning: line) == nil else { return nil }
    switch LineMeaning(line) {
    case .command(let command, _): return command
    case .help, .assignment: return nil
    case .other:
      guard source == .prompt, let spelled = Arguments(Self.withoutColons(line)) else { return nil }
      let matches = commands(begunBy: spelled)
      return matches.count == 1 ? matches[0] : nil
    }
  }

  /// Notes what the line at hand printed, and what no lesson could bring about again.
  mutating func closeRecord(
    of line: String, _ refusal: Complaint?, since before: Machine
  ) {
    if case .core(.interrupted) = refusal?.problem, machine == before { return forget() }
    if refusal != nil, machine == before { recording.settle(.idle) }
    if surroundings.isInterrupted() { recording.settle(.interrupted) }
    // A step is no work of a person's, and a file's lines are kept in it.
    let steps = command(in: line)?.group == .stepping || line.trimmingSpaces.isEmpty
    if !steps, scripts.loading.isEmpty, !machine.isSetUp(as: before) { recording.isUnsaved = true }
    recording.note(turn.kept)
    for file in turn.files { recording.reads(file) }
    if let refusal {
      let line = turn.isBesideQuestion ? line : Self.withoutColons(line)
      recording.note(refusal, of: line, by: self)
    }
    if surroundings.isInterrupted() { recording.cannotPass(.interrupted(line.trimmingSpaces)) }
    if machine.heldBytes > Capacity.lesson.bytes {
      recording.cannotPass(.tooLarge(line.trimmingSpaces))
    }
  }
}
