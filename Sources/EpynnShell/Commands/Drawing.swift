import EpynnCore

/// Curves and pictures.
extension Session {
  mutating func plot(_ arguments: Arguments) throws(Complaint) {
    guard ["", "loss", "all"].contains(arguments.text) else {
      throw Complaint(
        .unknownWord(arguments.text, kind: "plot", known: ["loss", "all"]), at: arguments.column)
    }
    let plot = TrainingPlot(machine, look: look)
    guard let lines = arguments.text == "all" ? plot.all : plot.atHand else {
      return say("there is nothing to draw yet; 'train 100' trains 100 epochs")
    }
    output.lines += lines
    if arguments.text != "all", !machine.earlier.isEmpty {
      say("this is network \(machine.network); 'plot all' draws those before it too")
    }
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
