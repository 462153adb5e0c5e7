import EpynnCore

/// What the header of a safetensors file says of one tensor.
struct SafeTensorEntry {
  let name: String
  let type: String
  let sizes: [Int]
  /// Where its numbers are, counted from the end of the header.
  let bytes: Range<Int>

  /// - Throws: `.badEntry` where a part is missing or of another kind, `.badOffsets` where the bytes
  ///   are not in the file or are not as many as the shape and the type need.
  init(_ member: JSON.Member, dataCount: Int) throws(DataFault) {
    name = member.name
    guard case .string(let type)? = member.value["dtype"],
      let sizes = member.value["shape"]?.counts,
      let offsets = member.value["data_offsets"]?.counts, offsets.count == 2, sizes.count <= 64
    else { throw DataFault(.badEntry(name)) }
    guard offsets[0] <= offsets[1], offsets[1] <= dataCount else {
      throw DataFault(.badOffsets(name))
    }
    self.type = type
    self.sizes = sizes
    bytes = offsets[0]..<offsets[1]
    // Of a type that is not read here the size is not known.
    guard let size = NPYType(dtype: type)?.size else { return }
    var count = size
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { throw DataFault(.badOffsets(name)) }
      count = product
    }
    guard count == bytes.count else { throw DataFault(.badOffsets(name)) }
  }

  /// The tensor's numbers; a number is (1, 1), a list (1, n).
  ///
  /// - Parameter data: all that stands behind the header.
  func array(of data: ArraySlice<UInt8>) throws(DataFault) -> FileArray {
    guard let type = NPYType(dtype: type) else { throw DataFault(.unknownType(type)) }
    guard sizes.count <= 2 else { throw DataFault(.dimensions(sizes)) }
    guard !sizes.contains(0) else { throw DataFault(.noCell) }
    let shape = Shape(sizes.count == 2 ? sizes[0] : 1, sizes.last ?? 1)
    do throws(Fault) { try shape.checkSize() } catch { throw DataFault(.tooLarge) }
    let count = shape.rows * shape.columns
    let first = data.startIndex + bytes.lowerBound
    let own = data[first..<(data.startIndex + bytes.upperBound)]
    let numbers = own.withUnsafeBytes { raw in (0..<count).map { type.number(raw, at: $0) } }
    var array = FileArray(
      name: name,
      numbers: OwnNumbers(
        Matrix(rows: shape.rows, columns: shape.columns, elements: numbers), digits: type.rounding),
      isFlat: sizes.count == 1)
    array.isNumber = sizes.isEmpty
    array.type = type
    return array
  }
}
