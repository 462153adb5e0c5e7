import EpynnCore
import EpynnData
import TestSupport
import Testing

@Suite struct NPZFileTests {
  private func entries(_ name: String) throws -> [String: [UInt8]] {
    let entries = try NPZFile.entries(in: Fixture.bytes("npz/\(name)"))
    return Dictionary(entries.map { ($0.name, $0.bytes) }) { first, _ in first }
  }

  @Test(arguments: ["stored.npz", "compressed.npz"])
  func arraysAreThoseThatNumPySavedOneByOne(name: String) throws {
    let file = try Fixture.bytes("npz/\(name)")
    let entries = try NPZFile.entries(in: file)
    #expect(
      entries.map(\.name) == [
        "f8-little.npy", "row-of-1000.npy", "fortran.npy", "scalar.npy", "u1.npy",
      ])
    for entry in entries { #expect(try entry.bytes == Fixture.bytes("npz/single/\(entry.name)")) }
  }

  @Test func anArchiveOfNothingHasNoEntries() throws {
    #expect(try entries("empty.npz").isEmpty)
  }

  /// Words drawn by the generator, as the program that made the archives drew them.
  private let text: [UInt8] = {
    let words = ["weight ", "bias ", "gradient ", "layer\n", "0.5 "]
    var generator = SeededGenerator(seed: 2)
    return (0..<20_000).flatMap { _ in Array(words[Int(generator.next() % 5)].utf8) }
  }()

  @Test(arguments: ["level-1.zip", "level-6.zip", "level-9.zip", "fixed.zip"])
  func everyKindOfBlockIsUnpacked(name: String) throws {
    let entries = try entries(name)
    #expect(entries["text"] == text)
    guard name != "fixed.zip" else { return }
    #expect(entries["zeros"] == [UInt8](repeating: 0, count: 100_000))
    #expect(entries["deep/é.txt"] == Array("x".utf8))
    #expect(entries["nothing"] == [])
    guard name == "level-6.zip" else { return }
    var generator = SeededGenerator(seed: 1)
    let noise = (0..<40_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    #expect(entries["noise"] == noise)
  }

  @Test(
    arguments: [
      ("encrypted", .encrypted("text")), ("method", .unsupportedMethod("text", 14)),
      ("checksum", .wrongChecksum("text")), ("longer", .wrongSize("text", expected: 12)),
      ("shorter", .wrongSize("text", expected: 14)), ("zip64", .zip64),
      ("bomb", .entryTooLarge("text", size: 16_777_217, limit: 16_777_216)),
    ] as [(String, NPZFault)])
  func otherArchivesAreRefusedByFact(name: String, fault: NPZFault) throws {
    let file = try Fixture.bytes("npz/refused-\(name).zip")
    #expect(throws: fault) { try NPZFile.entries(in: file) }
  }

  @Test func otherFilesAreNoArchives() throws {
    #expect(throws: NPZFault.notAnArchive) { try NPZFile.entries(in: []) }
    #expect(throws: NPZFault.notAnArchive) {
      try NPZFile.entries(in: Fixture.bytes("npz/single/f8-little.npy"))
    }
  }

  /// An entry many times in the directory, its bytes once in the file.
  @Test func entriesThatShareBytesAreRefused() throws {
    let file = try Fixture.bytes("npz/fixed.zip")
    let directory = file.count - 22 - 50
    let record = Array(file[directory..<directory + 50])
    let count = 60
    var end = Array(file.suffix(22))
    (end[8], end[10]) = (UInt8(count), UInt8(count))
    let size = 50 * count
    (end[12], end[13]) = (UInt8(size & 0xFF), UInt8(size >> 8))
    let shared =
      file[..<directory] + Array(repeating: record, count: count).joined() + end
    #expect(throws: NPZFault.damaged(byte: directory + 50)) {
      try NPZFile.entries(in: Array(shared))
    }
  }
}
