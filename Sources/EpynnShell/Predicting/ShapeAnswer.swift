import EpynnCore

/// A shape as people type it: `(4, 2)`, `4 2`, `4x2`, `4 by 2`, `(m, u)`.
enum ShapeAnswer {
  /// The shape meant; `nil` where two sizes cannot be read.
  static func shape(_ text: String, in scope: Scope) -> Shape? {
    let separators: Set<Character> = ["(", ")", "[", "]", ",", ";", "x", "X", "×", "*"]
    let words = text.replacing("by", with: " ").split { $0.isWhitespace || separators.contains($0) }
      .map(String.init)
    let sizes = words.compactMap { size($0, in: scope) }
    if words.count == 2, sizes.count == 2 { return Shape(sizes[0], sizes[1]) }
    guard let value = try? Expression(parsing: text).value(in: scope), value.shape == Shape(1, 2),
      let rows = Int(exactly: value[0, 0]), let columns = Int(exactly: value[0, 1])
    else { return nil }
    return Shape(rows, columns)
  }

  private static func size(_ word: String, in scope: Scope) -> Int? {
    if let number = Int(whole: word) { return number }
    return Dimension(rawValue: word).flatMap { try? scope.size($0) }
  }
}

extension Quantity {
  /// What its rows and columns are: `a row a sample, a column a unit`.
  var layout: String {
    func axis(_ letter: Dimension?, _ name: String) -> String {
      switch letter {
      case .m: "a \(name) a sample"
      case .n: "a \(name) a feature"
      case .u: "a \(name) a unit"
      case nil: "one \(name)"
      }
    }
    return "\(axis(letters.rows, "row")), \(axis(letters.columns, "column"))"
  }
}
