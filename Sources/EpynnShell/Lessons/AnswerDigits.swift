import EpynnCore

/// Whether numbers that were typed are those of an answer, and show as many digits as it needs.
struct AnswerDigits {
  private let given: Matrix
  private let own: OwnNumbers
  /// The most decimals of a cell; `nil` where a formula was typed, which has them all.
  private let decimals: Int?

  /// How many decimals are wanted.
  enum Wanted {
    /// By the question.
    case said(Int)
    /// By the answer, which is written with so many.
    case written(Int)
    /// By the number that the answer comes to.
    case needed
  }

  enum Fit: Equatable {
    case right
    case tooFew(wanted: Int)
    case other
  }

  init(_ given: Matrix, typedAs text: String) {
    self.given = given
    own = OwnNumbers(given, typedAs: text)
    let units = Self.units(of: text)
    decimals = units?.count == given.elements.count ? Self.decimals(of: text) : nil
  }

  /// - Parameter right: a matrix of the same shape.
  func fit(_ right: Matrix, decimals wanted: Wanted) -> Fit {
    guard let decimals else { return own.agree(with: right) ? .right : .other }
    let needed =
      switch wanted {
      case .said(let count), .written(let count): count
      case .needed: right.elements.map(Self.decimals(neededBy:)).max() ?? 0
      }
    guard decimals >= needed else {
      // 0.5 is all of 0.50.
      if OwnNumbers(given).agree(with: right) { return .right }
      let isRounded = zip(given.elements, right.elements).allSatisfy {
        Self.isRounding($0, of: $1, to: decimals)
      }
      return isRounded ? .tooFew(wanted: needed) : .other
    }
    if case .said = wanted {
      let isNear = zip(given.elements, right.elements).allSatisfy {
        abs($0 - $1) <= 0.5 * Self.unit(needed) * (1 + 1e-9)
      }
      return isNear ? .right : .other
    }
    return own.agree(with: right) ? .right : .other
  }

  /// For each number of a text half a unit of its last decimal, `nil` where it is exact; `nil` for
  /// a formula, which has all of its digits.
  static func units(of text: String) -> [Double?]? {
    guard let formula = try? Expression(parsing: text), formula.isLiteral else { return nil }
    return TypedTensor(text)?.units
  }

  /// The most decimals with which a number of a text is written.
  static func decimals(of text: String) -> Int {
    let units = (units(of: text) ?? []).compactMap { $0 }
    return units.map { unit in (0...30).first { 0.5 * Self.unit($0) <= unit * 1.001 } ?? 30 }.max()
      ?? 0
  }

  /// Those of a number that ends within four of them, else two, or as many as show two digits of
  /// it.
  private static func decimals(neededBy number: Double) -> Int {
    let size = abs(number)
    guard size.isFinite, size > 0 else { return 0 }
    let ending = (0...4).first { count in
      let scaled = size / unit(count)
      return abs(scaled - scaled.rounded()) <= 1e-9 * max(scaled, 1e-3)
    }
    return ending ?? (2...30).first { size >= 10 * unit($0) } ?? 30
  }

  /// Whether a number is another one rounded, or cut off, behind some decimals.
  private static func isRounding(_ typed: Double, of number: Double, to decimals: Int) -> Bool {
    let distance = abs(number - typed)
    let isCut = abs(typed) <= abs(number) && typed * number >= 0
    return distance <= unit(decimals) * (isCut ? 1 - 1e-9 : 0.5 + 1e-9)
  }

  /// One tenth to the power of some decimals.
  private static func unit(_ decimals: Int) -> Double {
    1 / (0..<decimals).reduce(1) { power, _ in power * 10 }
  }
}

extension Expression {
  /// Whether it is a number or rows of them.
  var isLiteral: Bool {
    switch form {
    case .number: true
    case .negated(let inner): inner.isLiteral
    case .rows: children.allSatisfy(\.isLiteral)
    case .quantity, .source, .learningRate, .clipping, .size, .variable, .transposed, .binary,
      .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function, .part:
      false
    }
  }
}
