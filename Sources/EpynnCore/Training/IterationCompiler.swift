internal import CKernels

/// Turns the steps of an iteration into instructions over one block of memory.
///
/// The formulas are those of the table, as `Scope.resolved` fills them in: nothing is spelled
/// twice.
struct IterationCompiler {
  /// A node that only the evaluator knows; such an iteration is stepped.
  struct Unknown: Error {}

  static let allPhases = Set(Phase.allCases)

  private let machine: Machine
  private(set) var instructions: [Instruction] = []
  /// The instructions that apply an activation, by the region of its Z.
  private var applied: [Region: (index: Int, activation: Activation)] = [:]
  private(set) var regions: [Slot: Region] = [:]
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
  }

  /// The parameters come first, so that they can be kept and put back as one piece.
  private mutating func reserveWhatIsSet() throws(Unknown) {
    for layer in 1...max(machine.layers.count, 1) {
      guard let place = machine.layers.place(counting: layer) else { throw Unknown() }
      for quantity in machine.layers[place].dense.parameters {
        guard let shape = machine.value(of: quantity, layer: layer)?.matrix.shape else {
          throw Unknown()
        }
        regions[.tensor(quantity, layer: layer)] = reserve(shape)
      }
    }
    guard let data = machine.data?.matrix else { throw Unknown() }
    regions[.data] = reserve(data.shape)
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
    if let own = regions[slot] {
      if found != own { instructions.append(Instruction(ck_copy, found, into: own)) }
    } else {
      // What only caches another value shares its region.
      regions[slot] = found
    }
  }

  /// Where the value of a formula will lie; `target` is used where the node writes at all.
  private mutating func value(
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
      let result = target ?? reserve(z.shape)
      apply(activation, z, into: result)
      return result
    case .reduced(.sum, let inner, .rows):
      let summed = try value(of: inner, layer: layer)
      let result = target ?? reserve(Shape(1, summed.columns))
      instructions.append(Instruction(ck_sum_rows, summed, into: result))
      return result
    case .lossOf(let loss?, let y, let a):
      let (y, a) = (try value(of: y, layer: layer), try value(of: a, layer: layer))
      let result = target ?? reserve(Shape(a.rows, 1))
      try append(ck_loss, loss.kernel.term, of: loss, y, a, into: result)
      return result
    case .lossSlope(let loss?, let y, let a):
      let (y, a) = (try value(of: y, layer: layer), try value(of: a, layer: layer))
      let result = target ?? reserve(a.shape)
      try append(ck_loss_slope, loss.kernel.slope, of: loss, y, a, into: result)
      return result
    case .source, .variable, .rows, .negated, .transposed, .reduced, .call,
      .activated, .slope, .lossOf, .lossSlope, .shape, .function, .part:
      throw Unknown()
    }
  }

  private mutating func product(
    _ left: Expression, _ right: Expression, layer: Int, into target: Region?
  ) throws(Unknown) -> Region {
    if case .transposed(let inner) = right.form {
      let (a, b) = (try value(of: left, layer: layer), try value(of: inner, layer: layer))
      guard a.columns == b.columns else { throw Unknown() }
      return add(ck_product_right_transposed, a, b, Shape(a.rows, b.rows), into: target)
    }
    if case .transposed(let inner) = left.form {
      let (a, b) = (try value(of: inner, layer: layer), try value(of: right, layer: layer))
      guard a.rows == b.rows else { throw Unknown() }
      return add(ck_product_left_transposed, a, b, Shape(a.columns, b.columns), into: target)
    }
    let (a, b) = (try value(of: left, layer: layer), try value(of: right, layer: layer))
    guard a.columns == b.rows else { throw Unknown() }
    return add(ck_product_plain, a, b, Shape(a.rows, b.columns), into: target)
  }

  private mutating func add(
    _ form: ck_operation, _ a: Region, _ b: Region, _ shape: Shape, into target: Region?
  ) -> Region {
    // A product reads its operands to the end: it may not write over one of them.
    let result = target.flatMap { $0 != a && $0 != b ? $0 : nil } ?? reserve(shape)
    instructions.append(Instruction(form, a, b, into: result))
    return result
  }

  private mutating func combination(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, layer: Int,
    into target: Region?
  ) throws(Unknown) -> Region {
    // The target may hold what the right side still reads, so only the last node writes there.
    let a = try value(of: left, layer: layer)
    if operation == .times, case .slope(let activation?, let inner) = right.form {
      let z = try value(of: inner, layer: layer)
      guard a.shape == z.shape else { throw Unknown() }
      let result = target ?? reserve(z.shape)
      pullBack(activation, a, z, into: result)
      return result
    }
    let b = try value(of: right, layer: layer)
    guard let operation = Instruction.operation(of: operation),
      let shape = a.shape.stretched(with: b.shape)
    else { throw Unknown() }
    let result = target ?? reserve(shape)
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

  fileprivate mutating func reserve(_ shape: Shape) -> Region {
    defer { size += shape.rows * shape.columns }
    return Region(offset: size, rows: shape.rows, columns: shape.columns)
  }
}

