import EpynnLessons
import Testing

@testable import EpynnShell

/// Progress that cannot be read, or that another version wrote: said at once, and kept as a copy.
@Suite struct DamagedProgressTests {
  private func session(_ kept: Disk) -> Session {
    var surroundings = kept.surroundings
    surroundings.read = {
      $0 == "short.md"
        ? .success(Array("# Short\n\nOne.\n\n```epynn\n> rate\n```\n".utf8)) : .failure(.missing)
    }
    return Session(surroundings: surroundings)
  }

  /// Older files had a '?' where a line broke: it is the same question.
  @Test func anOlderBookGoesOn() throws {
    let text = "epynn-repl progress 1\nlesson\ta\t1\t1\t2\th\tt\nanswer\tsolution\t2\tone?two\n"
    var book = try ProgressBook(reading: Array(text.utf8))
    #expect(
      String(decoding: book.bytes, as: UTF8.self)
        == text.replacing("progress 1", with: "progress 2"))
    book.merge(
      LessonProgress(
        id: "a", version: "1", title: "t", item: 1, items: 2, heading: "h",
        answers: [.init(question: "one two", outcome: .right, tries: 0)]))
    #expect(book["a"]?.answers.map(\.outcome) == [.solution])
    let windows = text.replacing("\n", with: "\r\n")
    #expect(try ProgressBook(reading: Array(windows.utf8))["a"]?.answers.count == 1)
  }

  /// Whatever looks at what is kept says that it cannot be read, and where the copy is.
  @Test(arguments: [
    ("<<<<<<< mine\nepynn-repl progress 1\n", "was damaged"),
    ("epynn-repl progress 7\nx\n", "was written by another version of this program"),
  ])
  func aFileThatCannotBeReadIsSaidAtOnce(content: String, reason: String) {
    for line in ["lessons", "progress", "progress export x.csv", "lesson activations"] {
      let kept = Disk()
      kept.progress.withLock { $0 = .bytes(Array(content.utf8)) }
      var session = session(kept)
      let text = session.answer(line, in: kept).text.oneLine
      #expect(
        text.contains(
          "the file with your progress \(reason); it is kept as 'progress.damaged', and a new one"),
        "\(line): \(text)")
      #expect(text.ranges(of: "the file with your progress").count == 1)
      #expect(kept.setAside.withLock { $0 } == .bytes(Array(content.utf8)))
      #expect(!session.answer("lessons", in: kept).text.contains("the file with"))
    }
  }

  @Test func damageIsSetAsideAndSaid() {
    let kept = Disk()
    let damage = Array("epynn-repl progress 1\nlesson\tx".utf8)
    kept.progress.withLock { $0 = .bytes(damage) }
    var session = session(kept)
    let text = session.answer("lesson short.md", in: kept).text
    #expect(text.contains("your progress was damaged; it is kept as 'progress.damaged'"))
    #expect(kept.setAside.withLock { $0 } == .bytes(damage))
    #expect(!session.answer("", in: kept).text.contains("damaged"))
    #expect(kept.progressText.contains("short"))
  }

  @Test func troubleWithTheFileIsSaidOnceAndTheLessonGoesOn() {
    let kept = Disk(failingWith: .unwritable)
    var session = session(kept)
    session.surroundings.progress.read = { .failure(.unreadable) }
    let text = session.answer("lesson short.md", in: kept).text
    #expect(
      text.contains("progress is not kept in '': you may not read it; look at its permissions"))
    #expect(!session.answer("", in: kept).text.contains("progress"))
    #expect(session.player?.item == 2)
  }

  @Test func aFileThatIsTooLargeIsSetAsideWithItsReason() {
    let kept = Disk()
    kept.progress.withLock { $0 = .tooLarge(limit: 64 << 20) }
    var session = session(kept)
    let text = session.answer("lesson short.md", in: kept).text
    #expect(
      text.hasSuffix(
        """
        the file with your progress has more than 64 MB, the most that is read; it is
          kept as 'progress.damaged', and a new one is begun

        """), "\(text)")
    #expect(kept.setAside.withLock { $0 } == .tooLarge(limit: 64 << 20))
    #expect(kept.progressText.contains("short"))
  }

  @Test(arguments: [
    "", "x", "epynn-repl progress 3\n", "epynn-repl progress 2\nasked\t1\t0\t0\n",
    "epynn-repl progress 1", "epynn-repl progress 1\nanswer\n",
    "epynn-repl progress 1\nlesson\ta\tb\t-1\t2\th\tt\n",
    "epynn-repl progress 1\nlesson\ta\tb\t3\t2\th\tt\n",
    "epynn-repl progress 1\nlesson\ta\tb\t1\t99999999999999999999\th\tt\n",
  ])
  func whatIsNoBookIsDamaged(text: String) {
    #expect(throws: ProgressDamage.self) { try ProgressBook(reading: Array(text.utf8)) }
  }

  /// A number that no program wrote is damage, in whichever field it stands, and stops nothing.
  @Test(arguments: [
    "-1", "-3", "-9223372036854775808", "99999999999999999999", "1.5", "x", "", " ", "0x1",
  ])
  func aBadNumberInAnyFieldIsDamage(number: String) {
    let book = """
      epynn-repl progress 1
      lesson\tshort\t0\tPLACE\tCOUNT\th\tt
      furthest\tFURTHEST
      answer\thelped\tTRIES\tq
      wrong\t3

      """
    let good = ["PLACE": "1", "COUNT": "3", "FURTHEST": "2", "TRIES": "1"]
    let commands = ["lessons", "progress", "progress export x.csv", "lesson short.md"]
    for field in good.keys {
      let text = good.merging([field: number]) { $1 }.reduce(book) {
        $0.replacing($1.key, with: $1.value)
      }
      #expect(throws: ProgressDamage.self, "\(field) \(number)") {
        try ProgressBook(reading: Array(text.utf8))
      }
      for line in commands {
        let kept = Disk()
        kept.progress.withLock { $0 = .bytes(Array(text.utf8)) }
        var session = session(kept)
        #expect(session.answer(line, in: kept).text.oneLine.contains("was damaged"))
      }
    }
  }

  /// As large as a number may be, it is read and shown.
  @Test func theLargestNumbersAreShown() throws {
    let most = Int.max
    let text = """
      epynn-repl progress 1
      lesson\tshort\t0\t1\t\(most)\th\tt
      furthest\t\(most)
      answer\thelped\t\(most)\tq
      lesson\tlong\t0\t\(most - 1)\t\(most)\th\tt

      """
    for line in ["lessons", "progress", "progress export x.csv", "lesson short.md"] {
      let kept = Disk()
      kept.progress.withLock { $0 = .bytes(Array(text.utf8)) }
      var session = session(kept)
      let answer = session.answer(line, in: kept)
      #expect(answer.complaint == nil && !answer.text.contains("damaged"))
    }
  }

  /// Of a heap of wrong answers as many are kept as are written, the last ones.
  @Test func aHeapOfWrongAnswersIsBounded() throws {
    let start = "epynn-repl progress 1\nlesson\ta\t1\t1\t2\th\tt\nanswer\topen\t2\tq\n"
    let lines = (1...50_000).map { "wrong\t\($0)\n" }
    let book = try ProgressBook(reading: Array((start + lines.joined()).utf8))
    #expect(book["a"]?.answers.first?.wrong == (49_981...50_000).map(String.init))
  }
}
