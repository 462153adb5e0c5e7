import EpynnLessons
import Synchronization
import Testing

@testable import EpynnShell

@Suite struct SavingTests {
  /// A place for one file.
  private final class Disk: Sendable {
    let content = Mutex<[UInt8]?>(nil)

    var surroundings: Surroundings {
      Surroundings(
        read: { path in
          path == "rates" ? .success(Array("rate 0.2\nn\n".utf8)) : .failure(.missing)
        },
        write: { _, bytes, replaces in
          self.content.withLock { content in
            guard replaces || content == nil else { return .failure(.exists) }
            content = bytes
            return .success(())
          }
        })
    }

    func lesson() throws -> Lesson { try Lesson(reading: content.withLock { $0 ?? [] }) }
  }

  private static let lines = [
    "", "step", "s", "n", "run", "step 3", "back", "back 4", "redo 2", "goto dW", "goto A",
    "restart", "show W", "p Z", "W[0,1] = 0.3", "X = [[1, 2], [3, 4.5]]", "Y = [[1, 0], [0, 1]]",
    "dA = ones(4, 2)", "dense 2 sigmoid", "dense 3 softmax", "loss BCE", "rate 0.05", "seed 4",
    "v = X @ W", "v += 1", "X @ X", "stpe", "W[9,9]", "set precision 2", "set notation numpy",
    "set notation docs", "show shapes", "new;", "A - Y # a comment", "cost;", "his", "```", "help",
    "show steps", "Z == X @ W + b", "load rates", "> step", "re", "(", "1/0", "?dW", "1e999",
  ]

  @Test(arguments: 0..<40)
  func aSavedSessionPassesItsTest(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let disk = Disk()
    let settings = Settings(precision: seed % 3 == 0 ? .full : .standard)
    var session = Session(settings: settings, surroundings: disk.surroundings)
    for _ in 0..<30 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let line = Self.lines[Int(state >> 33) % Self.lines.count]
      _ = session.respond(to: line)
      // The questions of new are another test's.
      _ = session.interrupt()
    }
    let response = session.respond(to: "save monday.md")
    #expect(response.text.hasPrefix("saved "), "\(response.text)")
    for failure in LessonTest().failures(of: try disk.lesson()) {
      Issue.record("line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  @Test func theQuestionsOfNewAreSavedAsLines() throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in ["new", "1 2", "3 4", "", "1", "relu", "1", "-1", "0.5", "", "save x.md"] {
      _ = session.respond(to: line)
    }
    let commands = session.recording.lines
    #expect(
      commands == ["new", "X = [[1, 2], [3, 4]]", "dense 1 relu", "W = [[1], [-1]]", "b = [[0.5]]"])
    #expect(LessonTest().failures(of: try disk.lesson()) == [])
  }

  @Test func nothingIsOverwrittenUntold() {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    _ = session.respond(to: "step")
    #expect(session.respond(to: "save x.md").text == "saved 1 lines to 'x.md'\n")
    #expect(session.respond(to: "save x.md").text.contains("it is there already; 'replace' after"))
    #expect(!session.respond(to: "save x.md replace").hasFailed)
    #expect(session.respond(to: "save x.txt").text.contains("a name that ends in .md"))
    #expect(session.respond(to: "save x.md replace", from: .lesson).text.contains("may not 'save'"))
  }
}
