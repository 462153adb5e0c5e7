/// A case under `random` in `Fixtures/training.json`: NumPy's draws and EpyNN's weights.
struct RandomCase: Decodable, CustomStringConvertible {
  let seed: UInt64
  let shape: [Int]
  let normal: [[Double]]
  let xavier: [[Double]]
  let orthogonal: [[Double]]

  enum CodingKeys: String, CodingKey {
    case normal = "standard_normal"
    case seed, shape, xavier, orthogonal
  }

  /// What is left of 200 000 draws, `random_long`.
  struct Long: Decodable {
    let seed: UInt64
    let count: Int
    let sum: Double
    let last: [Double]
    let max: Double
    let min: Double
  }

  /// The file's parts about random numbers.
  struct File: Decodable {
    let random: [RandomCase]
    let long: Long

    enum CodingKeys: String, CodingKey {
      case long = "random_long"
      case random
    }
  }

  var description: String { "\(shape[0])×\(shape[1]), seed \(seed)" }

  static let file = fixture("training", as: File.self)
  static let all = file?.random ?? []
}
