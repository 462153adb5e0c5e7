import EpynnCore

/// The questions of `new` at a terminal, and the rows of the matrix that is being answered.
struct Interview: Sendable {
  var question = Question.data
  /// The rows entered so far of X, W or Y.
  var rows: [[Double]] = []
  /// The units answered, of the layer that its activation completes.
  var units = 1

  enum Question: Sendable, Equatable {
    case data, units, activation, weights, bias, target
  }

  var prompt: String {
    switch question {
    case .data: "X, row \(rows.count)> "
    case .units: "units> "
    case .activation: "activation> "
    case .weights: "W, row \(rows.count)> "
    case .bias: "b> "
    case .target: "Y, row \(rows.count)> "
    }
  }
}

extension Interview: Dialogue {
  func prompt(in session: Session) -> String? { prompt }

  var joinsLines: Bool { false }

  /// Only what a person types is an answer; a command or an assignment ends the questions and runs.
  func takes(_ line: String, in session: inout Session) throws(Complaint) -> Bool {
    guard session.source == .prompt else { return false }
    if endsQuestions(line) {
      session.interview = nil
      return false
    }
    try session.answer(line)
    return true
  }

  private func endsQuestions(_ line: String) -> Bool {
    if let spelled = Arguments(line), let command = Command.exact(spelled.command),
      !["help", "quit"].contains(command.name), !spelled.continuesFormula(named: command)
    {
      return true
    }
    return (try? Statement(parsing: line))?.assignment != nil
  }

  func interrupted() -> (rest: Interview?, sentence: String)? {
    let rest =
      question == .activation ? "'dense \(units)' makes the layer" : "what was answered stays"
    return (nil, "no more questions; \(rest)")
  }
}

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

  /// Takes the answer to the question at hand; a bad one is asked again.
  mutating func answer(_ line: String) throws(Complaint) {
    guard var interview else { return }
    let text = line.trimmingSpaces
    if text.hasPrefix(":") { return try run(String(text.dropFirst()), from: .script) }
    if text == "help" || text == "quit" { return try run(text, from: .script) }
    switch interview.question {
    case .data, .weights, .target:
      if !text.isEmpty {
        let row = try numbers(in: line)
        // A row that cannot fit is asked again now, not when the matrix is whole.
        let isWide = interview.question == .data
        let wanted = isWide ? interview.rows.first?.count : machine.layers.first?.dense.units
        if let wanted, row.count != wanted {
          throw Complaint(.rowLength(row.count, expected: wanted))
        }
        interview.rows.append(row)
        self.interview = interview
        guard interview.rows.count == rowsWanted(for: interview.question) else { return }
      }
      try finishRows(interview)
    case .units:
      guard !text.isEmpty else { return advance(to: .activation) }
      guard let units = Int(whole: text, in: 1...Int.max) else {
        throw Complaint(
          .badValue(text, of: "units", wanted: "a whole number from 1 on"), at: 0)
      }
      advance(to: .activation)
      self.interview?.units = units
    case .activation:
      if !text.isEmpty, Activation.Rule.named(text) == nil {
        throw Complaint(
          .unknownWord(text, kind: "activation", known: Activation.Rule.all.map(\.name)), at: 0)
      }
      let name = text.isEmpty ? "" : " \(text)"
      try run("dense \(interview.units)\(name)", from: .script)
      advance(to: .weights)
    case .bias:
      if !text.isEmpty { try set(.b, to: Matrix([numbers(in: line)])) }
      advance(to: .target)
    }
  }

  private mutating func finishRows(_ interview: Interview) throws(Complaint) {
    let quantity: Quantity =
      switch interview.question {
      case .weights: .w
      case .target: .y
      default: .x
      }
    if !interview.rows.isEmpty {
      self.interview?.rows = []
      try set(quantity, to: Matrix(interview.rows))
    }
    switch interview.question {
    case .data: advance(to: .units)
    case .weights: advance(to: .bias)
    default:
      self.interview = nil
      draw { [machine] look in StartScreen(machine: machine, look: look).summary }
      sayNext()
    }
  }

  /// Sets what was answered by the line that would do it.
  private mutating func set(_ quantity: Quantity, to matrix: Matrix) throws(Complaint) {
    let literal = (0..<matrix.rows).map { row in
      "[" + (0..<matrix.columns).map { matrix[row, $0].shortestText }.joined(separator: ", ") + "]"
    }.joined(separator: ", ")
    try run("\(quantity.name) = [\(literal)]", from: .script)
  }

  private mutating func advance(to question: Interview.Question) {
    interview = Interview(question: question)
    switch question {
    case .activation:
      tell("Enter is sigmoid; there are \(Problem.list(Activation.Rule.all.map(\.name))).")
    case .weights: tell("Enter keeps W as drawn\(shape(of: .w)).")
    case .bias: tell("Enter keeps b at 0\(shape(of: .b)).")
    case .target:
      guard let x = machine.value(of: .x, layer: 1)?.matrix, let dense = machine.layers.first?.dense
      else { return }
      tell("Enter leaves Y out; it has the shape of A, \(Shape(x.rows, dense.units)).")
    default: break
    }
  }

  private func shape(of quantity: Quantity) -> String {
    machine.value(of: quantity, layer: 1).map { ", \($0.matrix.shape)" } ?? ""
  }

  /// How many rows make the matrix whole; `nil` where only Enter tells.
  private func rowsWanted(for question: Interview.Question) -> Int? {
    switch question {
    case .weights: machine.value(of: .w, layer: 1)?.matrix.rows
    case .target: machine.value(of: .x, layer: 1)?.matrix.rows
    default: nil
    }
  }

  /// The numbers of one row; anything else is answered with what the question wants.
  private func numbers(in line: String) throws(Complaint) -> [Double] {
    let scope = scope
    guard let row = try? Expression(parsing: "[" + line + "]").value(in: scope), row.rows == 1
    else {
      throw Complaint(.notARow(line.trimmingSpaces))
    }
    return row.elements
  }
}
