import EpynnCore

/// The commands that change the layer, its data or the mathematics.
extension Session {
  /// A formula alone, or an assignment.
  mutating func runStatement(_ line: String) throws(Complaint) {
    if let (target, matrix) = try loadedMatrix(in: line) {
      let name = try located { () throws(Failure) in try Statement(parsing: "\(target) = 0") }
      guard case .assign(let parsed, _) = name else { return }
      return try assign(matrix, to: parsed, line: line)
    }
    let statement = try located { () throws(Failure) in try Statement(parsing: line) }
    switch statement {
    case .show(let expression): try show(expression)
    case .assign(let target, let expression):
      try assign(expression, to: target, line: line)
    }
  }

  private mutating func assign(
    _ expression: Expression, to target: Statement.Target, line: String
  ) throws(Complaint) {
    let scope = scope
    var value = try located { () throws(Failure) in try expression.value(in: scope) }
    var previous: Double?
    if let rows = target.rows, let columns = target.columns {
      (value, previous) = try replacing(rows, columns, of: target, by: value)
    }
    try assign(value, replacing: previous, to: target, line: line)
  }

  private mutating func assign(
    _ value: Matrix, replacing previous: Double? = nil, to target: Statement.Target, line: String
  ) throws(Complaint) {
    let cell = previous.flatMap { _ in target.cellText }
    switch target.name {
    case .reserved(let name):
      throw Complaint(.core(.reservedName(name)), at: target.column)
    case .variable(let name) where Command.exact(name) != nil:
      // Typed alone it would run the command and never show the variable.
      throw Complaint(.core(.reservedName(name)), at: target.column)
    case .variable(let name):
      try edit(line) { machine throws(Fault) in
        machine.set(variable: name, to: value)
        return []
      }
      let shown = Expression(.variable(name))
      output.lines += ValueText(expression: shown, matrix: value, look: look).lines
    case .learningRate:
      guard let number = value.scalar else {
        throw Complaint(.notAScalar(value.shape), at: target.column)
      }
      try setRate(number, line: line, column: target.column)
    case .quantity(let quantity, let layer):
      let owner = layer ?? ownerLayer(of: quantity)
      let consequences = try edit(line, column: target.column) { machine throws(Fault) in
        try machine.set(quantity, layer: owner, to: value)
      }
      if let cell, let previous, let number = value[target] {
        let change = "\(previous.text(look.precision)) → \(number.text(look.precision))"
        say("\(name(of: quantity, layer: owner))\(cell): \(look.legible(change))")
      } else {
        say("\(name(of: quantity, layer: owner)) is set, \(value.shape)")
      }
      say(consequences)
    }
  }

  /// The layer whose quantity an assignment without a number means.
  private func ownerLayer(of quantity: Quantity) -> Int {
    switch quantity {
    case .x: 1
    case .dA: max(machine.layers.count, 1)
    default: currentLayer
    }
  }

  /// `W2` in a network, `W` where there is one layer.
  func name(of quantity: Quantity, layer: Int) -> String {
    machine.layers.count > 1 && !quantity.belongsToNetwork && !(quantity == .x && layer == 1)
      ? "\(quantity.name)\(layer)" : quantity.name
  }

  /// The target's tensor with the selected cells replaced, and the old number of a single cell.
  private func replacing(
    _ rows: Selection, _ columns: Selection, of target: Statement.Target, by value: Matrix
  ) throws(Complaint) -> (Matrix, Double?) {
    let name: Expression.Form
    switch target.name {
    case .quantity(let quantity, let layer): name = .quantity(quantity, layer: layer)
    case .variable(let variable): name = .variable(variable)
    case .learningRate: name = .learningRate
    case .reserved(let word): throw Complaint(.core(.reservedName(word)), at: target.column)
    }
    let whole = Expression(name, column: target.column)
    let scope = scope
    return try located { () throws(Failure) in
      let matrix = try whole.value(in: scope)
      do throws(Fault) {
        let operand = Operand(whole, matrix.shape)
        let old = try matrix.part(rows: rows, columns: columns, of: operand)
        let new = try matrix.replacing(
          rows: rows, columns: columns, of: operand, by: value)
        return (new, old.scalar)
      } catch { throw Failure(error, at: target.column) }
    }
  }

