#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folders that a path needs.
package enum Directory {
  /// Makes `path` and the folders above it, for the user alone, and returns whether it is there.
  package static func make(_ path: String) -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    let parent = parent(of: path)
    guard errno == ENOENT, parent != path, make(parent) else { return false }
    // Another program may have been faster.
    return mkdir(path, 0o700) == 0 || errno == EEXIST
  }

  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
