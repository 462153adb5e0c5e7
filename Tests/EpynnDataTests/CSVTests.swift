import EpynnCore
import Testing

@testable import EpynnData

/// Tables as people have them, and what is wrong with those that do not work.
@Suite struct CSVTests {
  private func table(_ text: String) throws -> CSVTable { try CSVTable(reading: Array(text.utf8)) }

  private func data(_ text: String, _ change: (inout DataSet.Options) -> Void = { _ in }) throws
    -> DataSet
  {
    var options = DataSet.Options()
    change(&options)
    return try DataSet(try table(text), options: options)
  }

  private func fault(_ text: String, _ change: (inout DataSet.Options) -> Void = { _ in })
    -> DataFault?
  {
    do {
      _ = try data(text, change)
      return nil
    } catch { return error as? DataFault }
  }

  @Test func headersAndQuotesAndLineEndings() throws {
    let plain = try table("a,b\n1,2\n3,4\n")
    #expect(plain.header == ["a", "b"])
    #expect(plain.records.map(\.fields) == [["1", "2"], ["3", "4"]])
    #expect(plain.records.map(\.line) == [2, 3])
    for text in [
      "\u{FEFF}a,b\r\n1,2\r\n3,4\r\n", "a;b\n1;2\n\n3;4", "a\tb\n1\t2\n3\t4\n\n",
      "\"a\",\"b\"\n\"1\", 2 \n3,\"4\"\n",
    ] {
      let table = try table(text)
      #expect(table.header == plain.header)
      #expect(table.records.map(\.fields) == plain.records.map(\.fields))
    }
    #expect(try table("1,2\n3,4").header == nil)
    let quoted = try table("\"a \"\"x\"\"\",\"two\nlines\"\n1,2\n3,x")
    #expect(quoted.header == ["a \"x\"", "two\nlines"])
    #expect(quoted.records.map(\.line) == [3, 4])
  }

  @Test func wordsAsLabelsBecomeClasses() throws {
    let two = try data("1,2,no\n3,4,yes\n5,6,no\n")
    #expect(two.samples.x == Matrix([[1, 2], [3, 4], [5, 6]]))
    #expect(two.samples.y == Matrix([[0], [1], [0]]))
    #expect(two.classNames == ["no", "yes"])
    let three = try data("x,kind\n1,c\n2,a\n3,b\n")
    #expect(three.samples.y == Matrix([[0, 0, 1], [1, 0, 0], [0, 1, 0]]))
    #expect(three.featureNames == ["x"])
    let numbers = try data("1,10\n2,9\n")
    #expect(numbers.samples.y == Matrix([[10], [9]]))
    let oneHot = try data("1,10\n2,9\n") { $0.oneHot = true }
    #expect(oneHot.samples.y == Matrix([[0, 1], [1, 0]]))
    #expect(oneHot.classNames == ["9", "10"])
  }

  @Test func theLabelMayStandAnywhereAndFeaturesAreScaled() throws {
    let text = "kind,a,b\nu,0,2\nv,8,4\n"
    for name in ["kind", "0"] {
      let data = try data(text) {
        $0.label = name
        $0.scales = true
      }
      #expect(data.samples.x == Matrix([[0, 0.25], [1, 0.5]]))
      #expect(data.samples.y == Matrix([[0], [1]]))
      #expect(data.featureNames == ["a", "b"])
    }
  }

  @Test func problemsAreNamedByRowAndColumn() {
    #expect(fault("a,b\n1,2\n3\n") == DataFault(.ragged(found: 1, expected: 2), row: 3))
    #expect(fault("a,b\n1,2\n,4\n") == DataFault(.emptyField, row: 3, column: 1))
    #expect(fault("a,b\n1,2\n3,\n") == DataFault(.emptyField, row: 3, column: 2))
    #expect(fault("1,2\n2,3\nx,4") == DataFault(.notANumber("x"), row: 3, column: 1))
    #expect(fault("1,2\n2,x\n3,4") == DataFault(.notANumber("x"), row: 2, column: 2))
    #expect(fault("a,b\nnan,1\n") == DataFault(.noRows) || fault("1,2\nnan,1\n") != nil)
    #expect(fault("1,2\nnan,1\n") == DataFault(.notANumber("nan"), row: 2, column: 1))
    #expect(fault("1,2\n0x10,1\n") == DataFault(.notANumber("0x10"), row: 2, column: 1))
    #expect(fault("1,2\n\"3,4\n") == DataFault(.unclosedQuote, row: 2, column: 1))
    #expect(fault("") == DataFault(.noRows))
    #expect(fault("1\n2\n") == DataFault(.onlyLabels))
    #expect(fault("1,2\n") { $0.label = "kind" } == DataFault(.noSuchColumn("kind")))
    #expect(throws: DataFault(.notUTF8, row: 1, column: 2)) {
      try CSVTable(reading: [0x31, 0x2C, 0xFF, 0x0A])
    }
  }

  @Test func builtInDataAreWhatTheirSourcesSay() throws {
    let iris = try BuiltInData.iris.load(seed: 1)
    #expect(iris.samples.x.shape == Shape(150, 4))
    #expect(iris.classNames == ["setosa", "versicolor", "virginica"])
    #expect(iris.samples.x.row(0) == [5.1, 3.5, 1.4, 0.2])
    let digits = try BuiltInData.digits.load(seed: 1)
    #expect(digits.samples.x.shape == Shape(1_797, 64))
    #expect(digits.samples.y.shape == Shape(1_797, 10))
    #expect(digits.classNames == (0...9).map(String.init))
    #expect(digits.samples.x.elements.min() == 0 && digits.samples.x.elements.max() == 16)
    #expect(digits.samples.y.elements.reduce(0, +) == 1_797)
    let booleans = try BuiltInData.boolean.load(seed: 7)
    #expect(booleans.samples.x.shape == Shape(50, 11))
    for sample in 0..<50 {
      let bits = booleans.samples.x.row(sample).reduce(0, +)
      #expect(booleans.samples.y[sample, 0] == (bits > 5.5 ? 0 : 1))
    }
    #expect(try BuiltInData.boolean.load(seed: 7) == booleans)
    #expect(try BuiltInData.boolean.load(seed: 8) != booleans)
  }
}

extension Matrix {
  fileprivate func row(_ index: Int) -> [Double] {
    Array(elements[(index * columns)..<((index + 1) * columns)])
  }
}
