import EpynnCore
import Foundation
import Testing

/// `Fixtures/notations.txt`: what each notation wrote of each formula when the fixture was made.
@Suite struct NotationFixtureTests {
  @Test func everyNotationWritesWhatItWrote() throws {
    let name = "Fixtures/notations"
    let file = try #require(Bundle.module.url(forResource: name, withExtension: "txt"))
    let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let written = try Self.tableInIndices + Self.stepsInMatrices + Self.typedInMatrices
    #expect(written.count == expected.count)
    for (line, known) in zip(written, expected) { #expect(line == known) }
  }

  private static let matrices: [(name: String, notation: MatrixNotation)] = [
    ("unicode", MatrixNotation(.unicode)), ("ascii", MatrixNotation(.ascii)),
    ("numpy", MatrixNotation(.numpy)), ("latex", MatrixNotation(.latex)),
  ]

  private static let indices: [(name: String, notation: @Sendable (Int?) -> IndexNotation)] = [
    ("unicode", { IndexNotation(.unicode, layer: $0) }),
    ("ascii", { IndexNotation(.ascii, layer: $0) }),
    ("latex", { IndexNotation(.latex, layer: $0) }),
  ]

  /// The documentation's equations, of layer k and of layers with a number.
  private static var tableInIndices: [String] {
    var lines: [String] = []
    for (name, notation) in indices {
      for layer in [nil, 1, 2, 12] {
        let equations = Dense.steps.flatMap { notation(layer).equations(of: $0) }
        lines += equations.map { "\(name), layer \(layer.map(String.init) ?? "k"): \($0)" }
      }
    }
    return lines
  }

  /// The table's own formulas, then each as a machine runs it, with and without its layer's number.
  private static var stepsInMatrices: [String] {
    var lines: [String] = []
    for (name, notation) in matrices {
      let table = Dense.steps.flatMap(\.assignments)
      lines += table.map { "\(name), table: \(notation.equation(of: $0))" }
      for (place, machine) in NotationCase.machines {
        for (stop, formula) in NotationCase.formulas(of: machine) {
          lines.append("\(name), \(place), \(stop.name): \(notation.equation(of: formula))")
          guard stop.layerCount > 1, stop.layer > 0 else { continue }
          let numbered = notation.equation(of: formula, layer: stop.layer)
          lines.append("\(name), \(place), \(stop.name) in its layer: \(numbered)")
        }
      }
    }
    return lines
  }

  private static var typedInMatrices: [String] {
    get throws {
      try matrices.flatMap { name, notation in
        try NotationCase.typed.map { typed in
          "\(name), \(typed) typed: \(try notation.text(of: Expression(parsing: typed)))"
        }
      }
    }
  }
}
