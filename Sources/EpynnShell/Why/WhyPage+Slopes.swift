import EpynnCore

extension WhyPage {
  static let zNotA = WhyPage(
    "z-not-a", "why the slope is asked at Z, not at A",
    aliases: ["Z not A", "z not", "slope", "derivative", "act' at Z", "act z"], tells: [.dZ],
    lines: { layer in
      [
        ("act'(\(layer.name(.z)))", "the slopes at Z"),
        ("act'(\(layer.name(.a)))", "others, where A is not Z"),
        ("explain \(layer.cell(.dZ))", "where it comes from"),
        ("help \(layer.dense?.activation.name ?? "relu")", "its formulas"),
      ]
    },
    body: { layer in
      let written = layer.dense?.activation.rule.dZFromOutput.map { formula in
        "Written with A it is \(formula.text): still the slope at Z, by another road."
      }
      return layer.equation(.dZ)
        + [
          layer.said(
            "A = act(Z) moves by act′(z) for each unit that z moves. The slope is that of the curve"
              + " at the point where it was read: z went in, a came out.")
        ] + (written.map { [layer.said($0)] } ?? []) + layer.slopesAtBoth
    })

  static let deadReLU = WhyPage(
    "dead-relu", "why a relu unit stays at 0",
    aliases: ["dead", "dying", "relu", "relu off", "units off", "stays 0"], tells: [.dZ],
    lines: { layer in
      [
        ("\(layer.name(.z)) > 0", "which are on"), ("act'(\(layer.name(.z)))", "the slopes"),
        ("try activation lrelu layer \(max(layer.number, 1))", "a slope everywhere"),
      ]
    },
    body: { layer in
      [
        layer.said(
          "relu hands on what is above 0. Below, A is 0 and its slope is 0: dZ is 0 there"
            + " whatever dA"
            + " is."),
        layer.said(
          "A unit that is off for every sample has columns of 0 in dW and db: no update moves it. A"
            + " smaller rate, a larger b or another seed can bring it back."),
      ] + layer.flatUnits
    })

  static let flatSigmoid = WhyPage(
    "flat-sigmoid", "why a sigmoid learns slowly far from 0",
    aliases: [
      "sigmoid", "flat", "saturated", "saturates", "saturation", "vanishing", "vanishes",
      "small gradients", "slow",
    ], tells: [.dZ],
    lines: { layer in
      let other = layer.dense?.activation.name == "relu" ? "tanh" : "relu"
      return [
        ("act'(\(layer.name(.z)))", "the slopes here"),
        ("sigmoid'([0, 2, 5, 10])", "further and further out"),
        ("try activation \(other) layer \(max(layer.number, 1))", "another slope"),
        ("help sigmoid", "its formulas"),
      ]
    },
    body: { layer in
      [
        layer.said(
          "sigmoid′ is 1/4 at z = 0 and falls with |z|: 0.1050 at 2, 0.0066 at 5. dZ is dA"
            + " times that:"
            + " each sigmoid on the way takes a factor of 1/4 or less."),
        layer.said(
          "With BCE the slope cancels in the last layer: dZ comes to A - Y, over what the loss is"
            + " divided by."),
      ] + layer.slopeRange
    })

  static let softmax = WhyPage(
    "softmax", "why dZ comes to A − Y behind softmax and CCE",
    aliases: [
      "A - Y", "A minus Y", "a minus y", "softmax cce", "cross entropy", "crossentropy", "cce",
    ],
    tells: [.dA, .dZ],
    lines: { layer in
      let last = layer.layer(layer.count)
      return [
        ("\(last.name(.a)) - Y", "beside dZ"), ("explain \(last.cell(.dZ))", "where it comes from"),
        ("help softmax", "its Jacobian"), ("help CCE", "the loss and its slope"),
      ]
    },
    body: { layer in
      let last = layer.layer(layer.count)
      return [
        layer.said(
          "CCE′ is −y/a, and softmax's slope J[i,j] = a[i] · ((i = j) − a[j]). Row times"
            + " matrix, each"
            + " a[i] cancels: −y[j] + a[j] · Σ y, and the targets of a sample add up to 1."),
        layer.said(
          "The same happens with sigmoid and BCE: A − Y over what the loss is divided by."),
      ] + last.equation(.dA) + last.equation(.dZ) + last.differenceFacts
    })
}

