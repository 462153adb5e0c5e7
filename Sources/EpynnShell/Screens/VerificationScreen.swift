import EpynnCore
import EpynnData

/// The tensors of a file in running order, which agree, and the first step that differs.
struct VerificationScreen {
  let verification: Verification
  /// The tensors of the file by their names there.
  let list: TensorList
  /// The layers as the file's inputs make them.
  let seen: SeenMachine
  let look: Look
  /// The iteration that was compared with, where it is not the one at hand.
  var iteration: Int?
  /// Whether the session's own layer is what was compared with.
  let offersExplain: Bool
  /// Whether the layers were made for the file.
  var isFromOutside = false

  /// The lines that what differs and why may need.
  private static let linesBelow = 12

  var facts: [Fact] {
    let compared = verification.rows.filter { !$0.isInput }
    let header = compared.isEmpty ? [] : ["step", "tensor", "shape", "agree", ""]
    var table = Table(header: header, rows: compared.map(cells))
    table.shorter = Table.Shorter(merged(compared), linesBelow: Self.linesBelow)
    return inputs + iterationCompared + [.table(table)]
      + remarks + [.gap] + conclusion
  }

  private var machine: Machine { verification.machine }

  private var naming: FileNaming { FileNaming(verification: verification, names: list.names) }

  private var remarks: [Fact] {
    VerificationRemarks(
      verification: verification, naming: naming, readings: list.readings, others: list.others
    ).facts
  }

  private func shape(_ shape: Shape, of row: Verification.Row) -> Shape {
    naming.shape(shape, of: row.quantity, layer: row.layer)
  }

  private func name(_ row: Verification.Row) -> String {
    naming.text(of: row, in: machine.layers.count)
  }

  /// What goes in, a line for each verdict.
  private var inputs: [Fact] {
    var groups: [(verdict: String, names: [String])] = []
    for row in verification.rows where row.isInput {
      let verdict = verdict(row)
      if let place = groups.firstIndex(where: { $0.verdict == verdict }) {
        groups[place].names.append(name(row))
      } else {
        groups.append((verdict, [name(row)]))
      }
    }
    let missing = missingInputs
    if !missing.isEmpty { groups.append(("not in the file; as in the layer", missing)) }
    return groups.map {
      .sentence("goes in: \(Problem.list($0.names)): \($0.verdict)", indent: 2)
    }
  }

  /// What goes in and is not in the file.
  private var missingInputs: [String] {
    let layers = Array(1...max(machine.layers.count, 1))
    let wanted =
      [(Quantity.x, 1)] + layers.map { (.w, $0) } + layers.map { (.b, $0) }
      + [(machine.isDrivenByGiven ? Quantity.dA : .y, layers.count)]
    return wanted.filter { quantity, layer in
      machine.value(of: quantity, layer: layer) != nil
        && !verification.rows.contains {
          $0.isInput && $0.quantity == quantity
            && ($0.layer == layer || quantity.belongsToNetwork)
        }
    }.map { $0.text(inLayer: $1, of: machine.layers.count) }
  }

  private var iterationCompared: [Fact] {
    iteration.map {
      [.sentence("compared with iteration \($0), which ran last", indent: 2)]
    } ?? []
  }

  private func cells(_ row: Verification.Row) -> [Line] {
    [
      Line(row.stop?.label ?? ""), Line(name(row)),
      Line("\(shape(row.numbers.matrix.shape, of: row))"), Line(agreement(row)),
      styledVerdict(row),
    ]
  }

  private func styledVerdict(_ row: Verification.Row) -> Line {
    let text = verdict(row)
    switch row.verdict {
    case .agrees: return Line(text, .agreement)
    case .differs, .unfit: return Line(text, .difference)
    case .taken, .follows, .unknown: return Line(text)
    }
  }

  /// A row each for what differs, and one for several below each other that do not.
  private func merged(_ compared: [Verification.Row]) -> [[Line]] {
    var rows: [[Line]] = []
    var place = 0
    while place < compared.count {
      let row = compared[place]
      let run = compared[place...].prefix { verdict($0) == verdict(row) }
      guard run.count > 2, let last = run.last, !row.differs else {
        rows.append(cells(row))
        place += 1
        continue
      }
      rows.append(
        [
          Line(row.stop?.label ?? ""), Line("\(name(row)) … \(name(last))"), "",
          Line("\(run.count)"), styledVerdict(row),
        ])
      place = run.endIndex
    }
    return rows
  }

