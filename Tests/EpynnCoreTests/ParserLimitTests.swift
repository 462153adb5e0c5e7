import EpynnCore
import TestSupport
import Testing

/// Lines that do not fit: a fault with its column, soon, and never a crash.
@Suite struct ParserLimitTests {
  private static let operand = "a name, a number or '('"
  private static let lineEnd = "an operator or the end of the line"

  @Test(
    arguments: [
      ("((X + 1)", .neverClosed("("), 8), ("exp(X", .neverClosed("("), 5),
      ("1 + [[1, 2]", .neverClosed("["), 4), ("X[0", .neverClosed("["), 1),
      ("", .unexpectedEnd(wanted: operand), 0), ("  # nothing", .unexpectedEnd(wanted: operand), 2),
      ("2 * -", .unexpectedEnd(wanted: operand), 5), ("act'", .unexpectedEnd(wanted: "'('"), 4),
      ("X $ W", .unexpectedCharacter("$"), 2), ("X^2", .unexpectedCharacter("^"), 1),
      ("Z ? 2", .unexpectedCharacter("?"), 2), ("ᵀ·€", .unexpectedCharacter("€"), 2),
      ("X)", .unexpected(")", wanted: lineEnd), 1), ("2 3", .unexpected("3", wanted: lineEnd), 2),
      ("1_000", .unexpected("_000", wanted: lineEnd), 1),
      ("X @ @ W", .unexpected("@", wanted: operand), 4),
      ("[]", .unexpected("]", wanted: "a number"), 1),
      ("X[]", .unexpected("]", wanted: "an index"), 2),
      ("X[0.5]", .unexpected("0.5", wanted: "an index, a whole number"), 2),
      ("X[0 1]", .unexpected("1", wanted: "']' after the row and the column"), 4),
      ("1e999", .numberOutOfRange("1e999"), 0), ("X * 1e400", .numberOutOfRange("1e400"), 4),
      ("[[1], [2, 3]]", .raggedRow(row: 1, count: 2, expected: 1), 6),
      ("[[1 2]\n [3]]", .raggedRow(row: 1, count: 1, expected: 2), 8),
      ("sofmax(Z)", .unknownFunction("sofmax", nearest: "softmax"), 0),
      ("X + np.maximun(X, 0)", .unknownFunction("maximun", nearest: "maximum"), 7),
      ("X.summ()", .unknownFunction("summ", nearest: "sum"), 2),
      ("qwertyuiop(1)", .unknownFunction("qwertyuiop", nearest: nil), 0),
      ("where(X, 1)", .argumentCount("where", expected: 3, found: 2), 0),
      ("1 + mean()", .argumentCount("mean", expected: 1, found: 0), 4),
      ("loss(Y)", .argumentCount("loss", expected: 2, found: 1), 0),
      ("Z.sum(axis=2)", .unexpected("sum", wanted: "axis=0 or axis=1"), 11),
      ("zeros()", .argumentCount("zeros", expected: 1, found: 0), 0),
    ] as [(String, Fault, Int)])
  func faultsSayWhere(line: String, fault: Fault, column: Int) {
    #expect(throws: Failure(fault, at: column)) { try Expression(parsing: line) }
  }

  /// What is read once is read again as it is printed, up to the last level.
  @Test(arguments: [
    "-", "−", "~", "-+", "-~", "2 ** -", "--2 - ", "(-", "-(", "X.dot(-", "-exp(", "--(", "1 - --",
  ])
  func whatIsReadIsReadAgain(opening: String) throws {
    var read = 0
    for count in 1...210 {
      let closing = String(
        repeating: ")", count: opening.contains("(") ? count : 0)
      let line = String(repeating: opening, count: count) + "X" + closing
      guard let expression = try? Expression(parsing: line) else { continue }
      read += 1
      let printed = MatrixNotation(.ascii).text(of: expression)
      #expect(try Expression(parsing: printed) == expression, "\(count)")
    }
    #expect(read > 40)
  }

  /// What is printed is read as the same.
  @Test(arguments: [
    "concatenate((X, X), axis=None)", "concatenate((X, X))", "np.concatenate((X, X), 1)",
    "X[None:2]", "X[:None]",
    "X[1:None:2]", "negative(5)", "negative(X)", "np.negative(True)", "np.size(X, None)",
    "np.size(X, 0)", "X.size",
    "diag(Y, np.float64(1))", "diag(Y, +np.float64)", "X.astype(float)", "np.sum(X, dtype=float)",
  ])
  func whatIsPrintedIsTheSame(line: String) throws {
    let expression = try Expression(parsing: line)
    let printed = MatrixNotation(.ascii).text(of: expression)
    #expect(try Expression(parsing: printed) == expression, "\(printed)")
  }

