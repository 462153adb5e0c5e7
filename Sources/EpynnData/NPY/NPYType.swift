import EpynnCore

/// A type of numbers, as the header of a `.npy` file spells it: `<f8`, `>i4`, `|u1`.
package struct NPYType: Sendable, Equatable {
  let size: Int
  let kind: Character
  private let isBigEndian: Bool

  private init(_ kind: Character, _ size: Int) {
    self.kind = kind
    self.size = size
    isBigEndian = false
  }

  package static let double = NPYType("f", 8)
  package static let single = NPYType("f", 4)

  init?(_ text: String) {
    var name = text[...]
    let order = name.first.flatMap { "<>|=".contains($0) ? $0 : nil }
    if order != nil { name.removeFirst() }
    guard let (kind, size) = Self.letters[String(name)] ?? Self.sized(name) else { return nil }
    self.kind = kind
    self.size = size
    isBigEndian = order == ">"
  }

  /// `f8`: a kind and the bytes that it takes.
  private static func sized(_ name: Substring) -> (Character, Int)? {
    let sizes: [Character: [Int]] = [
      "f": [2, 4, 8], "i": [1, 2, 4, 8], "u": [1, 2, 4, 8], "b": [1],
    ]
    guard name.count == 2, let kind = name.first, let size = name.last?.wholeNumberValue,
      sizes[kind]?.contains(size) == true
    else { return nil }
    return (kind, size)
  }

  /// NumPy's letters for what C calls double, float, short and so on.
  private static let letters: [String: (Character, Int)] = [
    "d": ("f", 8), "f": ("f", 4), "e": ("f", 2), "b": ("i", 1), "B": ("u", 1), "h": ("i", 2),
    "H": ("u", 2), "i": ("i", 4), "I": ("u", 4), "l": ("i", 8), "L": ("u", 8), "q": ("i", 8),
    "Q": ("u", 8), "?": ("b", 1),
  ]

  /// A type as the header of a safetensors file spells it, the least significant byte first.
  init?(dtype: String) {
    let kinds: [String: (Character, Int)] = [
      "F64": ("f", 8), "F32": ("f", 4), "F16": ("f", 2), "BF16": ("e", 2), "I64": ("i", 8),
      "I32": ("i", 4), "I16": ("i", 2), "I8": ("i", 1), "U64": ("u", 8), "U32": ("u", 4),
      "U16": ("u", 2), "U8": ("u", 1), "BOOL": ("b", 1),
    ]
    guard let (kind, size) = kinds[dtype] else { return nil }
    self.kind = kind
    self.size = size
    isBigEndian = false
  }

  /// The digits it keeps; those of whole numbers are all there.
  var rounding: Rounding {
    if kind == "e" { return .brain }
    guard kind == "f" else { return .double }
    return size == 8 ? .double : size == 4 ? .single : .half
  }

  /// The number at an index; the caller has checked that the bytes are there.
  func number(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Double {
    var bits: UInt64 = 0
    for place in 0..<size {
      let byte = bytes[index * size + (isBigEndian ? place : size - 1 - place)]
      bits = bits << 8 | UInt64(byte)
    }
    switch kind {
    case "f": return floating(bits)
    // The upper half of a Float32.
    case "e": return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits) << 16))
    case "i":
      let unused = UInt64(64 - 8 * size)
      return Double(Int64(bitPattern: bits << unused) >> Int64(unused))
    case "b": return bits == 0 ? 0 : 1
    default: return Double(bits)
    }
  }

  private func floating(_ bits: UInt64) -> Double {
    switch size {
    case 8: return Double(bitPattern: bits)
    case 4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    default: return Self.half(UInt16(truncatingIfNeeded: bits))
    }
  }

  /// A half-precision number by its parts: Swift has no such type on every platform.
  private static func half(_ bits: UInt16) -> Double {
    let sign = bits >> 15 == 0 ? 1.0 : -1.0
    let exponent = Int(bits >> 10 & 0x1F)
    let fraction = Double(bits & 0x3FF) / 1_024
    switch exponent {
    case 0: return sign * fraction * 0x1p-14
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default: return sign * Double(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
    }
  }
}
