internal import CKernels

/// A function of the command language that works cell by cell, under NumPy's name.
public struct CellFunction: Sendable, Equatable {
  public let name: String
  /// What the last arguments are where they are left out.
  let defaults: [Double]
  /// Whether NumPy has it by that name.
  let isNumPys: Bool
  /// The names of its arguments, for those that are given by name.
  let keywords: [[String]]
  /// What its cells are to NumPy, where that does not follow from the arguments.
  let kind: ElementKind?
  /// Whether whole numbers give whole ones, to which what is none is cut.
  let staysWhole: Bool
  let kernel: Kernel

  init(
    _ name: String, defaults: [Double] = [], isNumPys: Bool = true, keywords: [[String]] = [],
    kind: ElementKind? = nil, staysWhole: Bool = false, _ kernel: Kernel
  ) {
    self.name = name
    self.defaults = defaults
    self.isNumPys = isNumPys
    self.keywords = keywords
    self.kind = kind
    self.staysWhole = staysWhole
    self.kernel = kernel
  }

  enum Kernel: Sendable {
    case one(CellKernel)

    /// A function that no kernel has.
    static func one(_ body: @escaping @Sendable (Double) -> Double) -> Kernel {
      .one(CellKernel { x, _ in body(x) })
    }

    static func one(_ function: ck_function) -> Kernel { .one(CellKernel(function)) }

    case two(@Sendable (Double, Double) -> Double)
    case three(@Sendable (Double, Double, Double) -> Double)

    /// The function of cells that stand at the same place once sizes of 1 are stretched.
    func value(of matrices: [Matrix], shape: Shape) throws(Fault) -> Matrix {
      switch self {
      case .one(let kernel): return matrices[0].map(kernel)
      case .two(let body): return try matrices[0].combined(with: matrices[1], body)
      case .three(let body):
        let first = try matrices[0].stretched(to: shape)
        let second = try matrices[1].stretched(to: shape)
        let third = try matrices[2].stretched(to: shape)
        let elements = first.elements.indices.map {
          body(first.elements[$0], second.elements[$0], third.elements[$0])
        }
        return Matrix(rows: shape.rows, columns: shape.columns, elements: elements)
      }
    }
  }

  /// What its cells are to NumPy.
  func kind(of arguments: [ElementKind]) -> ElementKind {
    if let kind { return kind }
    switch kernel {
    case .one: return staysWhole && !arguments.contains(.number) ? .integer : .number
    case .two: return arguments.contains(.number) ? .number : .integer
    case .three:
      // A condition has no say.
      let values = name == "where" ? arguments.dropFirst() : arguments[...]
      return values.contains(.number) ? .number : .integer
    }
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
  public static func named(_ name: String) -> CellFunction? { byName[name] }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  static let exponential = CellFunction("exp", .one(ck_exp))

  /// The table of functions.
  public static let all: [CellFunction] = plain + notebook

  /// Those that course notebooks use beside.
  package static let notebook: [CellFunction] = trigonometric + logical + cutting

  /// Those of the equations.
  package static let plain: [CellFunction] = [
    exponential,
    CellFunction("log", .one(ck_log)),
    CellFunction("log1p", .one(ck_log1p)),
    CellFunction("expm1", .one(ck_expm1)),
    CellFunction("erf", isNumPys: false, .one(ck_erf)),
    CellFunction("erfc", isNumPys: false, .one(ck_erfc)),
    CellFunction("sqrt", .one { $0.squareRoot() }),
    CellFunction("square", .one { $0 * $0 }),
    CellFunction("abs", .one { abs($0) }),
    CellFunction("sign", .one { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }),
    CellFunction("maximum", .two { larger($0, $1) }),
    CellFunction("minimum", .two { -larger(-$0, -$1) }),
    CellFunction(
      "round", defaults: [0], keywords: [[], ["decimals"]], .two { rounded($0, decimals: $1) }),
    CellFunction(
      "close", isNumPys: false,
      .two { isClose($0, $1) ? 1 : 0 }),
    CellFunction("where", .three { $0 != 0 ? $1 : $2 }),
  ]

  /// Rounds half to even, scaling as NumPy does.
  static func rounded(_ x: Double, decimals: Double) -> Double {
    let scale = CMath.power(10, decimals)
    return (x * scale).rounded(.toNearestOrEven) / scale
  }

  /// Within 1e-9, relative above 1; an infinity is close to itself alone.
  private static func isClose(_ x: Double, _ y: Double) -> Bool {
    let difference = abs(x - y)
    return x == y || difference.isFinite && difference <= 1e-9 * max(1, abs(x), abs(y))
  }

  /// NaN wins, as in NumPy.
  static func larger(_ x: Double, _ y: Double) -> Double {
    x.isNaN || x > y ? x : y
  }
}
