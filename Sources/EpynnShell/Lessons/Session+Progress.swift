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
}
