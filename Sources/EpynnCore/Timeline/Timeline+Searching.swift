/// Finding a moment by what holds in it.
extension Timeline {
  /// What lay between the present and a moment that was gone back to.
  package struct Passed: Equatable, Sendable {
    package fileprivate(set) var stops = 0
    /// The jumps among them, the last one first.
    package fileprivate(set) var jumps: [Int] = []
  }

  /// Goes back to the latest moment before the present in which a condition holds.
  ///
  /// Within a training each stop of each iteration is looked at, from one checkpoint to the next.
  ///
  /// - Parameter goesOn: asked now and then; the search ends where it says no.
  /// - Returns: what was passed; `nil` where it never held, and nothing is changed.
  package mutating func goBack(
    toLatest holds: (Machine) -> Bool, goesOn: () -> Bool = { true }
  ) throws(Failure) -> Passed? {
    var there = self
    var passed = Passed()
    while let last = there.past.last {
      guard goesOn() else { return nil }
      switch last {
      case .moment, .branch:
        guard let event = try there.back() else { return nil }
        passed.stops += 1
        if case .jump(_, let number) = event { passed.jumps.append(number) }
        guard holds(there.present) else { continue }
      case .training(let record):
        let perIteration = record.start.stops.count
        let stops = record.iterations * perIteration + record.stopsDone
        guard let place = try record.latest(where: holds, goesOn: goesOn) else {
          passed.stops += stops
          there.leaveLast()
          continue
        }
        passed.stops += stops - place.iterations * perIteration - place.stops
        guard try there.goBack(toIteration: place.iterations) else { return nil }
        for _ in 0..<place.stops { _ = try there.redo() }
      }
      self = there
      return passed
    }
    return nil
  }

  /// What changed a cell last along the machine's own past, the machine before it and behind it;
  /// `nil` where nothing that is kept did.
  package func lastChange(
    of name: CellName, goesOn: () -> Bool = { true }
  ) throws(Failure) -> (event: Event, before: Machine, after: Machine)? {
    let now = name.bits(in: present)
    var there = withoutBranches
    guard try there.goBack(toLatest: { name.bits(in: $0) != now }, goesOn: goesOn) != nil else {
      return nil
    }
    let before = there.present
    guard let event = try there.redo() else { return nil }
    return (event, before, there.present)
  }

  /// What something was where so many epochs of the network were done, the first of them first;
  /// those that cannot be reached any more are left out.
  ///
  /// - Parameter goesOn: asked before each epoch; `nil` is returned where it says no.
  package func values<Number>(
    afterEpochs epochs: [Int], goesOn: () -> Bool = { true }, of number: (Machine) -> Number?
  ) throws(Failure) -> [(epoch: Int, value: Number)]? {
    var there = withoutBranches
    var found: [(epoch: Int, value: Number)] = []
    // From the last to the first, so that each is reached from the one behind it.
    for epoch in epochs.sorted(by: >) {
      guard goesOn() else { return nil }
      guard try there.go(toEpoch: epoch), let value = number(there.present) else { continue }
      found.append((epoch, value))
    }
    return found.reversed()
  }
}

extension CellName {
  /// The bits of its number, so that what is no number equals itself; `nil` where it is not there.
  fileprivate func bits(in machine: Machine) -> UInt64? {
    guard let matrix = machine.value(of: quantity, layer: layer)?.matrix, matrix.holds(cell) else {
      return nil
    }
    return matrix[cell].bitPattern
  }
}
