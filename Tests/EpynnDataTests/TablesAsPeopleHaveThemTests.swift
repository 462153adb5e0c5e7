import EpynnCore
import Testing

@testable import EpynnData

/// Tables as spreadsheets, pandas and NumPy write them.
@Suite struct TablesAsPeopleHaveThemTests {
  private func data(
    _ bytes: [UInt8], _ change: (inout DataSet.Options) -> Void = { _ in }
  ) throws -> DataSet {
    var options = DataSet.Options()
    change(&options)
    return try FileFormat.samples(in: bytes, of: "t.csv", options: options, room: 1 << 20)
  }

  private func data(
    _ text: String, _ change: (inout DataSet.Options) -> Void = { _ in }
  ) throws -> DataSet { try data(Array(text.utf8), change) }

  private func fault(_ text: String) -> DataFault? {
    do {
      _ = try data(text)
      return nil
    } catch { return error as? DataFault }
  }

  private static let x = Matrix([[1.5, 2], [0.25, -1]])
  private static let y = Matrix([[0], [1]])

  @Test(arguments: [
    "1.5,2,a\n.25,-1,b\n", "x,y,kind\r\n1.5,2,a\r\n.25,-1,b\r\n", "1.5,2,a\r.25,-1,b\r",
    "x,y,kind\r1.5,2,a\r.25,-1,b", "sep=;\n1.5;2;a\n.25;-1;b\n", "SEP=,\r\n1.5,2,a\r\n.25,-1,b\r\n",
    "sep=|\r1.5|2|a\r.25|-1|b\r", "\u{FEFF}sep=;\r\nx;y;kind\r\n1,5;2,0;a\r\n0,25;-1;b\r\n",
    "1,5;2,0;a\n,25;-1,0;b\n", "1,5\t2\ta\n0,25\t-1\tb\n", "1,5;2;a\n25e-2;-1;b\n",
    "# measured\n1.5,2,a\n  # again, twice\n.25,-1,b\n#end", "#\n#\nx;y;kind\n1,5;2;a\n0,25;-1;b\n",
    "# x,y,kind\n1.5,2,a\n.25,-1,b\n", "x;y;kind\n\"1,5\";\"2\";\"a, or so\"\n0,25;-1;b\n",
    "x,y,kind\n1.5,2,\"a;b;c\"\n.25,-1,\"b;c;d\"\n", "id,x,y,kind\n7,1.5,2,a\n9,.25,-1,b\n",
    "x,Id,y,kind\n1.5,u1,2,a\n.25,u2,-1,b\n", ",x,y,kind\n0,1.5,2,a\n1,.25,-1,b\n",
    "x,y,kind,id\n1.5,2,a,7\n.25,-1,b,9\n", "index;x;y;kind\n1;1,5;2;a\n2;0,25;-1;b\n",
  ])
  func theSameTwoSamples(text: String) throws {
    let set = try data(text)
    #expect(set.samples.x == Self.x, "\(text.debugDescription)")
    #expect(set.samples.y == Self.y)
  }

  @Test func unicodeTextOfSpreadsheetsIsRead() throws {
    let units = Array("x\ty\tkind\r\n1,5\t2\ta\r\n0,25\t-1\tb\r\n".utf16)
    var (little, big): ([UInt8], [UInt8]) = ([0xFF, 0xFE], [0xFE, 0xFF])
    for unit in units {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for bytes in [little, big, little + [0]] {
      #expect(try data(bytes).samples.x == Self.x)
    }
  }

  @Test func whatWasPassedOverIsKnown() throws {
    let set = try data("# from the lab\nid,x,kind\n7,1,a\n# here it broke\n9,2,b\n")
    #expect(set.passedOver == TableOmissions(commentCount: 2, columns: ["id"]))
    #expect(set.featureNames == ["x"])
    let titled = try data("# x,kind\n1,5\n2,6\n") { $0.label = "x" }
    #expect(titled.samples.y == Matrix([[1], [2]]) && titled.featureNames == ["kind"])
    #expect(titled.passedOver.commentCount == 0)
    let turned = try data("id,7,9\nx,1,2\n# break\nkind,a,b\n") { $0.samplesInColumns = true }
    #expect(turned.samples.x == Matrix([[1], [2]]))
    #expect(turned.passedOver == TableOmissions(commentCount: 1, columns: ["id"]))
  }

  /// What is named as the label, counts nothing, or is all that there is stays data.
  @Test func aColumnIsNotPassedOverForNothing() throws {
    #expect(try data("id,x,y\n7,1,2\n9,3,4\n") { $0.label = "id" }.samples.y == Matrix([[7], [9]]))
    #expect(try data("index,x,y\n5,1,2\n7,3,4\n").samples.x == Matrix([[5, 1], [7, 3]]))
    #expect(try data("id,y\n7,1\n9,3\n").samples.x == Matrix([[7], [9]]))
    #expect(try data("0,1,2\n1,3,4\n").samples.x.columns == 2)
  }

  @Test func classNumbersAreOneClassHoweverTheyAreWritten() throws {
    let set = try data("5,2\n6,10\n7,2.0\n8,1e1\n") { $0.oneHot = true }
    #expect(set.samples.y == Matrix([[1, 0], [0, 1], [1, 0], [0, 1]]))
    #expect(set.classNames == ["2", "10"])
  }

  @Test func aHeaderAndNothingElseHasNoSample() {
    for text in [
      "a,b,class\n", "a;b;class", "# note\na,b,class\n\n", "sep=;\na;b;c\n", "sep=;", "#",
    ] {
      #expect(fault(text) == DataFault(.noRows), "\(text)")
    }
  }

  /// Where both signs stand one of them may mark thousands, and a guess would be wrong by 1000.
  @Test func twoDecimalSignsInOneFileAreRefused() {
    #expect(fault("1,5;2;0\n1.500;3;1\n") == DataFault(.mixedDecimals("1.500"), row: 2, column: 1))
    #expect(fault("1.5;2;0\n1;3,25;1\n") == DataFault(.mixedDecimals("3,25"), row: 2, column: 2))
    #expect(fault("1;2;1\n1;1.234,5;0\n") == DataFault(.notANumber("1.234,5"), row: 2, column: 2))
  }

  /// Between commas a decimal one stands in quotes; before three digits nobody knows what it marks.
  @Test func aDecimalCommaInQuotesIsOne() throws {
    #expect(
      try data("\"1,5\",2,0\n\"-3,25\",\"0,125\",1\n").samples.x
        == Matrix([[1.5, 2], [-3.25, 0.125]]))
    #expect(fault("\"2,5\",3,1\n\"1,234\",2,0\n")?.reason == .notANumber("1,234"))
    #expect(fault("\"1,5\",2.5,0\n2,3,1\n") == DataFault(.mixedDecimals("2.5"), row: 1, column: 2))
  }

  @Test func theRowOfAFaultIsThatOfTheFile() {
    #expect(fault("1,2,0\r3,x,1\r") == DataFault(.notANumber("x"), row: 2, column: 2))
    #expect(fault("sep=;\r\n# a\r\n1;2;0\r\n3;;1\r\n") == DataFault(.emptyField, row: 4, column: 2))
    #expect(fault("1,\"a\rb\",0\r3\r") == DataFault(.ragged(found: 1, expected: 3), row: 3))
  }
}
