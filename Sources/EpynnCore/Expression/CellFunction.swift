/// A function of the command language that works cell by cell, under NumPy's name.
public struct CellFunction: Sendable, Equatable {
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
  package var arity: Int {
    switch kernel {
    case .one: 1
    case .two: 2
    case .three: 3
    }
  }

  public static func == (left: CellFunction, right: CellFunction) -> Bool {
    left.name == right.name
  }

  /// The function of that name.
  public static func named(_ name: String) -> CellFunction? { all.first { $0.name == name } }

  static let exponential = CellFunction("exp", .one(CMath.exponential))

  /// The table of functions.
  public static let all: [CellFunction] = [
    exponential,
    CellFunction("log", .one(CMath.logarithm)),
    CellFunction("log1p", .one(CMath.logarithmOnePlus)),
    CellFunction("expm1", .one(CMath.exponentialMinusOne)),
    CellFunction("erf", isNumPys: false, .one(CMath.errorFunction)),
    CellFunction("erfc", isNumPys: false, .one(CMath.complementaryErrorFunction)),
    CellFunction("sqrt", .one { $0.squareRoot() }),
    CellFunction("square", .one { $0 * $0 }),
    CellFunction("abs", .one { abs($0) }),
    CellFunction("sign", .one { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }),
    CellFunction("maximum", .two { larger($0, $1) }),
    CellFunction("minimum", .two { -larger(-$0, -$1) }),
    CellFunction("round", defaults: [0], .two { rounded($0, decimals: $1) }),
    CellFunction(
      "close", isNumPys: false,
      .two { isClose($0, $1) ? 1 : 0 }),
    CellFunction("where", .three { $0 != 0 ? $1 : $2 }),
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
