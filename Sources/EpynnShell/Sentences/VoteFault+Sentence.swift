import EpynnCore

extension VoteFault {
  /// Why the line is no vote, and what would work.
  var sentence: String {
    switch self {
    case .noCount(let word):
      "'\(word.quoted())' is no number of votes; whole numbers from 0 on are, one for each letter"
    case .negative(let word): "'\(word.quoted())' is fewer than no votes; 0 is the least"
    case .tooLarge(let word, let limit):
      "'\(word.quoted())' is more than is counted here; \(limit) votes a letter are the most"
    case .wrongNumber(let count, let letters):
      "\(count.counted("count")) for \(letters.count) letters; one for each of"
        + " \(Problem.list(letters)) is wanted, 0 where nobody is for it"
    case .noLetter(let word, let letters):
      "no letter '\(word.quoted())' here; there are \(Problem.list(letters))"
    case .repeatedLetter(let letter): "the letter '\(letter)' stands there twice; count it once"
    case .open: "a vote is open; 'reveal' tells its answer, 'leave' ends it without"
    case .mistakeIsIn(true):
      "a mistake is to be found, and a vote on numbers would tell; 'vote bug' asks for its step,"
        + " 'fix' takes it out"
    case .mistakeIsIn(false):
      "a mistake is in, so that what runs is not what is right; 'fix' takes it out"
    case .noMistake:
      "no mistake is in; 'bug hidden' puts one in, and then a vote can ask for its step"
    case .mistakeIsKnown(let name):
      "\(name) is in, and everybody may know; 'bug hidden' puts in one that nobody does"
    case .predicted:
      "'predict' asks before each step already; 'predict off' ends that, and a vote can be held"
    case .covered(let name):
      "\(name) is covered, and a vote shows its number among others; 'reveal \(name)' first"
    case .nothingElse(let name):
      "no mistake that is known gives anything else for \(name); 'vote' alone picks what can be asked"
    case .given(let name):
      "\(name) is given, and no step computes it; a vote is on a result, as on dW[0,1]"
    case .notFinite(let name):
      "\(name) is no finite number; 'vote' alone picks what can be asked"
    case .tells(let word, let what, true):
      "'\(word.quoted())' would tell \(what), which the vote asks; 'reveal' tells it, 'leave' ends"
        + " the vote without"
    case .tells(let word, let what, false):
      "'\(word.quoted())' would tell \(what), which is asked; an answer, or 'solution', tells it"
    }
  }
}
