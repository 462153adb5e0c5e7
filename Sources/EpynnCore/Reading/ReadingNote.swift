/// What a line means here in another way than a program's reader may think.
package enum ReadingNote: Sendable, Equatable {
  /// Bare `sum`, which adds all cells, where Python's own adds rows.
  case builtInSum(Expression)
  /// Numbers that a whole-number `dtype` cuts.
  case cut(Expression, type: String)
  /// A tensor that was named as a part of something: `parameters["W1"]`, `self.W1`.
  case contained(String, name: String)
}
