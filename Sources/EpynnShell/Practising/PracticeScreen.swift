import EpynnCore

/// What `another` shows: the numbers of a small layer, and what is asked.
struct PracticeScreen {
  let question: PracticeQuestion
  let look: Look

  private var machine: Machine { question.layer.machine }
  private var count: Int { machine.layers.count }

  var facts: [Fact] {
    let values = question.layer.operands.flatMap { name -> [Fact] in
      guard let matrix = machine.value(of: name.quantity, layer: name.layer)?.matrix else {
        return []
      }
      let expression = name.quantity.named(inLayer: name.layer, of: count)
      return ValueText(expression: expression, matrix: matrix, look: look).facts
    }
    return [.sentence("another layer, \(setting):")] + values
      + [.sentence("What is \(question.cellName)?")]
  }

  private var named: NamedMistake { question.layer.named }

  /// What stands in the step's formula beside tensors.
  private var setting: String {
    let name = machine.layers[question.layer.layer - 1].dense.activation.name
    let readsLoss = [.dA, .loss].contains(named.quantity) && question.layer.layer == count
    let updates = [.w, .b].contains(named.quantity)
    return
      (updates
      ? ["η = \(machine.rate.shortestText)"] : readsLoss ? [name, machine.loss.name] : [name])
      .joined(separator: ", ")
  }

  /// What it is computed from.
  var reads: String {
    let names = named.right.quantities.map(\.name)
    return "it is computed from \(names.isEmpty ? "what goes in" : Problem.list(names))"
  }

  var equation: String {
    look.matrices.equation(
      of: Assignment(quantity: named.quantity, expression: named.right))
  }

  /// What was done again.
  var mistake: String { named.sentence(look) }
}

extension NamedMistake {
  /// What gives the number, and what is right.
  func sentence(_ look: Look) -> String {
    let made =
      mistake?.sentence(in: machine)
      ?? edits.map { $0.sentence(in: look.matrices) }.joined(separator: ", and ")
    return "\(look.matrices.text(of: formula)), where right is"
      + " \(look.matrices.text(of: right)): \(made)"
  }
}
