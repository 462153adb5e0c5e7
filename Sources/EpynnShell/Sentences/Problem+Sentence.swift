import EpynnCore

extension Problem {
  /// The one sentence about the problem: what was wrong, then what would work.
  var sentence: String {
    switch self {
    case .core(let fault): fault.sentence
    case .exercise(let fault): fault.sentence
    case .notDrawn(let failure): failure.sentence
    case .noIDs(let file, let first):
      first ?? "there is no id in '\(file.quoted(limit: 60))'; one a line is wanted"
    case .badID(let fault): fault.sentence
    case .staysHidden(let command):
      "'\(command)' waits until the exercise is over; 'solution' shows what is asked for"
    case .tellsNothing(let command):
      "'\(command.quoted())' might tell something of an answer before it is marked; what only shows"
        + " works, as ':show X'"
    case .isAsked(let names):
      "\(Self.list(names)) \(names.count == 1 ? "is" : "are") still asked for; numbers, or a formula"
        + " of what is known, work"
    case .numbersOnly(let text):
      "'\(text.quoted())' would have the program compute it; numbers are wanted here, as in"
        + " [[1, 2], [3, 4]]"
    case .noFormat(let name, let known):
      "'\(name.quoted())' does not say what is wanted; its name ends in"
        + " \(Self.list(known, or: true))"
    case .hiddenFromExport(let ending, let parts):
      "a \(ending) would hold \(Self.list(parts.map(\.name))), which"
        + " \(parts.count == 1 ? "is" : "are") hidden; \(Self.list(Self.openings(of: parts))) first"
    case .noSuchTensor(let name, let known):
      "there is no tensor '\(name.quoted())' in this iteration; there are \(Self.list(known))"
    case .script(let fault): fault.sentence
    case .tooLargeToShow(let cells, let limit):
      "this has \(cells) cells, and 'full' shows \(limit) at most; 'show X[0:10,:]' shows some rows"
    case .noBlanks(let ending):
      "a \(ending) holds every number, so nothing in it is left to be filled in; without 'blank' it"
        + " is written"
    case .alreadyPlays(let what): "\(what) is still on; 'leave' ends it first"
    case .lineTooLong(let bytes, let limit):
      "this line has \(bytes) bytes and at most \(limit) are read; split it"
    case .notUTF8(let byte):
      "byte \(Self.hexadecimal(UInt32(byte))) is not UTF-8; save the text as UTF-8"
    case .tooManyStatements(let limit):
      "a line holds \(limit) statements at most; leave some to the next line"
    case .controlCharacter(let code):
      "control character \(Self.hexadecimal(code)) has no meaning here; leave it out"
    case .unknownCommand(let word, let nearest):
      "no command '\(word.quoted())'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "'help' lists the commands")
    case .otherWord(let word, let meant): "no command '\(word)'; \(meant)"
    case .activationsName(let word, let name):
      "'\(word.quoted())' is an activation's name, and no formula; 'activation \(name)' sets it"
    case .ambiguous(let word, let names):
      "'\(word)' could be \(Self.list(names, or: true)); type a letter more"
    case .missing(let what, let name, let command):
      "'\(name)' needs \(what); '?\(command ?? name)' shows how"
    case .notACount(let word):
      "'\(word.quoted())' is not a number of times; a whole number from 1 on works"
    case .notAWholeNumber(let word, let start):
      "'\(word.quoted())' is not a whole number from \(start) on"
    case .surplus(let word, let command):
      "'\(word.quoted())' is too much for '\(command)'; '?\(command)' shows how"
    case .unknownWord(let word, let kind, let known):
      "no \(kind) '\(word.quoted())'; there \(known.count == 1 ? "is" : "are") \(Self.list(known))"
    case .badValue(let value, let name, let wanted):
      "'\(value.quoted())' does not work for '\(name)'; it wants \(wanted)"
    case .noTopic(let word, let nearest):
      "no help about '\(word.quoted())'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "'help' lists the topics")
    case .noPage(let word, let nearest):
      "no answer about '\(word.quoted())'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "'why' lists what there is")
    case .notAScalar(let shape):
      "one number is wanted and this has shape \(shape); pick a cell, as in W[0,1]"
    case .misfit(let misfit): misfit.sentence
    case .sizeDiffers(let letter, let size, let found):
      "\(letter.rawValue) is the number of \(letter.meaning), \(size) here and not"
        + " \(found.shortestText); give another number another name"
    case .unpacking(let names, let values):
      "\(names.counted("name")) for \(values.counted("value")); name each of them"
    case .rowLength(let count, let expected):
      "this row has \(count.counted("number")) and \(expected) are wanted; type it again"
    case .tooManyRows(let count, let expected):
      "these are \(count) rows and \(expected) are wanted; type them again"
    case .notARow(let line):
      "'\(line.quoted())' is no row of numbers; a ':' in front makes it a command,"
        + " Ctrl-C ends the questions"
    case .notAtAPrompt(let word):
      "'\(word)' is short for a command at the prompt only; files hold full names"
    case .notInALesson(let command):
      "a lesson may not '\(command)'; only the person at the keyboard may"
    case .replacesFromAFile(let file):
      "a file that is loaded writes over no other; type the line yourself, or let it write to"
        + " another name than '\(file.quoted(limit: 60))'"
    case .tooManyObservers(let limit):
      "\(limit) are set already, the most there can be; 'delete 1' removes the first"
    case .unknownMistake(let name, let nearest):
      "no mistake '\(name.quoted())'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "'bug' lists them")
    case .operandsGone(let quantity):
      "what \(quantity.name) was computed from is forgotten; 'run' computes it anew"
    case .noShape(let text):
      "'\(text.quoted())' is no shape; rows and columns are, as in (4, 2)"
    case .commandAtAQuestion(let name, let ending):
      "'\(name)' is no answer; a ':' in front makes it a command, '\(ending)' ends the questions"
    case .hiddenFormula(let command):
      "'\(command)' would show a formula that has not run; 'predict off' shows them again"
    case .dependsOnCovered:
      "this does not work with a number that is covered; 'reveal' shows which"
    case .wouldShowCovered(let names, let shown):
      "'\(shown)' would show \(Self.list(names)), which \(names.count == 1 ? "is" : "are") covered;"
        + " 'reveal' first, or keep it under a name of your own"
    case .noSuchEpoch(let epoch, let reachable, let hasEarlierNetworks):
      (reachable.map {
        "epoch \(epoch) is not among those trained; \($0.lowerBound) to \($0.upperBound) can be"
          + " reached"
      } ?? "nothing was trained yet; 'train 100' trains 100 epochs")
        + (hasEarlierNetworks ? "; 'back' alone leads to the network before this one" : "")
    case .badPicture(let size, let cells):
      "'\(size.quoted())' does not hold \(cells) cells; ROWSxCOLUMNS must multiply to that"
    case .takenByTheLayer(let word):
      "'\(word.quoted())' has a meaning already; a bookmark needs a name of its own, as in"
        + " 'bookmark before-relu'"
    case .noPlace(let word, let nearest):
      "no step or bookmark '\(word.quoted())'; did you mean '\(nearest)'?"
    case .noBookmark(let word, let known):
      "no bookmark '\(word.quoted())'; "
        + (known.isEmpty
          ? "'bookmark' sets one here"
          : "there \(known.count == 1 ? "is" : "are") "
            + Self.list(known))
    case .bookmarkTooLarge(let megabytes):
      "this moment holds more than the \(megabytes) MB that are kept of the past; a larger"
        + " 'set memory' makes room"
    case .vote(let fault): fault.sentence
    case .noLesson: "no lesson plays; 'lessons' lists them"
    case .noQuestion(let command): "'\(command)' is for a question, and none waits for an answer"
    case .noSuchItem(let number, let count):
      "no item \(number); this lesson has \(count), counted from 1"
    case .noSuchLesson(let name, let nearest):
      "no lesson '\(name.quoted())'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "'lessons' lists them")
    case .inLesson(let name, let fault):
      "\(name.quoted(limit: 60)):\(fault.line):\(fault.column): \(fault.sentence)"
    case .unanswerable(let name, let line, let answer, let fault):
      "\(name.quoted(limit: 60)):\(line):1: the answer '\(answer.quoted())' cannot be computed: "
        + fault.sentence
    case .lessonWithoutPerson(let name):
      "'\(name.quoted(limit: 60))' is a lesson, and nobody is there to play it;"
        + " 'epynn-repl test FILE.md' tests one"
    case .inData(let name, let fault):
      "\(name.quoted(limit: 60))\(fault.place): \(fault.sentence)"
    case .noTensors(let name, let others):
      "\(name.quoted(limit: 60)) holds no tensor by its name, as dW or dW2"
        + (others.first.map { "; it has '\($0.quoted(limit: 20))'" } ?? "")
    case .noUpdated(let name):
      "\(name.quoted(limit: 60)) holds no W or b by its name, as W or b2, to be those after the"
        + " update"
    case .notInFile(let name, let tensor):
      "there is no '\(tensor)' in \(name.quoted(limit: 60)); X and each layer's W must be in it"
    case .activationUnknown(let name, let tensor):
      "there is no '\(tensor)' in \(name.quoted(limit: 60)) to tell its activation by;"
        + " '--activation relu,sigmoid' says one for each layer"
    case .otherInputs(let name, let tensors):
      "\(Problem.list(tensors)) in '\(name.quoted(limit: 60))' \(tensors.count == 1 ? "is" : "are")"
        + " not what was given here; without 'given' the file's own would be taken"
    case .file(let name, let fault):
      "cannot read '\(name.quoted(limit: 60))': \(fault.sentence)"
    case .unsaved(let name, let fault):
      "cannot write '\(name.quoted(limit: 60))': \(fault.sentence)"
    case .noLastSession:
      "no last session is kept: one is when it is left and nobody saved it ('./last' is a file of"
        + " that name)"
    case .noLessonOfThis(.tooLong):
      "this session has more than \(Recording.limit) lines, or more than a file may hold; it cannot"
        + " be saved"
    case .noLessonOfThis(.interrupted(let line)):
      "Ctrl-C stopped '\(line.quoted())', and a lesson would run it to its end; a session without"
        + " it can be saved"
    case .noLessonOfThis(.tooLarge(let line)):
      "since '\(line.quoted())' this session holds more than the \(Capacity.lesson.bytes >> 20) MB"
        + " of a lesson; a session without it can be saved"
    case .noLessonOfThis(.sameName(let name)):
      "this session has read several files called '\(name.quoted())', and beside a lesson lies one; with"
        + " a name of its own for each it can be saved"
    case .noLessonOfThis(.hiddenName(let name)):
      "the name of '\(name.quoted())' holds what cannot be seen, and no line of a lesson may; with"
        + " another name for that file the session can be saved"
    case .loadsItself(let name):
      "'\(name.quoted(limit: 60))' loads itself; take that line out"
    case .nestedTooDeep(let limit):
      "files load files more than \(limit) deep; load them one after the other"
    }
  }

