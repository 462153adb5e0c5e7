import TestSupport
import Testing

@testable import EpynnCore

/// Typed and printed tensors are taken to the digits that they show, and to no fewer.
@Suite struct TypedDigitsTests {
  private struct Printed: Decodable {
    let precision: Int
    let rows: [[Double]]
    let text: String
  }

  /// The printer of the tests below is NumPy's, to the character.
  @Test func thePrinterPrintsAsNumPyDoes() throws {
    let cases = try #require(fixture("numpy_printed", as: [Printed].self))
    #expect(cases.count == 160)
    for printed in cases {
      let own = NumPyPrinter(precision: printed.precision).cells(printed.rows).printed
      #expect(own == printed.text)
    }
  }

  /// What stands around the brackets, and what it does to the numbers in them.
  private enum Dress: CaseIterable {
    case plain, array, turned, mark, negated, both, doubled, timesMinusThree, halved

    func around(_ text: String) -> String {
      switch self {
      case .plain: text
      case .array: "np.array(\(text))"
      case .turned: "\(text).T"
      case .mark: "np.array(\(text))ᵀ"
      case .negated: "-\(text)"
      case .both: "-np.transpose(\(text))"
      case .doubled: "2 * \(text)"
      case .timesMinusThree: "\(text).T * -3"
      case .halved: "\(text) / 2"
      }
    }

    func applied(to matrix: Matrix) -> Matrix {
      func scaled(_ matrix: Matrix, by factor: Double) -> Matrix {
        Matrix(
          rows: matrix.rows, columns: matrix.columns, elements: matrix.elements.map { $0 * factor })
      }
      return switch self {
      case .plain, .array: matrix
      case .turned, .mark: matrix.transposed
      case .negated: scaled(matrix, by: -1)
      case .both: scaled(matrix.transposed, by: -1)
      case .doubled: scaled(matrix, by: 2)
      case .timesMinusThree: scaled(matrix.transposed, by: -3)
      case .halved: scaled(matrix, by: 0.5)
      }
    }
  }

  private struct Draw {
    let truth: Matrix
    let cells: NumPyPrinter.Cells
    let dress: Dress

    /// One in which some cell shows a decimal.
    static func random(_ generator: inout SeededGenerator) -> Draw {
      while true {
        let (rows, columns) = (
          Int.random(in: 1...4, using: &generator), Int.random(in: 1...4, using: &generator)
        )
        let kind = Int.random(in: 0..<5, using: &generator)
        let power = Int.random(in: -9...8, using: &generator)
        let numbers = (0..<rows).map { _ in
          (0..<columns).map { _ -> Double in
            let number = Double.random(in: -3...3, using: &generator)
            switch kind {
            case 1: return Bool.random(using: &generator) ? 0 : number
            case 2: return number * (Double("1e\(power)") ?? 1)
            case 3:
              return number * (Double("1e\(Int.random(in: -6...6, using: &generator))") ?? 1)
            case 4: return (number * 8).rounded() / 8
            default: return number
            }
          }
        }
        let printer = NumPyPrinter(precision: Int.random(in: 1...8, using: &generator))
        let cells = printer.cells(numbers)
        let dress = Dress.allCases.randomElement(using: &generator) ?? .plain
        if cells.decimals > 0 {
          return Draw(truth: dress.applied(to: Matrix(numbers)), cells: cells, dress: dress)
        }
      }
    }

    var text: String { dress.around(cells.printed) }

    /// The same with one cell off by two units of the last decimal.
    func off(_ generator: inout SeededGenerator) -> String {
      let row = Int.random(in: cells.texts.indices, using: &generator)
      let column = Int.random(in: cells.texts[row].indices, using: &generator)
      let parts = cells.texts[row][column].split(separator: "e")
      let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
      let missing = String(repeating: "0", count: cells.decimals - mantissa[1].count)
      let digits = Int(mantissa[0] + mantissa[1] + missing) ?? 0
      let moved = digits + (Bool.random(using: &generator) ? 2 : -2)
      let padded = String(repeating: "0", count: cells.decimals) + String(abs(moved))
      let text =
        (moved < 0 ? "-" : "") + padded.dropLast(cells.decimals) + "."
        + padded.suffix(cells.decimals) + (parts.count > 1 ? "e" + parts[1] : "")
      var texts = cells.texts
      texts[row][column] = text
      let rows = texts.map { $0.joined(separator: " ") }
      return dress.around("[[" + rows.joined(separator: "]\n [") + "]]")
    }

    func agrees(_ text: String) throws -> Bool {
      let value = try Expression(parsing: text).value(in: Scope(Machine(), layer: 1))
      return OwnNumbers(value, typedAs: text).agree(with: truth)
    }
  }

  @Test func noRightTensorIsRefused() throws {
    var generator = SeededGenerator(seed: 71)
    var (refused, scientific) = ([String](), 0)
    let count = trials(200)
    for _ in 0..<count {
      let draw = Draw.random(&generator)
      if draw.cells.isScientific { scientific += 1 }
      if try !draw.agrees(draw.text) { refused.append(draw.text) }
    }
    print("of \(count) right tensors \(refused.count) were refused, \(scientific) scientific")
    #expect(refused.isEmpty, "\(refused.prefix(3))")
    #expect(scientific * 10 > count && scientific * 10 < count * 8)
  }

