import EpynnCore

extension WhyPage {
  static let transpose = WhyPage(
    "transpose", "why W is transposed in dX, and X in dW",
    aliases: ["transposed", "transposing", "turned"], tells: [.dX, .dW],
    lines: { layer in
      [
        ("explain \(layer.cell(.dW))", "its sum, term by term"),
        ("explain \(layer.name(.dX))", "why the step has its form"),
        ("lesson why-the-transpose", "be led through it"),
      ]
    },
    body: { layer in
      [Quantity.dX, .dW].flatMap {
        layer.equation($0) + layer.reason($0) + layer.worked($0)
      }
    })

  static let sum = WhyPage(
    "sum", "why db is a sum over the samples",
    aliases: ["sum b", "sum db", "sums", "summed", "add up", "axis"], tells: [.db],
    lines: { layer in
      let byHand = "\(layer.name(.dZ)).sum(axis=0)"
      guard !layer.lacksBias else {
        return [(byHand, "what db would be"), ("help dense", "with a bias and without")]
      }
      return [
        ("explain \(layer.cell(.db))", "its sum, term by term"),
        ("explain \(layer.name(.db))", "why the step has its form"),
        (byHand, "the same by hand"),
        ("check \(layer.name(.db))", "proves it"),
      ]
    },
    body: { layer in
      guard !layer.lacksBias else {
        return layer.missing(.db)
          + [layer.said("'dense' without 'nobias' has one. Of such a layer:")] + layer.reason(.db)
      }
      let rows =
        layer.matrix(.z).map {
          ["its one row was added to \($0.rows == 1 ? "that" : "each of the \($0.rows) rows") of Z"]
        } ?? []
      return layer.equation(.db) + layer.reason(.db)
        + [
          layer.said(
            (["\(layer.shaped(.b)) has the shape of \(layer.shaped(.db))"] + rows).joined(
              separator: "; "))
        ]
        + layer.worked(.db)
    })

  static let divide = WhyPage(
    "divide", "whether gradients are divided by m",
    aliases: [
      "divided", "division", "dividing", "1/m", "average", "averaged", "batch size",
    ],
    tells: [.dW],
    lines: { layer in
      [
        [("convention", "what courses divide")],
        layer.dividing.isEmpty
          ? [
            (
              "try \(layer.rateLine("\(layer.ownRate.shortestText) / m"))", "the same by the rate"
            ), ("convention pytorch", "of the mean loss"),
          ] : [("convention epynn", "of the summed loss")],
        [("check \(layer.name(.dW))", "against its own loss")],
      ].flatMap(\.self)
    },
    body: { layer in
      let none =
        layer.machine.conventions.isEmpty
        ? "no convention is set" : "no convention that is set divides by m"
      let set =
        layer.dividing.isEmpty
        ? [
          "\(none): gradients are of the loss summed over the samples, the cost is its mean."
        ]
        : layer.dividing.map { "set: \($0.name). \($0.summary)." }
      let equations = ConventionScreen(seen: layer.seen, look: layer.look)
        .equations(changedBy: \.dividesBySamples)
      return set.map(layer.said) + (equations.isEmpty ? layer.equation(.dW) : equations)
        + [
          layer.said(
            "Dividing by m makes every gradient smaller by the same factor: its direction"
              + " stays, and"
              + " a rate m times as large makes the same update.")
        ] + layer.sumAndMean(of: .dW)
    })

  static let keepX = WhyPage(
    "keep-x", "why the input of a layer is kept",
    aliases: ["keep", "kept", "cache", "caches", "store", "stored", "remember"], tells: [.x, .dW],
    lines: { layer in
      [
        ("show steps", "who reads what"), ("explain \(layer.cell(.dW))", "X among its terms"),
        ("show all", "what is kept now"),
      ]
    },
    body: { layer in
      let kept = [Quantity.x, .z, .a].compactMap { layer.matrix($0)?.elements.count }
      let held =
        kept.count == 3
        ? [
          layer.said(
            "X, Z and A hold \(kept[0]) + \(kept[1]) + \(kept[2]) = \(kept.reduce(0, +)) numbers.")
        ]
        : layer.missing(.a)
      return layer.reason(.x)
        + [layer.said("Z is kept as well: the slope is asked at Z. A is the X of the layer above.")]
        + held + layer.equation(.dW) + layer.worked(.dW)
    })
}

extension WhyLayer {
  fileprivate var lacksBias: Bool { dense.map { !$0.hasBias } ?? false }

  /// The conventions that divide by m.
  fileprivate var dividing: [Convention] { machine.conventions.filter(\.dividesBySamples) }

  /// A cell of a gradient as it is of the summed loss and of its mean.
  fileprivate func sumAndMean(of gradient: Quantity) -> [Fact] {
    guard let (cell, number) = cellAndNumber(gradient), let samples = matrix(.z)?.rows else {
      return missing(gradient)
    }
    guard !number.isVeiled else { return [covered(gradient)] }
    let divisor = text(Double(samples))
    let (own, other, sign) =
      machine.isAveraged(gradient)
      ? ("mean", number * Double(samples), "·") : ("sum", number / Double(samples), "/")
    // What the other course has would tell a mistake that divides.
    guard !seen.hidesMistake else {
      return [said("m = \(divisor); \(cell) = \(text(number)) here.")]
    }
    let rest = own == "mean" ? "sum" : "mean"
    return [
      said(
        "m = \(divisor): \(cell) = \(text(number)) is of the \(own);"
          + " \(text(number)) \(sign) \(divisor) = \(text(other)) would be of the \(rest).")
    ]
  }
}
