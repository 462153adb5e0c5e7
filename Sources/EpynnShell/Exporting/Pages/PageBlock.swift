/// A part of an exported page: what it is, whatever writes it.
enum PageBlock: Sendable, Equatable {
  case heading(String, level: Int)
  case paragraph(String)
  case list([String])
  /// A formula in LaTeX, on lines of its own; between its parts a line may be broken.
  case math([String])
  /// A tensor to read or to copy, each of its numbers.
  case matrix(String, [[String]])
  /// The first row is the head.
  case table([[String]])
  /// What stood on the screen, as it stood there.
  case screen([String])
  /// What follows begins a new sheet.
  case newPage
}
