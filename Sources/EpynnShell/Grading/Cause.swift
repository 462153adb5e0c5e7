import EpynnCore

/// Because of what a tensor is wrong: a name by which a class is counted, and a sentence.
struct Cause: Sendable, Equatable {
  let name: String
  let sentence: String

  /// - Returns: `nil` where the tensor is not wrong.
  init?(of tensor: MarkedTensor, in drawn: DrawnExercise, _ look: Look) {
    switch tensor.verdict {
    case .right, .carried, .unanswered, .incomplete: return nil
    case .shape(let shape):
      let wanted = drawn.value(of: tensor.name)?.shape
      name = "another shape"
      sentence = "this has shape \(shape)" + (wanted.map { ", and \($0) is right" } ?? "")
    case .mistake(let mistake):
      name = mistake.name
      sentence = mistake.sentence(in: drawn.machine)
    case .wrong(let result):
      guard let diagnosis = result.diagnosis else {
        let count = result.differing.count
        name = count == 1 ? "one cell" : "unexplained"
        sentence =
          result.fits
          ? "\(count) of \(result.own.given.count.counted("cell")) differ"
          : "this has shape \(result.own.matrix.shape), and \(result.truth.shape) is right"
        return
      }
      let findings = result.findings(in: drawn.machine)
      let found = findings.first.map { $0.name ?? $0.formulaText(look) }
      switch diagnosis {
      case .slip: name = "slip in one sum"
      case .swapped: name = "two cells swapped"
      case .mistake, .edited: name = found ?? "unexplained"
      }
      sentence = diagnosis.sentence(onCellIn: drawn.machine)
    }
  }
}
