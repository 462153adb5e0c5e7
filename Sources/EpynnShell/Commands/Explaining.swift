import EpynnCore

/// Where numbers come from and what they mean.
extension Session {
  mutating func explain(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else {
      guard let stop = lastReport?.report.stop ?? machine.next else {
        throw Complaint(.core(.noLayer))
      }
      return explain(stop)
    }
    let words = arguments.words
    var levels = 0
    var text = arguments.text
    if words.count > 2, words[words.count - 2].text == "deeper" {
      guard let count = Int(words[words.count - 1].text), (1...20).contains(count) else {
        throw Complaint(
          .badValue(words[words.count - 1].text, of: "deeper", wanted: "1 to 20 levels"),
          at: words[words.count - 1].column)
      }
      levels = count
      let end = words[words.count - 2].column - arguments.column
      text = String(String(text.unicodeScalars.prefix(end))).trimmingSpaces
    }
    if !text.contains("["), let index = try? machine.indexOfStop(named: text, inLayer: currentLayer)
    {
      return explain(machine.stops[index])
    }
    var name: CellName? = try cellName(text, column: arguments.column)
    for level in 0...levels {
      guard let cell = name else { break }
      if level > 0 { output.lines.append(Line()) }
      if let step = Dense.step(writing: cell.quantity), look.hides(step, in: machine) {
        throw Complaint(.hiddenFormula("explain"), at: arguments.column)
      }
      let ran = try machineThatRan(cell)
      guard
        settings.visibility(
          of: Expression(.quantity(cell.quantity, layer: cell.layer)),
          value: ran.value(of: cell.quantity, layer: cell.layer)?.matrix ?? Matrix(0),
          in: Scope(ran, layer: cell.layer)) == nil
      else { return say("\(cell.quantity.name) is covered; 'reveal' shows it") }
      let look = look
      let explanation = try located(offset: arguments.column) { () throws(Failure) in
        try Explanation(cell, in: ran)
      }
      output.lines += try located { () throws(Failure) in
        try ExplanationScreen(explanation: explanation, machine: ran, look: look).lines()
      }
      name = explanation.below
    }
  }

  /// What a step does, why in this form, and who reads what it writes.
  private mutating func explain(_ stop: Stop) {
    output.lines += HelpTopic.lines(about: stop.step, machine, look)
    guard !look.hides(stop.step, in: machine) else { return }
    output.lines += stop.step.reason.wrapped(to: screen.width - 3)
      .map { $0.indented(by: 2) }
    if stop.step.writes == [.dX], stop.layer == 1 {
      say("  Nobody reads dX of the first layer: it says what the data did to the loss.")
    }
  }

  mutating func nudge(_ arguments: Arguments) throws(Complaint) {
    let words = arguments.words
    guard let first = words.first else { throw Complaint(.missing("a cell", in: "nudge")) }
    // Far enough to be seen in the digits of the loss.
    var step = 0.001
    if words.count > 1 {
      guard let size = Double(words[1].text), size > 0, size.isFinite else {
        throw Complaint(
          .badValue(words[1].text, of: "nudge", wanted: "a distance above 0"), at: words[1].column)
      }
      step = size
    }
    let name = try cellName(first.text, column: first.column)
    guard [.x, .w, .b, .z, .a].contains(name.quantity) else {
      throw Complaint(
        .badValue(first.text, of: "nudge", wanted: "a cell of X, W, b, Z or A"), at: first.column)
    }
    let machine = machine
    let slope = try located(offset: first.column) { () throws(Failure) in
      try machine.slope(at: name, step: step)
    }
    output.lines += NudgeScreen(name: name, slope: slope, machine: machine, look: look).lines
  }

  mutating func path(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { throw Complaint(.missing("a weight", in: "path")) }
    let name = try cellName(arguments.text, column: arguments.column)
    guard name.quantity == .w else {
      throw Complaint(
        .badValue(arguments.text, of: "path", wanted: "a weight, as in W[0,1]"),
        at: arguments.column)
    }
    guard !Dense.steps.contains(where: { look.hides($0, in: self.machine) }) else {
      throw Complaint(.hiddenFormula("path"), at: arguments.column)
    }
    let machine = machine
    let paths = try located(offset: arguments.column) { () throws(Failure) in
      try PathSum(name, in: machine)
    }
    output.lines += PathScreen(name: name, paths: paths, machine: machine, look: look).lines
  }

  /// The cell that a text names; counted from the end where an index is negative.
  func cellName(_ text: String, column: Int) throws(Complaint) -> CellName {
    let expression = try located(offset: column) { () throws(Failure) in
      try Expression(parsing: text)
    }
    guard case .part(let inner, .one(let row), .one(let place)) = expression.form,
      case .quantity(let quantity, let named) = inner.form
    else {
      throw Complaint(.badValue(text, of: "a cell", wanted: "a name like dW[0,1]"), at: column)
    }
    let layer = named ?? currentLayer
    do throws(Fault) { _ = try machine.place(ofLayer: layer) } catch {
      throw Complaint(.core(error), at: column)
    }
    let shape = machine.value(of: quantity, layer: layer)?.matrix.shape
    return CellName(
      quantity, layer: layer,
      Cell(
        row < 0 ? row + (shape?.rows ?? 0) : row, place < 0 ? place + (shape?.columns ?? 0) : place)
    )
  }

  /// The machine in which a cell's operands are still those that its step read.
  private func machineThatRan(_ name: CellName) throws(Complaint) -> Machine {
    guard machine.isStale(name.quantity, layer: name.layer) else { return machine }
    return try machineThatWrote(name.quantity, layer: name.layer) ?? machine
  }

  /// The machine of an earlier iteration as it stood when it wrote what a quantity still holds;
  /// `nil` where no earlier one did.
  func machineThatWrote(_ quantity: Quantity, layer: Int) throws(Complaint) -> Machine? {
    guard case .step(let iteration)? = machine.value(of: quantity, layer: layer)?.origin,
      iteration < machine.iteration
    else { return nil }
    var past = timeline
    for _ in 0..<(2 * machine.stops.count) {
      let event = try located { () throws(Failure) in try past.back() }
      guard event != nil else { break }
      if past.present.iteration == iteration { return past.present }
    }
    throw Complaint(.operandsGone(quantity))
  }
}
