import EpynnCore

/// A tensor as a table of a page, with the numbers of its rows and columns as headers.
struct HTMLTensor {
  let tensor: CardTensor
  let precision: Precision
  /// What the page's script calls the tensor; `nil` where it asks for none of its cells.
  var key: String?
  /// Whether its rows are that one's columns.
  var isTurned = false
  /// Whether what is veiled is a box to be filled in, and how its cells are called.
  var blank: String?
  /// The most rows, and the most columns, that are shown.
  var limit = HTMLTensor.widest
  var summed: Dimension?

  /// As many as nobody scrolls through.
  static let widest = 64
  /// The most cells of a tensor that is filled in by hand.
  static let blankLimit = Draw.cellLimit

  private var matrix: Matrix { tensor.matrix }

  var text: String {
    let isFilled = blank != nil && matrix.elements.count <= Self.blankLimit
    let rows = Self.picked(matrix.rows, atMost: isFilled ? .max : limit)
    let columns = Self.picked(matrix.columns, atMost: isFilled ? .max : limit)
    let shown = rows.lazy.compactMap(\.self).flatMap { row in
      columns.lazy.compactMap(\.self).map { matrix[row, $0] }
    }
    let format = NumberFormat(for: shown, precision: precision)
    let head = columns.map { "<th scope=\"col\">\($0.map(String.init) ?? "…")</th>" }.joined()
    let body = rows.map { row in
      "<tr><th scope=\"row\">\(row.map(String.init) ?? "⋮")</th>"
        + columns.map { cell(row, $0, format, isFilled: isFilled) }.joined() + "</tr>\n"
    }.joined()
    let table = XMLText.element(
      "table", attributes,
      holding: caption + "\n<thead><tr><td></td>\(head)</tr></thead>\n<tbody>\n\(body)</tbody>")
    let notes =
      tensor.notes.isEmpty
      ? "" : "\n<p class=\"note\">\(Line(tensor.notes.joined(separator: " ")).html)</p>"
    return "<div class=\"box\">\(table)\(notes)</div>"
  }

  private var attributes: [(String, String)] {
    [("class", tensor.isWritten ? "tensor written" : "tensor")]
      + (key.map { [("data-tensor", $0)] } ?? [])
      + (isTurned ? [("data-turned", "yes")] : [])
  }

  private var caption: String {
    var line = Line(tensor.label, .strong) + Line(" \(matrix.shape) ")
    if let letters = tensor.letters {
      line += letters.line(summed: summed, shape: matrix.shape)
    }
    return XMLText.element("caption", holding: line.html)
  }

  private func cell(_ row: Int?, _ column: Int?, _ format: NumberFormat, isFilled: Bool) -> String {
    guard let row, let column else { return "<td class=\"left-out\">…</td>" }
    let number = matrix[row, column]
    guard let blank, isFilled, number.isVeiled else {
      let mark = tensor.marks.holds(row: row, column: column) ? " class=\"marked\"" : ""
      return "<td\(mark)>\(format.text(number))</td>"
    }
    let label = XMLText.escaped("\(blank)\(Cell(row, column))")
    return "<td><input type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" size=\"6\""
      + " aria-label=\"\(label)\"/></td>"
  }

  /// The indices that are shown of so many; `nil` stands for those left out.
  static func picked(_ count: Int, atMost limit: Int) -> [Int?] {
    guard count > limit else { return Array(0..<count) }
    let edge = limit / 2
    return Array(0..<edge) + [nil] + Array((count - edge)..<count)
  }
}

extension TensorName {
  /// What the page's script calls it.
  var key: String { "\(quantity.name)\(layer)" }
  /// What it calls the same once the update has run.
  var updatedKey: String { key + "new" }
}

extension Line {
  /// The line as a page has it.
  var html: String {
    pieces.map { piece in
      let text = XMLText.escaped(piece.text)
      return switch piece.style {
      case .plain, .typed: text
      case .written: "<span class=\"written\">\(text)</span>"
      case .focused: "<span class=\"marked\">\(text)</span>"
      case .letter: "<span class=\"letter\">\(text)</span>"
      case .summed: "<span class=\"summed\">\(text)</span>"
      case .strong: "<strong>\(text)</strong>"
      case .emphasis: "<em>\(text)</em>"
      case .code: "<code>\(text)</code>"
      case .agreement: "<span class=\"agreement\">\(text)</span>"
      case .difference, .refusal: "<span class=\"difference\">\(text)</span>"
      case .warning: "<span class=\"warning\">\(text)</span>"
      }
    }.joined()
  }
}
