import EpynnCore

/// What a student is called in lists and files: nothing that leads out of a folder.
package struct StudentID: Hashable, Sendable {
  package let text: String

  static let lengthLimit = 60

  /// - Throws: why it cannot be one.
  package init(_ typed: String) throws(IDFault) {
    // What is drawn for it follows from its bytes.
    let text = typed.trimmingSpaces.composed
    guard !text.isEmpty else { throw .empty }
    guard text.unicodeScalars.count <= Self.lengthLimit else { throw .tooLong(text) }
    guard text == text.visible else { throw .control(text) }
    // A mark behind a sign does not keep a file system from reading the sign.
    let scalars = text.unicodeScalars
    guard !scalars.contains(where: "/\\:*?\"<>|".unicodeScalars.contains) else {
      throw .character(text)
    }
    guard scalars.first != ".", scalars.last != ".", scalars.first != "-" else {
      throw .character(text)
    }
    // The key's own name.
    guard text.lowercased() != Self.key else { throw .reserved(text) }
    self.text = text
  }

  static let key = "key"

  /// Names that some file systems do not tell apart.
  var folded: String { text.lowercased() }
}

/// Why a text is no id.
package enum IDFault: Error, Equatable, Sendable {
  case empty
  case tooLong(String)
  case control(String)
  case character(String)
  case reserved(String)
  /// It stands in the list before.
  case twice(String, line: Int)
}
