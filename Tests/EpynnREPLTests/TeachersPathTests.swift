import Foundation
import Testing

/// A lesson as a teacher plays it, at a terminal of 80 × 24.
@Suite(.serialized, .waitsForPrograms) struct TeachersPathTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func lesson() throws -> String {
    let text = """
      # Backward

      One step at a time.

      ```epynn
      > goto dZ;
      > step
      ...
      ```

      ## The question

      ```question
      What is dZ[2,1]?
      answer: 0
      hint: Z[2,1] is -2
      hint: relu passes nothing below 0
      why: relu is off there
      ```

      Onwards.

      ```epynn
      > step
      ...
      ```

      That is all.
      """
    let file = program.state.appending(path: "path.md")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private func start(_ arguments: [String], prompt: String) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      path: try Program.path, arguments: arguments,
      environment: program.environment.merging(["NO_COLOR": "1"]) { $1 }, columns: 80, rows: 24)
    try terminal.waitFor(prompt)
    return terminal
  }

  @Test func fromTheFirstEnterToTheDayAfter() throws {
    defer { program.remove() }
    let file = try lesson()
    let first = try start([file], prompt: "lesson forward(1)> ")
    #expect(first.transcript.contains("Backward: 7 items. Enter goes on; 'leave' ends the lesson."))
    #expect(first.transcript.contains("One step at a time."))

    let dialogue = [
      ("", "lesson backward(3)> "), ("", "The question"), ("", "answer> "),
      ("7", "not that. Z[2,1] is -2"), ("hint", "relu passes nothing below 0"),
      ("0", "yes: relu is off there"),
      ("W[0,0] = 9", "this is an aside; Enter goes back to the lesson"),
      ("", "back in the lesson"), ("W[0,0]", "\n1\r\n"), ("", "Onwards."),
      ("previous", "answer> "), ("0", "yes: relu is off there"),
    ]
    for (line, answer) in dialogue {
      try first.send(line + "\r")
      try first.waitFor(answer)
    }
    try first.waitFor("lesson backward(3)> ")
    try first.send("half a line")
    try first.waitFor("line")
    try first.send("\u{03}")
    try first.waitFor("lesson backward(3)> ")
    try first.send("\u{04}")
    #expect(try first.exitStatus() == .code(0))
    #expect(first.isCooked)

    let kept = program.state.appending(path: "epynn-repl/progress").path
    let attributes = try FileManager.default.attributesOfItem(atPath: kept)
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    let second = try start([file], prompt: "lesson backward(3)> ")
    #expect(second.transcript.contains("you stopped before item 5; 'goto 1' begins again"))
    #expect(second.transcript.contains("Onwards."))
    for (line, answer) in [
      ("", "then: gradients (1.1)"), ("", "That is all."), ("", "that was the lesson"),
      ("lessons", "finished"),
    ] {
      try second.send(line + "\r")
      try second.waitFor(answer)
    }
    try second.waitFor("epynn forward(1)> ")
    let table = program.state.appending(path: "class.csv").path
    try second.send("progress export \(table)\r")
    try second.waitFor("progress in 1 lesson is in")
    let csv = try String(contentsOfFile: table, encoding: .utf8)
    #expect(csv.contains("\"What is dZ[2,1]?\",\"helped\",\"1\",\"7\""))
  }

  @Test func aLessonMayBeginInItsMiddle() throws {
    defer { program.remove() }
    let file = try lesson()
    let terminal = try start([file, "--from", "5"], prompt: "lesson backward(3)> ")
    #expect(terminal.transcript.contains("Onwards."))
    try terminal.send(":goto 4\r")
    try terminal.waitFor("answer> ")
    try terminal.send("goto 6\r")
    try terminal.waitFor("lesson gradients(1.1)> ")
    let refused = try start([file, "--from", "9"], prompt: "epynn forward(1)> ")
    #expect(refused.transcript.contains("no item 9; this lesson has 7, counted from 1"))
  }

  @Test func misuseOfFromAndLessonsWithoutAPersonAreRefused() throws {
    defer { program.remove() }
    let file = try lesson()
    for arguments in [["--from", "2"], [file, "--from", "0"], ["x.epynn", "--from", "2"]] {
      let result = try program.run(arguments)
      #expect(result.status == 2)
      #expect(result.complaints.contains("--from"))
    }
    let piped = try program.run([file])
    #expect(piped.status == 2)
    #expect(
      piped.complaints.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "is a lesson, and nobody is there to play it; 'epynn-repl test FILE.md' tests one"))
  }
}
