/// The part of an iteration that a step belongs to, in running order.
public enum Phase: String, Sendable, Hashable, CaseIterable {
  case forward, loss, backward, gradients, update
}

/// One row of the table: an equation and its place in the documentation.
public struct Step: Sendable, Equatable {
  public let phase: Phase
  /// The documentation's number, `1.1`; `loss` and `update` have none.
  public let number: String?
  public let title: String
  public let assignments: [Assignment]
  /// What the documentation's chained equation writes between the quantity and the right-hand side.
  public let chain: [IndexTerm]
  /// Why it has the form that it has.
  public let reason: String

  public static func == (left: Step, right: Step) -> Bool { left.name == right.name }

  /// The step's name is what it writes: `dW`; `update` writes two and keeps its own.
  public var name: String {
    phase == .update ? phase.rawValue : assignments[0].quantity.name
  }

  /// The documentation's name for it, `gradients (1.1)`.
  public var label: String {
    number.map { "\(phase.rawValue) (\($0))" } ?? phase.rawValue
  }

  public var writes: [Quantity] { assignments.map(\.quantity) }
}

/// One equation of a step.
public struct Assignment: Sendable, Equatable {
  public let quantity: Quantity
  public let expression: Expression

  public init(quantity: Quantity, expression: Expression) {
    self.quantity = quantity
    self.expression = expression
  }
}

extension Assignment {
  /// The equation in a layer without a bias; `nil` where it writes b or its gradient.
  var withoutBias: Assignment? {
    guard quantity != .b, quantity != .db else { return nil }
    guard case .binary(.plus, let rest, let addend) = expression.form, addend == .b else {
      return self
    }
    return Assignment(quantity: quantity, expression: rest)
  }
}

extension Step {
  init(
    _ phase: Phase, _ number: String? = nil, _ title: String, _ quantity: Quantity,
    equals expression: Expression, chain: [IndexTerm] = [], reason: String
  ) {
    self.init(
      phase, number, title, [Assignment(quantity: quantity, expression: expression)], chain: chain,
      reason: reason)
  }

  init(
    _ phase: Phase, _ number: String? = nil, _ title: String, _ assignments: [Assignment],
    chain: [IndexTerm] = [], reason: String
  ) {
    self.phase = phase
    self.number = number
    self.title = title
    self.assignments = assignments
    self.chain = chain
    self.reason = reason
  }
}