  /// Changes the machine and records it as a stop; the fault is placed at a column.
  @discardableResult
  mutating func edit(
    _ line: String, column: Int? = nil,
    _ change: (inout Machine) throws(Fault) -> [Consequence]
  ) throws(Complaint) -> [Consequence] {
    var changed = machine
    let consequences: [Consequence]
    do { consequences = try change(&changed) } catch {
      throw Complaint(.core(error), at: column)
    }
    timeline.record(changed, after: .edit(line.trimmingSpaces))
    lastReport = nil
    ownCells = [:]
    return consequences
  }

  mutating func say(_ consequences: [Consequence]) {
    for consequence in consequences { say(consequence.sentence) }
    if consequences.contains(where: { if case .wentBack = $0 { true } else { false } }) {
      sayNext()
    }
  }

  mutating func makeLayer(_ arguments: Arguments) throws(Complaint) {
    let dense = try LayerArguments(arguments).dense
    let consequences = try edit("dense \(arguments.text)", column: arguments.column) {
      machine throws(Fault) in try machine.add(dense)
    }
    let number = machine.layers.count
    let shape = machine.value(of: .w, layer: number)?.matrix.shape
    let weights =
      shape.map {
        "\(name(of: .w, layer: number)) \($0) drawn by \(dense.initialization.rawValue),"
          + " seed \(machine.seed); \(name(of: .b, layer: number)) zeros"
      }
      ?? "W is drawn once X is set"
    say("Dense \(number): \(dense.summary); \(weights)")
    cardLayer = 0
    say(consequences)
    lastReport = nil
  }

  mutating func setSeed(_ arguments: Arguments) throws(Complaint) {
    let word = try arguments.single("a number")
    guard let seed = UInt64(word.text) else {
      throw Complaint(.notAWholeNumber(word.text), at: word.column)
    }
    let consequences = try edit("seed \(word.text)", column: word.column) { machine throws(Fault) in
      try machine.set(seed: seed)
    }
    say("seed is \(seed)")
    if consequences.isEmpty { say("the weights stay: they were not drawn") }
    say(consequences)
  }

  mutating func setLoss(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { return try show(Expression(.quantity(.loss, layer: nil))) }
    let word = try arguments.single("a name")
    guard let loss = Loss.named(word.text.uppercased()) else {
      throw Complaint(
        .unknownWord(word.text, kind: "loss", known: Loss.all.map(\.name)), at: word.column)
    }
    let consequences = try edit("loss \(loss.name)") { machine throws(Fault) in
      machine.set(loss: loss)
    }
    say("loss is \(loss.name), \(loss.title)")
    say(consequences)
  }

  mutating func setRate(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { return try show(Expression(.learningRate)) }
    let (arguments, layer) = try arguments.withoutLayer()
    let expression = try located(offset: arguments.column) { () throws(Failure) in
      try Expression(parsing: arguments.text)
    }
    let scope = scope
    let value = try located(offset: arguments.column) { () throws(Failure) in
      try expression.value(in: scope)
    }
    guard let number = value.scalar else {
      throw Complaint(.notAScalar(value.shape), at: arguments.column)
    }
    try setRate(
      number, layer: layer, line: "rate \(arguments.text)", column: arguments.column)
  }

  private mutating func setRate(
    _ rate: Double, layer: Int? = nil, line: String, column: Int
  ) throws(Complaint) {
    try edit(line + (layer.map { " layer \($0)" } ?? ""), column: column) { machine throws(Fault) in
      try machine.learn(inLayer: layer) { $0.rate = rate }
      return []
    }
    say("rate\(layer.map { " of layer \($0)" } ?? "") is \(rate.text(look.precision))")
  }

