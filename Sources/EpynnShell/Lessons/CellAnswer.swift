import EpynnCore
import EpynnLessons

/// The cell that a question asks for, and what a wrong number in it may come from.
struct CellAnswer {
  private let name: CellName
  private let machine: Machine

  /// `nil` where the answer is no cell of a tensor.
  ///
  /// The answer may be written as a cell; else the question names it, and the answer is its number.
  init?(_ question: Question, answer: Matrix, in machine: Machine, layer: Int) {
    guard let number = answer.scalar else { return nil }
    let written = [question.answer] + Self.cells(in: question.text).reversed()
    let names = written.compactMap { Self.cell($0, in: machine, layer: layer) }
    let found = names.first { name in
      let truth = try? OwnResult.truth(of: name.quantity, layer: name.layer, in: machine)
      guard let truth, truth.holds(name.cell) else { return false }
      return OwnNumbers(answer, typedAs: question.answer).agree(
        with: Matrix([[truth[name.cell]]]))
    }
    guard number.isFinite, let found else { return nil }
    name = found
    self.machine = machine
  }

  /// What would give the number typed; `nil` where nothing known does.
  func reason(for typed: TypedNumber) -> CellReason? { CellReason(typed, at: name, in: machine) }

  private static func cell(_ text: String, in machine: Machine, layer: Int) -> CellName? {
    guard let expression = try? Expression(parsing: text),
      case .part(let inner, .one(let row), .one(let column)) = expression.form,
      case .quantity(let quantity, let named) = inner.form, row >= 0, column >= 0,
      Dense.steps.contains(where: { $0.writes.contains(quantity) })
    else { return nil }
    return CellName(quantity, layer: named ?? layer, Cell(row, column))
  }

  /// The pieces of a text that read `NAME[…]`.
  private static func cells(in text: String) -> [String] {
    var cells: [String] = []
    var rest = text[...]
    while let opening = rest.firstIndex(of: "["), let closing = rest[opening...].firstIndex(of: "]")
    {
      let name = rest[..<opening].reversed().prefix { $0.isLetter || $0.isNumber }.reversed()
      if !name.isEmpty { cells.append(String(name) + rest[opening...closing]) }
      rest = rest[rest.index(after: opening)...]
    }
    return cells
  }
}
