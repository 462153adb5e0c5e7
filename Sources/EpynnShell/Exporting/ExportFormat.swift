import EpynnCore

/// A row of the table of formats in which something leaves: how its files are called, what they hold,
/// and how they are made.
struct ExportFormat: Sendable {
  /// What the names of its files end in, `.html`; the longest that fits decides.
  let ending: String
  let summary: String
  /// Whether it holds what is hidden, and so waits until nothing is.
  let needsAll: Bool
  /// The bytes of a file.
  ///
  /// - Throws: a complaint where this cannot be said in the format.
  let bytes: @Sendable (ExportContent, ExportOptions) throws(Complaint) -> [UInt8]

  init(
    _ ending: String, _ summary: String, needsAll: Bool = false,
    bytes: @escaping @Sendable (ExportContent, ExportOptions) throws(Complaint) -> [UInt8]
  ) {
    self.ending = ending
    self.summary = summary
    self.needsAll = needsAll
    self.bytes = bytes
  }

  /// The format of a file's name.
  static func of(_ file: String) -> ExportFormat? {
    all.filter { file.lowercased().hasSuffix($0.ending) }.max { $0.ending.count < $1.ending.count }
  }
}

/// What was asked for beside the format.
struct ExportOptions: Sendable {
  /// The file's name without its folder.
  var file = ""
  /// Whether weights lie as PyTorch keeps them, `(u, n)`.
  var usesTorchLayout = false
}
