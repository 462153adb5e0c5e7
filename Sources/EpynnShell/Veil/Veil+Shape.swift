import EpynnCore

/// The shape that a question to the room asks for: what would tell it is not drawn.
extension Veil {
  /// What a screen says, or one sentence where it would tell the shape.
  func withoutAskedShape(_ facts: [Fact], in machine: Machine, _ look: Look) -> [Fact] {
    guard let shape = asked?.shape, let name = asked?.name else { return facts }
    let names = self.names(of: name, in: machine)
    let words = ["\(shape)", name.quantity.letters.line(summed: nil, shape: shape).text]
    let drawn = facts.contains { $0.draws(names) }
    let lines = Page(facts.filter { !$0.isCard }, look.on(Screen())).lines.map(\.text)
    let isTold =
      lines.contains { $0.mentions(names) }
      && lines.contains { line in words.contains { line.contains($0) } }
      // How many cells it has leaves few shapes.
      || lines.contains {
        $0.mentions(names) && ($0 + " ").contains(" of \(shape.rows * shape.columns) ")
      }
    guard drawn || isTold else { return facts }
    let whole = name.quantity.text(inLayer: name.layer, of: machine.layers.count)
    return [
      .sentence("what would tell the shape of \(whole) is not shown while it is asked", in: .screen)
    ]
  }

  /// Whether a line names the tensor whose shape is asked for.
  func namesAskedShape(_ line: String, in machine: Machine) -> Bool {
    guard asked?.shape != nil, let name = asked?.name else { return false }
    return line.mentions(names(of: name, in: machine))
  }

  /// Whether a formula reads it, or what holds the same numbers.
  func readsAskedShape(_ expression: Expression, in scope: Scope) -> Bool {
    guard asked?.shape != nil, let cover = asked?.cover else { return false }
    return covers(read: expression, in: scope).contains(cover)
  }

  /// Whether a tensor has that shape by construction.
  func hidesShape(of quantity: Quantity, layer: Int, in machine: Machine) -> Bool {
    guard asked?.shape != nil, let name = asked?.name else { return false }
    return machine.twins(of: name).contains(TensorName(quantity, layer: layer))
  }

  /// What the tensor is called, and those that hold the same numbers.
  private func names(of name: TensorName, in machine: Machine) -> [String] {
    machine.twins(of: name).flatMap {
      [$0.quantity.name, $0.quantity.text(inLayer: $0.layer, of: machine.layers.count)]
    }
  }
}

extension Fact {
  fileprivate var isCard: Bool {
    switch self {
    case .card, .digest, .equation: true
    case .gap, .prose, .chain, .table, .listing, .heading, .pairs, .literal, .markdown, .value,
      .values, .terms, .worked, .tensor, .curves, .picture, .network:
      false
    }
  }

  /// Whether one of the tensors is drawn in it.
  fileprivate func draws(_ names: [String]) -> Bool {
    switch self {
    case .card(let card): card.draws(names)
    case .equation(let equation, _): equation.draws(names)
    case .digest(let digest):
      digest.card.draws(names) || digest.written.contains { $0.label.mentions(names) }
        || digest.rows.contains { $0.contains { $0.mentions(names) } }
    case .tensor(let tensor): tensor.label.mentions(names)
    case .value(let value): value.heading?.name.mentions(names) ?? false
    case .values(let values): values.contains { $0.heading?.name.mentions(names) ?? false }
    case .gap, .prose, .chain, .table, .listing, .heading, .pairs, .literal, .markdown, .terms,
      .worked, .curves, .picture, .network:
      false
    }
  }
}

extension CardEquation {
  fileprivate func draws(_ names: [String]) -> Bool {
    ([result] + operands).contains { $0.label.mentions(names) }
  }
}

extension CardFacts {
  fileprivate func draws(_ names: [String]) -> Bool {
    computed.contains { $0.draws(names) } || updated.joined().contains { $0.label.mentions(names) }
  }
}

extension String {
  /// Whether one of the names stands in it, and not within a longer one.
  fileprivate func mentions(_ names: [String]) -> Bool {
    names.contains { name in
      ranges(of: name).contains { range in
        let before = self[..<range.lowerBound].last
        let after = self[range.upperBound...].first
        return ![before, after].contains { $0?.isASCIIWord ?? false }
      }
    }
  }
}

extension Character {
  fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber || self == "_") }
}
