import ArgumentParser
import EpynnLessons
import EpynnShell

/// `epynn-repl test FILE…`: lessons and the README as tests.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "epynn-repl test",
    abstract: "Play lessons with nobody there and compare what they print.",
    discussion: "Exit status: 0, 1 where one failed, 2 where one could not be read.")

  @Argument(help: "Markdown with 'epynn' fences.")
  var files: [String]

  @Flag(help: "Write what was printed into the lessons in place of what they expected.")
  var update = false

  mutating func run() throws {
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

  private enum Verdict {
    case passed, failed, unread
  }

  private func check(_ file: String) -> Verdict {
    let name = file.visible
    switch FileReader.read(file) {
    case .failure(let fault):
      Output.complaints.write("\(name): cannot be read: \(fault.sentence)\n")
      return .unread
    case .success(let bytes):
      do throws(LessonFault) {
        let lesson = try Lesson(reading: bytes)
        let test = LessonTest(file: file, surroundings: .files(isInterruptible: false))
        return update ? rewrite(file, bytes, lesson, test) : report(name, lesson, test)
      } catch {
        Output.complaints.write("\(name):\(error.line):\(error.column): \(error.sentence)\n")
        return .unread
      }
    }
  }

  private func report(_ name: String, _ lesson: Lesson, _ test: LessonTest) -> Verdict {
    let failures = test.failures(of: lesson)
    for failure in failures {
      let lines = failure.message.map(\.visible)
      let start = "\(name):\(failure.line):\(failure.column): "
      Output.results.write(start + lines.joined(separator: "\n    ") + "\n")
    }
    let count = failures.count
    let verdict = count == 0 ? "passed" : "\(count) failure\(count == 1 ? "" : "s")"
    Output.results.write("\(name): \(verdict)\n")
    return count == 0 ? .passed : .failed
  }

  private func rewrite(
    _ file: String, _ bytes: [UInt8], _ lesson: Lesson, _ test: LessonTest
  ) -> Verdict {
    let updated = test.updated(bytes, of: lesson)
    guard updated != bytes else {
      Output.results.write("\(file.visible): nothing to update\n")
      return .passed
    }
    guard FileWriter.replace(file, with: updated) else {
      Output.complaints.write("\(file.visible): cannot be written\n")
      return .unread
    }
    Output.results.write("\(file.visible): updated\n")
    return .passed
  }
}
