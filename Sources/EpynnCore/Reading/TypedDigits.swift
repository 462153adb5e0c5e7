/// A number of the learner's, and half a unit of its last decimal where it was typed with some.
public struct TypedNumber: Sendable, Equatable {
  public let number: Double
  public let unit: Double?

  public init(_ number: Double, typedAs text: String) {
    self.number = number
    let units = TypedDigits.units(of: text)
    unit = units?.count == 1 ? units?[0] : nil
  }
}

/// The decimals with which numbers were typed.
public enum TypedDigits {
  /// Half a unit of the last decimal of each number, in the order typed; `nil` where no decimal was.
  ///
  /// Nothing at all for a formula.
  public static func units(of text: String) -> [Double?]? {
    guard let tokens = try? Lexer.tokens(of: text) else { return nil }
    var units: [Double?] = []
    for token in tokens {
      switch token.kind {
      case .number: units.append(unit(of: token.text))
      case .binary(.minus), .binary(.plus), .symbol, .end: continue
      case .name where ["np", "array"].contains(token.text): continue
      default: return nil
      }
    }
    return computed(units)
  }

  /// The same with nothing for what a program wrote: where a number has more decimals than anybody
  /// types, the long ones were computed, and sums in another order differ in the last of them.
  public static func computed(_ units: [Double?]) -> [Double?] {
    let isLong = units.contains { $0.map { $0 < 1e-16 } ?? false }
    return isLong ? units.map { $0.flatMap { $0 < 1e-12 ? nil : $0 } } : units
  }

  /// Half a unit of the last decimal of a number as it is spelled.
  public static func unit(of number: String) -> Double? {
    let parts = number.lowercased().split(separator: "e", maxSplits: 1)
    guard let mantissa = parts.first, let point = mantissa.firstIndex(of: ".") else { return nil }
    let decimals = mantissa.distance(from: point, to: mantissa.endIndex) - 1
    let power = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - decimals
    return Double("5e\(power - 1)")
  }
}

extension OwnNumbers {
  /// What a typed text computes to, with the digits that were typed.
  public init(_ matrix: Matrix, typedAs text: String) {
    let units = TypedDigits.units(of: text) ?? []
    self.init(
      matrix, digits: units.count == matrix.elements.count ? .typed(units) : .double)
  }
}
