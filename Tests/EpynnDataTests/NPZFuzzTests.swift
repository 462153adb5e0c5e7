import EpynnData
import TestSupport
import Testing

@Suite struct NPZFuzzTests {
  @Test(arguments: ["compressed.npz", "stored.npz"])
  func everyTruncationIsRefused(name: String) throws {
    let file = try Fixture.bytes("npz/\(name)")
    for count in 0..<file.count {
      #expect(throws: NPZFault.notAnArchive) {
        try NPZFile.entries(in: Array(file.prefix(count)))
      }
    }
  }

  /// Damage is found by a record, by the code, by the size or by the checksum; none goes unseen
  /// unless it is in what nothing depends on, as a date.
  @Test func mutationsAreReadOrRefused() throws {
    let names = ["compressed.npz", "stored.npz", "refused-checksum.zip", "refused-shorter.zip"]
    let files = try names.map { try Fixture.bytes("npz/\($0)") }
    let whole = try NPZFile.entries(in: files[0]).map(\.bytes)
    var mutate = Mutation(seed: 43)
    var read = 0
    for round in 0..<trials(4_000) {
      do throws(NPZFault) {
        let entries = try NPZFile.entries(in: mutate(files[round % files.count]))
        #expect(entries.allSatisfy { $0.bytes.isEmpty || whole.contains($0.bytes) })
        read += 1
      } catch {}
    }
    #expect(read > trials(4_000) / 200)
  }

  /// Packed bytes that are damaged behind a directory that is not.
  @Test func damagedBlocksAreRefused() throws {
    let names = ["compressed.npz", "level-1.zip", "level-9.zip", "fixed.zip"]
    let files = try names.map { try Fixture.bytes("npz/\($0)") }
    var generator = SeededGenerator(seed: 47)
    var (codes, sizes, checksums) = (0, 0, 0)
    for round in 0..<600 {
      var bytes = files[round % files.count]
      let place = Int.random(in: 60..<1_000, using: &generator)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      do throws(NPZFault) { _ = try NPZFile.entries(in: bytes) } catch {
        switch error {
        case .damagedEntry: codes += 1
        case .wrongSize: sizes += 1
        case .wrongChecksum: checksums += 1
        default: break
        }
      }
    }
    #expect(codes > 10 && sizes > 10 && checksums > 10, "\(codes) \(sizes) \(checksums)")
  }
}
