internal import CData
import EpynnCore

/// The data inside the program.
public enum BuiltInData: String, Sendable, CaseIterable {
  case xor, boolean, iris, digits

  /// What it is, in one line.
  public var summary: String {
    switch self {
    case .xor: "exclusive or, 4 samples"
    case .boolean: "11 random bits each; 0 where more are true than false, 1 otherwise"
    case .iris: "150 irises, 4 lengths, 3 species"
    case .digits: "1,797 handwritten digits of 8 × 8 pixels, 10 classes"
    }
  }

  /// The data; `boolean` is drawn by the seed, so many samples of it.
  ///
  /// - Throws: `DataFault` never, unless the program was built from broken files.
  public func load(seed: UInt64, count: Int = 50) throws(DataFault) -> DataSet {
    switch self {
    case .xor:
      return DataSet(
        samples: Samples(
          x: Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]), y: Matrix([[0], [1], [1], [0]])))
    case .boolean: return Self.booleans(seed: seed, count: count)
    case .iris: return try DataSet(CSVTable(reading: Self.bytes(cd_iris_start, cd_iris_count)))
    case .digits:
      var options = DataSet.Options()
      options.oneHot = true
      return try DataSet(
        CSVTable(reading: Self.bytes(cd_digits_start, cd_digits_count)), options: options)
    }
  }

  /// EpyNN's law: the label is 0 where more bits are true than false.
  private static func booleans(seed: UInt64, count: Int) -> DataSet {
    let width = 11
    var generator = RandomGenerator(seed: seed)
    var x: [Double] = []
    var y: [Double] = []
    for _ in 0..<count {
      let bits = (0..<width).map { _ in generator.uniform() < 0.5 ? 1.0 : 0 }
      x += bits
      y.append(bits.reduce(0, +) * 2 > Double(width) ? 0 : 1)
    }
    return DataSet(
      samples: Samples(
        x: Matrix(rows: count, columns: width, elements: x),
        y: Matrix(rows: count, columns: 1, elements: y)))
  }

  private static func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
  }
}
