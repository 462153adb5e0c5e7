import EpynnCore

/// What a vote asks, as `vote` and a lesson's question name it.
extension Session {
  /// The question of a line `vote …`, with its answers.
  func voteQuestion(_ given: Given) throws(Complaint) -> VoteQuestion {
    if let tensor = try given[Command.votedShape] { return try shapeVote(tensor) }
    guard let target = try given[Command.voted] else { return try nextVote() }
    return try target.text == Command.votedBug ? bugVote() : numberVote(target)
  }

  /// The same of a lesson's key, `dW[0,1]` or `shape dX`.
  func voteQuestion(of text: String) throws(Complaint) -> VoteQuestion {
    guard let arguments = Arguments("\(Command.vote.name) \(text)") else { return try nextVote() }
    return try voteQuestion(Command.vote.signature.parse(arguments))
  }

  private func bugVote() throws(Complaint) -> VoteQuestion {
    guard let bug = machine.bug else { throw Complaint(.vote(.noMistake)) }
    guard bug.isHidden, aids.bugFound != bug else {
      throw Complaint(.vote(.mistakeIsKnown(bug.mistake.name)))
    }
    return VoteQuestion(
      "At which step is the mistake?", answers: BugVote(bug, in: machine, look: look).answers,
      hiding: Asked(subject: .step(bug), name: nil))
  }

  private func shapeVote(_ argument: Argument<String>) throws(Complaint) -> VoteQuestion {
    let (tensor, cell) = try tensor(argument)
    guard cell == nil else {
      throw Complaint(
        .badValue(argument.text, of: "vote shape", wanted: "a whole tensor, as in 'vote shape dX'"),
        at: argument.column)
    }
    let wrong = try wrongFormulas(tensor, at: argument.column)
    let name = name(of: tensor.quantity, layer: tensor.layer)
    let answers = ShapeVote(wrong, look: look).answers
    guard answers.count > 1 else {
      throw Complaint(.vote(.nothingElse("the shape of \(name)")), at: argument.column)
    }
    return VoteQuestion(
      "What shape has \(name)?", answers: answers,
      hiding: Asked(subject: .shape(wrong.truth.shape), name: tensor))
  }

  private func numberVote(_ argument: Argument<String>) throws(Complaint) -> VoteQuestion {
    try refuseNumbers(at: argument.column)
    let tensor: TensorName
    var cell: Cell?
    if !argument.text.contains("["), Step.named(argument.text) != nil {
      tensor = self.tensor(writtenBy: machine.stops[try index(ofStop: argument)])
    } else {
      (tensor, cell) = try self.tensor(argument)
    }
    return try numberVote(tensor, at: cell, argument.column)
  }

  private func numberVote(
    _ tensor: TensorName, at cell: Cell?, _ column: Int?
  ) throws(Complaint) -> VoteQuestion {
    let name = name(of: tensor.quantity, layer: tensor.layer)
    guard veil.covers(over: tensor.quantity, layer: layer(of: tensor), in: machine).isEmpty else {
      throw Complaint(.vote(.covered(name)), at: column)
    }
    let wrong = try wrongFormulas(tensor, at: column)
    let named = try cell.map { cell throws(Complaint) in
      try self.cell(cell, of: wrong, at: column)
    }
    guard let vote = NumberVote(wrong, at: named, through: veil, look: look) else {
      throw Complaint(.vote(.notFinite(name + (named.map { "\($0)" } ?? ""))), at: column)
    }
    let whole = "\(name)\(vote.cell)"
    guard vote.answers.count > 1 else {
      throw Complaint(.vote(.nothingElse(whole)), at: column)
    }
    let isUpdate = [.w, .b].contains(tensor.quantity)
    return VoteQuestion(
      question(whole, tensor), answers: vote.answers,
      hiding: Asked(
        subject: .number, name: tensor, iteration: isUpdate ? machine.iteration + 1 : 0))
  }

