/// The moments of a session: the present one, those before it and those that `back` left.
public struct Timeline: Sendable {
  public private(set) var present: Machine
  private var past: [Moment] = []
  private var future: [Moment] = []
  /// The bytes that the past holds beyond the present, as estimated by `Moment.size`.
  private var pastSize = 0
  /// Whether moments were dropped to stay within the bound.
  public private(set) var hasForgotten = false

  /// What the past may hold, in bytes; beyond it the oldest moments are dropped.
  public static let memoryBound = 256 << 20

  public init(_ machine: Machine) {
    present = machine
  }

  /// A stop of the timeline: what happened, and the machine on the other side of it.
  struct Moment: Sendable {
    let machine: Machine
    let event: Event
    let size: Int
  }

  /// What led from one moment to the next.
  public enum Event: Sendable, Equatable {
    case step(Stop)
    /// A line that edited, in the person's words.
    case edit(String)
  }

  public var canGoBack: Bool { !past.isEmpty }
  public var canRedo: Bool { !future.isEmpty }

  /// Makes the changed machine the present, the one before it a moment to go back to.
  public mutating func record(_ machine: Machine, after event: Event) {
    let moment = Moment(machine: present, event: event, size: Self.size(from: present, to: machine))
    past.append(moment)
    pastSize += moment.size
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

  /// Undoes the last stop; `nil` where there is none.
  public mutating func back() -> Event? {
    guard let moment = past.popLast() else { return nil }
    pastSize -= moment.size
    future.append(Moment(machine: present, event: moment.event, size: moment.size))
    present = moment.machine
    return moment.event
  }

  /// Does again what `back` undid; `nil` where there is nothing.
  public mutating func redo() -> Event? {
    guard let moment = future.popLast() else { return nil }
    past.append(Moment(machine: present, event: moment.event, size: moment.size))
    pastSize += moment.size
    present = moment.machine
    return moment.event
  }

  /// How many stops back this iteration stood before a stop, with only steps in between.
  public func stopsBack(to index: Int) -> Int? {
    for (distance, moment) in past.reversed().enumerated() {
      guard case .step = moment.event, moment.machine.iteration == present.iteration else {
        return nil
      }
      if moment.machine.position == index { return distance + 1 }
    }
    return nil
  }

  private mutating func forgetOldest() {
    guard pastSize > Self.memoryBound else { return }
    var dropped = 0
    while pastSize > Self.memoryBound / 2, dropped < past.count - 1 {
      pastSize -= past[dropped].size
      dropped += 1
    }
    past.removeFirst(dropped)
    hasForgotten = hasForgotten || dropped > 0
  }

  /// What the older of two machines holds that the newer does not share, roughly, in bytes.
  private static func size(from old: Machine, to new: Machine) -> Int {
    let overhead = 1_024
    var bytes = overhead
    for (index, layer) in old.layers.enumerated() {
      let other = new.layers.indices.contains(index) ? new.layers[index] : nil
      for (quantity, value) in layer.tensors where other?.tensors[quantity] != value {
        bytes += value.matrix.elements.count * 8
      }
    }
    for (before, after) in [
      (old.data, new.data), (old.target, new.target), (old.given, new.given),
      (old.sampleLoss, new.sampleLoss),
    ] where before != after {
      bytes += (before?.matrix.elements.count ?? 0) * 8
    }
    for (name, matrix) in old.variables where new.variables[name] != matrix {
      bytes += matrix.elements.count * 8
    }
    return bytes
  }
}
