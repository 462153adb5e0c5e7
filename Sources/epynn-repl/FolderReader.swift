import EpynnShell
import StateFiles

/// The files of a folder and of those below it, by their names from there.
struct FolderReader {
  /// What is read of a folder, whatever else lies there.
  private static let endings = [".csv", ".npz", ".safetensors"]
  private static let depthLimit = 12
  private static let countLimit = 20_000

  private(set) var names: [String] = []
  /// What could not be looked at, a folder below or a file, and why.
  private(set) var faults: [(name: String, fault: FileFault)] = []
  /// Whether it is a file, and no folder.
  private(set) var isRootFile = false

  /// Looks at a folder, or at the one file that is no folder; links are not followed.
  ///
  /// - Throws: why there is nothing to read.
  init(_ folder: String) throws(ExerciseRefusal) {
    do throws(SystemError) {
      guard try System.status(of: folder).kind == .folder else {
        names = [folder]
        isRootFile = true
        return
      }
      try collect(System.names(in: folder), of: folder, prefix: "", depth: 0)
    } catch { throw ExerciseRefusal(of: folder, FileFault(reading: error)) }
    names.sort()
    faults.sort { $0.name < $1.name }
  }

  private mutating func collect(
    _ entries: [String], of folder: String, prefix: String, depth: Int
  ) {
    for entry in entries where !entry.hasPrefix(".") && names.count < Self.countLimit {
      let path = "\(folder)/\(entry)"
      do throws(SystemError) {
        switch try System.linkStatus(of: path).kind {
        case .folder where depth + 1 < Self.depthLimit:
          collect(
            try System.names(in: path), of: path, prefix: prefix + entry + "/", depth: depth + 1)
        case .file where Self.endings.contains { entry.lowercased().hasSuffix($0) }:
          names.append(prefix + entry)
        default: break
        }
      } catch { faults.append((prefix + entry, FileFault(reading: error))) }
    }
  }
}
