/// What may follow a command, declared once: parsing, usage, completion, help and the README's
/// table derive from it.
struct Signature: Sendable, ExpressibleByArrayLiteral {
  /// In the order in which usage shows them.
  let elements: [Element]

  init(arrayLiteral parts: any SignaturePart...) {
    elements = parts.map(\.element)
  }

  /// A value at its place, a value behind a word, or a word alone.
  struct Element: Sendable {
    /// The word that announces it; `nil` where its place does.
    let keyword: String?
    /// The value; `nil` for a word alone.
    let slot: Slot?
    var isRequired = false
    /// The element in whose place it stands.
    var replaced: String?
    /// The element without which it means nothing.
    var before: String?
    /// Whether usage and completion tell of it; what they do not tell of is taken all the same.
    var isShown = true
    /// Whether it may stand behind what was given.
    var isAllowed: @Sendable (Given) -> Bool = { _ in true }

    /// What it is looked up by.
    var id: String { keyword ?? slot?.name ?? "" }
    /// Whether its place announces it.
    var isPositional: Bool { keyword == nil }
  }

  /// The place of a value.
  struct Slot: Sendable {
    /// As usage shows it: `EPOCHS`.
    let name: String
    let grammar: Grammar
    /// Refuses a text that is no such value; what wants it is named.
    let check: @Sendable (Arguments.Word, String) throws(Complaint) -> Void
  }

  /// The words and flags that announce something.
  var keywords: [String] { elements.filter(\.isShown).compactMap(\.keyword) }

  /// Whether a file may stand there, whose path may begin with '/'.
  var takesFile: Bool { elements.contains { $0.slot?.grammar.matching == .file } }

  /// What a line gives.
  ///
  /// - Throws: a complaint about the first word that does not fit, or about what is missing.
  func parse(_ arguments: Arguments) throws(Complaint) -> Given {
    var reader = SignatureReader(self, of: arguments)
    let words = arguments.words
    for (place, word) in words.enumerated() {
      try reader.take(word, isLast: place == words.count - 1)
    }
    return try reader.finish()
  }
}
