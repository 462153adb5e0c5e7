/// Where progress is kept; the program gives a file, tests give their own.
public struct ProgressStore: Sendable {
  /// What becomes of the bytes kept.
  public struct Change: Sendable {
    /// What takes their place.
    public let bytes: [UInt8]
    /// Whether what was there is damaged, and is kept under another name.
    public let setsAside: Bool
  }

  /// What is kept.
  public enum Content: Sendable, Equatable {
    case nothing
    case bytes([UInt8])
    /// More than is read.
    case tooLarge(limit: Int)
  }

  /// What the place is called.
  public var name: String
  public var read: @Sendable () -> Result<Content, FileFault>
  /// Reads what is kept, has it changed, and writes it, with nobody else between.
  public var update: @Sendable (_ change: (Content) -> Change) -> Result<Void, FileFault>

  public init(
    name: String = "",
    read: @escaping @Sendable () -> Result<Content, FileFault> = { .success(.nothing) },
    update: @escaping @Sendable ((Content) -> Change) -> Result<Void, FileFault> = { _ in
      .success(())
    }
  ) {
    self.name = name
    self.read = read
    self.update = update
  }
}
