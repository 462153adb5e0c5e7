import EpynnCore

/// A step that has run: where it stands, its equation, its tensors, a cell worked out.
struct HTMLCard {
  let card: CardFacts
  let renderer: HTMLRenderer
  /// What stands in place of the card's equations, where it is spelled for a page.
  var equations: String?
  /// The layer whose tensors bare names are; `nil` where the page does not ask for cells.
  var layer: Int?
  /// The tensors that are filled in.
  var blanks: [TensorName] = []
  var layerCount = 1

  var text: String {
    rail + "<p class=\"equation\">\(equations ?? spelled)</p>\n" + body
      + renderer.text(of: card.caption + foot)
  }

  /// All but what comes next, which the next step says, and but a cell of what is to be filled in.
  private var foot: [Fact] {
    let own = card.foot.prefix {
      if case .gap = $0 { false } else { true }
    }
    return own.filter {
      if case .worked = $0 { !leavesBlanks } else { true }
    }
  }

  private var leavesBlanks: Bool {
    card.computed.contains { equation in
      guard let layer else { return false }
      return blanks.contains(TensorName(equation.assignment.quantity, layer: layer))
    }
  }

  private var rail: String {
    let phases = card.rail.phases.map { phase in
      phase.map {
        let name = XMLText.escaped($0.name)
        return $0.isHere ? "<strong aria-current=\"step\">\(name)</strong>" : name
      }.joined(separator: " ")
    }
    return "<p class=\"rail\">\(phases.joined(separator: " | "))</p>\n"
  }

  private var spelled: String {
    card.equations.map { HTMLRenderer.text(of: $0) }.joined(separator: " ")
  }

  private var body: String {
    guard card.updated.isEmpty else {
      return card.updated.map { tensors in
        "<div class=\"tensors\">\n" + tensors.map { drawing.text(of: $0, nil) }.joined()
          + "</div>\n"
      }.joined()
    }
    return card.computed.map(drawing.text).joined()
  }

  private var drawing: HTMLEquation {
    HTMLEquation(renderer: renderer, layer: layer, blanks: blanks, layerCount: layerCount)
  }
}
