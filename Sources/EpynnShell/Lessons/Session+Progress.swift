import EpynnLessons

/// Keeping how far a person got in a lesson, and telling it.
extension ProgressBook {
  init(reading content: ProgressContent) throws(ProgressDamage) {
    switch content {
    case .nothing: self.init()
    case .bytes(let bytes): try self.init(reading: bytes)
    case .tooLarge(let limit): throw .tooLarge(limit: limit)
    }
  }
}

extension ProgressDamage {
  fileprivate var sentence: String {
    switch self {
    case .unreadable: "was damaged"
    case .otherVersion: "was written by another version of this program"
    case .tooLarge(let limit): "has more than \(limit >> 20) MB, the most that is read"
    }
  }
}

extension Session {
  /// What is kept; nothing where it cannot be read, which is said at once.
  mutating func progressBook() -> ProgressBook {
    switch surroundings.progress.read() {
    case .failure(let fault):
      complainOnce(of: fault)
      return ProgressBook()
    case .success(let content):
      do throws(ProgressDamage) { return try ProgressBook(reading: content) } catch {
        // Set aside before anything is written, so that whoever looks is told where it is.
        turn.effects.append(.mendProgress)
        return ProgressBook()
      }
    }
  }

  /// Asks for where the lesson that plays stands to be kept, where that is news.
  mutating func askToKeepProgress(since before: LessonPlayer?) {
    guard let player, player.progress != before?.progress else { return }
    turn.effects.append(.keepProgress(ProgressUpdate(progress: player.progress)))
  }

  /// Says what came of an effect, where there is something to say.
  mutating func report(
    _ effect: Effect, _ outcome: Effect.Outcome
  ) throws(Complaint) {
    switch (effect, outcome) {
    case (.write(let draft), .done), (.write(let draft), .setAside):
      if draft.holdsSession { recording.isUnsaved = false }
      say(draft.done)
      if draft.holdsExercise { endExercise() }
    case (.write(let draft), .failed(let fault)):
      throw Complaint(.unsaved(draft.path, fault), at: draft.column)
    case (.keepSession(let lines), .done), (.keepSession(let lines), .setAside):
      recording.isUnsaved = false
      say(lines.kept)
    case (.keepSession, .failed(let fault)): say(LastSession.lost(fault))
    case (.keepProgress(let update), .done): sayName(in: update)
    case (.mendProgress, .done), (.clearScreen, _): break
    case (.keepProgress, .failed(let fault)), (.mendProgress, .failed(let fault)):
      complainOnce(of: fault)
    case (.keepProgress(let update), .setAside(let damage, let copy)):
      saySetAside(damage, copy)
      sayName(in: update)
    case (.mendProgress, .setAside(let damage, let copy)): saySetAside(damage, copy)
    }
  }

  private mutating func saySetAside(_ damage: ProgressDamage, _ copy: String) {
    say(
      "the file with your progress \(damage.sentence); it is kept as"
        + " '\(copy.quoted(limit: 200))', and a new one is begun")
  }

  private mutating func sayName(in update: ProgressUpdate) {
    guard let name = update.name else { return }
    say("your progress is that of '\(name)'; 'progress export FILE.csv' writes a table of it")
  }

  private mutating func complainOnce(of fault: FileFault) {
    guard !surroundings.progress.hasToldTrouble else { return }
    surroundings.progress.hasToldTrouble = true
    say(
      "progress is not kept in '\(surroundings.progress.name.quoted(limit: 200))':"
        + " \(fault.sentence)"
    )
  }
}
