import EpynnCore
import Paths

/// A row of the table of formats in which people bring numbers: how a file is known to be one, and
/// how it is read.
public struct FileFormat: Sendable {
  /// What the names of its files end in, `.npz`.
  public let ending: String
  /// Whether a file begins as they do; never where no beginning tells it from another.
  let isKnown: @Sendable (_ bytes: [UInt8]) -> Bool
  let arrays: Reader
  let samples: SampleReader

  /// The arrays whose names are wanted, in the file's order, and the other names.
  public typealias Arrays = (arrays: [FileArray], others: [String])
  /// The places of the wanted among all names of a file.
  typealias Choice = (_ names: [String]) throws(DataFault) -> Wanted
  struct Wanted {
    let places: Set<Int>
    /// Whether a table with another name above it is refused: it is a slip, not somebody's own.
    var refusesOthers = false

    init(_ places: Set<Int>, refusesOthers: Bool = false) {
      self.places = places
      self.refusesOthers = refusesOthers
    }
  }
  typealias Reader =
    @Sendable (
      _ bytes: [UInt8], _ name: String, _ choose: Choice
    ) throws(DataFault) -> Arrays
  typealias SampleReader =
    @Sendable (
      _ bytes: [UInt8], _ options: DataSet.Options, _ room: Int
    ) throws(DataFault) -> DataSet

  /// The table of formats; what no row knows by its beginning is read as the last one.
  public static let all: [FileFormat] = [npz, npy, safetensors, csv]

  /// The format of a file: what it begins with tells, else what its name ends in.
  public static func of(_ bytes: [UInt8], named file: String) -> FileFormat {
    all.first { $0.isKnown(bytes) }
      ?? all.first { file.lowercased().hasSuffix($0.ending) } ?? csv
  }

  /// The arrays of a file whose names are wanted, and the names of the others.
  ///
  /// - Throws: `DataFault`, that of an array in an archive with its name.
  static func arrays(
    in bytes: [UInt8], of file: String, choosing choose: Choice
  ) throws(DataFault) -> Arrays {
    try of(bytes, named: file).arrays(bytes, stem(file), choose)
  }

  /// The one array that a file holds, or the one of a name.
  ///
  /// - Throws: `DataFault`, `.severalArrays` where there is more than one, `.noSuchArray`.
  public static func matrix(
    in bytes: [UInt8], of file: String, named name: String? = nil
  ) throws(DataFault) -> Matrix {
    let found = try arrays(in: bytes, of: file) { names throws(DataFault) in
      guard !names.isEmpty else { throw DataFault(.noCell) }
      guard let name else {
        guard names.count == 1 else { throw DataFault(.severalArrays(names)) }
        return Wanted([0])
      }
      guard let place = names.firstIndex(of: name) else {
        throw DataFault(.noSuchArray(name, others: names))
      }
      return Wanted([place])
    }.arrays
    guard let first = found.first else { throw DataFault(.noCell) }
    return try first.whole().numbers.matrix
  }

  /// The names of a file's arrays.
  ///
  /// - Throws: `DataFault` where the file cannot be read.
  package static func names(in bytes: [UInt8], of file: String) throws(DataFault) -> [String] {
    var names: [String] = []
    _ = try arrays(in: bytes, of: file) { all throws(DataFault) in
      names = all
      return Wanted([])
    }
    return names
  }

  /// What a file holds to train on.
  ///
  /// - Parameters:
  ///   - bytes: the file's.
  ///   - file: its name, which tells the format.
  ///   - options: which column holds the labels, and how both are read.
  ///   - room: the bytes that X and Y may take.
  /// - Throws: `DataFault` with the row and the column that do not fit, where it has any.
  public static func samples(
    in bytes: [UInt8], of file: String, options: DataSet.Options, room: Int
  ) throws(DataFault) -> DataSet {
    try of(bytes, named: file).samples(bytes, options, room)
  }

  /// A file's name without its folder and its ending.
  private static func stem(_ file: String) -> String {
    let name = PathParts(file).name
    return name.firstIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
