/// A function of the command language that works cell by cell, under NumPy's name.
public struct Function: Sendable, Equatable {
  public let name: String
  /// What the last arguments are where they are left out.
  let defaults: [Double]
  /// Whether NumPy has it by that name.
  let isNumPys: Bool
  let kernel: Kernel

  init(
    _ name: String, defaults: [Double] = [], isNumPys: Bool = true, _ kernel: Kernel
  ) {
    self.name = name
    self.defaults = defaults
    self.isNumPys = isNumPys
    self.kernel = kernel
  }

  enum Kernel: Sendable {
    case one(@Sendable (Double) -> Double)
    case two(@Sendable (Double, Double) -> Double)
    case three(@Sendable (Double, Double, Double) -> Double)
  }

  /// The number of matrices it takes.
  public var arity: Int {
    switch kernel {
    case .one: 1
    case .two: 2
    case .three: 3
    }
  }

  public static func == (left: Function, right: Function) -> Bool { left.name == right.name }

  /// The function of that name.
  public static func named(_ name: String) -> Function? { all.first { $0.name == name } }

  static let exponential = Function("exp", .one(CMath.exponential))

  /// The table of functions.
  public static let all: [Function] = [
    exponential,
    Function("log", .one(CMath.logarithm)),
    Function("log1p", .one(CMath.logarithmOnePlus)),
    Function("expm1", .one(CMath.exponentialMinusOne)),
    Function("erf", isNumPys: false, .one(CMath.errorFunction)),
    Function("erfc", isNumPys: false, .one(CMath.complementaryErrorFunction)),
    Function("sqrt", .one { $0.squareRoot() }),
    Function("square", .one { $0 * $0 }),
    Function("abs", .one { abs($0) }),
    Function("sign", .one { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }),
    Function("maximum", .two { larger($0, $1) }),
    Function("minimum", .two { -larger(-$0, -$1) }),
    Function("round", defaults: [0], .two { rounded($0, decimals: $1) }),
    Function(
      "close", isNumPys: false,
      .two { isClose($0, $1) ? 1 : 0 }),
    Function("where", .three { $0 != 0 ? $1 : $2 }),
  ]

  /// Rounds half to even, scaling as NumPy does.
  private static func rounded(_ x: Double, decimals: Double) -> Double {
    let scale = CMath.power(10, decimals)
    return (x * scale).rounded(.toNearestOrEven) / scale
  }

  /// Within 1e-9, relative above 1; an infinity is close to itself alone.
  private static func isClose(_ x: Double, _ y: Double) -> Bool {
    let difference = abs(x - y)
    return x == y || difference.isFinite && difference <= 1e-9 * max(1, abs(x), abs(y))
  }

  /// NaN wins, as in NumPy.
  private static func larger(_ x: Double, _ y: Double) -> Double {
    x.isNaN || x > y ? x : y
  }
}
