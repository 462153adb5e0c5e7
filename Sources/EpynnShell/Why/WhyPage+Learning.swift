import EpynnCore

extension WhyPage {
  static let zeroWeights = WhyPage(
    "zero-weights", "why weights do not begin at 0",
    aliases: [
      "zero W", "zero init", "weights 0", "W 0", "zeros", "initialization", "symmetry", "random",
    ],
    tells: [.dX, .dW],
    lines: { layer in
      let shape = layer.matrix(.w)?.shape ?? Shape(3, 2)
      return [
        ("try \(layer.name(.w)) = zeros\(shape)", "what it does"),
        ("seed 2", "other draws for 'dense'"),
        ("show \(layer.name(.w))", "the weights now"), ("help dense", "the initializations"),
      ]
    },
    body: { layer in
      [
        layer.said(
          "Units with the same weights have the same Z and A, and where the layer above treats them"
            + " alike the same gradient: they stay one unit for ever."),
        layer.said(
          "And dX = dZ · Wᵀ is 0 where W is: nothing goes down to the layers below."),
      ] + layer.unitsAlike
    })

  static let largeRate = WhyPage(
    "large-rate", "why the cost rises when the rate is large",
    aliases: [
      "rate", "lr", "learning rate", "cost rises", "cost grows", "cost increases", "loss rises",
      "diverges", "explodes", "nan", "too large",
    ],
    lines: { layer in
      [
        ("try \(layer.rateLine(layer.text(10 * layer.ownRate)))", "ten times as far"),
        ("try \(layer.rateLine(layer.text(layer.ownRate / 10)))", "a tenth"),
        ("check \(layer.name(.dW))", "the gradient is right"), ("rate", "the rate now"),
      ]
    },
    body: { layer in
      [
        layer.said(
          "The gradient says how the loss changes near the weights as they are. An update goes η"
            + " times as far: beyond a certain length it is over the valley and up its other"
            + " side."),
        layer.said(
          "There the gradient is larger still, so that the next step is longer: the cost grows from"
            + " update to update, up to inf and nan."),
      ] + layer.lastMove
    })

  static let firstDX = WhyPage(
    "first-dx", "why dX of layer 1 is computed, which nobody reads",
    aliases: ["dX layer 1", "dX first layer", "first dX", "dX unused", "nobody reads", "dX read"],
    tells: [.dX],
    lines: { layer in
      let first = layer.layer(1)
      return [
        ("explain \(first.cell(.dX))", "its sum, term by term"),
        ("heat \(first.name(.dX))", "as a picture"),
        ("show network", "what flows where"),
      ]
    },
    body: { layer in
      let first = layer.layer(1)
      let handed =
        layer.count > 1
        ? "Here \(layer.layer(2).shaped(.dX)) is the dA of layer 1; \(first.shaped(.dX)) goes"
          + " nowhere."
        : "Here one layer is all there is: nobody reads \(first.shaped(.dX))."
      return [
        layer.said(
          "dX of a layer is dA of the one below. Below layer 1 are the data, which no update moves:"
            + " its dX could be left out. It says how the loss would change with each number of"
            + " X."),
        layer.said(handed),
      ] + first.equation(.dX) + first.worked(.dX)
    })
}

extension WhyLayer {
  /// Whether units have the same weights.
  fileprivate var unitsAlike: [Fact] {
    about(.w) { w in
      let columns = (0..<w.columns).map { unit in (0..<w.rows).map { w[$0, unit] } }
      let alike =
        w.columns < 2
        ? "there is one unit"
        : Set(columns).count < w.columns
          ? "some units have the same weights" : "no two units have the same weights"
      let zeros = w.elements.count { $0 == 0 }
      return [
        "Here \(zeros) of the \(w.elements.count.counted("cell")) of \(name(.w)) are 0; \(alike)."
      ]
    }
  }

  /// How far the update goes, and what it does to the cost.
  fileprivate var lastMove: [Fact] {
    guard let (cell, dW) = cellAndNumber(.dW) else { return missing(.dW) }
    guard !dW.isVeiled else { return [covered(.dW)] }
    let (rate, divisor) = (machine.rate(ofLayer: number), machine.updateDivisor)
    let over = divisor == 1 ? ("", "") : (" / m", " / \(text(divisor))")
    let move = said(
      "Here η\(over.0) · \(cell) = \(text(rate))\(over.1) · \(dW.factorText(look.precision))"
        + " = \(text(rate / divisor * dW)).")
    guard let cost = seen.cost, let after = seen.costAfterUpdate else { return [move] }
    return [move, said("The cost is \(text(cost)), and \(text(after)) with the weights after it.")]
  }
}
