import EpynnShell
import Paths
import StateFiles

extension Surroundings {
  /// The file system as it is, and Ctrl-C where somebody can press it.
  static func files(
    isInterruptible: Bool, progress: ProgressSource = ProgressSource(),
    lastSession: LastSessionFile? = nil,
    watchTraining: (@Sendable (TrainingView?) -> Void)? = nil,
    printNow: (@Sendable (Page, Palette) -> Void)? = nil
  ) -> Surroundings {
    Surroundings(
      read: { path in FileReader.read(path) },
      readBeside: { path, file in FileReader.read(path, beside: file) },
      list: { prefix in FileReader.names(beginningWith: prefix) },
      progress: progress,
      lastSession: { lastSession?.read() ?? .failure(.missing) },
      watchTraining: watchTraining,
      printNow: printNow,
      // Where nothing can be written any more, nobody waits for what is computed.
      isInterrupted: {
        isInterruptible && Interruption.wasRequested || Output.results.hasFailed
      },
      isHurried: { isInterruptible && Interruption.isUrgent },
      hear: Interruption.hear,
      start: .random(in: .min ... .max), seconds: { Clock.seconds })
  }
}

/// The time since the program started, that in which the machine slept left out.
private enum Clock {
  private static let start = SuspendingClock.now

  static var seconds: Double { (SuspendingClock.now - start) / .seconds(1) }
}

/// Reads whole files, up to a limit, and lists folders.
enum FileReader {
  static func read(
    _ path: String, atMost limit: Int = Surroundings.fileLimit
  ) -> Result<[UInt8], FileFault> {
    do throws(SystemError) {
      let file = try OpenFile.reading(FilePath.expanded(path))
      switch try file.status.kind {
      case .file: return try file.contents(atMost: limit)
      case .folder: return .failure(.isFolder)
      case .link, .other: return .failure(.notAFile)
      }
    } catch { return .failure(FileFault(reading: error)) }
  }

  /// Reads what lies in the folder of a file or below it; links that lead away are not followed.
  static func read(_ path: String, beside file: String) -> Result<[UInt8], FileFault> {
    let own = PathParts(FilePath.expanded(file)).folder
    let folder = own.isEmpty ? "./" : own
    do throws(SystemError) {
      let inside = try System.resolve(folder + path)
      guard !PathParts(path).isAbsolute,
        inside.begins(with: try System.resolve(folder).holding(""))
      else {
        return .failure(.missing)
      }
      return read(inside)
    } catch { return .failure(FileFault(reading: error)) }
  }

  /// The paths that begin so, folders with a `/` at the end.
  static func names(beginningWith prefix: String) -> [String] {
    let parts = PathParts(prefix)
    let (folder, start) = (parts.folder, parts.name)
    // Who presses Tab asks for no reasons.
    let entries = try? System.names(in: folder.isEmpty ? "." : FilePath.expanded(folder))
    return (entries ?? []).filter {
      $0.begins(with: start) && (!start.isEmpty || !$0.begins(with: "."))
    }.map { folder + $0 + (isFolder(folder + $0) ? "/" : "") }.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    (try? System.status(of: FilePath.expanded(path)).kind) == .folder
  }
}
