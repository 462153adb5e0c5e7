extension [String] {
  /// FNV-1a's hash of lines, 64 bits: the same on every machine, and enough to tell that a text was
  /// changed.
  package var fingerprint: UInt64 {
    joined(separator: "\n").utf8.reduce(into: 0xCBF2_9CE4_8422_2325) { hash, byte in
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
  }

  /// The same in hexadecimal.
  var version: String { String(fingerprint, radix: 16) }
}