  /// Sets a part of the schedule, the network's or a layer's own.
  private mutating func set(
    _ setting: LearningSetting, _ arguments: Arguments
  ) throws(Complaint) {
    let (rest, layer) = try arguments.withoutLayer()
    guard !rest.text.isEmpty else {
      throw Complaint(.missing(setting.values, in: "set \(setting.name)"))
    }
    let words = rest.words
    guard words.count == 1 else {
      throw Complaint(.surplus(words[1].text, after: "set"), at: words[1].column)
    }
    var trial = machine.learning
    guard setting.assign(&trial, words[0].text) else {
      throw Complaint(
        .badValue(words[0].text, of: setting.name, wanted: setting.values), at: words[0].column)
    }
    let suffix = layer.map { " layer \($0)" } ?? ""
    try edit("set \(setting.name) \(words[0].text)\(suffix)", column: words[0].column) {
      machine throws(Fault) in
      try machine.learn(inLayer: layer) { _ = setting.assign(&$0, words[0].text) }
      return []
    }
    let place = layer.map { " of layer \($0)" } ?? ""
    say("\(setting.name)\(place) is \(setting.value(machine.learning(ofLayer: layer ?? 0)))")
  }

  mutating func setClip(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else {
      let clip = machine.clip.map { $0.text(look.precision) }
      return say(clip.map { "gradients are clipped to \($0)" } ?? "gradients are not clipped")
    }
    let word = try arguments.single("a norm")
    let norm = Double(word.text)
    guard word.text == "off" || norm != nil else {
      throw Complaint(
        .badValue(word.text, of: "clip", wanted: "a number above 0, or off"), at: word.column)
    }
    try edit("clip \(word.text)", column: word.column) { machine throws(Fault) in
      try machine.set(clip: norm)
      return []
    }
    say(
      norm.map { "gradients of a layer are clipped to a norm of \($0.text(look.precision))" }
        ?? "gradients are not clipped")
  }

  mutating func set(_ arguments: Arguments) throws(Complaint) {
    let words = arguments.words
    guard let name = words.first else { throw Complaint(.missing("a name and a value", in: "set")) }
    if let setting = LearningSetting.named(name.text) {
      return try set(setting, arguments.after(name))
    }
    guard let setting = Setting.named(name.text) else {
      throw Complaint(
        .unknownWord(
          name.text, kind: "setting",
          known: Setting.all.map(\.name) + LearningSetting.all.map(\.name)), at: name.column)
    }
    guard words.count > 1 else { throw Complaint(.missing(setting.values, in: "set \(name.text)")) }
    guard words.count == 2 else {
      throw Complaint(.surplus(words[2].text, after: "set"), at: words[2].column)
    }
    guard setting.assign(&settings, words[1].text) else {
      throw Complaint(
        .badValue(words[1].text, of: name.text, wanted: setting.values), at: words[1].column)
    }
    timeline.memoryLimit = settings.memory << 20
    say("\(setting.name) is \(setting.value(settings))")
  }

  /// Empties the layer; at a terminal the questions follow.
  mutating func beginAnew() {
    var emptied = machine
    emptied.empty()
    timeline.record(emptied, after: .edit("new"))
    lastReport = nil
    say("emptied: no data, no layer; 'back' brings them back")
    if isAtPrompt, !isInLesson { beginInterview() }
  }
}

extension Statement.Target {
  /// `[0,1]` where the target is a single cell.
  fileprivate var cellText: String? {
    guard case .one(let row)? = rows, case .one(let column)? = columns else { return nil }
    return "[\(row),\(column)]"
  }
}

extension Matrix {
  /// The number of the single cell that a target picks.
  fileprivate subscript(target: Statement.Target) -> Double? {
    guard let rows = target.rows, let columns = target.columns,
      let part = try? part(
        rows: rows, columns: columns, of: Operand(Expression(.number(0)), shape))
    else { return nil }
    return part.scalar
  }
}
