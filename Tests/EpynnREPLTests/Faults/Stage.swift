import EpynnShell
import Foundation
import LineEditor
import StateFiles

@testable import EpynnProgram

/// A folder in which the program runs with a system that may fail, inside the tests' own process.
struct Stage {
  let folder: String

  /// - Parameter files: what lies there before.
  init(_ files: [String: [UInt8]]) throws {
    // A disk in memory, where there is one: each of some thousand runs waits for its disk.
    let memory = "/dev/shm"
    let place =
      FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path
    folder = "\(place)/epynn-fault-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, bytes) in files {
      let path = "\(folder)/\(name)"
      try FileManager.default.createDirectory(
        atPath: Directory.parent(of: path), withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: path))
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// A path as a scenario writes it: `DIR` is the folder.
  func filled(_ text: String) -> String { text.replacing("DIR", with: folder) }

  /// The files that lie there, by their names.
  var files: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)").map(Array.init)
    }
    return files
  }

  /// Lines as somebody types them at the prompt, who leaves then. Returns what was said.
  func type(_ lines: [String]) -> String {
    let progress = StateFile.standard("progress").map(ProgressFile.init)
    let last = StateFile.standard("last").map(LastSessionFile.init)
    let world = FileWorld(progress: progress, lastSession: last, hasScreen: false)
    var session = Session(
      surroundings: .files(
        isInterruptible: false, progress: progress?.source ?? ProgressSource(), lastSession: last),
      history: HistoryFile.standard(program: "epynn-repl")?.load() ?? [])
    var said = ""
    for line in lines {
      said += session.answer(Array(filled(line).utf8), in: world).text
    }
    // Whatever went wrong, the session goes on.
    let next = session.answer(Array("3 + 4".utf8), in: world)
    said += next.hasFailed ? "the session does not go on\n" : next.text
    return said + session.leave(in: world).text
  }
}
