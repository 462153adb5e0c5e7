import EpynnCore
import TestSupport
import Testing

@testable import EpynnData

/// The tensors of safetensors files that safetensors itself wrote, and what lies about them.
@Suite struct SafeTensorsTests {
  private func arrays(_ bytes: [UInt8]) throws -> [String: FileArray] {
    let found = try FileFormat.arrays(in: bytes, of: "t.safetensors") { names throws(DataFault) in
      // What no matrix holds is for the last test.
      FileFormat.Wanted(Set(names.indices.filter { !["three", "empty"].contains(names[$0]) }))
    }
    return Dictionary(uniqueKeysWithValues: found.arrays.map { ($0.name, $0) })
  }

  /// A file of a header and so many bytes behind it.
  private static func file(_ header: String, data: Int) -> [UInt8] {
    let text = Array(header.utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) }
    return length + text + [UInt8](repeating: 0, count: data)
  }

  private func fault(_ header: String, data: Int) -> DataFault? {
    do {
      _ = try arrays(Self.file(header, data: data))
      return nil
    } catch { return error as? DataFault }
  }

  @Test func everyTypeIsReadAsSafetensorsWroteIt() throws {
    let found = try arrays(try Fixture.bytes("safetensors/types.safetensors"))
    let a = Matrix([[1.5, -2, 0], [0.25, 96, -0.0078125]])
    for name in ["f64", "f32", "f16"] { #expect(found[name]?.numbers.matrix == a, "\(name)") }
    let w = Matrix([[1, 0, 3], [7, 100, 2]])
    for name in ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"] {
      #expect(found[name]?.numbers.matrix == w, "\(name)")
    }
    #expect(found["bool"]?.numbers.matrix == Matrix([[0, 0, 1], [1, 1, 1]]))
    #expect(
      found["list"]?.numbers.matrix == Matrix([[1.5, -2, 0]]) && found["list"]?.isFlat == true)
    #expect(found["scalar"]?.numbers.matrix == Matrix([[2.5]]) && found["scalar"]?.isFlat == false)
    #expect(
      ["f64", "f32", "f16", "i8"].map { found[$0]?.numbers.digits }
        == [.double, .single, .half, .double])
    let brain = try arrays(try Fixture.bytes("safetensors/brain.safetensors"))
    #expect(brain["w"]?.numbers.matrix == a && brain["w"]?.numbers.digits == .brain)
  }

  @Test func theFirstBytesTellTheFormatWhateverTheName() throws {
    let bytes = try Fixture.bytes("safetensors/brain.safetensors")
    #expect(FileFormat.of(bytes, named: "a.bin").ending == ".safetensors")
    #expect(FileFormat.of(Array("1,2\n3,4,5,{".utf8), named: "a.csv").ending == ".csv")
  }

  private static let part = "\"dtype\":\"F32\",\"shape\":[1,2]"

  @Test(
    arguments: [
      ("{\"w\":{\(part),\"data_offsets\":[0,8]}}", 8, nil),
      ("{\"w\":{\(part),\"data_offsets\":[0,8],\"more\":[true,null,-1.5e3]}}", 8, nil),
      ("{\"w\":{\(part),\"data_offsets\":[0,9]}}", 9, .badOffsets("w")),
      ("{\"w\":{\(part),\"data_offsets\":[0,8]}}", 7, .badOffsets("w")),
      ("{\"w\":{\(part),\"data_offsets\":[8,0]}}", 8, .badOffsets("w")),
      ("{\"w\":{\(part),\"data_offsets\":[8,16]}}", 16, .badOffsets("w")),
      ("{\"w\":{\(part),\"data_offsets\":[0,8]}}", 9, .wrongLength(found: 9, expected: 8)),
      (
        "{\"w\":{\(part),\"data_offsets\":[0,8]},\"v\":{\(part),\"data_offsets\":[0,8]}}", 8,
        .badOffsets("v")
      ),
      (
        "{\"w\":{\(part),\"data_offsets\":[0,8]},\"v\":{\(part),\"data_offsets\":[4,12]}}", 12,
        .badOffsets("v")
      ),
      (
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,4],\"data_offsets\":[0,0]}}", 0,
        .badOffsets("w")
      ),
      (
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807],\"data_offsets\":[0,8]}}", 8,
        .badOffsets("w")
      ),
      ("{\"w\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,8]}}", 8, .badEntry("w")),
      ("{\"w\":{\"dtype\":7,\"shape\":[2],\"data_offsets\":[0,8]}}", 8, .badEntry("w")),
      ("{\"w\":{\(part)}}", 8, .badEntry("w")), ("{\"w\":[1,2]}", 0, .badEntry("w")),
      (
        "{\"w\":{\"dtype\":\"F8_E4M3\",\"shape\":[8],\"data_offsets\":[0,8]}}", 8,
        .inArchive("w", .unknownType("F8_E4M3"))
      ),
      ("{\"w\":{\(part),\"data_offsets\":[0,8]}", 8, .badJSON(byte: 55)),
      ("{\"w\":1,\"w\":2}", 0, .badJSON(byte: 7)),
      // These look the same and are two names.
      ("{\"\u{E9}\":1,\"e\u{301}\":01}", 0, .badJSON(byte: 14)), ("[]", 0, .notSafeTensors),
      ("{\"w\":01}", 0, .badJSON(byte: 5)), ("{\"\\ud800x\":1}", 0, .badJSON(byte: 8)),
      ("{\"w\":{}} x", 0, .badJSON(byte: 9)), ("", 0, .badJSON(byte: 0)),
    ] as [(String, Int, DataFault.Reason?)])
  func aHeaderThatLiesIsRefused(header: String, data: Int, reason: DataFault.Reason?) {
    #expect(fault(header, data: data) == reason.map { DataFault($0) })
  }

  @Test func nothingNestsDeepEnoughToHurt() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(fault("{\"w\":\(deep)", data: 0)?.reason == .badJSON(byte: 20))
    let objects = String(repeating: "{\"a\":", count: 50_000)
    #expect(fault(objects, data: 0)?.reason == .badJSON(byte: 80))
  }

  @Test func aLengthThatTheFileHasNotIsRefused() {
    for bytes: [UInt8] in [
      [], [1], [2, 0, 0, 0, 0, 0, 0, 0], [255, 255, 255, 255, 255, 255, 255, 255, 0x7B],
      [0, 0, 0, 0, 0, 0, 0, 0x80, 0x7B, 0x7D],
    ] {
      #expect(throws: DataFault(.notSafeTensors)) { try arrays(bytes) }
    }
  }

  @Test func whatNoMatrixHoldsIsRefusedByName() throws {
    let bytes = try Fixture.bytes("safetensors/types.safetensors")
    for (name, reason) in [
      ("three", DataFault.Reason.dimensions([2, 1, 3])), ("empty", .noCell),
    ] {
      #expect(throws: DataFault(.inArchive(name, reason))) {
        try FileFormat.matrix(in: bytes, of: "t.safetensors", named: name)
      }
    }
  }

  /// Read or refused, and nothing read outside the file; `EPYNN_TRIALS=20000` for all of them.
  @Test func mutatedFilesAreReadOrRefused() throws {
    let files = try ["types", "brain"].map { try Fixture.bytes("safetensors/\($0).safetensors") }
    var mutate = Mutation(seed: 61)
    var (read, refused) = (0, 0)
    for round in 0..<trials(1_000) {
      let bytes = mutate(files[round % files.count])
      do {
        let found = try arrays(bytes)
        #expect(found.values.allSatisfy { $0.numbers.matrix.elements.count * 1 <= bytes.count })
        read += 1
      } catch {
        #expect(error is DataFault)
        refused += 1
      }
    }
    #expect(read > 10 && refused > 100, "\(read) \(refused)")
  }
}
