import EpynnCore

extension FoundRules {
  /// What was found and from what, a sentence for what fits and one for each doubt.
  func sentences(of layers: Int, givesLoss: Bool) -> [String] {
    func name(_ quantity: Quantity, _ layer: Int) -> String {
      quantity.text(inLayer: layer, of: layers)
    }
    var found: [String] = []
    var doubts: [String] = []
    for (place, choice) in activations.enumerated() {
      let (z, a) = (name(.z, place + 1), name(.a, place + 1))
      guard choice.cells > 0 else {
        if choice.fitting.isEmpty {
          doubts.append(
            "\(a) does not tell its activation; \(choice.taken.name) is taken, '--activation'"
              + " says another")
        } else {
          found.append("\(choice.taken.name) from what comes behind \(z)")
        }
        continue
      }
      found.append("\(choice.taken.name) from \(z) and \(a)")
      if choice.fitting.isEmpty {
        doubts.append(
          "no activation gives \(a) of \(z); \(choice.closest.name) comes closest, in"
            + " \(choice.agreeing) of \(choice.cells.counted("cell"))")
      } else if choice.fitting.count > 1 {
        doubts.append(
          "\(a) is also what \(Problem.list(choice.fitting.dropFirst().map(\.name)))"
            + " \(choice.fitting.count == 2 ? "gives" : "give"); '--activation' says which")
      }
    }
    guard givesLoss, let loss else { return sentences(found, doubts) }
    found.append("\(loss.taken.name) from the last gradient and Y")
    if loss.fitting.isEmpty {
      doubts.append(
        "no loss gives the last gradient; \(loss.closest.name) comes closest, in"
          + " \(loss.agreeing) of \(loss.cells.counted("cell"))")
    } else {
      if loss.factor < 0 {
        doubts.append("the last gradient is that of \(loss.taken.name) with its sign turned")
      } else if loss.factor != 1 {
        doubts.append(
          "the last gradient is \(loss.factor.shortestText) times that of \(loss.taken.name);"
            + " '--convention' says whose way that is")
      }
      if loss.fitting.count > 1 {
        doubts.append(
          "it is also that of \(Problem.list(loss.fitting.dropFirst().map(\.name)));"
            + " '--loss' says which")
      }
    }
    return sentences(found, doubts)
  }

  private func sentences(_ found: [String], _ doubts: [String]) -> [String] {
    (found.isEmpty ? [] : ["found: \(found.joined(separator: ", "))"]) + doubts
  }
}
