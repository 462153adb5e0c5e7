import Foundation

/// `seconds ≈ c · sizeᵏ`, fitted by least squares of the logarithms.
struct PowerLaw {
  /// k.
  let exponent: Double

  init(sizes: [Int], seconds: [Double]) {
    let x = sizes.map { log(Double($0)) }
    let y = seconds.map { log($0) }
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let both = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    exponent = both / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
  }
}
