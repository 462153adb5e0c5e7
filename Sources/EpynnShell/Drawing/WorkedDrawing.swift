/// Draws a cell that is worked out, broken before a plus where it is too wide.
struct WorkedDrawing {
  let sum: WorkedSum
  let look: Look

  var lines: [Line] {
    let width = look.edge - 2
    let pieces = sum.parts.flatMap { part -> [String] in
      part.brokenBeforePlus(nestedToo: false).flatMap {
        $0.displayWidth > width - sum.hanging ? $0.brokenBeforePlus(nestedToo: true) : [$0]
      }
    }
    return wrapped(parts: pieces, sign: "", width: width, indent: sum.hanging)
      .map { $0.indented(by: 2) }
  }
}

extension String {
  /// The pieces between which a line may end: before each plus, outside parentheses if so wanted.
  fileprivate func brokenBeforePlus(nestedToo: Bool) -> [String] {
    var pieces = [""]
    var depth = 0
    var rest = self[...]
    while let first = rest.first {
      if first == "(" { depth += 1 }
      if first == ")" { depth -= 1 }
      if rest.hasPrefix(" + "), depth == 0 || nestedToo, pieces != [""] { pieces.append("") }
      pieces[pieces.count - 1].append(first)
      rest = rest.dropFirst()
    }
    return pieces
  }
}
