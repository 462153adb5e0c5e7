import EpynnShell
import StateFiles

/// Writes files into one folder and nowhere else.
struct FolderWriter {
  let folder: String
  /// Whether files that are there may go.
  let replaces: Bool

  /// Writes each file whole; what is there stays unless it may go, and then nothing is written at
  /// all, for half of a class would be of no use.
  func write(_ files: [(name: String, bytes: [UInt8])]) -> (count: Int, complaints: [String]) {
    guard Directory.make(folder) else {
      return (0, ["\(folder): this folder cannot be made; another --out works"])
    }
    if !replaces {
      let there = files.filter { FileReader.read(path($0.name)) != .failure(.missing) }
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

  private func path(_ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
