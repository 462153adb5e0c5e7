/// The moments of a session: the present one, those before it and those that `back` left.
///
/// A training is kept as its start and some checkpoints: its moments are made again when wanted.
public struct Timeline: Sendable {
  public internal(set) var present: Machine
  var past: [Entry] = []
  var future: [Ahead] = []
  /// Whether moments were dropped to stay within the bound.
  public internal(set) var hasForgotten = false
  /// What may be kept beyond the present, in bytes; then the oldest goes.
  public var memoryLimit = Timeline.standardMemoryLimit

  public static let standardMemoryLimit = 256 << 20

  public init(_ machine: Machine) {
    present = machine
  }

  /// A stop of the timeline: what happened, and the machine on the other side of it.
  struct Moment: Sendable {
    let machine: Machine
    let event: Event
    let size: Int
  }

  /// A stretch of the past, the machine before it included.
  enum Entry: Sendable {
    case moment(Moment)
    case training(TrainingRecord)

    var size: Int {
      switch self {
      case .moment(let moment): moment.size
      case .training(let record): record.size
      }
    }
  }

  /// What `back` left: a moment, or iterations of a training that run to the same bits again.
  enum Ahead: Sendable {
    case moment(Moment)
    case iterations(Int)
  }

  /// What led from one moment to the next.
  public enum Event: Sendable, Equatable {
    case step(Stop)
    /// A line that edited, in the person's words.
    case edit(String)
  }

  /// Makes the changed machine the present, the one before it a moment to go back to.
  public mutating func record(_ machine: Machine, after event: Event) {
    past.append(
      .moment(
        Moment(machine: present, event: event, size: Self.size(from: present, to: machine))))
    present = machine
    future.removeAll()
    forgetOldest()
  }

  /// Runs the next step and records it.
  @discardableResult
  public mutating func step() throws(Failure) -> Machine.Report {
    var machine = present
    let report = try machine.step()
    record(machine, after: .step(report.stop))
    return report
  }

  /// Undoes the last stop, also one inside a training; `nil` where there is none.
  public mutating func back() throws(Failure) -> Event? {
    while let last = past.last {
      switch last {
      case .moment(let moment):
        past.removeLast()
        future.append(
          .moment(Moment(machine: present, event: moment.event, size: moment.size)))
        present = moment.machine
        return moment.event
      case .training(let record):
        past.removeLast()
        try unfoldLastIteration(of: record)
      }
    }
    return nil
  }

  /// Does again what `back` undid; `nil` where there is nothing.
  public mutating func redo() throws(Failure) -> Event? {
    while let next = future.last {
      switch next {
      case .moment(let moment):
        future.removeLast()
        past.append(
          .moment(Moment(machine: present, event: moment.event, size: moment.size)))
        present = moment.machine
        return moment.event
      case .iterations(let count):
        future.removeLast()
        try unfoldNextIteration(of: count)
      }
    }
    return nil
  }

  /// How many stops back this iteration stood before a stop, with only steps in between.
  public func stopsBack(to index: Int) -> Int? {
    for (distance, entry) in past.reversed().enumerated() {
      guard case .moment(let moment) = entry, case .step = moment.event,
        moment.machine.iteration == present.iteration
      else { return nil }
      if moment.machine.position == index { return distance + 1 }
    }
    return nil
  }
}
