/// What a session sees of the world while it answers; what it changes there are effects.
public struct Surroundings: Sendable {
  /// The bytes of a file.
  public var read: @Sendable (_ path: String) -> Result<[UInt8], FileFault>
  /// The bytes of a file that lies in the folder of another or below it; any other is missing.
  public var readBeside: @Sendable (_ path: String, _ file: String) -> Result<[UInt8], FileFault>
  /// The names in a folder that begin so, a folder's with a `/` at the end; for completion.
  public var list: @Sendable (_ prefix: String) -> [String]
  /// What is kept of progress in lessons.
  public var progress: ProgressSource
  /// The lines of the last session that nobody saved.
  public var lastSession: @Sendable () -> Result<[UInt8], FileFault>
  /// Shows how far a training is, `nil` once it is over; where there is none, lines are printed.
  public var watchTraining: (@Sendable (TrainingView?) -> Void)?
  /// Prints at once what would otherwise wait for the end of its line, where nobody types.
  public var printNow: (@Sendable (Page, Palette) -> Void)?
  /// Whether the person pressed Ctrl-C since the line was entered.
  public var isInterrupted: @Sendable () -> Bool
  /// Whether that is still to be heard by what computes: then it ends at once.
  public var isHurried: @Sendable () -> Bool
  /// Notes whether the line at hand has heard it, or need not: it only tells what it has done.
  public var hear: @Sendable (Bool) -> Void
  /// A number that differs from start to start, for what is drawn without a seed.
  public var start: UInt64
  /// What a clock shows, in seconds: how long a question takes is the difference of two.
  public var seconds: @Sendable () -> Double

  public init(
    read: @escaping @Sendable (_ path: String) -> Result<[UInt8], FileFault> = { _ in
      .failure(.missing)
    },
    readBeside:
      @escaping @Sendable (_ path: String, _ file: String) -> Result<
        [UInt8], FileFault
      > = { _, _ in .failure(.missing) },
    list: @escaping @Sendable (_ prefix: String) -> [String] = { _ in [] },
    progress: ProgressSource = ProgressSource(),
    lastSession: @escaping @Sendable () -> Result<[UInt8], FileFault> = { .failure(.missing) },
    watchTraining: (@Sendable (TrainingView?) -> Void)? = nil,
    printNow: (@Sendable (Page, Palette) -> Void)? = nil,
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    isHurried: @escaping @Sendable () -> Bool = { false },
    hear: @escaping @Sendable (Bool) -> Void = { _ in },
    start: UInt64 = 0,
    seconds: @escaping @Sendable () -> Double = { 0 }
  ) {
    self.read = read
    self.readBeside = readBeside
    self.list = list
    self.progress = progress
    self.lastSession = lastSession
    self.watchTraining = watchTraining
    self.printNow = printNow
    self.isInterrupted = isInterrupted
    self.isHurried = isHurried
    self.hear = hear
    self.start = start
    self.seconds = seconds
  }

  /// The same with nobody who watches.
  var unwatched: Surroundings {
    var copy = self
    copy.watchTraining = nil
    copy.printNow = nil
    return copy
  }

  /// The most bytes of a file that are read.
  public static let fileLimit = 16 << 20
}
