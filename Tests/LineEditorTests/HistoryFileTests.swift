import Foundation
import LineEditor
import Testing

@Suite struct HistoryFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "epynn-history-\(UUID().uuidString)")

  private var file: HistoryFile { HistoryFile(path: path) }
  private var path: String { folder.appending(path: "epynn-repl/history").path }

  private func remove() { try? FileManager.default.removeItem(at: folder) }

  @Test func entriesOutliveTheProgramAndAreTheUsersAlone() throws {
    defer { remove() }
    #expect(file.load() == [])
    #expect(file.append("step"))
    #expect(file.append("show W"))
    #expect(file.append("show W"))
    #expect(file.load() == ["step", "show W"])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let inFolder = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "epynn-repl").path)
    #expect(Set(inFolder).isSubset(of: ["history", "history.lock"]))
  }

  @Test func onlyTheNewestThousandAreKept() {
    defer { remove() }
    for number in 0..<1_010 { #expect(file.append("X[0,0] = \(number)")) }
    #expect(file.load().count == 1_000)
    #expect(file.load().first == "X[0,0] = 10")
  }

  @Test func programsAtTheSameTimeLoseNothing() async {
    defer { remove() }
    let file = file
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<50 { file.append("writer \(writer), line \(number)") }
        }
      }
    }
    let expected = (0..<4).flatMap { writer in (0..<50).map { "writer \(writer), line \($0)" } }
    #expect(file.load().sorted() == expected.sorted())
  }

  @Test func anEntryIsOneLineWithoutControlCharacters() {
    defer { remove() }
    file.append("W = [[1, 2],\n[3, 4]]\u{1B}[31m\u{9B}")
    #expect(file.load() == ["W = [[1, 2], [3, 4]][31m"])
  }

  @Test func aDamagedFileIsNeitherFatalNorOverwritten() throws {
    defer { remove() }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "epynn-repl"), withIntermediateDirectories: true)
    let damage = Data([0xFF, 0x00, 0xFE] + Array("\nstep\n".utf8))
    try damage.write(to: URL(filePath: path))
    _ = file.load()
    file.append("next")
    let kept = try Data(contentsOf: URL(filePath: path))
    #expect(kept.starts(with: damage.prefix(3)) || kept == damage)
  }

  @Test func aFolderInItsPlaceIsLeftAlone() throws {
    defer { remove() }
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
    #expect(file.load() == [])
    #expect(!file.append("step"))
  }

  @Test func aHugeFileIsNotRead() throws {
    defer { remove() }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "epynn-repl"), withIntermediateDirectories: true)
    let huge = Data(repeating: UInt8(ascii: "x"), count: 100 << 20)
    try huge.write(to: URL(filePath: path))
    #expect(file.load() == [])
    #expect(!file.append("step"))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int == 100 << 20)
  }

  @Test func theStandardPlaceFollowsTheEnvironment() {
    func standard(_ environment: [String: String]) -> String? {
      HistoryFile.standard(program: "epynn-repl") { environment[$0] }?.path
    }
    #expect(standard(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/epynn-repl/history")
    #expect(
      standard(["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/epynn-repl/history")
    #expect(standard([:]) == nil)
  }
}
