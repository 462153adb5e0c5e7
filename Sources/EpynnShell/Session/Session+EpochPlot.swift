import EpynnCore

/// A number by epoch, as it stood where each was done.
extension Session {
  /// Of more epochs so many are looked at, as far apart as each other.
  static let plottedEpochs = 150

  mutating func plot(_ argument: Argument<String>) throws(Complaint) {
    let expression = try expression(argument)
    guard machine.epochsDone > 0 else {
      return say(
        "nothing was trained yet; 'train 100' trains 100 epochs, and then there is a curve")
    }
    try refuseUnknown(argument)
    guard !veil.hides(expression, in: scope) else {
      return say("\(argument.text) is covered; 'reveal' shows it")
    }
    if let shape = (try? expression.value(in: scope))?.shape, shape != Shape(1, 1) {
      throw Complaint(.notAScalar(shape), at: argument.column)
    }
    let isInterrupted = surroundings.isInterrupted
    let layer = currentLayer
    let points = try located { () throws(Failure) in
      try timeline.values(afterEpochs: epochsToPlot, goesOn: { !isInterrupted() }) {
        [veil] machine in
        let seen = SeenMachine(machine, through: veil)
        return (try? seen.value(of: expression, layer: layer))?.scalar
      }
    }
    guard let points else { throw Complaint(.core(.interrupted)) }
    guard points.count > 1 else {
      return say("\(argument.text) is kept of fewer than two epochs; 'train 100' trains 100")
    }
    draw { look in EpochPlot(title: argument.text, points: points, look: look).facts }
  }

  /// The epochs that can be reached up to the present, thinned, the first and the last among them.
  private var epochsToPlot: [Int] {
    guard let reachable = timeline.withoutBranches.reachableEpochs else { return [] }
    let last = min(reachable.upperBound, machine.epochsDone)
    guard last > reachable.lowerBound else { return [] }
    let count = last - reachable.lowerBound
    let stride = (count + Self.plottedEpochs - 1) / Self.plottedEpochs
    // Before the first epoch a gradient may not be there yet.
    let first = reachable.lowerBound
    return [first] + Array(Swift.stride(from: first + 1, to: last, by: stride)) + [last]
  }
}

/// The curve of a number, and where it begins and ends.
private struct EpochPlot {
  let title: String
  let points: [(epoch: Int, value: Double)]
  let look: Look

  /// A longer title stands above the curve.
  private static let longestTitle = 12

  var facts: [Fact] {
    let isShort = title.displayWidth <= Self.longestTitle
    let curve = Curve(
      title: isShort ? title : "", points: points, precision: look.precision, thirds: 3)
    return (isShort ? [] : [.line(Line(title), indent: 2)])
      + [.curves(Curves(curves: [curve], axis: "epoch", areAlone: true)), .sentence(ends)]
  }

  private var ends: String {
    guard let first = points.first, let last = points.last else { return "" }
    let step = points.count > 2 ? points[2].epoch - points[1].epoch : 1
    let thinned = step > 1 ? "; every \(step)th epoch is drawn" : ""
    return "\(title) \(first.value.text(look.precision)) after epoch \(first.epoch),"
      + " \(last.value.text(look.precision)) after epoch \(last.epoch)\(thinned)"
  }
}
