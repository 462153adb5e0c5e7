import EpynnLessons

/// Keeping how far a person got in a lesson, and telling it.
extension Session {
  /// What is kept; nothing where it cannot be read, which is said once.
  mutating func progressBook() -> ProgressBook {
    switch surroundings.progress.read() {
    case .failure(let fault):
      complainOnce(of: fault)
      return ProgressBook()
    case .success(nil): return ProgressBook()
    case .success(let bytes?):
      // Damage is told, and the file set aside, once there is something to write.
      return (try? ProgressBook(reading: bytes)) ?? ProgressBook()
    }
  }

  /// Writes where the lesson that plays stands, where that is news.
  mutating func keepProgress(since before: LessonPlayer?) {
    guard let player, player.progress != before?.progress else { return }
    var isDamaged = false
    let result = surroundings.progress.update { bytes in
      var book = ProgressBook()
      if let bytes {
        do throws(ProgressBook.Damage) { book = try ProgressBook(reading: bytes) } catch {
          isDamaged = true
        }
      }
      book.merge(player.progress)
      return ProgressStore.Change(bytes: book.bytes, setsAside: isDamaged)
    }
    switch result {
    case .failure(let fault): complainOnce(of: fault)
    case .success where isDamaged:
      say("the file with your progress was damaged; it is kept as 'progress.damaged'")
    case .success: break
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
