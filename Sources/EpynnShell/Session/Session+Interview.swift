import EpynnCore

/// Asking and taking the answers of `new`.
extension Session {
  /// The questions that `new` asks at a terminal.
  var interview: Interview? {
    get { dialogues[Interview.self] }
    set { dialogues[Interview.self] = newValue }
  }

  mutating func beginInterview() {
    interview = Interview()
    tell(
      "Numbers are separated by spaces. Enter on an empty line ends X, or leaves one out;"
        + " Ctrl-C ends the questions.")
  }

  /// Ends the questions before they were answered to their end, and says what is set.
  mutating func endInterview() {
    guard let interview else { return }
    if let sentence = interview.ending(in: machine) { tell(sentence) }
    self.interview = nil
    joinAnswers()
  }

  /// Makes one stop of what was answered so far, for the questions were not answered to their end.
  mutating func joinAnswers() { timeline.joinStops(sinceEdit: "new") }

  /// Takes the answer to the question at hand; a bad one is asked again.
  mutating func answer(_ line: String) throws(Complaint) {
    guard let interview else { return }
    let text = line.trimmingSpaces
    if text.hasPrefix(":") { return try run(String(text.dropFirst()), from: .script) }
    if isAnsweredBeside(text) { return try run(text, from: .script) }
    switch interview.question {
    case .data, .weights, .target: try answerRows(interview, text)
    case .units:
      guard !text.isEmpty else { return advance(to: .activation) }
      guard let units = Int(whole: text, in: 1...Int.max) else {
        throw Complaint(
          .badValue(text, of: "units", wanted: "a whole number from 1 on"), at: 0)
      }
      self.interview?.units = units
      advance(to: .activation)
    case .activation:
      if !text.isEmpty, Activation.Rule.named(text) == nil {
        throw Complaint(
          .unknownWord(text, kind: "activation", known: Activation.Rule.all.map(\.name)), at: 0)
      }
      let name = text.isEmpty ? "" : " \(text)"
      try run("dense \(interview.units)\(name)", from: .script)
      advance(to: .weights)
    case .bias:
      if !text.isEmpty {
        let rows = try rows(in: text)
        guard rows.count == 1 else { throw Complaint(.notARow(text)) }
        try set(.b, to: Matrix(rows))
      }
      advance(to: .target)
    }
  }

  private func isAnsweredBeside(_ text: String) -> Bool {
    switch LineMeaning(text) {
    case .help: true
    case .command(let command, _): Interview.runBeside.contains(command.name)
    case .assignment, .other: false
    }
  }

  /// One more row of X, W or Y, the whole matrix, or with an empty line its end.
  private mutating func answerRows(_ asked: Interview, _ text: String) throws(Complaint) {
    guard !text.isEmpty, let quantity = asked.question.quantity else {
      return try finishRows(asked)
    }
    var interview = asked
    let rows = try rows(in: text)
    // A row that cannot fit is asked again now, not when the matrix is whole.
    let units = quantity == .x ? nil : machine.layers.first?.dense.units
    let wanted = asked.rows.first?.count ?? units
    let count = rows[0].count
    if let wanted, count != wanted { throw Complaint(.rowLength(count, expected: wanted)) }
    interview.rows += rows
    let rowsWanted = rowsWanted(for: quantity)
    if let rowsWanted, interview.rows.count > rowsWanted {
      throw Complaint(.tooManyRows(interview.rows.count, expected: rowsWanted))
    }
    self.interview = interview
    let isWhole = rows.count > 1 || text.replacing(" ", with: "").contains("[[")
    if rowsWanted == nil ? isWhole : interview.rows.count == rowsWanted {
      try finishRows(interview)
    }
  }

  private mutating func finishRows(_ interview: Interview) throws(Complaint) {
    if !interview.rows.isEmpty, let quantity = interview.question.quantity {
      self.interview?.rows = []
      try set(quantity, to: Matrix(interview.rows))
    }
    switch interview.question {
    case .data: advance(to: .units)
    case .weights: advance(to: .bias)
    case .target, .units, .activation, .bias:
      self.interview = nil
      draw { [machine] _ in StartScreen(machine: machine).summary }
      sayNext()
    }
  }

  /// Sets what was answered by the line that would do it.
  private mutating func set(_ quantity: Quantity, to matrix: Matrix) throws(Complaint) {
    let literal = (0..<matrix.rows).map { row in
      "[" + (0..<matrix.columns).map { matrix[row, $0].shortestText }.joined(separator: ", ") + "]"
    }.joined(separator: ", ")
    try run("\(quantity.name) = [\(literal)]", from: .script)
    interview?.answered.append(quantity)
  }

  private mutating func advance(to question: Interview.Question) {
    interview?.question = question
    interview?.rows = []
    switch question {
    case .activation:
      tell("Enter is sigmoid; there are \(Problem.list(Activation.Rule.all.map(\.name))).")
    case .weights: tell("Enter keeps W as drawn\(shape(of: .w)).")
    case .bias: tell("Enter keeps b at 0\(shape(of: .b)).")
    case .target:
      guard let x = machine.value(of: .x, layer: 1)?.matrix, let dense = machine.layers.first?.dense
      else { return }
      tell("Enter leaves Y out; it has the shape of A, \(Shape(x.rows, dense.units)).")
    case .data, .units: break
    }
  }

  private func shape(of quantity: Quantity) -> String {
    machine.value(of: quantity, layer: 1).map { ", \($0.matrix.shape)" } ?? ""
  }

  /// How many rows make the matrix whole; `nil` where only Enter tells.
  private func rowsWanted(for quantity: Quantity) -> Int? {
    switch quantity {
    case .w: machine.value(of: .w, layer: 1)?.matrix.rows
    case .y: machine.value(of: .x, layer: 1)?.matrix.rows
    default: nil
    }
  }

  /// The numbers of a row, or the rows of a matrix; anything else is answered with what the
  /// question wants.
  private func rows(in text: String) throws(Complaint) -> [[Double]] {
    let scope = scope
    let row = try? Expression(parsing: "[" + text + "]").value(in: scope)
    guard let matrix = row ?? (try? Expression(parsing: text).value(in: scope)), matrix.rows > 0,
      matrix.columns > 0
    else { throw Complaint(.notARow(text)) }
    return (0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } }
  }
}