extension WhyLayer {
  /// The slope at Z and at A of the cell where both differ most.
  fileprivate var slopesAtBoth: [Fact] {
    about(.a) { a in
      guard let z = matrix(.z), !z.isVeiled, z.shape == a.shape, let activation = dense?.activation
      else { return [] }
      guard let right = activation.slope(at: z), let other = activation.slope(at: a) else {
        return ["The slope of \(activation.name) is a matrix for each sample, of its row of Z."]
      }
      let apart = z.elements.indices.max {
        abs(right.elements[$0] - other.elements[$0]) < abs(right.elements[$1] - other.elements[$1])
      }
      guard let apart else { return [] }
      let (cell, act) = (z.shape.cell(at: apart), activation.name)
      let (atZ, atA) = (right.elements[apart], other.elements[apart])
      guard atZ != atA else {
        let why =
          activation.rule.bends.isEmpty ? "" : ": \(act) keeps each cell on its side of the bend"
        return ["Here \(act)′ is the same at A\(why)."]
      }
      return [
        "\(name(.z))\(cell) = \(text(z[cell])), \(name(.a))\(cell) = \(text(a[cell])): \(act)′ is"
          + " \(text(atZ)) at Z and \(text(atA)) at A."
      ]
    }
  }

  /// How many cells let nothing through, and of which units all.
  fileprivate var flatUnits: [Fact] {
    about(.z) { z in
      guard let activation = dense?.activation else { return [] }
      guard let slope = activation.slope(at: z) else {
        return ["Here the activation is \(activation.name), which is off nowhere."]
      }
      let off = (0..<z.columns).map { unit in (0..<z.rows).count { slope[$0, unit] == 0 } }
      let dead = off.indices.filter { off[$0] == z.rows }
      let word = activation.rule.flatWord
      let units = off.prefix(6).enumerated().map { "unit \($0.offset) for \($0.element)" }
      let rest = off.count > 6 ? " …" : ""
      return [
        "Here \(activation.name) is \(word) in \(off.reduce(0, +)) of \(z.elements.count.counted("cell")):"
          + " \(units.joined(separator: ", "))\(rest) of \(z.rows.counted("sample")).",
        dead.isEmpty
          ? "No unit is \(word) for every sample."
          : "\(word) for every sample: unit \(Problem.list(dead.prefix(6).map(String.init))).",
      ]
    }
  }

  fileprivate var slopeRange: [Fact] {
    about(.z) { z in
      guard let activation = dense?.activation else { return [] }
      guard let slope = activation.slope(at: z), let least = slope.elements.min(),
        let most = slope.elements.max(),
        let far = z.elements.indices.max(by: { abs(z.elements[$0]) < abs(z.elements[$1]) })
      else { return ["Here the activation is \(activation.name)."] }
      let cell = z.shape.cell(at: far)
      return [
        "Here \(activation.name)′ is from \(text(least)) to \(text(most)); farthest from 0 is"
          + " \(name(.z))\(cell) = \(text(z[cell])), with a slope of \(text(slope[cell]))."
      ]
    }
  }

  /// A − Y beside dZ where both may be seen, and no mistake is to be found by it.
  fileprivate var differenceFacts: [Fact] {
    guard let dense else { return missing(.dZ) }
    let pair = "\(dense.activation.name) and \(machine.loss.name)"
    guard let divisor = machine.differenceDivisor, !seen.hidesMistake else {
      let given = "\(dense.activation.name) and a given dA"
      return [said("Here they are \(machine.isDrivenByGiven ? given : pair).")]
    }
    let over = divisor == 1 ? "" : ", over \(text(divisor))"
    return [said("Here \(pair): dZ comes to A - Y\(over).")]
      + about(.dZ) { dZ in
        guard let a = matrix(.a), let y = machine.target?.matrix, !a.isVeiled, !y.isVeiled,
          a.shape == dZ.shape, y.shape == dZ.shape
        else { return [] }
        let cell = CardEquation.shownCell(of: dZ.shape)
        return [
          "\(name(.dZ))\(cell) = \(text(dZ[cell])), where A is \(text(a[cell])) and Y is"
            + " \(text(y[cell]))."
        ]
      }
  }
}
