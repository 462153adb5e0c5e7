import EpynnCore
import EpynnData
import Foundation
import Testing

/// Arrays that NumPy wrote, and bytes that are none.
@Suite struct NPYTests {
  private struct Expected: Decodable {
    let shape: [Int]
    let elements: [Double]
  }

  @Test func everyTypeAndOrderReadsAsNumPyWroteIt() throws {
    let all = try JSONDecoder().decode(
      [String: Expected].self, from: Data(try Fixture.bytes("arrays.json")))
    #expect(all.count == 19)
    for (name, expected) in all {
      let matrix = try NPYFile.matrix(reading: try Fixture.bytes("\(name).npy"))
      #expect([matrix.rows, matrix.columns] == expected.shape, "\(name)")
      #expect(matrix.elements == expected.elements, "\(name)")
    }
  }

  @Test(arguments: [
    ("bad-three", DataFault(.dimensions([2, 2, 2]))), ("bad-empty", DataFault(.noCell)),
    ("bad-complex", DataFault(.unknownType("<c16"))), ("bad-words", DataFault(.unknownType("<U1"))),
    ("bad-record", DataFault(.unknownType("a record"))),
  ])
  func whatIsNoMatrixIsNamed(name: String, fault: DataFault) throws {
    let bytes = try Fixture.bytes("\(name).npy")
    #expect(throws: fault) { try NPYFile.matrix(reading: bytes) }
  }

  /// Cut off anywhere or with any byte changed it is read or refused, and never a trap.
  @Test func noBytesTrap() throws {
    let whole = try Fixture.bytes("f8.npy")
    for count in 0..<whole.count {
      #expect(throws: DataFault.self) { try NPYFile.matrix(reading: Array(whole.prefix(count))) }
    }
    var refused = 0
    for place in 0..<whole.count {
      for change in [1, 0x20, 0x80] as [UInt8] {
        var bytes = whole
        bytes[place] ^= change
        if (try? NPYFile.matrix(reading: bytes)) == nil { refused += 1 }
      }
    }
    #expect(refused > 100)
  }
}
