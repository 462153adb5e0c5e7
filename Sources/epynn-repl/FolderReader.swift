import EpynnShell

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The files of a folder and of those below it, by their names from there.
enum FolderReader {
  /// What is read of a folder, whatever else lies there.
  private static let endings = [".csv", ".npz", ".safetensors"]
  private static let depthLimit = 12
  private static let countLimit = 20_000

  /// The files in a folder, or the one file that is no folder; links are not followed.
  ///
  /// - Throws: why there is nothing to read.
  static func files(
    in folder: String
  ) throws(ExerciseRefusal) -> (names: [String], isRootFile: Bool) {
    var status = stat()
    guard stat(folder, &status) == 0 else { throw ExerciseRefusal(of: folder, .missing) }
    guard status.st_mode & S_IFMT == S_IFDIR else { return ([folder], true) }
    var names: [String] = []
    collect(folder, prefix: "", depth: 0, into: &names)
    return (names.sorted(), false)
  }

  private static func collect(
    _ folder: String, prefix: String, depth: Int, into names: inout [String]
  ) {
    guard depth < depthLimit, let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while names.count < countLimit, let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: collect(path, prefix: prefix + name + "/", depth: depth + 1, into: &names)
      case S_IFREG where endings.contains { name.lowercased().hasSuffix($0) }:
        names.append(prefix + name)
      default: break
      }
    }
  }
}
