/// Lines that stand together as a rectangle.
struct Block: Sendable {
  var lines: [Line]

  init(_ lines: [Line]) {
    self.lines = lines
  }

  init(_ line: Line) {
    lines = [line]
  }

  var width: Int { lines.map(\.width).max() ?? 0 }
  var height: Int { lines.count }

  /// The blocks next to each other, tops aligned.
  static func row(_ blocks: [Block], gap: Int = 0) -> Block {
    let height = blocks.map(\.height).max() ?? 0
    let widths = blocks.map(\.width)
    let space = Line(String(repeating: " ", count: gap))
    let lines = (0..<height).map { index in
      var line = Line()
      for (place, block) in blocks.enumerated() {
        if place > 0 { line += space }
        line += (index < block.height ? block.lines[index] : Line()).padded(to: widths[place])
      }
      return line.trimmed
    }
    return Block(lines)
  }

  /// The blocks below each other.
  static func stack(_ blocks: [Block]) -> Block {
    Block(blocks.flatMap(\.lines))
  }

  func indented(by columns: Int) -> Block {
    Block(lines.map { $0.indented(by: columns) })
  }
}
