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

  /// What `back` left: steps and iterations, which run to the same bits again, and edits.
  enum Ahead: Sendable {
    case edit(Moment)
    case steps(Int)
    case iterations(Int)

    var size: Int {
      if case .edit(let moment) = self { moment.size } else { 16 }
    }
  }

  /// What led from one moment to the next.
  public enum Event: Sendable, Equatable {
    case step(Stop)
    /// A line that edited, in the person's words.
    case edit(String)

    var size: Int { if case .edit(let line) = self { line.utf8.count } else { 0 } }
  }

  /// Makes the changed machine the present, the one before it a moment to go back to.
  public mutating func record(_ machine: Machine, after event: Event) {
    past.append(
      .moment(
        Moment(
          machine: present, event: event,
          size: Self.size(from: present, to: machine) + event.size)))
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
    while let last = past.popLast() {
      switch last {
      case .moment(let moment):
        leave(moment)
        return moment.event
      case .training(var record):
        guard let (machine, stop) = try record.leaveLastStop(budget: memoryLimit / 8) else {
          continue
        }
        if !record.isAtStart { past.append(.training(record)) }
        present = machine
        addAhead(steps: 1)
        forgetOldest()
        return .step(stop)
      }
    }
    return nil
  }

  /// Goes back over a moment of the past, which is no longer in it.
  mutating func leave(_ moment: Moment) {
    if case .edit = moment.event {
      future.append(.edit(Moment(machine: present, event: moment.event, size: moment.size)))
    } else {
      addAhead(steps: 1)
    }
    present = moment.machine
  }

  mutating func addAhead(steps: Int) {
    guard case .steps(let count) = future.last else { return future.append(.steps(steps)) }
    future[future.count - 1] = .steps(count + steps)
  }

  /// Does again what `back` undid; `nil` where there is nothing.
  public mutating func redo() throws(Failure) -> Event? {
    while let next = future.popLast() {
      switch next {
      case .edit(let moment):
        past.append(
          .moment(Moment(machine: present, event: moment.event, size: moment.size)))
        present = moment.machine
        return moment.event
      case .steps(let count):
        guard count > 0 else { continue }
        if count > 1 { future.append(.steps(count - 1)) }
        return .step(try stepAgain())
      case .iterations(let count):
        guard count > 0 else { continue }
        if count > 1 { future.append(.iterations(count - 1)) }
        future.append(.steps(present.stops.count))
      }
    }
    return nil
  }

  /// How many stops back this iteration stood before a stop, with only steps in between.
  public func stopsBack(to index: Int) -> Int? {
    for (distance, entry) in past.reversed().enumerated() {
      switch entry {
      case .moment(let moment):
        guard case .step = moment.event, moment.machine.iteration == present.iteration else {
          return nil
        }
        if moment.machine.position == index { return distance + 1 }
      case .training(let record):
        return record.stopsDone > index ? distance + record.stopsDone - index : nil
      }
    }
    return nil
  }
}
