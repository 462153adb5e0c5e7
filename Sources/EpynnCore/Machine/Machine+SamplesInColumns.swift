/// What tells that X was set with a sample in each column, where a row is taken for one.
extension Machine {
  /// Whether weights of the first layer meet the rows of X: as W · X with W (u, n), or as Wᵀ · X.
  func weightsFitColumns(_ shape: Shape, units: Int) -> Bool {
    guard let features = data?.matrix.rows else { return false }
    return shape == Shape(units, features) || shape == Shape(features, units)
  }

  /// Whether it is the shape that A has where each column of X is a sample.
  func outputFitsColumns(_ shape: Shape) -> Bool {
    guard let samples = data?.matrix.columns, let units = layers.last?.dense.units else {
      return false
    }
    return shape == Shape(units, samples)
  }
}
