import EpynnCore

/// How equations and values are written: a row of the table of notations.
public struct Notation: Sendable, Equatable {
  public let name: String
  /// What it shows, in a few words.
  let summary: String
  let form: Form
  /// How its equations are spelled; `nil` is Unicode where the screen has it, else ASCII.
  let spelling: Spelling?
  let values: Values

  /// What the steps' equations are made of.
  enum Form: Sendable {
    /// The documentation's symbols with their indices.
    case indices
    case matrices
  }

  /// How values are shown.
  enum Values: Sendable {
    case drawn
    /// In the notation's words, to be pasted.
    case literals
    /// As literals, and a number too as a matrix, of one cell.
    case arrays
  }

  private init(
    _ name: String, _ summary: String, _ form: Form, _ spelling: Spelling? = nil,
    values: Values = .drawn
  ) {
    self.name = name
    self.summary = summary
    self.form = form
    self.spelling = spelling
    self.values = values
  }

  public static let docs = Notation("docs", "with indices, as the documentation", .indices)

  /// The table of notations, in the order in which they are listed.
  public static let all: [Notation] = [
    docs,
    Notation("matrix", "as matrices", .matrices),
    Notation(
      "numpy", "as matrices in NumPy; values as arrays, to be pasted", .matrices, .numpy,
      values: .arrays),
    Notation("ascii", "with indices, in ASCII", .indices, .ascii),
    Notation(
      "latex", "with indices, in LaTeX; values as bmatrix", .indices, .latex, values: .literals),
    Notation(
      "mathml", "with indices, in MathML; values as mtable", .indices, .mathml, values: .literals),
  ]

  /// The notation of that name.
  public static func named(_ name: String) -> Notation? { all.first { $0.name == name } }

  public static func == (left: Notation, right: Notation) -> Bool { left.name == right.name }
}