  @Test func noneOffByTwoUnitsOfTheLastDecimalIsAccepted() throws {
    var generator = SeededGenerator(seed: 72)
    var accepted: [String] = []
    let count = trials(200)
    for _ in 0..<count {
      let draw = Draw.random(&generator)
      let off = draw.off(&generator)
      if try draw.agrees(off) { accepted.append("\(off) for \(draw.truth)") }
    }
    print("of \(count) tensors off by two units \(accepted.count) were accepted")
    #expect(accepted.isEmpty, "\(accepted.prefix(3))")
  }

  private static let meanings: [(String, [Double], Bool)] = [
    // Eight digits are meant where no cell shows one, and of Python's spelling too.
    ("[[0. 0.] [0. 0.]]", [0, 1e-7, 0, 0], false), ("[[0. 0.] [0. 0.]]", [0, 4e-9, 0, 0], true),
    ("[[0.0, 0.0], [0.0, 0.0]]", [0.04, 0, 0, 0], false),
    ("[[1. 2.] [3. 4.]]", [1, 2, 3, 4], true),
    // The longest decimals are everybody's.
    ("[[0. 0.25] [1. 2.]]", [0.004, 0.25, 1, 2.004], true),
    ("[[0. 0.25] [1. 2.]]", [0.006, 0.25, 1, 2], false),
    ("[[0.5 0.25] [1. 2.]]", [0.46, 0.25, 1, 2], false),
    ("[[0, 0.25], [1, 2]]", [0, 0.25, 1, 2.004], true),
    // Integers without any point are exact, whatever is done to them.
    ("[[3, -9], [2, 1]]", [3, -9, 2, 1], true), ("[[3, -9], [2, 1]]", [3, -9, 2, 1.001], false),
    ("2 * [[3, -9], [2, 1]]", [6, -18, 4, 2.001], false),
    // A mantissa's decimals count at each cell's own exponent; a zero is none of them.
    ("[[1.25e-05 0.00e+00] [3.00e+00 1.e+00]]", [1.254e-5, 0, 3.004, 1], true),
    ("[[1.25e-05 0.00e+00] [3.00e+00 1.e+00]]", [1.256e-5, 0, 3, 1], false),
    ("[[1.25e-05 0.00e+00] [3.00e+00 1.e+00]]", [1.25e-5, 1e-6, 3, 1], false),
    ("[[5.e-05 1.e+00] [1.e+00 1.e+00]]", [5.1e-5, 1, 1, 1], false),
    ("[[5.e-05 1.e-400] [1.e+00 1.e+00]]", [5e-5, 0, 1, 1], true),
    // Parentheses change nothing, a sign in front of them included.
    ("[[-(0.25), -(1.5)], [-(2.25), -(1)]]", [-0.254, -1.504, -2.254, -1], true),
    ("[[-(0.25), -(1.5)], [-(2.25), -(1)]]", [-0.25, -1.5, -2.256, -1], false),
    // A formula has all of its digits.
    ("[[0.5, 1/3], [1, 2]]", [0.5001, 1.0 / 3, 1, 2], false),
  ]

  @Test(arguments: meanings)
  func whatDigitsMean(text: String, truth: [Double], agrees: Bool) throws {
    let value = try Expression(parsing: text).value(in: Scope(Machine(), layer: 1))
    let right = Matrix(rows: 2, columns: 2, elements: truth)
    #expect(OwnNumbers(value, typedAs: text).agree(with: right) == agrees)
  }

  /// An exponent beyond any is 0, and no trap.
  @Test func whatNoFloat64HoldsIsNoTrap() throws {
    for text in ["[[1.5e-9223372036854775808 0.5]]", "[[1.5e-99999999999999999999999 0.5]]"] {
      let value = try Expression(parsing: text).value(in: Scope(Machine(), layer: 1))
      #expect(OwnNumbers(value, typedAs: text).agree(with: Matrix([[0, 0.5]])))
    }
  }

  /// Six significant digits have to differ before a mistake is named, and one more name it.
  @Test(arguments: [
    ("[[0.4, -0.7]]", false), ("[[0.75, -1.25]]", false),
    ("[[0.75, -1.250]]", true), ("[[0.75 -1.25]]", false), ("2 * [[0.375, -0.625]]", true),
  ])
  func fewDigitsNameNothing(text: String, isNamed: Bool) throws {
    let value = try Expression(parsing: text).value(in: Scope(Machine(), layer: 1))
    let result = try OwnResult(
      OwnNumbers(value, typedAs: text), for: .db, layer: 1, in: .example)
    #expect(result.differing.count == 2)
    #expect(result.isCalled == isNamed)
    #expect(result.isIndecisive == !isNamed)
    if !isNamed { #expect(result.operand == nil) }
  }
}
