import Paths

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folders that a path needs.
package enum Directory {
  /// Makes `path` and the folders above it, for the user alone, where they are missing.
  package static func make(_ path: String) throws(SystemError) {
    do throws(SystemError) {
      guard try System.status(of: path).kind == .folder else { throw SystemError(ENOTDIR) }
    } catch {
      let parent = parent(of: path)
      guard error.number == ENOENT, parent != path else { throw error }
      try make(parent)
      do throws(SystemError) { try System.makeFolder(path, mode: 0o700) } catch {
        // Another program may have been faster.
        guard error.number == EEXIST else { throw error }
      }
    }
  }

  package static func parent(of path: String) -> String {
    let folder = PathParts(path).folder
    guard folder != "/" else { return folder }
    return folder.isEmpty ? "." : String(folder.unicodeScalars.dropLast())
  }
}
