import EpynnCore
import Foundation

@testable import EpynnShell

/// Somebody who types into a session, and looks at each answer whether it keeps what must hold.
struct Typist {
  private(set) var session: Session
  let disk: Disk
  private let impatience = Impatience()
  /// Whether the lines are printed, to see what an input means.
  private static let isShown = ProcessInfo.processInfo.environment["FUZZ_SHOW"] != nil

  init(_ files: [String: String] = [:]) {
    disk = Disk(files)
    var surroundings = disk.surroundings
    surroundings.isInterrupted = { [impatience] in impatience.isOver }
    session = Session(surroundings: surroundings, capacity: Limits.capacity)
  }

  mutating func type(_ line: String, from source: Session.Source = .prompt) {
    type(Array(line.utf8), from: source)
  }

  mutating func type(_ bytes: [UInt8], from source: Session.Source = .prompt) {
    let line = String(decoding: bytes, as: UTF8.self)
    if Self.isShown { FileHandle.standardError.write(Data("> \(line.debugDescription)\n".utf8)) }
    let before = session
    impatience.renew()
    let response = session.answer(bytes, from: source, in: disk)
    look(at: response, to: line)
    Undoing(before: before, after: session, line: line).check()
  }

  mutating func play(_ file: String) {
    impatience.renew()
    look(at: session.answer(file: file, from: .prompt, in: disk), to: file)
  }

  /// Saves the session, and looks whether the lesson passes its test.
  mutating func save() {
    // Its lines may hold more in a lesson than in a session that is fuzzed.
    guard !session.hasMetLimit else { return }
    type("save saved.md replace", from: .script)
    guard let saved = disk["saved.md"] else { return }
    do {
      let found = try disk.discrepancies(of: "saved.md")
      require(found.isEmpty, "what was saved fails its test: \(found) \(saved)")
    } catch { violated("what was saved reads no more: \(error) \(saved)") }
  }

  mutating func pressCtrlC() {
    requireTame(session.interrupt().text, of: "Ctrl-C")
  }

  private func look(at response: Response, to line: String) {
    requireTame(response.text, of: line.debugDescription)
    requireTame(session.prompt, of: "the prompt behind \(line.debugDescription)")
    require(!session.prompt.isEmpty, "no prompt behind \(line.debugDescription)")
  }
}

extension Session {
  /// Whether a line was refused for want of room.
  fileprivate var hasMetLimit: Bool {
    recording.exchanges.contains { $0.printed.contains { $0.contains("MB") } }
  }
}