/// Activations and losses.
extension IterationCompiler {
  private mutating func append(
    _ operation: ck_operation, _ function: CellKernel, of loss: Loss, _ y: Region, _ a: Region,
    into result: Region
  ) throws(Unknown) {
    guard let code = function.code else { throw Unknown() }
    instructions.append(
      Instruction(
        operation, y, a, into: result, first: code,
        number: loss.isMeanOverOutputs ? Double(a.columns) : 1))
  }

  private mutating func apply(_ activation: Activation, _ z: Region, into result: Region) {
    switch activation.rule.kernel {
    case .rowwise:
      instructions.append(
        Instruction(ck_shares, z, into: result, number: activation.parameter))
    case .elementwise(let function, _):
      applied[z] = (instructions.count, activation)
      guard let code = function.code else {
        let own = OwnInstruction(function: function, multiplies: false, a: z, z: z, result: result)
        return instructions.append(.own(own))
      }
      instructions.append(
        Instruction(ck_apply, z, into: result, first: code, number: activation.parameter))
    }
  }

  private mutating func pullBack(
    _ activation: Activation, _ dA: Region, _ z: Region, into result: Region
  ) {
    switch activation.rule.kernel {
    case .rowwise:
      let shares = reserve(Shape(1, z.columns))
      instructions.append(
        Instruction(
          ck_pull_shares_back, dA, z, into: result, shares, number: activation.parameter))
    case .elementwise(let function, let slope):
      guard let code = slope.code else {
        let own = OwnInstruction(function: slope, multiplies: true, a: dA, z: z, result: result)
        return instructions.append(.own(own))
      }
      if let slopes = computeTogether(activation, function, slope, z) {
        return instructions.append(Instruction(ck_times, dA, slopes, into: result))
      }
      instructions.append(
        Instruction(
          ck_times_slope, dA, z, into: result, first: code, number: activation.parameter))
    }
  }

  /// Has the slopes computed where the activation is, if both share their work; where they will lie.
  private mutating func computeTogether(
    _ activation: Activation, _ function: CellKernel, _ slope: CellKernel, _ z: Region
  ) -> Region? {
    guard let code = function.code, let slopeCode = slope.code,
      ck_shares_work(code, slopeCode) != 0, let (index, earlier) = applied[z],
      earlier == activation, case .kernel(let kernel) = instructions[index],
      instructions[(index + 1)...].allSatisfy({ later in
        later.results.allSatisfy { !$0.overlaps(z) }
      })
    else { return nil }
    let slopes = reserve(z.shape)
    let result = Region(
      offset: kernel.c.offset, rows: kernel.c.rows, columns: kernel.c.columns)
    instructions[index] = Instruction(
      ck_apply_both, z, into: result, slopes, first: code, second: slopeCode,
      number: activation.parameter)
    return slopes
  }
}
