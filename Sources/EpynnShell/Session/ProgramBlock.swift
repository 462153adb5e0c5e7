import EpynnCore

/// The indented lines behind the head of a function or a loop, none of which is run.
struct ProgramBlock: Sendable, Equatable {
  private let indentation: Int

  /// - Returns: `nil` where a line opens no block.
  init?(headedBy line: String) {
    let scalars = Array(line.unicodeScalars)
    let code = scalars.prefix(Quotation.commentStart(in: scalars))
    guard code.last(where: { !$0.properties.isWhitespace }) == ":" else { return nil }
    indentation = line.indentation
  }

  /// Whether a line stands in the block; empty ones do.
  func holds(_ line: String) -> Bool {
    line.trimmingSpaces.isEmpty || line.indentation > indentation
  }
}

extension String {
  fileprivate var indentation: Int {
    unicodeScalars.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
  }
}
