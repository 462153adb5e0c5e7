import EpynnCore

extension DrawFault {
  /// The one sentence about a draw: what was wrong, then what would work.
  var sentence: String {
    switch self {
    case .notHere:
      "a draw moves its generator on, so it stands behind '=' or on a line of its own, as in"
        + " 'R = np.random.rand(3, 2)'"
    case .notAGenerator("random"):
      "'random' alone is Python's own module, which draws other numbers; write np.random"
    case .notAGenerator(let name):
      "'\(name.quoted())' is no generator; 'rng = np.random.default_rng(1)' makes one"
    case .isGenerator(let name):
      "'\(name.quoted())' is a generator; its numbers come by a draw, as in"
        + " \(name.quoted()).normal(0, 1, (3, 2))"
    case .generatorInFormula:
      "a generator stands alone behind '=', as in 'rng = np.random.default_rng(1)', or draws at"
        + " once, as in np.random.default_rng(1).random((3, 2))"
    case .unknown(let name, let kind):
      "'\(name.quoted())' is no draw of \(kind.owner); it has"
        + " \(Problem.list(kind.drawNames))"
    case .givesNothing(let name):
      "'\(name.quoted())' gives nothing back; it stands on a line of its own"
    case .missing(let name, let parameter, let example):
      "'\(name)' needs '\(parameter)'; it is called as \(example)"
    case .tooMany(let name, let limit, let example):
      "'\(name)' takes at most \(limit.counted("argument")); it is called as \(example)"
    case .givenTwice(let name): "'\(name)' is given twice; leave one of them out"
    case .otherType:
      "that dtype draws other numbers; leave it out, or take int, int64 or float64"
    case .badSize: "a size is one or two whole numbers, as in 3 or (3, 2)"
    case .sizesInATuple(let name):
      "'\(name)' takes its sizes one by one, as in \(name)(3, 2), and no tuple"
    case .badSeed(let largest):
      "a seed is a whole number from 0 to \(largest), or a list of such numbers"
    case .notOneNumber(let parameter, let shape):
      "'\(parameter)' must be one number and this has shape \(shape)"
    case .notWhole(let parameter):
      "'\(parameter)' must be a whole number, at most 2**53 away from 0"
    case .negative(let parameter): "'\(parameter)' must be 0 or more"
    case .emptyRange(let low, let high):
      "no whole number lies from \(low.shortestText) up to but without \(high.shortestText);"
        + " take a larger upper bound"
    case .notAList(let shape):
      "'choice' draws from a list of numbers and this has shape \(shape); draw row numbers, as in"
        + " choice(\(shape.rows), 2)"
    case .tooFew(let count, let wanted):
      "\(wanted.counted("number")) cannot be drawn from \(count) without repeating one; draw fewer"
        + " or leave replace=False out"
    case .badProbabilities(let count):
      "'p' needs \(count.counted("number")) from 0 to 1, and their sum must be 1"
    case .tooFewLikely(let count, let wanted):
      "'p' is above 0 for \(count) only and \(wanted) different ones are wanted; draw fewer"
    case .shuffleNeedsName:
      "'shuffle' changes what stands under a name, as in np.random.shuffle(X)"
    }
  }
}

extension StreamReference {
  /// The generator as a sentence names it.
  var name: String {
    switch self {
    case .shared: "np.random"
    case .named(let name): name
    case .fresh(let kind, let seed):
      "\(kind.rawValue)(\(seed.map { MatrixNotation(.numpy).text(of: $0) } ?? ""))"
    }
  }
}

extension RandomStream.Kind {
  var owner: String {
    switch self {
    case .legacy: "np.random and RandomState"
    case .modern: "default_rng"
    }
  }
}
