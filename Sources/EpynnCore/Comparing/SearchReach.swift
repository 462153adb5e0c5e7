/// How far what explains a result is searched.
package enum SearchReach: Int, Comparable, Sendable {
  /// Nothing is looked for: what differs is all that is wanted.
  case nothing
  /// The rows of the table of mistakes alone, where they are all that is asked about.
  case table
  /// The same, weighed against all edits.
  case rows
  /// One edit of a formula.
  case singles
  /// Two edits of it.
  case pairs

  package static func < (left: SearchReach, right: SearchReach) -> Bool {
    left.rawValue < right.rawValue
  }
}
