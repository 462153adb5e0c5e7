import EpynnCore

extension NPYType {
  /// As NumPy's header spells it, the least significant byte first; NumPy has no bfloat16, whose
  /// numbers a float32 holds.
  var forNumPy: (type: NPYType, spelled: String) {
    let type = kind == "e" ? .single : self
    return (type, "\(type.size == 1 ? "|" : "<")\(type.kind)\(type.size)")
  }

  /// As the header of a safetensors file spells it.
  var dtype: String {
    switch kind {
    case "b": "BOOL"
    case "e": "BF16"
    default: "\(String(kind).uppercased())\(8 * size)"
    }
  }

  /// Whether it has the number, or rounds it; what counts has whole numbers alone.
  package func holds(_ number: Double) -> Bool {
    switch kind {
    case "f", "e": true
    case "b": number == 0 || number == 1
    case "i":
      number.rounded() == number && number >= -bound(8 * size - 1) && number < bound(8 * size - 1)
    default:
      number.rounded() == number && number >= 0 && number.sign == .plus && number < bound(8 * size)
    }
  }

  private func bound(_ bits: Int) -> Double { Double(sign: .plus, exponent: bits, significand: 1) }

  /// The bits of a number that it holds.
  func bits(of number: Double) -> UInt64 {
    switch (kind, size) {
    case ("f", 8): number.bitPattern
    case ("f", 4): UInt64(Float(number).bitPattern)
    case ("f", _): Self.bits(of: number, exponentBits: 5, fractionBits: 10)
    case ("e", _): Self.bits(of: number, exponentBits: 8, fractionBits: 7)
    case ("i", _): UInt64(bitPattern: Int64(number))
    default: UInt64(number)
    }
  }

  /// A short floating-point number by its parts, rounded to even: Swift has none on every platform.
  private static func bits(
    of number: Double, exponentBits: Int, fractionBits: Int
  ) -> UInt64 {
    let sign: UInt64 = number.sign == .minus ? 1 << UInt64(exponentBits + fractionBits) : 0
    let largest = UInt64(1) << UInt64(exponentBits) - 1
    let infinity = largest << UInt64(fractionBits)
    guard !number.isNaN else { return sign | infinity | 1 << UInt64(fractionBits - 1) }
    guard number.isFinite, number != 0 else { return sign | (number == 0 ? 0 : infinity) }
    let bias = 1 << (exponentBits - 1) - 1
    let exponent = max(Int(number.magnitude.exponent), 1 - bias)
    let steps = Double(
      sign: .plus, exponent: fractionBits - exponent, significand: number.magnitude
    ).rounded(.toNearestOrEven)
    // Below the least exponent there is no leading 1; what rounds up to the next carries into it.
    let raw = UInt64(exponent + bias - 1) << UInt64(fractionBits) + UInt64(steps)
    return sign | min(raw, infinity)
  }
}

extension [UInt8] {
  /// Adds the cells of a matrix, row by row.
  mutating func append(cellsOf matrix: Matrix, as type: NPYType) {
    reserveCapacity(count + matrix.elements.count * type.size)
    for element in matrix.elements {
      let bits = type.bits(of: element)
      for place in 0..<type.size { append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * place))) }
    }
  }
}
