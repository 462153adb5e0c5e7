import EpynnLessons

/// Keeping how far a person got in a lesson, and telling it.
extension ProgressBook {
  init(reading content: ProgressStore.Content) throws(Damage) {
    switch content {
    case .nothing: self.init()
    case .bytes(let bytes): try self.init(reading: bytes)
    case .tooLarge(let limit): throw .tooLarge(limit: limit)
    }
  }
}

extension ProgressBook.Damage {
  fileprivate var sentence: String {
    switch self {
    case .unreadable: "was damaged"
    case .tooLarge(let limit): "has more than \(limit >> 20) MB, the most that is read"
    }
  }
}

extension Session {
  /// What is kept; nothing where it cannot be read, which is said once.
  mutating func progressBook() -> ProgressBook {
    switch surroundings.progress.read() {
    case .failure(let fault):
      complainOnce(of: fault)
      return ProgressBook()
    case .success(let content):
      // Damage is told, and the file set aside, once there is something to write.
      return (try? ProgressBook(reading: content)) ?? ProgressBook()
    }
  }

  /// Writes where the lesson that plays stands, where that is news.
  mutating func keepProgress(since before: LessonPlayer?) {
    guard let player, player.progress != before?.progress else { return }
    var damage: ProgressBook.Damage?
    let result = surroundings.progress.update { content in
      var book = ProgressBook()
      do throws(ProgressBook.Damage) { book = try ProgressBook(reading: content) } catch {
        damage = error
      }
      book.merge(player.progress)
      return ProgressStore.Change(bytes: book.bytes, setsAside: damage != nil)
    }
    switch result {
    case .failure(let fault): complainOnce(of: fault)
    case .success:
      guard let damage else { return }
      say(
        "the file with your progress \(damage.sentence); it is kept as 'progress.damaged', and a new"
          + " one is begun")
    }
  }

  private mutating func complainOnce(of fault: FileFault) {
    guard !hasProgressTrouble else { return }
    hasProgressTrouble = true
    say(
      "progress is not kept in '\(surroundings.progress.name.quoted(limit: 200))': \(fault.sentence)"
    )
  }

  mutating func progress(_ arguments: Arguments) throws(Complaint) {
    let words = arguments.words
    guard let first = words.first else { return listLessons() }
    guard first.text == "export" else {
      throw Complaint(
        .unknownWord(first.text, kind: "word after 'progress'", known: ["export FILE.csv"]),
        at: first.column)
    }
    let target = try FileTarget(arguments.after(first), command: "progress export", suffix: ".csv")
    let book = progressBook()
    let csv = book.csv
    if case .failure(let fault) = surroundings.write(target.name, Array(csv.utf8), target.replaces)
    {
      throw Complaint(.unsaved(target.name, fault), at: target.column)
    }
    let count = book.lessons.count
    say(
      "progress in \(count) lesson\(count == 1 ? "" : "s") is in '\(target.name.quoted(limit: 60))'"
    )
  }
}
