/// Matrices beside each other, as many in a row as there is room for.
struct ValuesDrawing {
  let values: [ShownValue]
  let look: Look

  private static let gap = 3

  var lines: [Line] {
    var rows: [[Block]] = []
    var width = 0
    for block in values.map({ Block(ValueDrawing(value: $0, look: look).lines) }) {
      let needed = width + Self.gap + block.width
      if let last = rows.indices.last, needed < look.width {
        rows[last].append(block)
        width = needed
      } else {
        rows.append([block])
        width = block.width
      }
    }
    return rows.flatMap { Block.row($0, gap: Self.gap).lines }
  }
}
