extension EditRule {
  /// The table of edits: what is done to a formula, whatever it is of.
  package static let all: [EditRule] =
    operands + tensors + functions + sums + [onlyBelowZero, guardLeftOut] + scalings

  /// Those that can be put in to be found: no number is solved for, and none is right elsewhere.
  package static let drawn: [EditRule] =
    (operands + tensors + functions + sums + [onlyBelowZero]).filter { !$0.isConvention }

  /// What becomes of the sides of an operator.
  static let operands: [EditRule] = [
    EditRule("left-out", "{part} is left out", .changedToo) { node, _ in
      switch node.form {
      case .binary(.minus, let left, let right):
        return [
          Change(result: left, part: right),
          Change(result: Expression(.negated(right)), part: left),
          Change(result: right, part: left, bits: 1),
        ]
      case .binary(.divide, let left, let right), .binary(.power, let left, let right):
        return [Change(result: left, part: right)]
      case .binary(_, let left, let right):
        return [Change(result: left, part: right), Change(result: right, part: left)]
      case .negated(let inner): return [Change(result: inner, part: node)]
      default: return []
      }
    },
    EditRule("twice", "{part} stands twice", .changedToo) { node, _ in
      guard case .binary(let operation, let left, let right) = node.form else { return [] }
      switch operation {
      case .times:
        return [
          Change(result: node * right, part: right),
          Change(result: left * node, part: left),
        ]
      case .plus:
        return [
          Change(result: node + right, part: right), Change(result: left + node, part: left),
        ]
      case .minus: return [Change(result: node - right, part: right)]
      case .divide: return [Change(result: node / right, part: right)]
      default: return []
      }
    },
    EditRule("sign-turned", "the sign of {part} is turned", .changedToo) { node, _ in
      switch node.form {
      case .binary(.plus, let left, let right):
        return [Change(result: left - right, part: right)]
      case .binary(.minus, let left, let right):
        return [Change(result: left + right, part: right)]
      case .quantity, .call:
        return [Change(result: Expression(.negated(node)), part: node)]
      default: return []
      }
    },
    EditRule("whole-sign-turned", "the sign is turned", .whole) { node, _ in
      [Change(result: Expression(.negated(node)), part: node)]
    },
    EditRule("divided-for-multiplied", "it is divided by {part}") { node, _ in
      guard case .binary(.times, let left, let right) = node.form, node.pulledBack == nil else {
        return []
      }
      return [Change(result: left / right, part: right)]
    },
    EditRule("multiplied-for-divided", "it is multiplied by {part}") { node, _ in
      guard case .binary(.divide, let left, let right) = node.form else { return [] }
      return [Change(result: left * right, part: right)]
    },
    EditRule("not-transposed", "{by} is not transposed", .changedToo) { node, _ in
      guard case .transposed(let inner) = node.form else { return [] }
      return [Change(result: inner, part: node, replacement: inner)]
    },
    EditRule("transposed", "{part} is transposed") { node, _ in
      guard case .quantity = node.form else { return [] }
      return [Change(result: node.transposed, part: node)]
    },
    EditRule("sides-changed", "{part} and {by} have changed sides", .changedToo) { node, _ in
      guard case .binary(let operation, let left, let right) = node.form,
        operation == .product || operation == .divide
      else { return [] }
      return [
        Change(result: .binary(operation, right, left), part: left, replacement: right)
      ]
    },
    EditRule("whole-transposed", "all of it is transposed", .whole) { node, _ in
      [Change(result: node.transposed, part: node)]
    },
    EditRule("cell-by-cell", "{part} is taken cell by cell", .changedToo) { node, _ in
      guard case .binary(.product, let left, let right) = node.form else { return [] }
      func plain(_ side: Expression) -> [Expression] {
        if case .transposed(let inner) = side.form { return [side, inner] }
        return [side]
      }
      return plain(left).flatMap { first in
        plain(right).map { Change(result: first * $0, part: node) }
      }
    },
    EditRule("matrix-product", "the product of {part} and {by} is one of matrices") { node, _ in
      guard case .binary(.times, let left, let right) = node.form, node.pulledBack == nil else {
        return []
      }
      return [
        Change(result: left.dot(right), part: left, replacement: right),
        Change(result: left.transposed.dot(right), part: left, replacement: right),
        Change(result: left.dot(right.transposed), part: left, replacement: right),
      ]
    },
  ]

  /// What stands in a tensor's place.
  static let tensors: [EditRule] = [
    EditRule("other-tensor", "{by} stands in place of {part}") { node, site in
      let isTransposed: Bool
      switch node.form {
      case .quantity, .slope: isTransposed = false
      case .transposed: isTransposed = true
      default: return []
      }
      return site.tensors.filter { $0.expression != node }.flatMap { known in
        let turned = Change(
          result: known.expression.transposed, part: node,
          replacement: known.expression.transposed, bits: known.bits + 1)
        guard !isTransposed else { return known.shape == Shape(1, 1) ? [] : [turned] }
        let plain = Change(
          result: known.expression, part: node, replacement: known.expression, bits: known.bits)
        return known.shape == Shape(1, 1) ? [plain] : [plain, turned]
      }
    },
    EditRule("extra-factor", "{by} stands there as one more factor", .whole) { node, site in
      site.tensors.filter { $0.shape != Shape(1, 1) }.map {
        Change(
          result: node * $0.expression, part: node, replacement: $0.expression, bits: $0.bits + 1)
      }
    },
    EditRule("integers-cut", "{part} is cut to integers") { node, _ in
      guard case .quantity = node.form, let cut = CellFunction.named("int64") else { return [] }
      return [Change(result: Expression(.call(cut, [node])), part: node)]
    },
    EditRule("result-cut", "it is cut to integers", .whole) { node, _ in
      CellFunction.named("int64").map {
        [Change(result: Expression(.call($0, [node])), part: node)]
      } ?? []
    },
  ]
}
