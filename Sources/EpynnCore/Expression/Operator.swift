/// An operator between two matrices.
public enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
  case product = "@"
  case times = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case plus = "+"
  case minus = "-"
  case power = "**"
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case and = "&"
  case or = "|"

  /// How tightly it binds, as in Python.
  public var precedence: Int {
    switch self {
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: 1
    case .or: 2
    case .and: 3
    case .plus, .minus: 4
    case .product, .times, .divide, .floorDivide, .remainder: 5
    case .power: 7
    }
  }

  /// The precedence of a minus sign in front: below `**`, above `*`.
  static let negationPrecedence = 6

  var isComparison: Bool { precedence == 1 }

  /// The number it makes of two cells; the matrix product has none.
  func cellwise(_ x: Double, _ y: Double) -> Double {
    switch self {
    case .times, .product: x * y
    case .divide: x / y
    case .plus: x + y
    case .minus: x - y
    case .power: y == 2 ? x * x : CMath.power(x, y)
    case .equal: x == y ? 1 : 0
    case .unequal: x != y ? 1 : 0
    case .less: x < y ? 1 : 0
    case .lessOrEqual: x <= y ? 1 : 0
    case .greater: x > y ? 1 : 0
    case .greaterOrEqual: x >= y ? 1 : 0
    case .floorDivide: Self.floorQuotient(x, y)
    case .remainder: Self.remainder(x, y)
    case .and: x != 0 && y != 0 ? 1 : 0
    case .or: x != 0 || y != 0 ? 1 : 0
    }
  }
}

extension BinaryOperator {
  /// Whether its result is true or false in each cell.
  var isLogical: Bool { isComparison || self == .and || self == .or }

  /// What is left of x when y is taken from it as often as it goes in, with the sign of y, as in
  /// Python.
  static func remainder(_ x: Double, _ y: Double) -> Double {
    let rest = x.truncatingRemainder(dividingBy: y)
    if rest == 0 { return y.sign == .minus ? -0.0 : 0 }
    return (rest < 0) == (y < 0) ? rest : rest + y
  }

  /// How often y goes into x, rounded down, as in Python.
  static func floorQuotient(_ x: Double, _ y: Double) -> Double {
    guard y != 0, x.isFinite else { return y == 0 ? x / y : .nan }
    let quotient = (x - remainder(x, y)) / y
    guard quotient != 0 else { return x / y < 0 ? -0.0 : 0 }
    let floor = quotient.rounded(.down)
    return quotient - floor > 0.5 ? floor + 1 : floor
  }
}
