import EpynnCore

/// Joins lines while a bracket is open: a pasted matrix is one line to the session.
public struct LineJoiner: Sendable {
  /// What was joined so far.
  public private(set) var bytes: [UInt8] = []
  private var openBrackets: [OpenBracket] = []

  public init() {}

  /// Whether a bracket is left open, so that the next line belongs to this one.
  public var isUnfinished: Bool { !openBrackets.isEmpty || isContinued }

  /// Whether a `\` at its end says that it goes on.
  private var isContinued = false

  /// The bracket that was opened last and is not closed yet.
  public var openBracket: OpenBracket? { openBrackets.last }

  /// Adds a line, without a prompt that was copied along; where another follows, its comment would
  /// hide that one and is left out.
  public mutating func add(_ line: some Collection<UInt8>) {
    var line = Array(line).withoutPromptMark
    let scalars = line.map { Unicode.Scalar($0) }
    let quoted = Quotation.quoted(in: scalars)
    var kept = 0
    scan: for byte in line {
      guard !quoted[kept] else {
        kept += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        openBrackets.append(OpenBracket(in: line, at: kept))
      case UInt8(ascii: ")"), UInt8(ascii: "]"): _ = openBrackets.popLast()
      case UInt8(ascii: "#"): break scan
      default: break
      }
      kept += 1
    }
    isContinued = kept == line.count && line.last == UInt8(ascii: "\\")
    if isContinued {
      line.removeLast()
      kept -= 1
    }
    // No line ends a text that another began: this one is wrong, and waits for nothing.
    if Quotation.isLeftOpen(in: scalars) { (openBrackets, isContinued) = ([], false) }
    if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    bytes += isUnfinished ? Array(line.prefix(kept)) : line
  }
}
