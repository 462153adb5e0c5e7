import EpynnCore

/// What is shown before the first line: the layer that is ready, the steps, the first keys.
struct StartScreen: Sendable {
  let machine: Machine
  /// Whether a screen reader reads it already.
  var isSpoken = false

  var facts: [Fact] {
    [
      .heading(left: "epynn-repl · a debugger for the Dense layer", right: "help · quit"), .gap,
      .sentence("A layer is ready. Its numbers are small enough to check by hand.", hanging: 0),
    ] + summary + [.gap] + steps + [.gap, keys, .gap] + reader
  }

  /// The layer with its data, and what its letters stand for.
  var summary: [Fact] {
    // What forward (1) wrote may be the batch before.
    let x = machine.data?.matrix.shape
    guard let last = machine.layers.last?.dense else {
      return [
        .line("No layer yet: 'dense 2 relu' makes one, 'X = …' gives it data.", indent: 2)
      ]
    }
    var parts = [x.map { "X \($0)" } ?? "X not set"]
    for (place, layer) in machine.layers.enumerated() {
      parts.append("Dense \(place + 1): \(layer.dense.summary)")
    }
    var end = x.map { "A \(Shape($0.rows, last.units))" } ?? "A"
    if machine.isDrivenByGiven {
      end += "  from a given dA"
    } else if let target = machine.value(of: .y, layer: 1) {
      end += "  against  Y \(target.matrix.shape), \(machine.loss.name)"
    }
    parts.append(end)
    // In a network n and u are each layer's own.
    let letters = machine.layers.count > 1 ? [Dimension.m] : Dimension.allCases
    let sizes = letters.compactMap { letter -> String? in
      let counted = letter == .m ? x?.rows : try? Scope(machine, layer: 1).size(letter)
      guard let size = counted else { return nil }
      let remark = letter == .m ? ", one a row" : ""
      return "\(letter.rawValue) = \(size) \(letter.meaning(of: size))\(remark)"
    }
    let convention: [Fact] =
      machine.conventionNames.map { names in
        let set =
          Course.having(machine.conventions) == nil
          ? "conventions: \(names)," : "by the conventions of \(names),"
        return [.sentence("\(set) not the documentation's", indent: 2)]
      } ?? []
    return [
      .chain(parts, sign: "  →  ", indent: 2),
      .chain(sizes, sign: "     ", indent: 2, hanging: 0),
    ] + convention
  }

  private var steps: [Fact] {
    let heading = Fact.sentence(
      "One iteration writes these, one step each. A step is called by what it writes.", hanging: 0)
    let rows = [Phase.forward, .backward, .gradients].map { phase in
      let steps = Dense.steps.filter { $0.phase == phase }.map { "(\($0.number ?? "")) \($0.name)" }
      let places = steps + Array(repeating: "", count: 3 - steps.count)
      switch phase {
      case .forward: return [phase.rawValue] + places + ["then   loss"]
      case .gradients: return [phase.rawValue] + places + ["then   update"]
      case .loss, .backward, .update: return [phase.rawValue] + places
      }
    }
    guard !isSpoken else {
      return [heading]
        + rows.map { row in
          let names = row.dropFirst().filter { !$0.isEmpty }.map(\.withSingleSpaces)
          return .sentence("\(row[0]): \(names.joined(separator: ", "))", in: .screen)
        }
    }
    return [heading, .table(Table(rows: rows, gap: 4))]
  }

  private var reader: [Fact] {
    isSpoken
      ? [] : [.line(Line("screen reader: ") + Line("set accessible on", .typed), indent: 2)]
  }

  private var keys: Fact {
    .pairs([
      ("Enter", "the next step"), ("back", "undo the last"),
      ("goto dW", "stop just before dW"), ("show W", "look at a value"),
      ("explain Z[0,1]", "where it comes from"), ("lesson", "be led and asked"),
    ])
  }
}

extension Session {
  /// The first line for a screen reader: that it is on.
  public var accessibleLine: Page {
    guard look.isSpoken else { return Page() }
    let line =
      Line("accessible mode is on: words in place of signs and drawings; ")
      + Line("set accessible off", .typed) + Line(" ends it.")
    return Page([.line(line)], look)
  }

  /// The screen before the first line.
  public var startPage: Page {
    accessibleLine + Page(StartScreen(machine: machine, isSpoken: look.isSpoken).facts, look)
  }
}
