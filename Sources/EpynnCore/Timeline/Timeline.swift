/// The moments of a session: the present one, those before it and those that `back` left.
///
/// A training is kept as its start and some checkpoints: its moments are made again when wanted.
public struct Timeline: Sendable {
  public internal(set) var present: Machine
  var past = Pile<Entry>()
  var future = Pile<Ahead>()
  /// Whether moments were dropped to stay within the bound.
  public internal(set) var hasForgotten = false
  /// What may be kept beyond the present, in bytes; then the oldest goes.
  public var memoryLimit = Timeline.standardMemoryLimit

  public static let standardMemoryLimit = 256 << 20

  public init(_ machine: Machine) {
    present = machine
  }

  /// A stop of the timeline: what happened, and the machine on the other side of it.
  struct Moment: Sized {
    let machine: Machine
    let event: Event
    let size: Int
    /// Whether it is one stop with the one before it, to whoever goes back.
    var isJoined = false

    /// - Parameter size: the bytes that one of both machines holds beyond the other.
    init(_ machine: Machine, _ event: Event, size: Int) {
      self.machine = machine
      self.event = event
      self.size = size + event.size
    }

    /// The same stop seen from its other side.
    func turned(_ machine: Machine) -> Moment {
      var turned = Moment(machine, event, size: size - event.size)
      turned.isJoined = isJoined
      return turned
    }
  }

  /// A stretch of the past, the machine before it included.
  ///
  /// Boxed: a pile of thousands is moved whenever it grows, and copied with its session.
  indirect enum Entry: Sized {
    case moment(Moment)
    case training(TrainingRecord)
    case branch(Branch)

    var size: Int {
      switch self {
      case .moment(let moment): moment.size
      case .training(let record): record.size
      case .branch(let branch): branch.size
      }
    }

    /// The machine before it.
    var start: Machine {
      switch self {
      case .moment(let moment): moment.machine
      case .training(let record): record.start
      case .branch(let branch): branch.timeline.present
      }
    }
  }

  /// What `back` left: steps and iterations, which run to the same bits again, edits and jumps.
  enum Ahead: Sized {
    indirect case edit(Moment)
    indirect case branch(Branch)
    case steps(Int)
    case iterations(Int)

    var size: Int {
      switch self {
      case .edit(let moment): moment.size
      case .branch(let branch): branch.size
      case .steps, .iterations: 16
      }
    }
  }

  /// What led from one moment to the next.
  public enum Event: Sendable, Equatable {
    case step(Stop)
    /// A line that edited, in the person's words.
    case edit(String)
    /// A line that went to another timeline, and which such jump it was.
    case jump(String, number: Int)

    var size: Int {
      switch self {
      case .step: 0
      case .edit(let line), .jump(let line, _): line.utf8.count
      }
    }
  }

  /// Makes the changed machine the present, the one before it a moment to go back to.
  public mutating func record(_ machine: Machine, after event: Event) {
    past.append(
      .moment(Moment(present, event, size: Self.size(from: present, to: machine))))
    present = machine
    future.removeAll()
    forgetOldest()
  }

  /// The present with generators where the draws of its last edit have left them.
  package mutating func keep(_ streams: RandomStreams) { present.keep(streams) }

  /// Runs the next step and records it.
  @discardableResult
  public mutating func step() throws(Failure) -> Machine.Report {
    let report = try advance()
    future.removeAll()
    forgetOldest()
    return report
  }

  /// Undoes the last stop, also one inside a training; `nil` where there is none.
  public mutating func back() throws(Failure) -> Event? {
    while let last = past.popLast() {
      switch last {
      case .moment(let moment):
        leave(moment)
        return moment.event
      case .branch(let branch): return leave(branch)
      case .training(var record):
        let left: (Machine, Stop)?
        do throws(Failure) { left = try record.leaveLastStop(budget: memoryLimit / 8) } catch {
          past.append(last)
          throw error
        }
        guard let (machine, stop) = left else { continue }
        if !record.isAtStart { past.append(.training(record)) }
        present = machine
        addAhead(steps: 1)
        forgetOldest()
        return .step(stop)
      }
    }
    return nil
  }

  /// Does again what `back` undid; `nil` where there is nothing.
  public mutating func redo() throws(Failure) -> Event? {
    while let next = future.popLast() {
      switch next {
      case .edit(let moment):
        past.append(.moment(moment.turned(present)))
        present = moment.machine
        return moment.event
      case .branch(let branch): return follow(branch)
      case .steps(let count):
        guard count > 0 else { continue }
        let report: Machine.Report
        do throws(Failure) { report = try advance() } catch {
          future.append(next)
          throw error
        }
        if count > 1 { future.append(.steps(count - 1)) }
        forgetOldest()
        return .step(report.stop)
      case .iterations(let count):
        guard count > 0 else { continue }
        if count > 1 { future.append(.iterations(count - 1)) }
        future.append(.steps(present.stops.count))
      }
    }
    return nil
  }

  /// Runs one step; one of a training goes on with its record, or begins one.
  mutating func advance() throws(Failure) -> Machine.Report {
    let before = present
    let report = try present.step()
    if before.training != nil, var record = recordEndingHere() ?? TrainingRecord(before) {
      record.addStop(from: before, to: present)
      past.append(.training(record))
    } else {
      let size = Self.size(from: before, to: present)
      past.append(.moment(Moment(before, .step(report.stop), size: size)))
    }
    return report
  }

  /// Takes the record that ends at the present out of the past; `nil` where none does.
  mutating func recordEndingHere() -> TrainingRecord? {
    guard case .training = past.last, case .training(let record)? = past.popLast() else {
      return nil
    }
    return record
  }

  /// Goes back over a moment of the past, which is no longer in it.
  mutating func leave(_ moment: Moment) {
    if case .edit = moment.event {
      future.append(.edit(moment.turned(present)))
    } else {
      addAhead(steps: 1)
    }
    present = moment.machine
  }

  mutating func addAhead(steps: Int) {
    if case .steps(let count) = future.last {
      _ = future.popLast()
      future.append(.steps(count + steps))
    } else {
      future.append(.steps(steps))
    }
  }
}