  @Test func aHundredThousandParenthesesAreTooMany() {
    let line = String(repeating: "(", count: 100_000) + "1" + String(repeating: ")", count: 100_000)
    #expect(throws: Failure(.tooDeep(limit: 200), at: 200)) { try Expression(parsing: line) }
  }

  @Test(arguments: [
    "[", "-", "+", "exp(", "2 ** ", "[-", "relu'(", "act(1 + ", "np.array([", "X.dot(", "[1 ",
  ])
  func tenThousandLevelsAreTooMany(opening: String) {
    let line = String(repeating: opening, count: 10_000)
    #expect(fault(of: line) == .tooDeep(limit: 200))
  }

  @Test(arguments: [".T", "ᵀ", "[0]", ".sum()", " + 1", " @ X", " ** 2"])
  func tenThousandLinksAreTooMany(link: String) {
    let line = "X" + String(repeating: link, count: 10_000)
    #expect(fault(of: line) == .tooDeep(limit: 200))
  }

  @Test(.timeLimit(.minutes(1)))
  func aSumOfAMillionTermsIsTooLong() {
    let line = "1" + String(repeating: "+1", count: 999_999)
    #expect(fault(of: line) == .tooDeep(limit: 200))
  }

  /// The deepest formula of a kind that is read is also read as it is printed.
  @Test(arguments: [
    ("-", "X", ""), ("2 ** -", "X", ""), ("2 ** ", "X", ""), ("~", "X", ""), ("-(", "X", ")"),
    ("exp(", "X", ")"), ("exp(-", "X", ")"), ("1 - (", "X", ")"), ("", "X", ".T"), ("", "X", "[0]"),
    ("", "X", ".sum()"), ("", "X", ".copy()"), ("", "X", " + 1"), ("", "X", " @ X"),
    ("", "X", ".dot(X)"),
    ("X.dot(", "X", ")"), ("[", "1", "]"), ("relu(", "X", ")"), ("(-", "X", ").T"),
    ("(-", "X", ")[0]"),
    ("(X + ", "X", ").T"), ("-np.sum(", "X", ")"),
  ])
  func whatIsReadIsReadAsPrinted(opening: String, middle: String, closing: String) throws {
    func line(_ depth: Int) -> String {
      String(repeating: opening, count: depth) + middle + String(repeating: closing, count: depth)
    }
    let depth = try #require((1...200).last { (try? Expression(parsing: line($0))) != nil })
    let deepest = try Expression(parsing: line(depth))
    for notation in [MatrixNotation(.ascii), MatrixNotation(.numpy)] {
      let printed = notation.text(of: deepest)
      #expect((try? Expression(parsing: printed)) == deepest, "\(depth) of \(opening)\(closing)")
    }
  }

  /// The depth that is allowed must also be walked, on the small stack of a test's thread.
  @Test func whatIsJustNotTooDeepIsEvaluated() throws {
    let deep = String(repeating: "(", count: 150) + "1" + String(repeating: ")", count: 150)
    let long = "0" + String(repeating: "+1", count: 150)
    let nested = String(repeating: "exp(0*", count: 60) + "1" + String(repeating: ")", count: 60)
    let scope = Scope(.example, layer: 1)
    #expect(try Expression(parsing: deep).value(in: scope).scalar == 1)
    #expect(try Expression(parsing: long).value(in: scope).scalar == 150)
    #expect(try Expression(parsing: nested).value(in: scope).scalar == 1)
  }

  @Test func aLongListIsNotDeep() throws {
    let commas = "[" + String(repeating: "1, ", count: 20_000) + "1]"
    let spaces = "[" + String(repeating: "[1 -2]\n ", count: 10_000) + "]"
    let scope = Scope(.example, layer: 1)
    #expect(try Expression(parsing: commas).value(in: scope).shape == Shape(1, 20_001))
    #expect(try Expression(parsing: spaces).value(in: scope).shape == Shape(10_000, 2))
  }

