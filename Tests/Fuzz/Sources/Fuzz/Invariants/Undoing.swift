@testable import EpynnCore
@testable import EpynnShell

/// What a line did to the timeline, and that it can be undone.
struct Undoing {
  let before: Session
  let after: Session
  let line: String

  /// More stops than a line can make while Ctrl-C is held down.
  private static let stopLimit = 2_000

  /// Ends the process where the line changed the machine and no number of `back` leads to what was
  /// there, or as many `redo` do not lead here again.
  func check() {
    guard isAboutOneTimeline, !before.machine.isSame(as: after.machine) else { return }
    let behind = stops(to: before.machine, from: after.timeline) { timeline throws(Failure) in
      try timeline.back()
    }
    if let behind {
      var there = after.timeline
      for _ in 0..<behind { _ = try? there.back() }
      let again = stops(to: after.machine, from: there) { timeline throws(Failure) in
        try timeline.redo()
      }
      return require(again != nil, "'redo' does not lead back behind \(line.debugDescription)")
    }
    if after.timeline.hasForgotten { return }
    let leads =
      stops(to: before.machine, from: after.timeline) { timeline throws(Failure) in
        try timeline.redo()
      } != nil
    require(
      mayTravel && leads, "'back' does not undo \(line.debugDescription)")
  }

  /// Whether nobody asked who keeps a timeline of their own, and no file's lines ran.
  private var isAboutOneTimeline: Bool {
    before.dialogues.offered.isEmpty && after.dialogues.offered.isEmpty
      && !commands.contains { ["load", "lesson", "exercise", "leave", "again"].contains($0) }
      && (line.statements?.count == 1 || !mayTravel)
  }

  private var mayTravel: Bool { commands.contains { ["back", "redo", "goto"].contains($0) } }

  private var commands: [String] {
    (line.statements ?? []).flatMap { statement in
      if let command = LineMeaning(statement).command { return [command.name] }
      guard let spelled = Arguments(Session.withoutColons(statement)) else { return [String]() }
      return before.commands(begunBy: spelled).map(\.name)
    }
  }

  private func stops(
    to goal: Machine, from start: Timeline,
    by move: (inout Timeline) throws(Failure) -> Timeline.Event?
  ) -> Int? {
    var timeline = start
    for count in 0..<Self.stopLimit {
      if timeline.present.isSame(as: goal) { return count }
      guard (try? move(&timeline)) != nil else { return nil }
    }
    return nil
  }
}
