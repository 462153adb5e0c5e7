import EpynnCore

extension ExerciseFault {
  /// The one sentence about the fault: what was wrong, then what would work.
  var sentence: String {
    switch self {
    case .noLayer: "this exercise has no layer; add a line 'layer: 2 relu'"
    case .nothingToFind: "this exercise asks for nothing; add a line 'find: Z dZ dW db'"
    case .notDrawn(let name):
      "\(Self.text(name)) is not drawn; add '\(Self.text(name)) (rows, columns) -2..2' to 'draw:'"
    case .drawnTwice(let name): "\(Self.text(name)) is drawn twice; keep one"
    case .cannotBeDrawn(let name):
      "\(Self.text(name)) is computed; X, W, b and Y can be drawn"
    case .badRange(let low, let high):
      "'\(low.shortestText)..\(high.shortestText)' is no range to draw from; the smaller number"
        + " stands first, as in -2..2"
    case .badShape(let shape):
      "\(shape) is no shape for a person; at most \(Draw.cellLimit) cells work"
    case .isGiven(let name):
      "\(Self.text(name)) is given or drawn, and cannot be asked for; leave it out here"
    case .doesNotShow(let mistake):
      "'\(mistake.name)' shows in \(mistake.quantity.name), which is not asked for or cannot be"
        + " made here; add it to 'find:' or leave the mistake out"
    case .condition(_, let failure): failure.fault.sentence
    case .core(let fault, _): fault.sentence
    }
  }

  private static func text(_ name: TensorName) -> String {
    name.quantity == .x || name.layer < 2 ? name.quantity.name : name.text(of: name.layer)
  }
}

extension IDFault {
  /// The one sentence about the fault: what was wrong, then what would work.
  package var sentence: String {
    switch self {
    case .empty: "an id is missing here; letters and digits work"
    case .tooLong(let text):
      "'\(text.quoted())' is longer than \(StudentID.lengthLimit) characters; a shorter id works"
    case .control(let text):
      "'\(text.quoted())' holds a character that cannot be seen; letters and digits work"
    case .character(let text):
      "'\(text.quoted())' cannot be a file's name everywhere; letters and digits work"
    case .reserved(let text):
      "'\(text.quoted())' is the name of the teacher's key; another id works"
    case .twice(let text, let line):
      "'\(text.quoted())' stands in line \(line) already; one sheet is made"
    }
  }
}

extension NothingDrawn {
  /// Which line failed how often.
  var sentence: String {
    let shown = lines.prefix(3).map { "'\($0.text.quoted(limit: 60))' failed \($0.count)" }
    return "of \(draws.counted("draw")) none fits: \(Problem.list(Array(shown)));"
      + " a wider range in 'draw:', or fewer conditions, would leave some"
  }
}
