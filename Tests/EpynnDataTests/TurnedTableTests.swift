import EpynnCore
import Testing

@testable import EpynnData

/// Tables whose samples stand in columns are read as the same table turned over.
@Suite struct TurnedTableTests {
  private func data(
    _ text: String, _ change: (inout DataSet.Options) -> Void = { _ in }
  ) throws -> DataSet {
    var options = DataSet.Options()
    options.samplesInColumns = true
    change(&options)
    return try FileFormat.samples(
      in: Array(text.utf8), of: "t.csv", options: options, room: 1 << 20)
  }

  private func fault(
    _ text: String, _ change: (inout DataSet.Options) -> Void = { _ in }
  ) -> DataFault? {
    do {
      _ = try data(text, change)
      return nil
    } catch { return error as? DataFault }
  }

  @Test(arguments: [
    "size,1,2,3\nweight,5,6,7.5\nkind,a,b,c\n", "1;2;3\n5;6;7.5\na;b;c",
    "size\t1\t2\t3\n\nweight\t5\t6\t7.5\n\"kind\"\ta\tb\tc\n",
  ])
  func eachLineIsAFeatureAndTheLastTheLabel(text: String) throws {
    let set = try data(text)
    #expect(set.samples.x == Matrix([[1, 5], [2, 6], [3, 7.5]]))
    #expect(set.samples.y == Matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
    #expect(set.classNames == ["a", "b", "c"])
  }

  /// What the words of a line are is told by the samples, not by the lines below each other.
  @Test func aLineOfWordsIsNoHeader() throws {
    let set = try data("kind,a,b\nsize,1,2\n") { $0.label = "kind" }
    #expect(set.samples.x == Matrix([[1], [2]]))
    #expect(set.samples.y == Matrix([[0], [1]]))
    #expect(set.featureNames == ["size"])
  }

  @Test func theLabelIsALineByNameOrCounted() throws {
    let text = "size,1,2\nweight,5,6\nage,7,9\n"
    for label in ["weight", "1"] {
      let set = try data(text) { $0.label = label }
      #expect(set.samples.x == Matrix([[1, 7], [2, 9]]))
      #expect(set.samples.y == Matrix([[5], [6]]))
    }
    #expect(try data(text) { $0.scales = true }.samples.x == Matrix([[0, 0.8], [0.2, 1]]))
  }

  /// The place is that of the file: its line, and the field in it.
  @Test func aFaultIsAtItsPlaceInTheFile() {
    #expect(
      fault("size,1,2\n\nweight,5,x\nkind,a,b\n") == DataFault(.notANumber("x"), row: 3, column: 3))
    #expect(fault("1,2\n5,\n1,0\n") == DataFault(.emptyField, row: 2, column: 2))
    #expect(fault("1,2\n5,6,7\n") == DataFault(.ragged(found: 3, expected: 2), row: 2))
    #expect(fault("1,2,3\n") == DataFault(.onlyLabels))
    #expect(fault("size\nkind\n") == DataFault(.noRows) || fault("") == DataFault(.noRows))
    #expect(fault("") == DataFault(.noRows))
  }
}
