/// `Fixtures/orthogonal.json`: Q of NumPy's `qr`, its columns turned so that R's diagonal is positive.
struct OrthogonalCase: Decodable, CustomStringConvertible {
  let seed: UInt64
  let shape: [Int]
  let orthogonal: [[Double]]

  var description: String { "\(shape[0])×\(shape[1])" }

  static let all = fixture("orthogonal", as: [OrthogonalCase].self) ?? []
}
