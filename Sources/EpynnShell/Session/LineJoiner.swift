/// Joins lines while a bracket is open: a pasted matrix is one line to the session.
public struct LineJoiner: Sendable {
  /// What was joined so far.
  public private(set) var bytes: [UInt8] = []
  private var openBrackets: [OpenBracket] = []

  public init() {}

  /// Whether a bracket is left open, so that the next line belongs to this one.
  public var isUnfinished: Bool { !openBrackets.isEmpty }

  /// The bracket that was opened last and is not closed yet.
  public var openBracket: OpenBracket? { openBrackets.last }

  /// Adds a line, without a prompt that was copied along; where another follows, its comment would
  /// hide that one and is left out.
  public mutating func add(_ line: some Collection<UInt8>) {
    let line = Array(line).withoutPromptMark
    var kept = 0
    scan: for byte in line {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        openBrackets.append(OpenBracket(in: line, at: kept))
      case UInt8(ascii: ")"), UInt8(ascii: "]"): _ = openBrackets.popLast()
      case UInt8(ascii: "#"): break scan
      default: break
      }
      kept += 1
    }
    if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    bytes += isUnfinished ? Array(line.prefix(kept)) : line
  }
}
