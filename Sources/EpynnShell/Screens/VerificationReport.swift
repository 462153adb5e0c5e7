import EpynnCore
import EpynnData

/// A verification as one object of JSON, in the order of the screen.
struct VerificationReport {
  let verification: Verification
  let list: TensorList
  let seen: SeenMachine
  let look: Look
  let file: String

  private var machine: Machine { verification.machine }
  private var layerCount: Int { machine.layers.count }
  private var naming: FileNaming { FileNaming(verification: verification, names: list.names) }

  var json: JSONText {
    let declared = machine.conventions.map(\.name)
    let found = verification.foundConventions.map(\.name).filter { !declared.contains($0) }
    return .object([
      ("file", .string(file)),
      ("conventions", .array((declared + found).map(JSONText.string))),
      ("samples", .string(verification.hasSamplesInColumns ? "columns" : "rows")),
      ("tensors", .array(verification.rows.map(tensor))),
      ("first", verification.first.map(first) ?? .null),
    ])
  }

  private func key(_ row: Verification.Row) -> TensorKey {
    TensorKey(row.quantity, layer: row.layer, isUpdated: row.isUpdated)
  }

  private func names(_ row: Verification.Row, as name: String) -> [(String, JSONText)] {
    [
      (name, .string(key(row).text(of: layerCount))),
      ("file_name", .string(list.names[key(row)] ?? key(row).text(of: layerCount))),
      ("step", .string(orNull: row.stop?.label)),
    ]
  }

  private func tensor(_ row: Verification.Row) -> JSONText {
    let shape = naming.shape(row.numbers.matrix.shape, of: row.quantity, layer: row.layer)
    let given = row.numbers.given.count
    return .object(
      names(row, as: "name") + [
        ("shape", .array([.integer(shape.rows), .integer(shape.columns)])),
        ("cells", .integer(row.numbers.matrix.elements.count)),
        ("agree", row.differing.map { .integer(given - $0.count) } ?? .null),
        ("verdict", .string(verdict(row))),
      ])
  }

  private func verdict(_ row: Verification.Row) -> String {
    switch row.verdict {
    case .agrees: "agrees"
    case .taken: "taken"
    case .unfit: "misfit"
    case .follows: "follows"
    case .differs(let result): result.fits ? "differs" : "misfit"
    case .unknown: "unknown"
    }
  }

  private func first(_ row: Verification.Row) -> JSONText {
    var findings: [JSONText] = []
    var madeIn = row.stop?.label
    if case .differs(let result) = row.verdict, !seen.hidesMistake {
      let reasons = ResultReasons(
        screen: OwnResultScreen(
          result: result, seen: seen, look: look, offersExplain: false, naming: naming))
      let found = result.findings(in: machine)
      if let part = found.first?.parts.first, part.isCarried {
        madeIn = part.step(of: layerCount)
      }
      findings = found.map { json($0, row, sentence: reasons.sentence(of: $0)) }
      if findings.isEmpty, let slip = reasons.slipSentence {
        findings = [
          .object([
            ("name", .null), ("edits", .array([.string("slip")])), ("formula", .null),
            ("numpy", .null), ("expected", .string(orNull: program(row).right)),
            ("sentence", .string(slip)),
            ("convention", .boolean(false)), ("called", .boolean(result.isCalled)),
          ])
        ]
      }
    }
    return .object(
      names(row, as: "tensor") + [
        ("made_in", .string(orNull: madeIn)), ("findings", .array(findings)),
      ])
  }

  private func program(_ row: Verification.Row) -> FileProgram {
    FileProgram(verification: verification, tensors: list.tensors, row: row)
  }

  private func json(
    _ finding: Finding, _ row: Verification.Row, sentence: String
  ) -> JSONText {
    let program = program(row)
    let part = finding.parts.last
    return .object([
      ("name", .string(orNull: finding.name)),
      ("edits", .array(finding.editNames.map(JSONText.string))),
      ("formula", .string(orNull: part.map { look.matrices.text(of: $0.formula) })),
      ("numpy", .string(program.text(of: finding, isRight: false))),
      ("expected", .string(program.text(of: finding, isRight: true))),
      ("sentence", .string(sentence)),
      ("convention", .boolean(finding.isConvention(in: machine))),
      ("called", .boolean(finding.isCalled)),
    ])
  }
}
