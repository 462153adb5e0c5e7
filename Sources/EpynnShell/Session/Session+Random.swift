import EpynnCore

/// Draws of random numbers: their generators go on only where the line that draws succeeds.
extension Session {
  /// A formula with its draws made; `nil` where it makes none.
  func drawn(_ expression: Expression) throws(Complaint) -> Drawn? {
    try guarded(expression) { scope throws(Failure) in try expression.drawn(in: scope) }
  }

  /// The generators go on from where the draws of an assignment have left them.
  ///
  /// - Parameter isEdit: whether it is a stop already.
  mutating func keep(_ drawn: Drawn?, ofEdit isEdit: Bool, line: String) throws(Complaint) {
    guard let drawn else { return }
    if isEdit { timeline.keep(drawn.streams) } else { try edit(line, drawing: drawn) }
    saySeedTaken(drawn.seedTaken)
  }

  private mutating func edit(_ line: String, drawing drawn: Drawn) throws(Complaint) {
    try edit(line) { machine throws(Fault) in
      machine.keep(drawn.streams)
      return []
    }
  }

  /// A formula alone: one that draws changes its generator, and is a stop like an edit.
  mutating func show(drawing expression: Expression, line: String) throws(Complaint) {
    guard let drawn = try drawn(expression) else { return try show(expression) }
    try show(drawn.expression)
    try edit(line, drawing: drawn)
    saySeedTaken(drawn.seedTaken)
  }

  mutating func run(_ statement: RandomStatement, line: String) throws(Complaint) {
    switch statement {
    case .seed(let stream, let seed): try self.seed(stream, with: seed, line: line)
    case .generator(let target, let stream):
      try setGenerator(target, to: stream, line: line)
    case .shuffle(let stream, let target, let whole):
      try shuffle(whole, of: resolved(target), by: stream, line: line)
    }
  }

  private mutating func seed(
    _ stream: StreamReference, with seed: Expression?, line: String
  ) throws(Complaint) {
    let (scope, name) = (scope, stream.name)
    var taken: UInt64?
    try edit(line, column: seed?.column) { machine throws(Fault) in
      taken = try machine.seed(stream, with: seed, in: scope)
      return []
    }
    say("\(name) begins anew")
    saySeedTaken(taken)
  }

  private mutating func setGenerator(
    _ target: Statement.Target, to stream: StreamReference, line: String
  ) throws(Complaint) {
    guard case .variable(let name) = target.name, Command.exact(name) == nil else {
      throw Complaint(
        .core(.reservedName(MatrixNotation(.ascii).text(of: Expression(target.wholeForm)))),
        at: target.column)
    }
    let scope = scope
    var taken: UInt64?
    let column = if case .fresh(_, let seed) = stream { seed?.column } else { target.column }
    try edit(line, column: column) { machine throws(Fault) in
      taken = try machine.set(generator: name, to: stream, in: scope)
      return []
    }
    say("\(name) is a generator, as \(stream.name) is")
    saySeedTaken(taken)
  }

  private mutating func shuffle(
    _ whole: Expression, of target: Statement.Target, by stream: StreamReference, line: String
  ) throws(Complaint) {
    let meant = target.meant(whole, in: machine, layer: currentLayer)
    let drawn = try drawn(meant.permuted(by: stream))
    guard let drawn else { return }
    let value = try evaluated(drawn.expression)
    if case .variable = target.name {} else { try refuseCovered(whole, in: target) }
    try assign(value, to: target, line: line, from: whole.dependencies(inLayer: currentLayer))
    try keep(drawn, ofEdit: true, line: line)
  }

  private mutating func saySeedTaken(_ seed: UInt64?) {
    guard let seed else { return }
    say("it has no seed of its own and takes the session's, \(seed)")
  }
}
