import EpynnCore

extension Command {
  static let heat = Command(
    "heat", .looking, takes: [drawn, size], "draw a matrix as a picture",
    example: "heat X[0,:] 8x8"
  ) { session, given throws(Complaint) in
    try session.heat(given[drawn], size: given[size])
  }

  private static let drawn = Positional("EXPR", .formula("a matrix"))
  private static let size = OptionalPositional("ROWSxCOLUMNS", pictureSize)

  /// `8x8`; whether it holds the matrix is for the matrix to say.
  private static var pictureSize: Kind<Shape> {
    @Sendable func shape(_ text: String) -> Shape? {
      let sizes = text.split(separator: "x", omittingEmptySubsequences: false)
        .map { Int(whole: String($0)) }
      guard sizes.count == 2, let rows = sizes[0], let columns = sizes[1] else { return nil }
      return Shape(rows, columns)
    }
    var grammar = Grammar(wanted: "a size")
    grammar.isMeant = { shape($0) != nil }
    return Kind(grammar) { word, name throws(Complaint) in
      guard let shape = shape(word.text) else {
        throw Complaint(
          .badValue(word.text, of: name, wanted: "rows and columns, as in 8x8"), at: word.column)
      }
      return shape
    }
  }
}

extension Session {
  fileprivate mutating func heat(
    _ argument: Argument<String>, size: Argument<Shape>?
  ) throws(Complaint) {
    let expression = try expression(argument)
    var matrix = veil.veiled(
      try value(of: expression, from: argument), of: expression, in: scope)
    guard !matrix.isVeiled else {
      return say("it is covered; 'reveal' shows it")
    }
    if let size {
      let count = matrix.elements.count
      let (rows, columns) = (size.value.rows, size.value.columns)
      guard rows > 0, columns > 0, rows <= count, columns <= count, rows * columns == count
      else { throw Complaint(.badPicture(size.text, cells: count), at: size.column) }
      matrix = Matrix(rows: rows, columns: columns, elements: matrix.elements)
    }
    draw { [matrix] look in
      [
        Picture(matrix, precision: look.precision).map { .picture($0) }
          ?? .line("no cell holds a finite number")
      ]
    }
  }
}
