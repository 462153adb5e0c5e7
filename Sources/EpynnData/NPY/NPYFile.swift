import EpynnCore

/// NumPy's file of one array.
public enum NPYFile {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// NumPy reads no longer ones either.
  private static let headerLimit = 10_000

  /// The array in the bytes of a `.npy` file: numbers of any common type, in C or Fortran order.
  ///
  /// A number is (1, 1), a list (1, n), more than two dimensions are refused.
  ///
  /// - Throws: `DataFault`.
  public static func matrix(reading bytes: [UInt8]) throws(DataFault) -> Matrix {
    try array(named: "", reading: bytes).numbers.matrix
  }

  /// The same with the digits that its type keeps.
  static func array(
    named name: String, reading bytes: [UInt8]
  ) throws(DataFault) -> FileArray {
    guard bytes.count >= 10, bytes.starts(with: magic), (1...3).contains(bytes[6]), bytes[7] == 0
    else { throw DataFault(.notNPY) }
    let isShort = bytes[6] == 1
    let start = isShort ? 10 : 12
    guard bytes.count >= start else { throw DataFault(.notNPY) }
    let length = (8..<start).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
    guard length <= headerLimit, bytes.count >= start + length,
      let text = text(of: bytes[start..<(start + length)], version: bytes[6])
    else { throw DataFault(.badHeader) }
    let header = try NPYHeader(text, version: bytes[6])
    guard let type = NPYType(header.type) else { throw DataFault(.unknownType(header.type)) }
    let shape = try shape(of: header)
    let data = bytes[(start + length)...]
    let count = shape.rows * shape.columns
    // What follows the numbers is nobody's, as to NumPy.
    guard data.count >= count * type.size else {
      throw DataFault(.wrongLength(found: data.count, expected: count * type.size))
    }
    let numbers = data.withUnsafeBytes { raw in (0..<count).map { type.number(raw, at: $0) } }
    let matrix =
      header.isFortran
      ? Matrix(rows: shape.columns, columns: shape.rows, elements: numbers).transposed
      : Matrix(rows: shape.rows, columns: shape.columns, elements: numbers)
    var array = FileArray(
      name: name, numbers: OwnNumbers(matrix, digits: type.rounding),
      isFlat: header.shape.count == 1)
    array.isNumber = header.shape.isEmpty
    array.type = type
    return array
  }

  /// A header as its version spells it: Latin-1, a byte a letter, or since 3.0 UTF-8.
  private static func text(of bytes: ArraySlice<UInt8>, version: UInt8) -> String? {
    guard version < 3 else { return String(validating: bytes, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }

  private static func shape(of header: NPYHeader) throws(DataFault) -> Shape {
    let sizes = header.shape
    guard sizes.count <= 2 else { throw DataFault(.dimensions(sizes)) }
    guard !sizes.contains(0) else { throw DataFault(.noCell) }
    let shape = Shape(sizes.count == 2 ? sizes[0] : 1, sizes.last ?? 1)
    do throws(Fault) { try shape.checkSize() } catch { throw DataFault(.tooLarge) }
    return shape
  }
}
