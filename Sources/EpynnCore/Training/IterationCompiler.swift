internal import CKernels

/// Turns the steps of an iteration into instructions over one block of memory.
///
/// The formulas are those of the table, as `Scope.resolved` fills them in: nothing is spelled
/// twice.
struct IterationCompiler {
  /// A node that only the evaluator knows; such an iteration is stepped.
  struct Unknown: Error {}

  static let allPhases = Set(Phase.allCases)
  /// Of so few units a column of Z is one vector after the other, if X lies turned over.
  static let fewUnits = 4

  private let machine: Machine
  var instructions: [Instruction] = []
  /// What nothing in the iteration reads: it runs only where it is asked for.
  private(set) var closing: [Instruction] = []
  /// The instructions that apply an activation, by the region of its Z.
  var applied: [Region: (index: Int, activation: Activation)] = [:]
  private(set) var regions: [Slot: Region] = [:]
  /// W and b, which an update writes over.
  private var parameters: Set<Region> = []
  private(set) var size = 0
  /// Numbers that stand in formulas, and where they lie.
  private(set) var constants: [Region: Double] = [:]

  init(_ machine: Machine, phases: Set<Phase> = allPhases) throws(Unknown) {
    self.machine = machine
    try reserveWhatIsSet()
    for stop in machine.stops where phases.contains(stop.step.phase) {
      for layer in machine.layers(of: stop) {
        for assignment in machine.runningFormulas(of: stop, layer: layer) {
          try compile(assignment, layer: layer)
        }
      }
    }
    try refuseReadingUpdates()
    if phases.contains(.update) { putOffInputGradient() }
  }

  /// Updates are made all at once, each of what was there before: none may read what another wrote.
  private func refuseReadingUpdates() throws(Unknown) {
    var updated: Set<Region> = []
    for instruction in instructions {
      guard updated.isDisjoint(with: instruction.operands) else { throw Unknown() }
      if parameters.contains(instruction.output) { updated.insert(instruction.output) }
    }
  }

  /// Puts off the first layer's dX, which nobody reads: only the weights are kept that it is made of.
  private mutating func putOffInputGradient() {
    guard let dX = regions[.tensor(.dX, layer: 1)], let weights = regions[.tensor(.w, layer: 1)],
      let index = instructions.firstIndex(where: { $0.results.contains(dX) }),
      instructions[index].operands.contains(weights),
      instructions.indices.allSatisfy({ other in
        other == index || !(instructions[other].operands + instructions[other].results).contains(dX)
      }),
      instructions[(index + 1)...].allSatisfy({ later in
        instructions[index].operands.allSatisfy { $0 == weights || !later.results.contains($0) }
      })
    else { return }
    let kept = reserve(weights.shape)
    closing = [instructions[index].reading(kept, inPlaceOf: weights)]
    instructions[index] = Instruction(ck_copy, weights, into: kept)
  }

  /// The parameters come first, so that they can be kept and put back as one piece.
  private mutating func reserveWhatIsSet() throws(Unknown) {
    for layer in 1...max(machine.layers.count, 1) {
      guard let place = machine.layers.place(counting: layer) else { throw Unknown() }
      for quantity in machine.layers[place].dense.parameters {
        guard let shape = machine.value(of: quantity, layer: layer)?.matrix.shape else {
          throw Unknown()
        }
        let region = reserve(shape)
        parameters.insert(region)
        regions[.tensor(quantity, layer: layer)] = region
      }
    }
    guard let data = machine.data?.matrix else { throw Unknown() }
    regions[.data] = reserve(data.shape)
    if let units = machine.layers.first?.dense.units, units <= Self.fewUnits {
      regions[.turnedData] = reserve(data.shape.transposed)
    }
    if let target = machine.target?.matrix { regions[.target] = reserve(target.shape) }
    if let given = machine.given?.matrix { regions[.given] = reserve(given.shape) }
    for layer in 1...machine.layers.count {
      regions[.rate(layer: layer)] = reserve(Shape(1, 1))
    }
  }

  private mutating func compile(_ assignment: Assignment, layer: Int) throws(Unknown) {
    let slot: Slot =
      assignment.quantity == .loss ? .loss : .tensor(assignment.quantity, layer: layer)
    let found = try value(of: assignment.expression, layer: layer, into: regions[slot])
    let own = try kept(found, at: slot)
    regions[slot] = own
    guard slot == .loss else { return }
    // Each addition waits for the one before it: here the slopes are computed meanwhile.
    guard own.columns == 1 else { throw Unknown() }
    regions[.totalLoss] = try sum(of: own, into: nil)
  }

  /// Where a value stays that was computed for a slot.
  private mutating func kept(_ found: Region, at slot: Slot) throws(Unknown) -> Region {
    // What only caches another value shares its region, where that stays as it is.
    guard regions[slot] != nil || parameters.contains(found) else { return found }
    let own = try result(of: found.shape, into: regions[slot])
    if found != own { instructions.append(Instruction(ck_copy, found, into: own)) }
    return own
  }

