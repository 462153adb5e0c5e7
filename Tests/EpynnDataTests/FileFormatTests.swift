import EpynnCore
import EpynnData
import Testing

/// A file is what its first bytes say, whatever it is called; then what its name ends in.
@Suite struct FileFormatTests {
  private let table = Array("1,2\n3,4\n".utf8)

  @Test func theFirstBytesDecideBeforeTheName() throws {
    let array = try Fixture.bytes("f8.npy")
    let archive = try Fixture.bytes("npz/stored.npz")
    for name in ["a.npy", "a.npz", "a.csv", "a", "b/a.txt"] {
      #expect(FileFormat.of(array, named: name).ending == ".npy")
      #expect(FileFormat.of(archive, named: name).ending == ".npz")
    }
    #expect(FileFormat.of(table, named: "a.txt").ending == ".csv")
    #expect(FileFormat.of(table, named: "a.NPY").ending == ".npy")
    #expect(FileFormat.of([], named: "a.npz").ending == ".npz")
  }

  @Test func oneArrayIsReadFromAnyFormat() throws {
    #expect(try FileFormat.matrix(in: table, of: "x.csv") == Matrix([[1, 2], [3, 4]]))
    #expect(try FileFormat.matrix(in: Array("W\n1;2\n".utf8), of: "x") == Matrix([[1, 2]]))
    let array = try Fixture.bytes("f8.npy")
    #expect(
      try FileFormat.matrix(in: array, of: "x.csv") == NPYFile.matrix(reading: array))
    #expect(throws: DataFault(.notNPY)) { try FileFormat.matrix(in: table, of: "x.npy") }
    #expect(throws: DataFault(.noCell)) {
      try FileFormat.matrix(in: Fixture.bytes("npz/empty.npz"), of: "x.npz")
    }
    #expect(
      throws: DataFault(
        .severalArrays(["f8-little", "row-of-1000", "fortran", "scalar", "u1"]))
    ) { try FileFormat.matrix(in: Fixture.bytes("npz/stored.npz"), of: "x.npz") }
  }

  @Test func whatIsNoDataIsRefusedByFact() throws {
    func fault(_ bytes: [UInt8], label: String? = nil) -> DataFault? {
      var options = DataSet.Options()
      options.label = label
      do throws(DataFault) {
        _ = try FileFormat.samples(in: bytes, of: "d", options: options, room: 1 << 20)
        return nil
      } catch { return error }
    }
    let archive = try Fixture.bytes("npz/stored.npz")
    #expect(fault(try Fixture.bytes("f8.npy")) == DataFault(.oneArray))
    #expect(fault(archive) == DataFault(.noArray("X")))
    #expect(fault(archive, label: "2") == DataFault(.labelInArchive))
    #expect(fault(table) == nil)
  }
}
