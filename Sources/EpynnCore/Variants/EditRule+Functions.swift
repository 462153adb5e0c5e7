/// Edits of activations, slopes and losses.
extension EditRule {
  static let functions: [EditRule] = [
    EditRule("activation-left-out", "{part} is left out") { node, _ in
      guard case .activated(_, let z) = node.form else { return [] }
      return [Change(result: z, part: node)]
    },
    EditRule("overwritten", "the activation was applied in place, so Z holds A", .whole) {
      node, site in
      guard site.quantity == .z, !site.activation.rule.isIdentity else { return [] }
      return [Change(result: Expression(.activated(site.activation, node)), part: node)]
    },
    EditRule("other-activation", "{by} stands in place of {part}") { node, site in
      guard case .activated(let used, let z) = node.form else { return [] }
      return (Activation.Rule.all + [site.activation.rule]).filter { $0.name != used?.name }.map {
        let other = Expression(.activated(Activation($0), z))
        return Change(result: other, part: node, replacement: other)
      }
    },
    EditRule("slope-for-activation", "{by}, the slope, stands in place of {part}") { node, site in
      guard case .activated(let used, let z) = node.form, let used, used.isElementwise else {
        return []
      }
      let slope = Expression(.slope(used, z))
      return [Change(result: slope, part: node, replacement: slope)]
    },
    EditRule("activation-for-slope", "{by}, the activation, stands in place of {part}") {
      node, _ in
      guard case .slope(let used, let z) = node.form else { return [] }
      let activated = Expression(.activated(used, z))
      return [Change(result: activated, part: node, replacement: activated)]
    },
    EditRule("other-slope", "{by}, the slope of another activation, stands in place of {part}") {
      node, _ in
      guard case .slope(let used, let z) = node.form else { return [] }
      return Activation.Rule.all.filter {
        $0.name != used?.name && Activation($0).isElementwise && !$0.isIdentity
      }.map {
        let other = Expression(.slope(Activation($0), z))
        return Change(result: other, part: node, replacement: other)
      }
    },
    EditRule(
      "slope-at-bend", "at the bend itself the slope is taken otherwise, a convention of others",
      isConvention: true
    ) {
      node, _ in
      node.slopesAtBend.map { Change(result: $0, part: node, replacement: $0) }
    },
    EditRule("slope-formula-at", "the slope's formula in terms of the output is fed with {by}") {
      node, site in
      guard let (error, used, z) = node.slopedError else { return [] }
      var points = [(z, 0.0), (site.own(.x), 2.0), (site.own(.dA), 2.0)]
      if case .quantity(.z, _) = z.form { points[0].1 = 0 }
      return points.compactMap { point, bits in
        used.dZ(of: error, output: point).map {
          Change(result: $0, part: node, replacement: point, bits: bits)
        }
      }
    },
    EditRule(
      "other-slope-formula", "the slope of another activation, by {by}, stands in place of {part}"
    ) { node, site in
      guard let (error, used, z) = node.slopedError, case .binary(_, _, let slope) = node.form
      else { return [] }
      return Activation.Rule.all.filter { $0.name != used.name }.flatMap { rule in
        [(site.own(.a), 1.0), (z, 2.0)].compactMap { point, bits in
          Activation(rule).dZ(of: error, output: point).map {
            Change(result: $0, part: slope, replacement: point, bits: bits)
          }
        }
      }
    },
    EditRule("softmax-over-all", "the softmax is taken over all cells at once") { node, _ in
      guard let powers = node.softmaxPowers else { return [] }
      let total = Expression(.reduced(.sum, powers, .all))
      return [Change(result: powers / total, part: node)]
    },
    EditRule("softmax-down-columns", "the softmax is taken down the samples") { node, _ in
      guard let powers = node.softmaxPowers else { return [] }
      let total = Expression(.reduced(.sum, powers, .rows))
      return [Change(result: powers / total, part: node)]
    },
    EditRule("softmax-unshared", "the powers of the softmax are not shared out") { node, _ in
      node.softmaxPowers.map { [Change(result: $0, part: node)] } ?? []
    },
    EditRule("jacobian-column", "one column of the Jacobian stands for all of it") { node, site in
      guard let (error, _, _) = node.pulledBack, let units = site.dense?.units else { return [] }
      let a = site.own(.a)
      return (0..<min(units, 16)).map { unit in
        let one = Selection.one(unit)
        let column = Expression(.part(error, rows: .everything, columns: one))
        let output = Expression(.part(a, rows: .everything, columns: one))
        let own = Expression.rows(ofOneAt: unit, of: units)
        return Change(result: column * output * (own - a), part: node, bits: 2)
      }
    },
    EditRule("cells-of-jacobian", "the Jacobian's diagonal stands for all of it") { node, site in
      guard let (error, _, _) = node.pulledBack else { return [] }
      let a = site.own(.a)
      return [Change(result: error * (a * (.number(1) - a)), part: node)]
    },
    EditRule("largest-for-each", "the largest of a whole axis stands in place of {part}") {
      node, _ in
      guard case .activated(let used, let z) = node.form, let used, used.rule.bends == [0] else {
        return []
      }
      return [Axis.rows, .columns, .all].map {
        Change(result: Expression(.reduced(.max, z, $0)), part: node)
      }
    },
    EditRule("other-loss", "{by} stands in place of {part}") { node, _ in
      switch node.form {
      case .lossSlope(let used, let y, let a):
        return Loss.all.filter { $0 != used }.map {
          let other = Expression(.lossSlope($0, target: y, output: a))
          return Change(result: other, part: node, replacement: other)
        }
      case .lossOf(let used, let y, let a):
        return Loss.all.filter { $0 != used }.map {
          let other = Expression(.lossOf($0, target: y, output: a))
          return Change(result: other, part: node, replacement: other)
        }
      default: return []
      }
    },
    EditRule("half-of-loss", "only one of the two terms of {part} stands there") { node, site in
      guard case .lossSlope(let used, let y, let a) = node.form, let used,
        used.partner == Activation.Rule.sigmoid.name
      else { return [] }
      let one = Expression.number(1)
      let halves = [Expression(.negated(y / a)), (one - y) / (one - a)]
      return halves.map { half in
        Change(result: used.isMeanOverOutputs ? half / Expression(.size(.u)) : half, part: node)
      }
    },
  ]

