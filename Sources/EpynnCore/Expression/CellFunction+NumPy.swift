internal import CKernels

/// Functions that course notebooks use beside those of the equations.
extension CellFunction {
  static let trigonometric: [CellFunction] = [
    CellFunction("sin", .one(ck_sin)),
    CellFunction("cos", .one(ck_cos)),
    CellFunction("tan", .one(ck_tan)),
    CellFunction("arctan", .one(ck_arctan)),
    CellFunction("sinh", .one(ck_sinh)),
    CellFunction("cosh", .one(ck_cosh)),
    CellFunction("log2", .one(ck_log2)),
    CellFunction("log10", .one(ck_log10)),
    CellFunction("exp2", .one(ck_exp2)),
    CellFunction("reciprocal", staysWhole: true, .one { 1 / $0 }),
  ]

  static let logical: [CellFunction] = [
    CellFunction("isnan", kind: .boolean, .one { $0.isNaN ? 1 : 0 }),
    CellFunction("isinf", kind: .boolean, .one { $0.isInfinite ? 1 : 0 }),
    CellFunction("isfinite", kind: .boolean, .one { $0.isFinite ? 1 : 0 }),
    CellFunction("logical_not", kind: .boolean, .one { $0 == 0 ? 1 : 0 }),
    CellFunction("logical_and", kind: .boolean, .two { $0 != 0 && $1 != 0 ? 1 : 0 }),
    CellFunction("logical_or", kind: .boolean, .two { $0 != 0 || $1 != 0 ? 1 : 0 }),
    CellFunction("logical_xor", kind: .boolean, .two { ($0 != 0) != ($1 != 0) ? 1 : 0 }),
    CellFunction("greater_equal", kind: .boolean, .two { $0 >= $1 ? 1 : 0 }),
    CellFunction("less_equal", kind: .boolean, .two { $0 <= $1 ? 1 : 0 }),
    CellFunction("not_equal", kind: .boolean, .two { $0 != $1 ? 1 : 0 }),
    // `astype(bool)`, where NaN is true.
    CellFunction("bool_", kind: .boolean, .one { $0 == 0 ? 0 : 1 }),
  ]

  static let cutting: [CellFunction] = [
    CellFunction("floor", .one { $0.rounded(.down) }),
    CellFunction("ceil", .one { $0.rounded(.up) }),
    CellFunction("rint", .one { $0.rounded(.toNearestOrEven) }),
    CellFunction("trunc", .one { $0.rounded(.towardZero) }),
    // `astype(int)`: cut towards 0.
    CellFunction("int64", kind: .integer, .one { $0.rounded(.towardZero) + 0 }),
    // `astype(float)`: no integers, nor true or false, any more.
    CellFunction("float64", kind: .number, .one { $0 }),
    CellFunction(
      "clip", keywords: [["a"], ["a_min", "min"], ["a_max", "max"]],
      .three { -larger(-larger($0, $1), -$2) }),
    CellFunction(
      "nan_to_num",
      .one {
        $0.isNaN ? 0 : max(-Double.greatestFiniteMagnitude, min(Double.greatestFiniteMagnitude, $0))
      }),
    CellFunction("heaviside", .two { $0.isNaN ? $0 : $0 < 0 ? 0 : $0 > 0 ? 1 : $1 }),
  ]
}
