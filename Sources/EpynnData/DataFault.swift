import EpynnCore

/// What is wrong in a file of data, and where; rows and columns count from 1.
public struct DataFault: Error, Equatable, Sendable {
  public let reason: Reason
  /// The line at which the record begins; `nil` where the whole file is meant.
  public let row: Int?
  public let column: Int?

  public indirect enum Reason: Equatable, Sendable {
    // CSV
    case notUTF8
    case unclosedQuote
    case noRows
    case ragged(found: Int, expected: Int)
    case emptyField
    /// A number with a decimal comma or point, where others have the other sign.
    case mixedDecimals(String)
    case notANumber(String)
    case noSuchColumn(String)
    case onlyLabels
    case tooManyClasses(Int)
    case tooManyFields(limit: Int)
    case tooLarge
    /// X and Y would take so many bytes, and there are so many left.
    case noRoom(needed: Int, room: Int)
    // NPY
    case notNPY
    case badHeader
    case unknownType(String)
    case dimensions([Int])
    case noCell
    case wrongLength(found: Int, expected: Int)
    // NPZ, and tables of several tensors
    case archive(NPZFault)
    /// What is wrong with the array of that name.
    case inArchive(String, Reason)
    case unknownTensor(String)
    /// It holds these, and one alone was wanted.
    case severalArrays([String])
    /// It holds one, and X and Y were wanted.
    case oneArray
    /// An archive without the array of that name.
    case noArray(String)
    /// It holds these, and the one of that name was wanted.
    case noSuchArray(String, others: [String])
    /// Two of its names mean the same tensor.
    case ambiguous(String, String, tensor: String)
    /// Two of its tensors have that name.
    case repeated(String)
    /// What was said to be in the file is no tensor, or of no layer that there is.
    case noTensor(String)
    // safetensors
    case notSafeTensors
    /// The header's JSON ends or breaks at that byte, counted from 0.
    case badJSON(byte: Int)
    /// A notebook whose JSON is none, or holds no cells.
    case notNotebook
    /// What the header says of the tensor of that name is not what it must.
    case badEntry(String)
    /// The bytes of the tensor of that name are not in the file, or also another's.
    case badOffsets(String)
    /// A column was picked for the label where Y is an array of its own.
    case labelInArchive
  }

  public init(_ reason: Reason, row: Int? = nil, column: Int? = nil) {
    self.reason = reason
    self.row = row
    self.column = column
  }
}
