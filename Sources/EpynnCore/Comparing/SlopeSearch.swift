/// The search for the slope of the loss at one cell: central differences of ever smaller steps.
///
/// Of two steps h and h/8 the slope is D(h/8) + (D(h/8) − D(h))/63, which leaves an error of h⁴.
/// How wrong it may be is told by the differences between steps, by the rounding of the loss over
/// the step, and by the loss's guard; the step at which they are least together is taken.
struct SlopeSearch {
  /// How far to move the cell next, each way; a power of 2, so that the sum is exact.
  private(set) var step: Double
  /// The best so far; `nil` where no step could be used.
  private(set) var best: (slope: Double, estimate: Double, step: Double)?
  /// Whether a bend lay between in the last step that was tried.
  private(set) var crossesBend = false
  private(set) var isOver = false
  private let smallestStep: Double
  private let noise: Double
  /// The central differences of the last steps that could be used, the latest last.
  private var differences: [Double] = []

  /// A slope as good as this is good enough: a gradient fails beyond ten times it.
  private static let goodShare = GradientCheck.tolerance / GradientCheck.safety

  /// - Parameters:
  ///   - number: the cell's.
  ///   - noise: how far rounding alone moves the loss.
  ///   - loss: what it moves.
  init(at number: Double, noise: Double, loss: Double) {
    let unit = number.isFinite ? max(1, abs(number)).powerOfTwo : 1
    guard number.isFinite, noise.isFinite, loss.isFinite else {
      (step, smallestStep, self.noise, isOver) = (unit, unit, noise, true)
      return
    }
    // Where the errors by curvature and by rounding meet, and two steps of the search before it.
    let meeting = CMath.power(min(noise / max(abs(loss), .leastNormalMagnitude), 1), 1 / 3)
    step = unit * min(max(64 * meeting, 0x1p-10), 0.5).powerOfTwo
    smallestStep = max(unit * 0x1p-48, abs(number).ulp)
    self.noise = noise
  }

  /// Takes in how the loss differs between the cell moved up and down, `distance` apart.
  ///
  /// - Parameter guardEffect: how far the loss's guard may move the slope.
  mutating func take(
    difference: Double, distance: Double, guardEffect: Double, crossesBend: Bool
  ) {
    self.crossesBend = crossesBend
    let slope = difference / distance
    if crossesBend || !slope.isFinite {
      differences = []
    } else {
      differences.append(slope)
      weigh(rounding: 2 * noise / distance, guardEffect: guardEffect)
    }
    step /= 8
    if step < smallestStep { isOver = true }
  }

  /// Takes in how far rounding moves the loss where the cell was moved by the best step.
  ///
  /// Near a minimum that is more than where it stands: there the loss has no slope to carry it.
  mutating func take(noiseWhereMoved noise: Double) {
    if let best { self.best = (best.slope, best.estimate + noise / best.step, best.step) }
  }

  private mutating func weigh(rounding: Double, guardEffect: Double) {
    guard differences.count >= 3 else { return }
    let latest = Array(differences.suffix(3))
    let slope = latest[2] + (latest[2] - latest[1]) / 63
    let curvature = max(abs(latest[2] - latest[1]), abs(latest[1] - latest[0]) / 16)
    let estimate = curvature + rounding + guardEffect
    if estimate.isFinite, best.map({ estimate < $0.estimate }) ?? true {
      best = (slope, estimate, step)
    }
    isOver = curvature <= max(rounding, guardEffect, Self.goodShare * abs(slope))
  }
}

extension Double {
  /// The largest power of 2 that is not above a positive number.
  fileprivate var powerOfTwo: Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