  @Test func anyTextIsReadOrRefused() {
    var generator = SeededGenerator(seed: 17)
    let words = [
      "X", "W", "1", "2.5", "(", ")", "[", "]", ",", ":", ".", "T", "'", "@", "*", "**", "-", "+",
      "=", "==", "+=", "<", " ", " ", "sum", "np", "act", "shape", "axis", "e", "\n", "ᵀ", "·", "#",
      "🙂", "é", "\u{301}", "\u{0}",
    ]
    var read = 0
    for _ in 0..<5_000 {
      let count = Int.random(in: 1...12, using: &generator)
      let line = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined()
      do throws(Failure) {
        let statement = try Statement(parsing: line)
        read += 1
        if case .show(let expression) = statement {
          _ = try expression.value(in: Scope(.example, layer: 1))
        }
      } catch {
        let column = error.column ?? -1
        #expect(0...line.unicodeScalars.count ~= column, "\(line)")
      }
    }
    #expect(read > 100)
  }

  @Test func evaluationFaultsNameTheirOperands() throws {
    let x = Operand(Expression(.quantity(.x, layer: nil)), Shape(4, 3))
    let w = Operand(Expression(.quantity(.w, layer: nil)), Shape(3, 2))
    #expect(failure("W @ X") == Failure(.innerSizes(left: w, right: x), at: 2))
    #expect(failure("1 + X * W") == Failure(.shapes("*", left: x, right: w), at: 6))
    #expect(failure("maximum(X, W)") == Failure(.shapes("maximum", left: x, right: w), at: 0))
    #expect(failure("X[0,3]")?.fault == .outside(rows: .one(0), columns: .one(3), of: x))
    #expect(failure("X[-5]")?.fault == .outside(rows: .one(-5), columns: .everything, of: x))
    #expect(failure("X[2:2]") == Failure(.emptyShape(Shape(0, 3)), at: 1))
    #expect(failure("zeros(0, 3)") == Failure(.emptyShape(Shape(0, 3)), at: 0))
    let held = 8 * (12 + 6 + 2 + 8)
    func noRoom(_ size: Int, besides kept: Int = 0) -> Fault {
      .noRoom(Shape(size, size), total: held + kept + 8 * size * size, .session)
    }
    #expect(failure("eye(100000)") == Failure(noRoom(100_000), at: 0))
    let most = 1_000_000_000_000_000
    #expect(failure("ones(1e15, 1e15)")?.fault == .noRoom(Shape(most, most), total: .max, .session))
    #expect(
      failure("ones(40000, 1) + ones(1, 40000)")
        == Failure(noRoom(40_000, besides: 2 * 8 * 40_000), at: 15))
    #expect(failure("2 * softmax'(X) * 2") == Failure(.shapes("*", left: two, right: x), at: 2))
    #expect(failure("softmax'(X) + X") == Failure(.jacobian("softmax"), at: 0))
    #expect(failure("MSE(Y, X)")?.fault == .targetShape(Shape(4, 2), output: Shape(4, 3)))
    #expect(failure("1 + my_w") == Failure(.unknownVariable("my_w", nearest: nil), at: 4))
  }

  private let two = Operand(Expression(.number(2)), Shape(1, 1))

  private func fault(of line: String) -> Fault? {
    do throws(Failure) { _ = try Expression(parsing: line) } catch { return error.fault }
    return nil
  }

  private func failure(_ line: String) -> Failure? {
    do throws(Failure) {
      _ = try Expression(parsing: line).value(in: Scope(.example, layer: 1))
    } catch { return error }
    return nil
  }
}

@Suite struct ComparisonTests {
  @Test func aChainOfComparisonsWantsParentheses() throws {
    let fault = Fault.unexpected(
      ">", wanted: "the end, or parentheses around the first comparison")
    #expect(throws: Failure(fault, at: 6)) { try Expression(parsing: "3 > 2 > 1") }
    #expect(
      try Expression(parsing: "(3 > 2) == 1").value(in: Scope(.example, layer: 1)).scalar == 1)
  }

  /// Every level of brackets may hold a chain of its own: it is the whole height that counts.
  @Test func bracketsDoNotLiftTheLimit() {
    let line = (0..<60).reduce("1") { line, depth in
      "(" + line + String(repeating: "+1", count: depth) + ")"
    }
    #expect(throws: Failure.self) { try Expression(parsing: line) }
  }
}
