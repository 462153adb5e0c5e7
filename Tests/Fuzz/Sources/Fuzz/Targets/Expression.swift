import EpynnShell

@testable import EpynnCore

extension Target {
  /// A formula: what is printed to be pasted reads back as the same tree, and it has a value or a
  /// reason.
  static let expression = Target(
    name: "expression", maximumLength: 300,
    dictionary: { Vocabulary.names.sorted() + Vocabulary.functions.sorted() + signs },
    seeds: { Machine.example.formulaSeeds },
    run: { bytes in
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      _ = try? Statement.reading(text)
      guard let expression = try? Expression(parsing: text) else { return }
      for notation in [MatrixNotation(.ascii), MatrixNotation(.numpy)] {
        let printed = notation.text(of: expression)
        let again = try? Expression(parsing: printed)
        require(
          again?.isSame(as: expression) == true,
          "\(text.debugDescription) printed as \(printed.debugDescription)")
      }
      _ = try? expression.value(in: Scope(computed, layer: 1))
    })

  private static let signs = [
    "+", "-", "*", "/", "@", "**", "==", "!=", "<", "<=", ">", ">=", "(", ")", "[", "]", ",", ":",
    ".T", ".dot(", ".sum(axis=0, keepdims=True)", ".mean(axis=1)", ".shape", ".shape[0]", "np.",
    "·", "⊙", "×", "ᵀ", "−", "′", "η", "1e308", "1e-320", "[0,1]", "[:,0]", "[-1]",
    "[[1, 2], [3, 4]]",
  ]

  /// The example after an iteration, so that every tensor has a value.
  private static let computed: Machine = {
    var machine = Machine.example
    machine.capacity = Limits.capacity
    for _ in 0..<machine.stops.count { try! machine.step() }
    return machine
  }()
}

extension Machine {
  /// The formulas of the steps as they are pasted.
  fileprivate var formulaSeeds: [[UInt8]] {
    stops.flatMap { stop in
      formulas(of: stop).flatMap { formula in
        [MatrixNotation(.ascii), MatrixNotation(.numpy)].map {
          Array($0.text(of: formula.expression).utf8)
        }
      }
    }
  }
}

extension Expression {
  /// Whether it is the same tree; NaN, which is no number's equal, is taken for itself.
  fileprivate func isSame(as other: Expression) -> Bool {
    self == other
      || holdsNaN && MatrixNotation(.ascii).text(of: self) == MatrixNotation(.ascii).text(of: other)
  }

  private var holdsNaN: Bool {
    if case .number(let number) = form { return number.isNaN }
    return form.children.contains(where: \.holdsNaN)
  }
}
