/// The brackets of a line, as far as they tell whether it goes on.
public enum Brackets {
  /// Whether a bracket is left open, so that the next line belongs to this one.
  public static func areLeftOpen(in line: String) -> Bool {
    var open = 0
    for character in line.utf8 {
      switch character {
      case UInt8(ascii: "("), UInt8(ascii: "["): open += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): open -= 1
      case UInt8(ascii: "#"): return open > 0
      default: break
      }
      if open < 0 { return false }
    }
    return open > 0
  }
}
