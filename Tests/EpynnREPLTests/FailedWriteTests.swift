import Foundation
import Testing

/// What could not be written is no success, whatever asked for it.
@Suite(.waitsForPrograms) struct FailedWriteTests {
  #if os(Linux)
    @Test(
      arguments: [
        "-c 'show W'", "-c step -c step", "test LESSON", "--help", "--version", "test --help",
        "verify --help", "LESSONLESS", "-c 'train 3'",
      ], ["> /dev/full", ">&-"])
    func aFullDiskAndAClosedOutputAreNoSuccess(arguments: String, place: String) throws {
      let program = try Program()
      defer { program.remove() }
      let lesson = program.state.appending(path: "lesson.md").path
      let script = program.state.appending(path: "script.epynn").path
      try "# T\n\n```epynn\n> W[0,1]\n-1\n```\n".write(
        toFile: lesson, atomically: true, encoding: .utf8)
      try "show W\n".write(toFile: script, atomically: true, encoding: .utf8)
      let words = arguments.replacing("LESSONLESS", with: script).replacing("LESSON", with: lesson)
      let result = try program.shell("epynn \(words) \(place)")
      #expect(result.status == 2)
      #expect(result.complaints.hasPrefix("the results could not be written: "))
      #expect(try program.shell("epynn \(words)").status == 0)
    }

    @Test func aPipedLineIsNoSuccessEither() throws {
      let program = try Program()
      defer { program.remove() }
      #expect(try program.shell("echo 'show W' | epynn > /dev/full").status == 2)
      #expect(try program.shell("echo 'show W' | epynn").status == 0)
    }

    /// Of a file there is all or nothing, and what could not be written is said.
    @Test(
      arguments: [
        "p.html", "p.md", "p.tex", "p.svg", "p.npz", "W.npy", "p.csv", "p.safetensors", "p.py",
        "p_torch.py",
        "p.ipynb", "p.md session",
      ],
      [
        ("ulimit -f 0", "there is no room left; free some, or name another disk"),
        (
          "mkdir p W; cd p; rmdir ../p",
          "its folder is not there; make it first, or name another"
        ),
      ])
    func aFileForWhichThereIsNoRoomIsNotHalfThere(
      export: String, disk: (lines: String, reason: String)
    ) throws {
      let program = try Program()
      defer { program.remove() }
      let file = String(export.prefix { $0 != " " })
      let result = try program.shell(
        "trap '' XFSZ; \(disk.lines); epynn -c 'export \(export)'; status=$?; ls -A; exit $status")
      #expect(result.status == 2)
      #expect(result.complaints.contains("cannot write '\(file)': \(disk.reason)"))
      #expect(!result.output.contains(file.prefix { $0 != "." } + "."))
    }

    /// A file that is opened must not get the place of what was closed.
    @Test func nothingElseIsWrittenInPlaceOfAClosedOutput() throws {
      let program = try Program()
      defer { program.remove() }
      let result = try program.shell("epynn -c 'rate 0.5;' -c 'save x.md' >&- 2>&-; cat x.md")
      #expect(result.output.hasPrefix("# x\n"))
      #expect(result.output.hasSuffix("```\n"))
    }
  #endif
}

extension Program {
  /// Runs a line of the shell in the program's folder, `epynn` being the program.
  fileprivate func shell(_ line: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let start = "epynn() { '\(try Self.path)' \"$@\"; }; cd '\(state.path)'; "
    process.arguments = ["-c", start + line]
    process.environment = environment
    let output = Pipe()
    let complaints = Pipe()
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let said = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: text, as: UTF8.self),
      complaints: String(decoding: said, as: UTF8.self), status: process.terminationStatus)
  }
}