  /// A change that is made where Z is not above 0 alone; a search puts it around every other.
  static let onlyBelowZero = EditRule("below-zero-only", "only where {by} is not above 0") { _, _ in
    []
  }
}

extension EditRule {
  /// What keeps the loss from log(0): seen where it is needed alone.
  static let guardLeftOut = EditRule(
    "guard-left-out", "without the guard {part} a logarithm or a division by 0 is not finite"
  ) { _, _ in [] }
}

extension Expression {
  /// An error times a slope: what reaches Z, whatever the activation.
  var slopedError: (error: Expression, activation: Activation, z: Expression)? {
    guard case .binary(.times, let error, let slope) = form,
      case .slope(let activation?, let z) = slope.form
    else { return nil }
    return (error, activation, z)
  }

  /// A slope that bends with the other numbers that courses give it there.
  var slopesAtBend: [Expression] {
    guard case .slope(let used?, let z) = form, !used.rule.bends.isEmpty,
      let choice = CellFunction.named("where")
    else { return [] }
    func isAt(_ bend: Double) -> Expression { .binary(.equal, z, .number(bend)) }
    let bends = used.rule.bends.dropFirst().reduce(isAt(used.rule.bends[0])) { $0 + isAt($1) }
    return [1, 0.5, 0].filter { used.slope(at: Matrix(used.rule.bends[0]))?.scalar != $0 }.map {
      Expression(.call(choice, [bends, .number($0), self]))
    }
  }

  /// exp(z / temperature) of a softmax of z.
  fileprivate var softmaxPowers: Expression? {
    guard case .activated(let used?, let z) = form, used.name == Activation.Rule.softmax.name else {
      return nil
    }
    let scaled = used.temperature == 1 ? z : z / .number(used.temperature)
    return Expression(.call(.exponential, [scaled]))
  }

  /// A row of zeros with a 1 at one place.
  fileprivate static func rows(ofOneAt place: Int, of count: Int) -> Expression {
    Expression(.rows([(0..<count).map { .number($0 == place ? 1 : 0) }]))
  }
}

extension Activation {
  /// dZ of an error by an output; `nil` where the output does not tell the slope.
  func dZ(of error: Expression, output: Expression) -> Expression? {
    dZFromOutput?.replacing { node in
      switch node.form {
      case .quantity(.dA, _): error
      case .quantity(.a, _): output
      default: nil
      }
    }
  }
}

extension Expression {
  /// The same formula with nodes replaced, from the top down.
  func replacing(_ change: (Expression) -> Expression?) -> Expression {
    if let other = change(self) { return other }
    return mappingChildren { $0.replacing(change) }
  }
}
