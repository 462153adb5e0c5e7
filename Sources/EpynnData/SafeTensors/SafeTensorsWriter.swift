import EpynnCore

/// Writes tensors: the length of the header, the header in JSON, then the numbers.
package enum SafeTensorsWriter {
  package static func bytes(of tensors: [NamedMatrix]) -> [UInt8] {
    var entries: [String] = []
    var numbers: [UInt8] = []
    for tensor in tensors {
      let start = numbers.count
      numbers.append(cellsOf: tensor.matrix, as: tensor.type)
      let shape = tensor.sizes.map(String.init).joined(separator: ",")
      entries.append(
        "\(quoted(tensor.name)):{\"dtype\":\"\(tensor.type.dtype)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(start),\(numbers.count)]}")
    }
    var header = "{" + entries.joined(separator: ",") + "}"
    header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt64(header.utf8.count))
    return bytes + Array(header.utf8) + numbers
  }

  private static func quoted(_ name: String) -> String {
    let escaped = name.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"", "\\": return "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: return String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
