/// A wrong right-hand side that people write for a quantity: the same kind of tree as the right
/// one.
public struct Mistake: Sendable, Equatable {
  /// Under which `bug` knows it.
  public let name: String
  public let assignments: [Assignment]
  /// What the number is, not what the person did; `{m}` stands for the number of samples.
  private let sentence: String
  /// Whether other courses define it so, which makes it a convention.
  public let isConvention: Bool
  private let conventionName: String?
  /// What was done to a step's formula to make it, where it is no row of the table.
  package let edits: [Edit]
  /// The formula that was edited.
  private let right: Expression?
  private let applies: @Sendable (StepSetting) -> Bool

  init(
    _ name: String, _ quantity: Quantity, is expression: Expression, _ sentence: String,
    isConvention: Bool = false, convention: String? = nil,
    where applies: @escaping @Sendable (StepSetting) -> Bool = { _ in true }
  ) {
    self.init(
      name, [Assignment(quantity: quantity, expression: expression)], sentence,
      isConvention: isConvention, convention: convention, where: applies)
  }

  init(
    _ name: String, _ assignments: [Assignment], _ sentence: String, isConvention: Bool = false,
    convention: String? = nil,
    where applies: @escaping @Sendable (StepSetting) -> Bool = { _ in true }
  ) {
    self.name = name
    self.assignments = assignments
    self.sentence = sentence
    self.isConvention = isConvention
    conventionName = convention
    edits = []
    right = nil
    self.applies = applies
  }

  /// Edits of a step's formula in one layer, called by the names of all of them.
  ///
  /// - Parameters:
  ///   - right: the formula as it runs there, everything filled in and its layer named.
  ///   - setting: the layer's own, in which alone the formula means what it does.
  init(
    _ edits: [Edit], of quantity: Quantity, making formula: Expression, from right: Expression,
    in setting: StepSetting
  ) {
    name = edits.map(\.name).joined(separator: "+")
    assignments = [Assignment(quantity: quantity, expression: formula)]
    sentence = ""
    isConvention = false
    conventionName = nil
    self.edits = edits
    self.right = right
    applies = { $0 == setting }
  }

  public static func == (left: Mistake, right: Mistake) -> Bool {
    left.name == right.name && left.assignments == right.assignments
  }

  public var quantity: Quantity { assignments[0].quantity }

  func writes(_ quantity: Quantity) -> Bool { assignments.contains { $0.quantity == quantity } }

  /// What the number is, with the machine's number of samples in it.
  public func sentence(in machine: Machine) -> String {
    guard let right else { return tableSentence(in: machine) }
    let notation = MatrixNotation(.unicode)
    return "this is \(notation.text(of: assignments[0].expression)); right is"
      + " \(notation.text(of: right)): "
      + edits.map { $0.sentence(in: notation) }.joined(separator: ", and ")
  }

  private func tableSentence(in machine: Machine) -> String {
    sentence.replacing("{m}", with: machine.data.map { "\($0.matrix.rows)" } ?? "m")
  }

  /// The phase of the step in which it is made.
  public var phase: Phase {
    if quantity == .w || quantity == .b { return .update }
    return Dense.step(writing: quantity)?.phase ?? .update
  }

  /// The convention that would make it right, where there is one.
  public var convention: Convention? { conventionName.flatMap(Convention.named) }

  /// Whether it can be made in a layer of a machine.
  package func applies(to machine: Machine, layer: Int) -> Bool {
    StepSetting(machine, layer: layer).map(applies) ?? false
  }

  public static func named(_ name: String) -> Mistake? { all.first { $0.name == name } }
}
