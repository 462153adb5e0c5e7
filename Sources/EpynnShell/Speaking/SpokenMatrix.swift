import EpynnCore

/// Says a matrix: its shape, then a row a sentence. Of a large one the edges alone are said.
struct SpokenMatrix {
  private let matrix: Matrix
  private let start: String
  private let format: (Double) -> String
  private let marks: Marks
  /// The most rows, and the most columns, that are said one by one.
  private let limit: Int

  private static let edge = 3
  /// A card is heard at each step, and 'show' says the rest.
  static let limitOnCard = 24

  init(
    _ matrix: Matrix, name: String, precision: Precision, verb: String = "is", remark: String = "",
    marks: Marks = .none, isOnCard: Bool = false, isWhole: Bool = false
  ) {
    self.matrix = matrix
    self.marks = marks
    let isLarge = matrix.elements.count > MatrixText.cellLimit && !isWhole
    limit = isLarge ? 2 * Self.edge + 1 : isOnCard ? Self.limitOnCard : .max
    let shape = "\(matrix.rows) by \(matrix.columns)"
    start = name.isEmpty ? "\(shape)\(remark)." : "\(name) \(verb) \(shape)\(remark)."
    let format = NumberFormat(for: matrix.elements, precision: precision)
    self.format = { $0.isVeiled ? "hidden" : format.text($0).spokenNumber }
  }

  /// A picture: where it is least and greatest, then its numbers.
  init(_ picture: Picture) {
    let matrix = picture.matrix
    let finite = matrix.elements.indices.filter { matrix.elements[$0].isFinite }
    let places = [
      ("least", finite.min { matrix.elements[$0] < matrix.elements[$1] }),
      ("greatest", finite.max { matrix.elements[$0] < matrix.elements[$1] }),
    ].compactMap { word, place in
      place.map { place in
        let cell = matrix.shape.cell(at: place)
        return "\(word) \(matrix[cell].text(picture.precision).spokenNumber)"
          + " at row \(cell.row), column \(cell.column)"
      }
    }
    self.init(
      matrix, name: "the matrix", precision: picture.precision,
      remark: ", \(places.joined(separator: ", "))")
  }

  var said: [String] {
    let rows = Self.picked(matrix.rows, atMost: limit, keeping: marks.row)
    let columns = Self.picked(matrix.columns, atMost: limit, keeping: marks.column)
    let sentences = rows.map { row -> String in
      guard let row else { return "rows between are left out." }
      let cells = columns.map { column in
        column.map { format(matrix[row, $0]) } ?? "and so on to"
      }
      return "row \(row): \(cells.joined(separator: ", "))."
    }
    let whole = ([start] + sentences).joined(separator: " ")
    return whole.count <= Self.oneLine ? [whole] : [start] + sentences
  }

  /// A longer one has a line for each row.
  private static let oneLine = 100

  private static func picked(_ count: Int, atMost limit: Int, keeping kept: Int?) -> [Int?] {
    guard count > limit else { return Array(0..<count) }
    var rows: [Int?] = Array(0..<edge)
    if let kept, kept >= edge, kept < count - edge { rows += [nil, kept] }
    return rows + [nil] + Array((count - edge)..<count)
  }
}
