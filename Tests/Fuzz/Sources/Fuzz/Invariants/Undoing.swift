@testable import EpynnCore
@testable import EpynnShell

/// What a line did to the timeline, and that it can be undone.
struct Undoing {
  let before: Session
  let after: Session
  let line: String

  /// The most stops that are looked at.
  private static let stopLimit = 1_000

  /// Ends the process where the line changed the machine and no number of `back` leads to what was
  /// there, or as many `redo` do not lead here again.
  func check() {
    guard isAboutOneTimeline, !before.machine.isSame(as: after.machine) else { return }
    switch road(to: before.machine, from: after.timeline, by: Self.back) {
    case .stops(let count):
      var there = after.timeline
      for _ in 0..<count { _ = try? there.back() }
      if case .ends = road(to: after.machine, from: there, by: Self.redo) {
        violated("'redo' does not lead back behind \(line.debugDescription)")
      }
    case .isLong: return
    case .ends:
      if after.timeline.hasForgotten { return }
      if mayTravel, leadsAhead { return }
      violated("'back' does not undo \(line.debugDescription)")
    }
  }

  /// Whether nobody asked who keeps a timeline of their own, and no file's lines ran.
  private var isAboutOneTimeline: Bool {
    before.dialogues.offered.isEmpty && after.dialogues.offered.isEmpty
      && !commands.contains { ["load", "lesson", "exercise", "leave", "again"].contains($0) }
      && (line.statements?.count == 1 || !mayTravel)
  }

  private var leadsAhead: Bool {
    if case .ends = road(to: before.machine, from: after.timeline, by: Self.redo) {
      false
    } else {
      true
    }
  }

  private var mayTravel: Bool { commands.contains { ["back", "redo", "goto"].contains($0) } }

  private var commands: [String] {
    (line.statements ?? []).flatMap { statement in
      if let command = LineMeaning(statement).command { return [command.name] }
      guard let spelled = Arguments(Session.withoutColons(statement)) else { return [String]() }
      return before.commands(begunBy: spelled).map(\.name)
    }
  }

  private typealias Move = (inout Timeline) throws(Failure) -> Timeline.Event?

  private static var back: Move { { timeline throws(Failure) in try timeline.back() } }
  private static var redo: Move { { timeline throws(Failure) in try timeline.redo() } }

  /// Whether one moment leads to another.
  private enum Road {
    case stops(Int)
    /// It comes to an end elsewhere.
    case ends
    /// It goes on beyond what is looked at.
    case isLong
  }

  private func road(to goal: Machine, from start: Timeline, by move: Move) -> Road {
    var timeline = start
    for count in 0..<Self.stopLimit {
      if timeline.present.isSame(as: goal) { return .stops(count) }
      guard (try? move(&timeline)) != nil else { return .ends }
    }
    return .isLong
  }
}
