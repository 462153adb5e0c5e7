import EpynnCore

/// The answers of a vote on a shape: the right one, what mistakes give, and those of other tensors.
struct ShapeVote {
  let answers: [VoteAnswer]

  init(_ wrong: WrongFormulas, look: Look) {
    let (truth, machine) = (wrong.truth.shape, wrong.machine)
    let right = VoteAnswer(
      text: "\(truth)", isRight: true, reason: "right: \(wrong.quantity.layout)")
    var given: [(shape: Shape, answer: VoteAnswer)] = [(truth, right)]
    func add(_ shape: Shape, _ reason: String, _ named: NamedMistake? = nil) {
      guard given.count < VoteAnswer.limit, !given.contains(where: { $0.shape == shape }) else {
        return
      }
      given.append(
        (shape, VoteAnswer(text: "\(shape)", isRight: false, reason: reason, named: named)))
    }
    for formula in wrong.rows {
      guard let mistake = formula.named.mistake else { continue }
      add(
        formula.shape,
        "\(look.matrices.text(of: formula.named.formula)): \(mistake.sentence(in: machine))",
        formula.named)
    }
    add(truth.transposed, "rows and columns have changed places")
    for other in [Quantity.w, .x, .z, .b] where other != wrong.quantity {
      guard let shape = machine.value(of: other, layer: wrong.layer)?.matrix.shape else { continue }
      let name = other.text(inLayer: wrong.layer, of: machine.layers.count)
      add(shape, "the shape of \(name): \(other.layout)")
    }
    answers = given.sorted {
      ($0.shape.rows, $0.shape.columns) < ($1.shape.rows, $1.shape.columns)
    }.map(\.answer)
  }
}
