import ArgumentParser
import EpynnLessons
import EpynnShell

/// `epynn-repl test FILE…`: lessons and the README as tests.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "epynn-repl test",
    abstract: "Play lessons with nobody there and compare what they print.",
    discussion: """
      'epynn-repl test --new FILE.md' writes a lesson to begin with, which passes; what may stand in \
      one is listed in its comments and by 'help lesson-file'.

      Exit status: 0, 1 where one failed, 2 where one could not be read, or written.
      """)

  @Argument(help: "Markdown with 'epynn' fences.")
  var files: [String] = []

  @Flag(help: "Write what was printed into the lessons in place of what they expected.")
  var update = false

  @Option(help: ArgumentHelp("Write a lesson to begin with.", valueName: "file.md"))
  var new: String?

  @OptionGroup var accessibility: Accessibility

  mutating func validate() throws {
    guard let new else {
      if files.isEmpty { throw ValidationError("no lesson is named: epynn-repl test FILE.md") }
      return
    }
    guard files.isEmpty, !update else {
      throw ValidationError("'--new' writes one lesson and tests none; test it without '--new'")
    }
    guard new.hasSuffix(".md") else {
      throw ValidationError(
        "'\(new.visible)' does not work for '--new'; a lesson's name ends in .md")
    }
  }

  mutating func run() throws {
    if let new { return try begin(new) }
    var hasFailed = false
    var isUnread = false
    for file in files {
      switch check(file) {
      case .passed: break
      case .failed: hasFailed = true
      case .unread: isUnread = true
      }
    }
    if isUnread { throw ExitCode(2) }
    if hasFailed { throw ExitCode(1) }
  }

  /// Writes the lesson to begin with, where no file is yet.
  private func begin(_ file: String) throws {
    let name = file.visible
    if let fault = FileWriter.create(file, with: Array(LessonTemplate.text.utf8)) {
      let reason = fault == .exists ? "it is there already; give another name" : fault.sentence
      Output.complaints.write("\(name): cannot be written: \(reason)\n")
      throw ExitCode(2)
    }
    Output.results.write("\(name): written; 'epynn-repl test \(name)' passes\n")
  }

  private enum Verdict {
    case passed, failed, unread
  }

  private func check(_ file: String) -> Verdict {
    let name = file.visible
    switch FileReader.read(file) {
    case .failure(let fault):
      Output.complaints.write("\(name): cannot be read: \(fault.sentence)\n")
      return .unread
    case .success(let bytes): return update ? rewrite(file, bytes) : report(file, bytes)
    }
  }

  private func report(_ file: String, _ bytes: [UInt8]) -> Verdict {
    let name = file.visible
    do throws(LessonFault) {
      let lesson: Lesson
      let nearMisses = try LessonTest.nearMisses(in: bytes)
      do throws(LessonFault) { lesson = try Lesson(reading: bytes) } catch {
        guard !nearMisses.isEmpty else { throw error }
        // What cannot be read follows from what was nearly written: a key that is text is missing.
        write(nearMisses, of: name)
        complain(about: error, of: name)
        return sum(nearMisses.count, of: name)
      }
      let found = (nearMisses + test(of: file).discrepancies(of: lesson)).sorted {
        ($0.line, $0.column) < ($1.line, $1.column)
      }
      write(found, of: name)
      guard found.isEmpty else { return sum(found.count, of: name) }
      Output.results.write("\(name): \(Self.summary(lesson))\n")
      return .passed
    } catch {
      complain(about: error, of: name)
      return .unread
    }
  }

  private func rewrite(_ file: String, _ bytes: [UInt8]) -> Verdict {
    let name = file.visible
    let lesson: Lesson
    do throws(LessonFault) { lesson = try Lesson(reading: bytes) } catch {
      complain(about: error, of: name)
      return .unread
    }
    let (updated, unwritten) = test(of: file).updated(bytes, of: lesson)
    write(unwritten, of: name)
    if updated != bytes, !FileWriter.replace(file, with: updated) {
      Output.complaints.write("\(name): cannot be written\n")
      return .unread
    }
    let rest = unwritten.isEmpty ? "" : "; \(unwritten.count) not written"
    Output.results.write("\(name): \(updated == bytes ? "nothing to update" : "updated")\(rest)\n")
    return unwritten.isEmpty ? .passed : .failed
  }

  private func test(of file: String) -> LessonTest {
    LessonTest(file: file, surroundings: .files(isInterruptible: false))
  }

  private func write(_ found: [LessonTest.Discrepancy], of name: String) {
    for discrepancy in found {
      let message = accessibility.isOn ? discrepancy.spoken : discrepancy.message
      let lines = message.map(\.visible)
      let start = "\(name):\(discrepancy.line):\(discrepancy.column): "
      Output.results.write(start + lines.joined(separator: "\n    ") + "\n")
    }
  }

  private func complain(about fault: LessonFault, of name: String) {
    Output.complaints.write("\(name):\(fault.line):\(fault.column): \(fault.sentence)\n")
  }

  private func sum(_ failures: Int, of name: String) -> Verdict {
    Output.results.write("\(name): \(failures.counted("failure"))\n")
    return .failed
  }

  /// `passed (5 commands, 4 questions)`, or that there is nothing to test.
  private static func summary(_ lesson: Lesson) -> String {
    var (commands, questions) = (0, 0)
    for item in lesson.items {
      switch item.content {
      case .prose: break
      case .transcript(let exchanges): commands += exchanges.count
      case .question, .exercise: questions += 1
      }
    }
    guard commands + questions > 0 else { return "holds no commands and no questions" }
    return "passed (\(commands.counted("command")),"
      + " \(questions.counted("question")))"
  }
}
