/// Where progress is kept; the program gives a file, tests give their own.
public struct ProgressStore: Sendable {
  /// What becomes of the bytes kept.
  public struct Change: Sendable {
    /// What takes their place.
    public let bytes: [UInt8]
    /// Whether what was there is damaged, and is kept under another name.
    public let setsAside: Bool
  }

  /// What the place is called.
  public var name: String
  /// What is kept; `nil` where there is nothing yet.
  public var read: @Sendable () -> Result<[UInt8]?, FileFault>
  /// Reads what is kept, has it changed, and writes it, with nobody else between.
  public var update: @Sendable (_ change: ([UInt8]?) -> Change) -> Result<Void, FileFault>

  public init(
    name: String = "",
    read: @escaping @Sendable () -> Result<[UInt8]?, FileFault> = { .success(nil) },
    update: @escaping @Sendable (([UInt8]?) -> Change) -> Result<Void, FileFault> = { _ in
      .success(())
    }
  ) {
    self.name = name
    self.read = read
    self.update = update
  }
}
