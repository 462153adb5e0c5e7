internal import CKernels

/// Products, what is added to them, and the update of a parameter.
extension IterationCompiler {
  mutating func product(
    _ left: Expression, _ right: Expression, layer: Int, into target: Region?
  ) throws(Unknown) -> Region {
    if case .transposed(let inner) = right.form {
      let (a, b) = (try value(of: left, layer: layer), try value(of: inner, layer: layer))
      guard a.columns == b.columns else { throw Unknown() }
      return try add(ck_product_right_transposed, a, b, Shape(a.rows, b.rows), into: target)
    }
    if case .transposed(let inner) = left.form {
      let (a, b) = (try value(of: inner, layer: layer), try value(of: right, layer: layer))
      guard a.rows == b.rows else { throw Unknown() }
      return try add(ck_product_left_transposed, a, b, Shape(a.columns, b.columns), into: target)
    }
    let (a, b) = (try value(of: left, layer: layer), try value(of: right, layer: layer))
    guard a.columns == b.rows else { throw Unknown() }
    let shape = Shape(a.rows, b.columns)
    if let turned = turned(a, for: shape) {
      return try add(ck_product_left_transposed, turned, b, shape, into: target)
    }
    return try add(ck_product_plain, a, b, shape, into: target)
  }

  /// The data turned over, where a product of that shape reads them so.
  private func turned(_ a: Region, for shape: Shape) -> Region? {
    a == regions[.data] && shape.columns <= Self.fewUnits ? regions[.turnedData] : nil
  }

  /// A product to each row of which a bias is added, as one instruction; `nil` for another sum.
  mutating func productPlus(
    _ left: Expression, _ right: Expression, layer: Int, into target: Region?
  ) throws(Unknown) -> Region? {
    guard case .binary(.product, let first, let second) = left.form else { return nil }
    switch (first.form, second.form) {
    case (.transposed, _), (_, .transposed): return nil
    default: break
    }
    let (a, b) = (try value(of: first, layer: layer), try value(of: second, layer: layer))
    let bias = try value(of: right, layer: layer)
    let shape = Shape(a.rows, b.columns)
    guard a.columns == b.rows, bias.shape == Shape(1, shape.columns) else { throw Unknown() }
    let result = try result(
      of: shape,
      into: target.flatMap { target in [a, b, bias].contains(target) ? nil : target })
    let turned = turned(a, for: shape)
    instructions.append(
      Instruction(
        turned == nil ? ck_product_plus : ck_turned_product_plus, turned ?? a, b, into: result, bias
      ))
    return result
  }

  /// The columns summed; in one go with the product before, where that reads the same.
  mutating func sum(of summed: Region, into target: Region?) throws(Unknown) -> Region {
    let result = try result(of: Shape(1, summed.columns), into: target)
    if let both = instructions.last?.summing(summed, into: result) {
      instructions.removeLast()
      instructions.append(both)
    } else {
      instructions.append(Instruction(ck_sum_rows, summed, into: result))
    }
    return result
  }

  /// A parameter less a number times its gradient, where it lies; `nil` for another difference.
  mutating func descent(
    _ parameter: Region, _ right: Expression, layer: Int, into target: Region?
  ) throws(Unknown) -> Region? {
    guard let target, target == parameter, case .binary(.times, let rate, let gradient) = right.form
    else { return nil }
    let length = try value(of: rate, layer: layer)
    let change = try value(of: gradient, layer: layer)
    guard length.count == 1, change.shape == target.shape, target.count > 1 else {
      let product = reserve(try shape(of: length, change))
      guard try shape(of: parameter, product) == target.shape else { throw Unknown() }
      instructions.append(Instruction(ck_times, length, change, into: product))
      instructions.append(Instruction(ck_minus, parameter, product, into: target))
      return target
    }
    instructions.append(Instruction(ck_descend, change, length, into: target))
    return target
  }

  func shape(of a: Region, _ b: Region) throws(Unknown) -> Shape {
    guard let shape = a.shape.stretched(with: b.shape) else { throw Unknown() }
    return shape
  }

  private mutating func add(
    _ form: ck_operation, _ a: Region, _ b: Region, _ shape: Shape, into target: Region?
  ) throws(Unknown) -> Region {
    // A product reads its operands to the end: it may not write over one of them.
    let result = try result(of: shape, into: target.flatMap { $0 != a && $0 != b ? $0 : nil })
    instructions.append(Instruction(form, a, b, into: result))
    return result
  }
}
