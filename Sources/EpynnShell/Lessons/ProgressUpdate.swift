/// What is kept of progress in lessons; the program reads a file, tests have their own.
public struct ProgressSource: Sendable {
  /// What the place is called.
  public var name: String
  public var read: @Sendable () -> Result<ProgressContent, FileFault>
  /// Whether it was said that it cannot be kept.
  var hasToldTrouble = false

  public init(
    name: String = "",
    read: @escaping @Sendable () -> Result<ProgressContent, FileFault> = { .success(.nothing) }
  ) {
    self.name = name
    self.read = read
  }
}

/// What is kept.
public enum ProgressContent: Sendable, Equatable {
  case nothing
  case bytes([UInt8])
  /// More than is read.
  case tooLarge(limit: Int)
}

/// Why what is kept cannot be taken.
public enum ProgressDamage: Error, Sendable, Equatable {
  case unreadable
  /// Another version of the program wrote it.
  case otherVersion
  case tooLarge(limit: Int)
}

/// News of how far a person got, to be merged with what is kept by whoever holds the file.
public struct ProgressUpdate: Sendable {
  /// `nil` where there is none, and what is kept is only looked at for damage.
  let progress: LessonProgress?
  /// What the person is called from now on; `nil` leaves it.
  let name: String?

  init(progress: LessonProgress? = nil, name: String? = nil) {
    self.progress = progress
    self.name = name
  }

  public static let none = ProgressUpdate()

  /// What takes the place of what is kept, and why that must be set aside, if it must.
  public func merged(
    with content: ProgressContent
  ) -> (bytes: [UInt8], damage: ProgressDamage?) {
    var book = ProgressBook()
    var damage: ProgressDamage?
    do throws(ProgressDamage) { book = try ProgressBook(reading: content) } catch {
      damage = error
    }
    if let progress { book.merge(progress) }
    if let name { book.rename(to: name) }
    return (book.bytes, damage)
  }
}
