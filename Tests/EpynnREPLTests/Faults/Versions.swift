import EpynnShell
import Foundation
import StateFiles
import Synchronization
import Testing

@testable import EpynnProgram

/// What may lie in the files of a scenario: what lay there before, and all that a run without a
/// fault makes of them on its way.
struct Versions {
  let scenario: FaultScenario
  /// The run without a fault.
  let last: FaultScenario.Outcome
  private let versions: [String: Set<[UInt8]>]

  init(of scenario: FaultScenario) throws {
    let stage = try Stage(scenario.files)
    defer { stage.remove() }
    let seen = Mutex([stage.files])
    last = scenario.run(.nothing, on: stage) { seen.withLock { $0.append(stage.files) } }
    let all = seen.withLock { $0 } + [last.files]
    versions = all.reduce(into: [:]) { versions, files in
      for (name, bytes) in files { versions[name, default: []].insert(bytes) }
    }
    self.scenario = scenario
    #expect(last.files.keys.allSatisfy { !$0.contains(".epynn-") })
    #expect(last.status == 0, "\(scenario.name): \(last.said)")
    #expect(!Self.saysTrouble(last.said), "\(scenario.name): \(last.said)")
  }

  func check(
    _ outcome: FaultScenario.Outcome, after fault: FaultySystem.Fault, of call: SystemCall,
    on stage: Stage
  ) {
    let place = "\(scenario.name), \(call), \(fault): \(outcome.said)"
    for name in scenario.files.keys {
      #expect(outcome.files[name] != nil, "\(name) gone: \(place)")
    }
    for (name, bytes) in outcome.files where !name.contains(".epynn-") {
      #expect(isWhole(bytes, name), "\(name) is not whole: \(place)")
    }
    if outcome.files.keys.contains(where: { $0.contains(".epynn-") }) {
      #expect(call == .unlink, "something is left: \(place)")
      _ = AtomicFile.write([], to: stage.folder + "/other", replaces: true)
    }
    guard !scenario.isSilent else { return }
    #expect(!outcome.said.contains("doesnotgoon"), "\(place)")
    let isSame = outcome.said == last.said && outcome.status == last.status
    #expect(
      isSame || Self.saysTrouble(outcome.said), "neither the same nor a sentence: \(place)")
    if isSame, !Self.saysTrouble(outcome.said) {
      #expect(
        outcome.files.filter { !$0.key.contains(".epynn-") } == last.files, "silent: \(place)")
    }
  }

  /// What a call made again must not change.
  func checkSame(_ outcome: FaultScenario.Outcome, after fault: FaultySystem.Fault) {
    #expect(outcome.files == last.files, "\(scenario.name), \(fault)")
    #expect(outcome.said == last.said, "\(scenario.name), \(fault)")
    #expect(outcome.status == last.status, "\(scenario.name), \(fault)")
  }

  private func isWhole(_ bytes: [UInt8], _ name: String) -> Bool {
    if versions[name]?.contains(bytes) == true { return true }
    guard bytes.last == UInt8(ascii: "\n") else { return false }
    let lines = Self.lines(bytes)
    return switch name.split(separator: "/").last {
    // Where one of several writes failed, the later ones go on without it.
    case "history":
      [["zero", "one"], ["zero", "two"], ["zero"], ["one"], ["two"]].contains(lines)
    // What could not be saved is kept as the last session.
    case "last": lines == ["# epynn-repl: a session that nobody saved", "rate 0.5", "3 + 4"]
    // A file that could not be read has a row too, under the name of whose it is.
    case "marks.csv":
      lines.allSatisfy {
        Self.lines(last.files["marks.csv"] ?? []).contains($0)
          || $0.contains("cannot be read: ")
            && ["ada,", "bob,", "x,"].contains(where: $0.hasPrefix)
      }
    default: false
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }

  /// Whether one of the sentences about files stands in a text without spaces.
  private static func saysTrouble(_ said: String) -> Bool {
    let faults: [FileFault] = [
      .missing, .isFolder, .unreadable, .notAFile, .exists, .unwritable, .noFolder, .full,
      .forbidden, .nameTooLong, .busy, .tooManyOpen, .disk,
    ]
    return (faults.map(\.sentence) + ["this folder cannot be made", "is there already"])
      .contains { said.contains($0.filter { !$0.isWhitespace }) }
  }
}
