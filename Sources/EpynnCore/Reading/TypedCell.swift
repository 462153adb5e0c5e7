/// A number of a tensor as it is spelled.
struct TypedCell {
  let hasPoint: Bool
  /// The digits behind the point.
  let decimals: Int
  /// Whether a decimal is worth showing: Python's `3.0` says no more than NumPy's `3.`.
  let showsDecimal: Bool
  let exponent: Int?
  let isZero: Bool
  /// Whether it has more digits than anybody types.
  let isComputed: Bool

  init(_ text: String) {
    let parts = text.lowercased().split(separator: "e", maxSplits: 1)
    let mantissa = parts.first ?? ""
    let behind = mantissa.firstIndex(of: ".").map { mantissa[$0...].dropFirst() }
    let digits = mantissa.filter(\.isNumber).drop { $0 == "0" }
    hasPoint = behind != nil
    decimals = behind?.count ?? 0
    showsDecimal = behind.map { !$0.isEmpty && $0 != "0" } ?? false
    // What lies beyond any Float64 is 0 or was refused.
    exponent = parts.count > 1 ? max(-9_999, min(9_999, Int(parts[1]) ?? -9_999)) : nil
    isZero = digits.isEmpty
    isComputed = decimals > (exponent == nil ? 15 : 13) || hasPoint && digits.count > 16
  }
}