  static func list(_ words: [String], or: Bool = false) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + (or ? " or " : " and ") + last
  }

  /// The commands that let hidden parts leave, each once.
  private static func openings(of parts: [HiddenPart]) -> [String] {
    parts.map { "'\($0.opening)'" }.reduce(into: []) { named, opening in
      if !named.contains(opening) { named.append(opening) }
    }
  }

  private static func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return "0x" + (digits.count < 2 ? "0" : "") + digits
  }
}

extension FileFault {
  /// Why the file could not be read or written, and what would work.
  public var sentence: String {
    switch self {
    case .missing: "there is no such file"
    case .isFolder: "it is a folder; name a file in it"
    case .unreadable: "you may not read it; look at its permissions"
    case .notAFile: "it is no ordinary file"
    case .exists: "it is there already; 'replace' after the name overwrites it"
    case .unwritable: "its folder is missing, full, or not yours to write to"
    case .noFolder: "its folder is not there; make it first, or name another"
    case .full: "there is no room left; free some, or name another disk"
    case .forbidden: "its folder is not yours to write to; name another"
    case .nameTooLong: "its name is too long; 255 bytes are the most on most disks"
    case .busy: "another program is writing it; try again when that is done"
    case .tooManyOpen: "too many files are open on this machine; close a program first"
    case .disk: "its disk made an error; try again, or use another disk"
    case .tooLarge(let limit): "it has more than \(limit) bytes, the most that is read"
    }
  }
}
