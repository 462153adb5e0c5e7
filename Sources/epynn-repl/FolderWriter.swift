import EpynnShell
import Paths
import StateFiles

/// Writes files into one folder and nowhere else.
struct FolderWriter {
  let folder: String
  /// Whether files that are there may go.
  let replaces: Bool

  /// Writes each file whole; what is there stays unless it may go, and then nothing is written at
  /// all, for half of a class would be of no use.
  func write(_ files: [(name: String, bytes: [UInt8])]) -> (count: Int, complaints: [String]) {
    do throws(SystemError) { try Directory.make(folder) } catch {
      let fault = FileFault(writing: error)
      let reason = fault == .noFolder ? "a file is in its way" : fault.sentence
      return (0, ["\(folder): this folder cannot be made: \(reason)"])
    }
    if !replaces {
      let there = files.filter { (try? System.linkStatus(of: path($0.name))) != nil }
      if let first = there.first {
        let more = there.count > 1 ? " and \(there.count - 1) more are" : " is"
        return (
          0,
          ["'\(first.name)'\(more) in '\(folder)' already; --replace writes over what is there"]
        )
      }
    }
    var complaints: [String] = []
    for (name, bytes) in files {
      if let fault = FileWriter.write(
        bytes, to: path(name), replaces: replaces, followsLinks: false)
      {
        complaints.append("\(path(name)): cannot be written: \(fault.sentence)")
      }
    }
    return (files.count - complaints.count, complaints)
  }

  private func path(_ name: String) -> String { folder.holding(name) }
}
