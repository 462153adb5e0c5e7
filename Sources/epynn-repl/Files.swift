import EpynnShell
import StateFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

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
      isInterrupted: { isInterruptible && Interruption.wasRequested },
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
    guard !path.utf8.contains(0) else { return .failure(.missing) }
    // A pipe or a device must not keep the program waiting.
    guard let file = OpenFile(path: FilePath.expanded(path), flags: O_RDONLY | O_NONBLOCK) else {
      return .failure(errno == EACCES || errno == EPERM ? .unreadable : .missing)
    }
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { return .failure(.unreadable) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return .failure(.isFolder)
    default: return .failure(.notAFile)
    }
    return file.contents(atMost: limit)
  }

  /// Reads what lies in the folder of a file or below it; links that lead away are not followed.
  static func read(_ path: String, beside file: String) -> Result<[UInt8], FileFault> {
    let file = FilePath.expanded(file)
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "./"
    guard !path.hasPrefix("/"), let root = resolved(folder), let inside = resolved(folder + path),
      inside.hasPrefix(root + "/")
    else { return .failure(.missing) }
    return read(inside)
  }

  /// The paths that begin so, folders with a `/` at the end.
  static func names(beginningWith prefix: String) -> [String] {
    let slash = prefix.lastIndex(of: "/")
    let folder = slash.map { String(prefix[...$0]) } ?? ""
    let start = slash.map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
    guard let directory = opendir(folder.isEmpty ? "." : FilePath.expanded(folder)) else {
      return []
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), name != ".", name != "..",
        !start.isEmpty || !name.hasPrefix(".")
      else { continue }
      names.append(folder + name + (isFolder(folder + name) ? "/" : ""))
    }
    return names.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(FilePath.expanded(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path without links and dots; `nil` where there is nothing.
  private static func resolved(_ path: String) -> String? {
    guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
