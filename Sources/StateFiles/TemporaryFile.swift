#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written before it gets its name, in the same folder.
///
/// Its lock says that somebody writes it. One that nobody has locked was left by a program that was
/// killed, and goes as soon as anything else is written into the folder.
struct TemporaryFile: ~Copyable {
  private static let start = ".epynn-"
  private static let end = ".new"

  let path: String
  let file: OpenFile

  /// - Parameter folder: ends with a `/`.
  init(in folder: String, mode: mode_t) throws(SystemError) {
    while true {
      // A short name, whatever the file is called; hidden, for a kill may leave it.
      let name = String(UInt64.random(in: .min ... .max), radix: 36)
      let path = folder + Self.start + name + Self.end
      let file = try OpenFile.made(path, mode: mode)
      do throws(SystemError) {
        if try Self.isKept(file) {
          self.path = path
          self.file = file
          return
        }
        try? System.remove(path)
      } catch {
        try? System.remove(path)
        throw error
      }
    }
  }

  /// Locks a new file. Returns whether it still is there, for somebody may have swept it just now.
  private static func isKept(_ file: borrowing OpenFile) throws(SystemError) -> Bool {
    do throws(SystemError) { try System.lock(file.descriptor) } catch {
      // Not every disk has locks; there nothing is swept.
      return !error.wouldWait
    }
    return try file.status.nameCount > 0
  }

  func remove() { try? System.remove(path) }

  /// Removes from a folder what killed programs left there.
  static func sweep(_ folder: String) {
    let left = try? System.names(in: folder) { name in
      strncmp(name, start, start.utf8.count) == 0
    }
    for name in left ?? [] where name.hasSuffix(end) {
      guard let file = try? OpenFile.reading(folder + name), (try? file.status.kind) == .file,
        (try? System.lock(file.descriptor)) != nil
      else { continue }
      try? System.remove(folder + name)
    }
  }
}
