import EpynnData
import Foundation
import Testing

@testable import EpynnCore
@testable import EpynnShell

/// A mistake that somebody made, as Fixtures/mistakes has it: the tensors that were saved, the lines
/// that would be typed, and the person's formula on another layer, by NumPy.
struct MistakeCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let activations: String
  let loss: String
  let rate: Double
  /// The first wrong tensor that each file holds, and the one that is typed.
  let all: String?
  let sparse: String?
  let typed: String?

  var testDescription: String { name }
  var layers: Int { activations.split(separator: ",").count }

  static func every() throws -> [MistakeCase] {
    try JSONDecoder().decode([MistakeCase].self, from: data("cases.json"))
  }

  private static func data(_ name: String) throws -> Data {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/mistakes/\(name)", withExtension: nil))
    return try Data(contentsOf: file)
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try Self.data("\(name)/\(file)"))
  }

  private func tensorList(_ file: String) throws -> TensorList {
    try TensorList(try bytes(file), file: file, layers: layers)
  }

  private func lines() throws -> [Substring] {
    String(decoding: try bytes("typed.epynn"), as: UTF8.self).split(separator: "\n")
  }

  /// A session with the layers, that ran or is about to.
  private func session(hasRun: Bool) throws -> Session {
    var session = Session()
    for line in try lines() where !line.hasPrefix("mine") {
      guard hasRun || line != "run" else { break }
      #expect(!session.respond(to: String(line) + ";", from: .script).hasFailed, "\(line)")
      if line == "run" { break }
    }
    return session
  }

  /// A file beside the layers, with what is reported of it.
  func verified(_ file: String) throws -> (verification: Verification, report: VerificationReport) {
    let session = try session(hasRun: false)
    let list = try tensorList(file)
    let verification = Verification.finding(session.machine) {
      Verification(list.tensors, in: $0, reach: $1)
    }
    let report = VerificationReport(
      verification: verification, list: list, seen: session.seen(verification.machine),
      look: session.look, file: file)
    return (verification, report)
  }

  /// The first wrong tensor with four decimals, as it would be typed.
  private func line() throws -> String {
    let name = try #require(typed)
    let own = try lines().filter { $0.hasPrefix("mine \(name) =") }
    return String(try #require(own.dropFirst().first))
  }

  /// What the line is answered by.
  func answer() throws -> String {
    var session = try session(hasRun: true)
    return session.respond(to: try line(), from: .script).text
  }

  /// The same as a value, beside the machine that ran.
  func typedWithFourDecimals() throws -> (machine: Machine, result: OwnResult) {
    let session = try session(hasRun: true)
    let (quantity, layer) = try #require(typed.flatMap(quantity))
    let machine = try session.machineThatWrote(quantity, layer: layer) ?? session.machine
    let text = try line().behindEquals
    let matrix = try Expression(parsing: text).value(in: Scope(machine, layer: layer))
    return (
      machine,
      try OwnResult(
        OwnNumbers(matrix, typedAs: text, in: machine), for: quantity, layer: layer, in: machine)
    )
  }

  /// `dW2` of two layers.
  func quantity(_ name: String) -> (Quantity, layer: Int)? {
    Vocabulary.quantity(name).map { ($0.0, $0.1 ?? 1) }
  }

  /// Whether a finding gives what NumPy's formula gives on the other layer.
  func travels(_ finding: Finding, to name: String, with machine: Machine) throws -> Bool {
    guard let (quantity, layer) = quantity(name) else { return false }
    let isUpdated = quantity == .w || quantity == .b
    let arrays = try OtherLayer(bytes("other.npz"), of: layers)
    guard let wanted = arrays["want_\(name)\(isUpdated ? "_new" : "")"],
      let found = try arrays.tensor(quantity, layer, of: finding, with: machine)
    else { return false }
    return found.shape == wanted.shape
      && zip(found.elements, wanted.elements).allSatisfy { found, wanted in
        found == wanted || found.isNaN && wanted.isNaN
          || abs(found - wanted) <= 1e-9 * max(abs(wanted), 1e-3)
      }
  }
}
