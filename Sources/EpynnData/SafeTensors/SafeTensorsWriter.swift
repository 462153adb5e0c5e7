import EpynnCore

/// Writes tensors as float64: the length of the header, the header in JSON, then the numbers.
package enum SafeTensorsWriter {
  package static func bytes(of tensors: [NamedMatrix]) -> [UInt8] {
    var entries: [String] = []
    var numbers: [UInt8] = []
    for tensor in tensors {
      let start = numbers.count
      numbers.append(cellsOf: tensor.matrix)
      let shape = "[\(tensor.matrix.rows),\(tensor.matrix.columns)]"
      entries.append(
        "\"\(tensor.name)\":{\"dtype\":\"F64\",\"shape\":\(shape),"
          + "\"data_offsets\":[\(start),\(numbers.count)]}")
    }
    var header = "{" + entries.joined(separator: ",") + "}"
    header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt64(header.utf8.count))
    return bytes + Array(header.utf8) + numbers
  }
}
