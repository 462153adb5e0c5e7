import EpynnCore

@testable import EpynnData

extension Target {
  /// A table: read as samples and as tensors; what was read is the same written and read again.
  static let csv = reader(
    "csv", words: ["sep=;\n", "\"", "\"\"", "\r\n", ";", "\t", "# ", "W\n", "dW\n", "1,5", "1e5"],
    fixtures: ["EpynnShellTests/Fixtures/tables"])

  static let npy = reader(
    "npy", words: NPYType.words, fixtures: ["EpynnDataTests/Fixtures"]
  ) { bytes in
    let header = bytes.prefix(200)
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.count), 0] + header
      + Array(bytes.dropFirst(200))
  }

  static let npz = reader(
    "npz", words: ["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}"],
    fixtures: ["EpynnDataTests/Fixtures/npz"])

  static let safetensors = reader(
    "safetensors",
    words: [
      "{\"", "\":", "\"dtype\":\"F32\"", "\"shape\":[", "\"data_offsets\":[", "__metadata__",
    ],
    fixtures: ["EpynnDataTests/Fixtures/safetensors"]
  ) { bytes in
    let header = bytes.prefix { $0 != 0 }
    return [UInt8(header.count & 0xFF), UInt8(header.count >> 8), 0, 0, 0, 0, 0, 0] + header
      + Array(bytes.dropFirst(header.count))
  }

  /// What deflate packed, without the checksum that keeps damage out.
  static let deflate = Target(
    name: "deflate", maximumLength: 2_000,
    run: { bytes in
      let limit = 1 << 16
      guard let unpacked = try? Inflate.bytes(of: bytes, bytes.indices, limit: limit) else {
        return
      }
      require(unpacked.count <= limit, "\(unpacked.count) bytes where \(limit) may be")
    })

  /// - Parameter framed: the bytes as what a frame holds whose lengths are right.
  private static func reader(
    _ name: String, words: [String], fixtures: [String],
    framed: @escaping @Sendable ([UInt8]) -> [UInt8]? = { _ in nil }
  ) -> Target {
    Target(
      name: name, maximumLength: 4_000, dictionary: { words }, fixtures: fixtures,
      run: { bytes in
        for bytes in [bytes, framed(bytes)].compactMap(\.self) { read(bytes, of: "d.\(name)") }
      })
  }

  private static func read(_ bytes: [UInt8], of file: String) {
    for turned in [false, true] {
      var options = DataSet.Options()
      options.samplesInColumns = turned
      options.oneHot = turned
      _ = try? FileFormat.samples(in: bytes, of: file, options: options, room: 1 << 22)
    }
    _ = try? TensorList(bytes, file: file, layers: 2)
    guard
      let read = try? FileFormat.arrays(
        in: bytes, of: file,
        choosing: {
          FileFormat.Wanted(Set($0.indices))
        }
      ).arrays
    else { return }
    let whole = read.filter { $0.gap == nil && !$0.numbers.matrix.elements.isEmpty }
    guard Set(whole.map(\.name)).count == whole.count else { return }
    let tensors = whole.map { NamedMatrix(name: $0.name, matrix: $0.numbers.matrix) }
    for written in [NPZWriter.bytes(of: tensors), SafeTensorsWriter.bytes(of: tensors)]
    where !tensors.isEmpty {
      guard
        let again = try? FileFormat.arrays(
          in: written, of: "w",
          choosing: {
            FileFormat.Wanted(Set($0.indices))
          }
        ).arrays
      else { violated("what was written of \(tensors.map(\.name)) reads no more") }
      require(
        again.map(\.name) == tensors.map(\.name)
          && again.map { $0.numbers.matrix.bits } == tensors.map(\.matrix.bits),
        "what was written of \(tensors.map(\.name)) reads otherwise: \(again.map(\.name))")
    }
  }
}

extension Matrix {
  fileprivate var bits: [UInt64] {
    [UInt64(rows), UInt64(columns)] + elements.map(\.bitPattern)
  }
}

extension NPYType {
  fileprivate static let words = [
    "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", "'descr': ", "'fortran_order': ",
    "True", "'shape': (", "'<f4'", "'>i2'", "'|b1'", "'|u1'", "'<f2'",
  ]
}
