import EpynnCore

/// A row of the table of formats in which people bring numbers: how a file is known to be one, and
/// how it is read.
public struct FileFormat: Sendable {
  /// What the names of its files end in, `.npz`.
  public let ending: String
  /// What a file begins with; empty where no beginning tells it from another.
  let magic: [UInt8]
  let arrays: Reader
  let samples: SampleReader

  /// The arrays whose names are wanted, in the file's order, and the other names.
  public typealias Arrays = (arrays: [FileArray], others: [String])
  typealias Reader =
    @Sendable (
      _ bytes: [UInt8], _ name: String, _ isWanted: (String) -> Bool
    ) throws(DataFault) -> Arrays
  typealias SampleReader =
    @Sendable (
      _ bytes: [UInt8], _ options: DataSet.Options, _ room: Int
    ) throws(DataFault) -> DataSet

  /// The table of formats; what no row knows by its beginning is read as the last one.
  public static let all: [FileFormat] = [npz, npy, csv]

  /// The format of a file: what it begins with tells, else what its name ends in.
  public static func of(_ bytes: [UInt8], named file: String) -> FileFormat {
    all.first { !$0.magic.isEmpty && bytes.starts(with: $0.magic) }
      ?? all.first { file.lowercased().hasSuffix($0.ending) } ?? csv
  }

  /// The arrays of a file whose names are wanted, and the names of the others.
  ///
  /// - Throws: `DataFault`, that of an array in an archive with its name.
  public static func arrays(
    in bytes: [UInt8], of file: String, where isWanted: (String) -> Bool
  ) throws(DataFault) -> Arrays {
    try of(bytes, named: file).arrays(bytes, stem(file), isWanted)
  }

  /// The one array that a file holds.
  ///
  /// - Throws: `DataFault`, `.severalArrays` where there is more than one.
  public static func matrix(in bytes: [UInt8], of file: String) throws(DataFault) -> Matrix {
    let arrays = try arrays(in: bytes, of: file, where: { _ in true }).arrays
    guard let first = arrays.first else { throw DataFault(.noCell) }
    guard arrays.count == 1 else { throw DataFault(.severalArrays(arrays.map(\.name))) }
    return first.numbers.matrix
  }

  /// What a file holds to train on.
  ///
  /// - Parameter room: the bytes that X and Y may take.
  /// - Throws: `DataFault` with the row and the column that do not fit, where it has any.
  public static func samples(
    in bytes: [UInt8], of file: String, options: DataSet.Options, room: Int
  ) throws(DataFault) -> DataSet {
    try of(bytes, named: file).samples(bytes, options, room)
  }

  /// A file's name without its folder and its ending.
  private static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.firstIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
