import Foundation
import Testing

/// The built program, started as a person or a pipe would.
struct Program {
  /// A folder for what the program keeps, gone with the test.
  let state: URL

  init() throws {
    state = FileManager.default.temporaryDirectory.appending(path: "epynn-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
  }

  /// It lies beside the bundle of tests.
  static var path: String {
    get throws {
      let candidates =
        Bundle.allBundles.map(\.bundleURL) + [
          URL(filePath: CommandLine.arguments[0])
        ]
      let places = candidates.flatMap { [$0, $0.deletingLastPathComponent()] }
      let paths = places.map { $0.appending(path: "epynn-repl").path }
      return try #require(
        paths.first { FileManager.default.isExecutableFile(atPath: $0) && !$0.hasSuffix("/") },
        "no program beside \(candidates)")
    }
  }

  var environment: [String: String] {
    var environment = [
      "HOME": state.path, "XDG_STATE_HOME": state.path, "LANG": "C.UTF-8", "TERM": "xterm",
      "PATH": "/usr/bin:/bin",
    ]
    // Coverage and sanitizers tell child programs where to write.
    for name in ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "LD_LIBRARY_PATH"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
    return environment
  }

  /// What a run without a terminal gave.
  struct Result {
    let output: String
    let complaints: String
    let status: Int32
  }

  /// Runs the program with arguments and lines on its standard input.
  func run(
    _ arguments: [String] = [], input: [UInt8] = [], environment extra: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: try Self.path)
    process.arguments = arguments
    process.environment = environment.merging(extra) { $1 }
    let files = ["input", "output", "complaints"].map { state.appending(path: $0) }
    try Data(input).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      output: try String(contentsOf: files[1], encoding: .utf8),
      complaints: try String(contentsOf: files[2], encoding: .utf8),
      status: process.terminationStatus)
  }

  /// Starts the program at a terminal and waits for its prompt.
  func terminal(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment extra: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      path: try Self.path, arguments: arguments,
      environment: environment.merging(["NO_COLOR": "1"]) { $1 }.merging(extra) { $1 },
      columns: columns, rows: rows)
    try terminal.waitFor("epynn forward(1)> ")
    return terminal
  }

  func remove() { try? FileManager.default.removeItem(at: state) }
}
