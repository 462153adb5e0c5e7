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

  /// As NumPy 2.4 judges them: what is Python is read, whatever its spaces, and nothing else.
  @Test(arguments: [
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", true),
    ("  {'shape':(2,),'descr':\"f8\",'fortran_order':False} # by hand\n\n", true),
    ("{'descr': 'd', 'fortran_order': True, 'shape': ((2), 1,)}", true),
    ("{'descr': '<f4', 'descr': u'=f8', 'fortran_order': False, 'shape': (2L,)}", true),
    ("{'descr': '|f8', 'fortran_order': False, 'shape': (0_2,)}", false),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (1_0,)}", false),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }x", false),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), } {}", false),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (2,),, }", false),
    ("{'descr': '<f8', 'fortran_order': False 'shape': (2,)}", false),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (2)}", false),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (02,)}", false),
    ("{'descr': '<f8', 'fortran_order': 0, 'shape': (2,)}", false),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), 'more': 1}", false),
    ("{'descr': '<f8', 'fortran_order': False, 'shape': (٢,)}", false),
  ])
  func aHeaderIsPython(text: String, isRead: Bool) {
    let numbers = [UInt8](repeating: 0, count: 6) + [0xF0, 0x3F]
    let header = Array(text.utf8)
    for version in [1, 2] as [UInt8] {
      let length = [UInt8(header.count), 0] + (version == 1 ? [] : [0, 0])
      let file = [0x93] + Array("NUMPY".utf8) + [version, 0] + length + header + numbers + numbers
      // What follows the numbers is nobody's.
      for bytes in [file, file + [0x2C]] {
        let matrix = try? NPYFile.matrix(reading: bytes)
        #expect((matrix != nil) == isRead, "\(text)")
        if let matrix { #expect(matrix.elements == [1, 1]) }
      }
    }
    let newer = [0x93] + Array("NUMPY".utf8) + [1, 1, UInt8(header.count), 0] + header + numbers
    #expect(throws: DataFault(.notNPY)) { try NPYFile.matrix(reading: newer + numbers) }
  }
}
