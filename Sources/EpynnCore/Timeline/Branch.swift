/// A timeline that was left for another, and can be gone back to as a whole.
struct Branch: Sized {
  let timeline: Timeline
  /// The line that left it.
  let line: String
  /// Which jump it was, to whoever counts them.
  let number: Int
  let size: Int

  /// - Parameter other: the machine that was gone to, which may share tensors with its own.
  init(_ timeline: Timeline, leftBy line: String, number: Int, for other: Machine) {
    self.timeline = timeline
    self.line = line
    self.number = number
    size =
      timeline.size + Timeline.size(from: timeline.present, to: other)
      + Timeline.Event.jump(line, number: number).size
  }
}

/// Going from one timeline to another and back.
extension Timeline {
  /// Goes to another timeline as one stop, which `back` undoes.
  ///
  /// What was learned there is the other's own: epochs are gone back to along its past, and never
  /// along that of the timeline left.
  package mutating func jump(to other: Timeline, line: String, number: Int) {
    var there = other
    there.memoryLimit = memoryLimit
    there.future.removeAll()
    there.remember(self, leftBy: line, number: number)
    self = there
    forgetOldest()
  }

  /// The same without the jumps that led to it, so that its past is that of the machine alone.
  package var withoutBranches: Timeline {
    let isLed = past.elements.contains { if case .branch = $0 { true } else { false } }
    guard isLed else { return self }
    var own = self
    own.past.removeAll()
    for entry in past.elements {
      if case .branch = entry { continue }
      own.past.append(entry)
    }
    return own
  }

  /// The present alone.
  package var withoutPast: Timeline {
    var alone = Timeline(present)
    alone.memoryLimit = memoryLimit
    alone.hasForgotten = hasForgotten || !past.isEmpty
    return alone
  }

  /// Notes the timeline that was left for this one.
  mutating func remember(_ other: Timeline, leftBy line: String, number: Int) {
    past.append(
      .branch(Branch(other.within(memoryLimit / 4), leftBy: line, number: number, for: present)))
  }

  /// The same with no more of its past than a bound, so that at least its present can be gone back
  /// to where timelines are left for others again and again.
  private func within(_ bound: Int) -> Timeline {
    guard size > bound else { return self }
    var shorter = self
    shorter.memoryLimit = bound
    shorter.forgetOldest()
    return shorter
  }

  /// Goes back over a jump that is no longer in the past.
  @discardableResult
  mutating func leave(_ branch: Branch) -> Event {
    var there = branch.timeline
    there.memoryLimit = memoryLimit
    let left = Branch(self, leftBy: branch.line, number: branch.number, for: there.present)
    there.future.append(.branch(left))
    self = there
    forgetOldest()
    return .jump(branch.line, number: branch.number)
  }

  /// Jumps again where `back` had undone it.
  mutating func follow(_ branch: Branch) -> Event {
    var there = branch.timeline
    there.memoryLimit = memoryLimit
    there.remember(self, leftBy: branch.line, number: branch.number)
    self = there
    forgetOldest()
    return .jump(branch.line, number: branch.number)
  }
}
