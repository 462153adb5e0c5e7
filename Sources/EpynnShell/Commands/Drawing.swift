import EpynnCore

/// Curves and pictures.
extension Session {
  mutating func plot(_ arguments: Arguments) throws(Complaint) {
    guard arguments.text.isEmpty || arguments.text == "loss" else {
      throw Complaint(
        .unknownWord(arguments.text, kind: "plot", known: ["loss"]), at: arguments.column)
    }
    let points = timeline.curve
    guard points.count > 1 else {
      return say("there is nothing to draw yet; 'train 100' trains 100 epochs")
    }
    let room = max(screen.height - 6, 8)
    output.lines +=
      CurvePlot(
        title: "cost", values: points.map { ($0.epoch, $0.cost) }, look: look, height: room * 2 / 3
      ).lines
    output.lines +=
      CurvePlot(
        title: "accuracy", values: points.map { ($0.epoch, $0.accuracy) }, look: look,
        height: room / 3
      ).lines
  }

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
    guard settings.visibility(of: expression, value: matrix, in: scope) == nil else {
      return say("it is covered; 'reveal' shows it")
    }
    if let size {
      let count = matrix.elements.count
      guard size.rows > 0, size.columns > 0, size.rows <= count, size.columns <= count,
        size.rows * size.columns == count
      else { throw Complaint(.badPicture(size.word.text, cells: count), at: size.word.column) }
      matrix = Matrix(rows: size.rows, columns: size.columns, elements: matrix.elements)
    }
    output.lines += HeatMap(matrix: matrix, look: look).lines
  }
}