  /// Where a value of that shape goes.
  ///
  /// - Throws: `Unknown` where the target has another shape, so that stepping says what does not fit.
  mutating func result(of shape: Shape, into target: Region?) throws(Unknown) -> Region {
    guard let target else { return reserve(shape) }
    guard target.shape == shape else { throw Unknown() }
    return target
  }

  /// Where the value of a formula will lie; `target` is used where the node writes at all.
  mutating func value(
    of expression: Expression, layer: Int, into target: Region? = nil
  ) throws(Unknown) -> Region {
    switch expression.form {
    case .quantity(.y, _): return try known(.target)
    case .quantity(.loss, _): return try known(.loss)
    case .quantity(let quantity, let named):
      return try known(.tensor(quantity, layer: named ?? layer))
    case .source(.data): return try known(.data)
    case .source(.given): return try known(.given)
    case .learningRate: return try known(.rate(layer: layer))
    case .clipping: return try clipping(layer: layer)
    case .number(let number): return constant(number)
    case .size(let letter):
      guard let size = try? Scope(machine, layer: layer).size(letter) else { throw Unknown() }
      return constant(Double(size))
    case .binary(.product, let left, let right):
      return try product(left, right, layer: layer, into: target)
    case .binary(let operation, let left, let right):
      return try combination(operation, left, right, layer: layer, into: target)
    case .activated(let activation?, let inner):
      let z = try value(of: inner, layer: layer)
      let result = try result(of: z.shape, into: target)
      apply(activation, z, into: result)
      return result
    case .reduced(.sum, let inner, .rows):
      return try sum(of: value(of: inner, layer: layer), into: target)
    case .lossOf(let loss?, let y, let a):
      let (y, a) = (try value(of: y, layer: layer), try value(of: a, layer: layer))
      guard y.shape == a.shape else { throw Unknown() }
      let result = try result(of: Shape(a.rows, 1), into: target)
      try append(ck_loss, loss.kernel.term, of: loss, y, a, into: result)
      return result
    case .lossSlope(let loss?, let y, let a):
      let (y, a) = (try value(of: y, layer: layer), try value(of: a, layer: layer))
      guard y.shape == a.shape else { throw Unknown() }
      let result = try result(of: a.shape, into: target)
      try append(ck_loss_slope, loss.kernel.slope, of: loss, y, a, into: result)
      return result
    case .source, .variable, .rows, .negated, .transposed, .reduced, .call,
      .activated, .slope, .lossOf, .lossSlope, .shape, .function, .part:
      throw Unknown()
    }
  }

  private mutating func combination(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, layer: Int,
    into target: Region?
  ) throws(Unknown) -> Region {
    if operation == .plus,
      let sum = try productPlus(left, right, layer: layer, into: target)
    {
      return sum
    }
    // The target may hold what the right side still reads, so only the last node writes there.
    let a = try value(of: left, layer: layer)
    if operation == .times, case .slope(let activation?, let inner) = right.form {
      let z = try value(of: inner, layer: layer)
      guard a.shape == z.shape else { throw Unknown() }
      let result = try result(of: z.shape, into: target)
      pullBack(activation, a, z, into: result)
      return result
    }
    if operation == .minus, let result = try descent(a, right, layer: layer, into: target) {
      return result
    }
    let b = try value(of: right, layer: layer)
    guard let operation = Instruction.operation(of: operation) else { throw Unknown() }
    let shape = try shape(of: a, b)
    let result = try result(of: shape, into: target)
    instructions.append(Instruction(operation, a, b, into: result))
    return result
  }

  private mutating func clipping(layer: Int) throws(Unknown) -> Region {
    guard let clip = machine.clip else { throw Unknown() }
    if let region = regions[.clipping(layer: layer)] { return region }
    let result = reserve(Shape(1, 1))
    regions[.clipping(layer: layer)] = result
    // Without a bias there is no db, and so none of its squares.
    let none = Region(offset: 0, rows: 0, columns: 0)
    instructions.append(
      Instruction(
        ck_clip, try known(.tensor(.dW, layer: layer)),
        regions[.tensor(.db, layer: layer)] ?? none, into: result, number: clip))
    return result
  }

  private mutating func constant(_ number: Double) -> Region {
    let region = reserve(Shape(1, 1))
    constants[region] = number
    return region
  }

  private func known(_ slot: Slot) throws(Unknown) -> Region {
    guard let region = regions[slot] else { throw Unknown() }
    return region
  }

  mutating func reserve(_ shape: Shape) -> Region {
    defer { size += Region.room(for: shape.rows * shape.columns) }
    return Region(offset: size, rows: shape.rows, columns: shape.columns)
  }
}
