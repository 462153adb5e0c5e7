/// A tensor that is drawn anew for everyone: `X (4, 3) 0..2`.
public struct Draw: Sendable {
  public let name: TensorName
  public let shape: Shape
  public let numbers: Numbers

  public enum Numbers: Sendable, Equatable {
    /// Numbers from one to another, both included, with so many decimals.
    case range(Double, Double, decimals: Int)
    /// A 1 in each row, and zeros.
    case oneHot
  }

  /// The most cells of a tensor that a person is asked to compute with.
  public static let cellLimit = 400
  /// The most that a number's steps may count.
  static let stepLimit = 1e9

  /// - Throws: `ExerciseFault.badRange` where the range is none, or has too many steps.
  public init(
    _ name: TensorName, _ shape: Shape, _ numbers: Numbers
  ) throws(ExerciseFault) {
    if case .range(let low, let high, let decimals) = numbers {
      let steps = (high - low) * Draw.unit(decimals)
      // Some number with these decimals lies between them.
      let unit = Draw.unit(decimals)
      let hasSome = (low * unit - 1e-6).rounded(.up) <= (high * unit + 1e-6).rounded(.down)
      guard low <= high, hasSome, steps < Draw.stepLimit else { throw .badRange(low, high) }
    }
    guard shape.rows > 0, shape.columns > 0,
      shape.rows.multipliedReportingOverflow(by: shape.columns).overflow == false,
      shape.rows * shape.columns <= Draw.cellLimit
    else { throw .badShape(shape) }
    self.name = name
    self.shape = shape
    self.numbers = numbers
  }

  func matrix(_ random: inout RandomGenerator) -> Matrix {
    var matrix = Matrix(
      rows: shape.rows, columns: shape.columns,
      elements: [Double](repeating: 0, count: shape.rows * shape.columns))
    switch numbers {
    case .range(let low, let high, let decimals):
      // Whole numbers are drawn and divided once, so that each has the digits it is written with.
      let unit = Draw.unit(decimals)
      let (first, last) = ((low * unit).rounded(.up), (high * unit).rounded(.down))
      for row in 0..<shape.rows {
        for column in 0..<shape.columns {
          let step = (random.uniform() * (last - first + 1)).rounded(.down)
          matrix[row, column] = (first + step) / unit
        }
      }
    case .oneHot:
      for row in 0..<shape.rows {
        matrix[row, Int(random.uniform() * Double(shape.columns))] = 1
      }
    }
    return matrix
  }

  private static func unit(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { unit, _ in unit * 10 }
  }
}
