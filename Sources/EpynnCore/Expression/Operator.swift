/// An operator between two matrices.
public enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
  case product = "@"
  case times = "*"
  case divide = "/"
  case plus = "+"
  case minus = "-"
  case power = "**"
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// How tightly it binds, as in Python.
  public var precedence: Int {
    switch self {
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: 1
    case .plus, .minus: 2
    case .product, .times, .divide: 3
    case .power: 5
    }
  }

  /// The precedence of a minus sign in front: below `**`, above `*`.
  static let negationPrecedence = 4

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
    }
  }
}
