/// A word of a line, with its column counted in characters from 0.
struct Token: Sendable, Equatable {
  let kind: Kind
  let text: String
  let column: Int
  /// Whether a space stands before it: `[1 -1]` is two numbers, `[1 - 1]` is one.
  let followsSpace: Bool

  enum Kind: Sendable, Equatable {
    case number(Double)
    case name
    /// A text in quotes; with an `f` in front, formulas in braces stand in it.
    case string(String, isFormatted: Bool)
    /// `~`
    case not
    case binary(BinaryOperator)
    case transposeMark
    case prime
    case symbol
    /// `=`, `+=` and the like; the operator is the one that is applied first.
    case assign(BinaryOperator?)
    case end
  }
}
