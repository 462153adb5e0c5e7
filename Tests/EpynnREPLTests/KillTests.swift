import Foundation
import TestSupport
import Testing

@testable import EpynnShell

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Two programs at once write the same files and are killed at random moments: each file is whole
/// ever after, old or new, and what was begun does not stay.
///
/// `EPYNN_TRIALS=500 swift test --filter KillTests` kills that often.
@Suite(.serialized, .waitsForPrograms) struct KillTests {
  private let program: Program
  private var folder: String { program.state.path }

  private static let lesson = "# P\n\n```question\nWhat is 1 - 1?\nanswer: 0\n```\n\nOn.\n"

  init() throws {
    program = try Program()
    for (name, text) in [
      "p.md": Self.lesson, "hw.md": OneLayerExercise.text, "ids": "ada\nbob\ncyd\ndan\neve\n",
      "in/ada.csv": "Z\n1,2\n3,4\n",
    ] {
      try FileManager.default.createDirectory(
        atPath: folder + "/in", withIntermediateDirectories: true)
      try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
  }

  /// What a program is started for: words, or lines at a prompt.
  private enum Work {
    case words([String])
    case lines([String])
  }

  private static let works: [Work] = [
    .words(["-c", "rate 0.5", "-c", "save DIR/s.md replace", "-c", "export DIR/p.csv replace"]),
    .words(["-c", "rate 0.25", "-c", "save DIR/s.md replace", "-c", "export DIR/W.npy replace"]),
    .words(["-c", "step;", "-c", "export DIR/x.tex replace", "-c", "export DIR/y.md replace"]),
    .words(["exercise", "DIR/hw.md", "--ids", "DIR/ids", "--out", "DIR/out", "--replace"]),
    .words(["grade", "DIR/hw.md", "DIR/in", "--csv", "DIR/marks.csv", "--replace"]),
    .lines(["rate 0.5", "save DIR/t.md replace", "rate 0.25", "quit"]),
    .lines(["lesson DIR/p.md", "0", "progress name Ada", "progress name Bob", "leave", "quit"]),
  ]

  /// A program that works, until it is done or killed.
  private protocol Runner {
    var hasEnded: Bool { get }
    func kill()
  }

  private struct Typist: Runner {
    let terminal: PseudoTerminal
    var hasEnded: Bool { terminal.hasEnded }
    func kill() { terminal.signal(SIGKILL) }
  }

  private struct Worker: Runner {
    let process: Process
    var hasEnded: Bool { !process.isRunning }
    func kill() {
      // Its number may be another's once it has ended.
      if process.isRunning, process.processIdentifier > 0 { end(process.processIdentifier) }
    }
  }

  private func start(_ work: Work) throws -> any Runner {
    switch work {
    case .words(let words):
      let process = Process()
      process.executableURL = URL(filePath: try Program.path)
      process.arguments = words.map { $0.replacing("DIR", with: folder) }
      process.environment = program.environment
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return Worker(process: process)
    case .lines(let lines):
      let terminal = try PseudoTerminal(
        path: try Program.path, environment: program.environment, columns: 80, rows: 24)
      try terminal.send(lines.map { $0.replacing("DIR", with: folder) + "\r" }.joined())
      return Typist(terminal: terminal)
    }
  }

  private func wait(for runner: any Runner, atMost time: Duration = .seconds(20)) {
    let deadline = ContinuousClock.now + time
    while !runner.hasEnded, ContinuousClock.now < deadline { usleep(1_000) }
  }

  /// The files by their names, locks left out.
  private func files() -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init()
    where !name.hasSuffix(".lock") {
      files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)").map(Array.init)
    }
    return files
  }

  private static let remembered: Set<String> = works.reduce(into: []) { lines, work in
    if case .lines(let typed) = work { lines.formUnion(typed) }
  }

  private func isWhole(_ bytes: [UInt8], _ name: String, among versions: Set<[UInt8]>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).replacing(folder, with: "DIR")
    let lines = text.split(separator: "\n").map(String.init)
    return switch name {
    case "epynn-repl/progress": (try? ProgressBook(reading: bytes)) != nil
    case "epynn-repl/history":
      text.hasSuffix("\n") && lines.allSatisfy(Self.remembered.contains)
    case "epynn-repl/last":
      text.hasSuffix("\n") && lines.first == "# epynn-repl: a session that nobody saved"
        && lines.dropFirst().allSatisfy(Self.remembered.contains)
    default: versions.contains(bytes)
    }
  }

  @Test func everyFileIsWholeAfterEveryKill() throws {
    defer { program.remove() }
    var versions: [String: Set<[UInt8]>] = [:]
    for work in Self.works {
      wait(for: try start(work))
      for (name, bytes) in files() { versions[name, default: []].insert(bytes) }
    }
    let whole = Set(versions.keys)
    #expect(whole.isSuperset(of: ["s.md", "t.md", "marks.csv", "out/key.md", "epynn-repl/last"]))
    #expect(whole.allSatisfy { !$0.contains(".epynn-") && !$0.contains("damaged") })

    var random = SeededGenerator(seed: UInt64(trials(40)))
    var kills = 0
    while kills < trials(40) {
      let runners = try (0..<2).map { _ in
        try start(Self.works.randomElement(using: &random) ?? Self.works[0])
      }
      for runner in runners {
        usleep(.random(in: 0...120_000, using: &random))
        if !runner.hasEnded { kills += 1 }
        runner.kill()
      }
      for runner in runners { wait(for: runner) }
      let found = files()
      #expect(whole.isSubset(of: found.keys), "gone: \(whole.subtracting(found.keys))")
      for (name, bytes) in found where !name.contains(".epynn-") {
        #expect(
          isWhole(bytes, name, among: versions[name] ?? []),
          "\(name): \(String(decoding: bytes, as: UTF8.self))")
      }
    }
    // Whoever writes next removes what the killed ones had begun.
    for work in Self.works { wait(for: try start(work)) }
    #expect(files().keys.allSatisfy { !$0.contains(".epynn-") })
    #expect(try program.run(["-c", "progress", "-c", "lessons"]).status == 0)
    let terminal = try program.terminal()
    try terminal.send("quit\r")
    #expect(try terminal.exitStatus() == .code(0))
  }
}

// Inside the method of the same name the C function cannot be seen.
private func end(_ process: pid_t) { kill(process, SIGKILL) }
