/// The header of a `.npy` file: a Python dictionary of three keys.
struct NPYHeader {
  let type: String
  let isFortran: Bool
  let shape: [Int]

  /// - Parameter version: the format's, of which the first two were Python 2's too.
  init(_ text: String, version: UInt8) throws(DataFault) {
    let value = PythonLiteralReader.value(of: text, hasLongs: version < 3)
    guard case .dictionary(let values)? = value else { throw DataFault(.badHeader) }
    // A list of fields describes records, not numbers.
    guard values["descr"] != .list else { throw DataFault(.unknownType("a record")) }
    guard values.count == 3, case .text(let type) = values["descr"],
      case .truth(let isFortran) = values["fortran_order"],
      case .tuple(let sizes) = values["shape"]
    else { throw DataFault(.badHeader) }
    var shape: [Int] = []
    for size in sizes {
      guard case .number(let number) = size, number < 1 << 40 else { throw DataFault(.badHeader) }
      shape.append(number)
    }
    (self.type, self.isFortran, self.shape) = (type, isFortran, shape)
  }
}
