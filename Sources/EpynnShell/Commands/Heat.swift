import EpynnCore

extension Command {
  static let heat = Command(
    "heat", .looking, "EXPR [ROWSxCOLUMNS]", "draw a matrix as a picture",
    example: "heat X[0,:] 8x8"
  ) { session, arguments throws(Complaint) in
    try session.heat(arguments)
  }
}

/// Curves and pictures.
extension Session {
  mutating func heat(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { throw Complaint(.missing("a matrix", in: "heat")) }
    var text = arguments.text
    var size: (word: Arguments.Word, rows: Int, columns: Int)?
    if let word = arguments.words.last, arguments.words.count > 1 {
      let sizes = word.text.split(separator: "x", omittingEmptySubsequences: false)
        .map { Int($0) }
      if sizes.count == 2, let rows = sizes[0], let columns = sizes[1] {
        size = (word, rows, columns)
        text = String(text.dropLast(word.text.count)).trimmingSpaces
      }
    }
    let scope = scope
    let expression = try located(offset: arguments.column) { () throws(Failure) in
      try Expression(parsing: text)
    }
    var matrix = try located(offset: arguments.column) { () throws(Failure) in
      try expression.value(in: scope)
    }
    guard aids.visibility(of: expression, value: matrix, in: scope) == nil else {
      return say("it is covered; 'reveal' shows it")
    }
    if let size {
      let count = matrix.elements.count
      guard size.rows > 0, size.columns > 0, size.rows <= count, size.columns <= count,
        size.rows * size.columns == count
      else { throw Complaint(.badPicture(size.word.text, cells: count), at: size.word.column) }
      matrix = Matrix(rows: size.rows, columns: size.columns, elements: matrix.elements)
    }
    draw { look in HeatMap(matrix: matrix, look: look).lines }
  }
}