  /// The first step from here on at which something can be mistaken.
  private func nextVote() throws(Complaint) -> VoteQuestion {
    try refuseNumbers(at: nil)
    guard machine.next != nil else { throw Complaint(.core(.noLayer)) }
    var refusal: Complaint?
    for stop in machine.stops[machine.position...] {
      do throws(Complaint) {
        return try numberVote(tensor(writtenBy: stop), at: nil, nil)
      } catch { refusal = refusal ?? error }
    }
    throw refusal ?? Complaint(.core(.noLayer))
  }

  private func question(_ cell: String, _ tensor: TensorName) -> String {
    if [.w, .b].contains(tensor.quantity) { return "What is \(cell) after the update?" }
    let index = machine.index(ofStopWriting: tensor.quantity, layer: layer(of: tensor))
    let isToCome = index.map { $0 >= machine.position } ?? false
    // What stands there is of the iteration before.
    let holdsOther = machine.value(of: tensor.quantity, layer: layer(of: tensor)) != nil
    return isToCome && holdsOther
      ? "What will \(cell) be in this iteration?" : "What is \(cell)?"
  }

  private func refuseNumbers(at column: Int?) throws(Complaint) {
    if let bug = machine.bug {
      throw Complaint(.vote(.mistakeIsIn(isHidden: bug.isHidden)), at: column)
    }
    guard !aids.prediction.isOn, aids.prediction.once.isEmpty else {
      throw Complaint(.vote(.predicted), at: column)
    }
  }

  private func wrongFormulas(
    _ tensor: TensorName, at column: Int?
  ) throws(Complaint) -> WrongFormulas {
    guard tensor.quantity != .y else { throw Complaint(.vote(.given("Y")), at: column) }
    do throws(Failure) {
      return try WrongFormulas(of: tensor.quantity, layer: layer(of: tensor), in: machine)
    } catch { throw Complaint(.core(error.fault), at: column) }
  }

  private func layer(of tensor: TensorName) -> Int {
    tensor.quantity.belongsToNetwork ? max(machine.layers.count, 1) : tensor.layer
  }

  private func tensor(writtenBy stop: Stop) -> TensorName {
    let layer = stop.step.phase == .update ? currentLayer : stop.evaluationLayer
    return TensorName(stop.step.writes[0], layer: layer)
  }

  /// The tensor that a text names, and its cell where one is picked, counted as it was typed.
  private func tensor(
    _ argument: Argument<String>
  ) throws(Complaint) -> (tensor: TensorName, cell: Cell?) {
    var whole = try expression(argument)
    var cell: Cell?
    if case .part(let inner, .one(let row), .one(let column)) = whole.form {
      whole = inner
      cell = Cell(row, column)
    }
    guard case .quantity(let quantity, let named) = whole.form else {
      throw Complaint(
        .badValue(argument.text, of: "vote", wanted: "a cell, as in dW[0,1], or a step, as in dW"),
        at: argument.column)
    }
    let layer = named ?? currentLayer
    do throws(Fault) { _ = try machine.place(ofLayer: layer) } catch {
      throw Complaint(.core(error), at: argument.column)
    }
    return (TensorName(quantity, layer: layer), cell)
  }

  /// The cell counted from the start.
  private func cell(
    _ cell: Cell, of wrong: WrongFormulas, at column: Int?
  ) throws(Complaint) -> Cell {
    let shape = wrong.truth.shape
    let formula = wrong.quantity.named(inLayer: wrong.layer, of: machine.layers.count)
    do throws(Fault) {
      _ = try wrong.truth.part(
        rows: .one(cell.row), columns: .one(cell.column), of: Operand(formula, shape))
    } catch { throw Complaint(.core(error), at: column) }
    return Cell(
      cell.row < 0 ? cell.row + shape.rows : cell.row,
      cell.column < 0 ? cell.column + shape.columns : cell.column)
  }
}
