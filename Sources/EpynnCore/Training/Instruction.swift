internal import CKernels

/// One operation of a compiled iteration: it reads regions and writes one.
///
/// Each does exactly what evaluating the same node of the tree does, in the same order.
enum Instruction: Sendable {
  case kernel(ck_instruction)
  /// A function of a person's own of each cell, which is a closure.
  case own(OwnInstruction)

  /// - Parameters:
  ///   - b: the second operand; where there is none, the first again.
  ///   - d: where a second result goes, or what is needed meanwhile.
  init(
    _ operation: ck_operation, _ a: Region, _ b: Region? = nil, into c: Region, _ d: Region? = nil,
    first: ck_function = ck_identity, second: ck_function = ck_identity, number: Double = 0
  ) {
    self = .kernel(
      ck_instruction(
        operation: operation, first: first, second: second, number: number, a: a.forKernel,
        b: (b ?? a).forKernel, c: c.forKernel, d: (d ?? c).forKernel))
  }

  /// The operation between cells; `nil` for an operator that no formula of the table has.
  static func operation(of binary: BinaryOperator) -> ck_operation? {
    switch binary {
    case .plus: ck_plus
    case .minus: ck_minus
    case .times: ck_times
    case .divide: ck_divide
    case .product, .power, .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual,
      .floorDivide, .remainder, .and, .or:
      nil
    }
  }

  /// What it reads, and may write.
  var operands: [Region] {
    switch self {
    case .kernel(let kernel): [Region(kernel.a), Region(kernel.b), Region(kernel.d)]
    case .own(let own): [own.a, own.z]
    }
  }

  /// What it writes; a bias that is added counts as well.
  var results: [Region] {
    switch self {
    case .kernel(let kernel): [Region(kernel.c), Region(kernel.d)]
    case .own(let own): [own.result]
    }
  }

  /// Where its value goes.
  var output: Region {
    switch self {
    case .kernel(let kernel): Region(kernel.c)
    case .own(let own): own.result
    }
  }

  /// The product aᵀ · b with the columns of b summed beside it; `nil` where it is another one.
  func summing(_ b: Region, into result: Region) -> Instruction? {
    guard case .kernel(var kernel) = self, kernel.operation == ck_product_left_transposed,
      Region(kernel.b) == b
    else { return nil }
    kernel.operation = ck_gradients
    kernel.d = result.forKernel
    return .kernel(kernel)
  }

  /// The same with another region in the place of what it reads.
  func reading(_ other: Region, inPlaceOf region: Region) -> Instruction {
    guard case .kernel(var kernel) = self else { return self }
    if Region(kernel.a) == region { kernel.a = other.forKernel }
    if Region(kernel.b) == region { kernel.b = other.forKernel }
    return .kernel(kernel)
  }
}

/// A function of a person's own of each cell of z, or a times it.
struct OwnInstruction: Sendable {
  let function: CellKernel
  let multiplies: Bool
  let a, z, result: Region

  /// `isSound` has been checked, so no index below is.
  func run(in memory: UnsafeMutablePointer<Double>) {
    let (a, z, result) = (memory + a.offset, memory + z.offset, memory + self.result.offset)
    for index in 0..<self.result.count {
      let value = function(z[index])
      result[index] = multiplies ? a[index] * value : value
    }
  }
}

extension Region {
  var forKernel: ck_region { ck_region(offset: offset, rows: rows, columns: columns) }

  init(_ region: ck_region) {
    self.init(offset: region.offset, rows: region.rows, columns: region.columns)
  }
}
