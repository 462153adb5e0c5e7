import EpynnLessons

extension LessonFault {
  /// The one sentence about the fault: what was wrong, then what would work.
  public var sentence: String {
    switch reason {
    case .empty: "there is nothing in this file; a lesson is Markdown with 'epynn' fences"
    case .notUTF8: "this line is not UTF-8; save the file as UTF-8"
    case .tooLong(let limit):
      "this is longer than \(limit) bytes, the most that is read here; break it into parts"
    case .unclosedFence(let mark):
      "the fence opened here is never closed; a line '\(mark.quoted())' is missing"
    case .outputBeforeCommand:
      "output stands before any command; a command's line begins with '> '"
    case .unknownKey(let key, let known):
      "no setting '\(key.quoted())'; there are \(Problem.list(known))"
    case .notAKey(let line): "'\(line.quoted())' has no key; lines here read 'key: value'"
    case .missingAnswer: "this question has no answer; add a line 'answer: …', or 'vote: …'"
    case .answerIsNoChoice(let answer):
      "the answer '\(answer.quoted())' is none of the choices; one must be the same text"
    case .voteBesides(let key):
      "'vote' makes the choices and knows the answer; take the line '\(key.quoted())' out"
    case .missingQuestion: "this question asks nothing; its text stands before 'answer:'"
    case .repeatedKey(let key): "'\(key.quoted())' stands here twice; keep one"
    case .badSkipping(let word): "'\(word.quoted())' does not work for 'skipping'; it is yes or no"
    case .badDecimals(let word):
      "'\(word.quoted())' does not work for 'decimals'; it is a whole number from 0 to 15"
    case .missingReason(let value):
      "'\(value.quoted())' has no reason; a line here reads 'wrong: VALUE | reason'"
    case .repeatedChoice(let choice): "the choice '\(choice.quoted())' stands here twice; keep one"
    case .tooManyChoices(let limit): "there are more than \(limit) choices, one for each letter"
    case .noExercise: "there is no 'exercise' fence in this file; 'help exercise' shows one"
    case .severalExercises(let count):
      "this is the second of \(count) exercises; a file holds one, so that a sheet is one too"
    }
  }
}