  private func agreement(_ row: Verification.Row) -> String {
    row.differing.map {
      "\(row.numbers.given.count - $0.count) of \(row.numbers.matrix.elements.count)"
    } ?? ""
  }

  private func verdict(_ row: Verification.Row) -> String {
    let count = row.numbers.unansweredCount
    guard count > 0 else { return wholeVerdict(row) }
    guard !row.numbers.given.isEmpty else { return "not answered" }
    return "\(wholeVerdict(row)); \(count.counted("cell")) not answered"
  }

  private func wholeVerdict(_ row: Verification.Row) -> String {
    switch row.verdict {
    case .agrees: row.isInput ? "in the file, as in the layer" : "agrees"
    case .taken:
      row.truth == nil
        ? "taken from the file" : "taken from the file, which has another than the layer"
    case .unfit(let shape): "DOES NOT FIT: \(self.shape(shape, of: row)) is needed"
    case .follows: "follows from the file's own"
    case .differs(let result): "DIFFERS\(reason(result, row))"
    case .unknown: "not compared"
    }
  }

  private func reason(_ result: OwnResult, _ row: Verification.Row) -> String {
    if !result.fits { return ": \(shape(result.truth.shape, of: row)) is right" }
    if case .mistake(let made, _)? = result.diagnosis, result.isCalled, !made.isCarried,
      !seen.hidesMistake
    {
      return ": \(made.mistake.name)"
    }
    return ""
  }

  private var conclusion: [Fact] {
    guard let first = verification.first else {
      let compared = verification.rows.count { !$0.isInput }
      let count = compared == 1 ? "it agrees" : "all \(compared) agree"
      let open = verification.rows.reduce(0) { $0 + $1.numbers.unansweredCount }
      guard open == 0 else {
        let cells = "\(open.counted("cell")) \(open == 1 ? "is" : "are") not answered"
        return [.sentence("what is there agrees, up to rounding; \(cells)", hanging: 0)]
      }
      return [
        .sentence(
          compared == 0 ? "nothing to compare: all of it goes in" : "\(count), up to rounding",
          compared == 0 ? .plain : .agreement, hanging: 0)
      ]
    }
    switch first.verdict {
    case .differs(let result) where first.isUpdated && verification.otherRate != nil:
      return [.sentence("the first that differs is \(name(first))", hanging: 0)]
        + otherRate + (result.diagnosis == nil ? [] : reasons(result))
    case .differs(let result):
      let place = first.stop.map { ", \($0.label)" } ?? ""
      return [.sentence("the first that differs is \(name(first))\(place)", hanging: 0)]
        + OwnResultScreen(
          result: result, seen: seen, look: look,
          offersExplain: offersExplain && !first.isUpdated, naming: naming
        ).facts
    case .unknown(let fault):
      return [.sentence("\(name(first)) cannot be compared: \(fault.sentence)")]
    default:
      let way =
        isFromOutside
        ? "; the layers are as X and each W of the file make them"
        : "; 'epynn-repl verify FILE --activation NAME' makes the layers from the file"
      return [
        .sentence(
          "\(name(first)) does not fit the layer at hand, so nothing else is compared\(way)")
      ]
    }
  }

  /// Another rate explains every W and b that was updated.
  private var otherRate: [Fact] {
    guard let rate = verification.otherRate?.shortestText else { return [] }
    let way = isFromOutside ? "'--rate \(rate)' takes it" : "'rate \(rate)' sets it"
    return [
      .sentence(
        "all that was updated follows from a rate of \(rate); it is"
          + " \(machine.rate.shortestText) here, and \(way)")
    ]
  }

  private func reasons(_ result: OwnResult) -> [Fact] {
    OwnResultScreen(
      result: result, seen: seen, look: look, offersExplain: false, naming: naming
    ).reasons
  }
}

extension Verification.Row {
  /// Whether it goes in, rather than being computed.
  var isInput: Bool {
    switch verdict {
    case .agrees, .taken, .unfit: stop == nil
    case .unknown:
      stop == nil && (Dense.step(writing: quantity) == nil || quantity == .x && layer == 1)
    case .follows, .differs: false
    }
  }

  /// Whether it is what is looked for, and stands by itself.
  fileprivate var differs: Bool {
    switch verdict {
    case .agrees, .taken, .follows: false
    default: true
    }
  }
}
