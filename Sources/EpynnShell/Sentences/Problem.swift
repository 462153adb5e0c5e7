import EpynnCore
import EpynnData
import EpynnLessons

/// What a line was refused for, as a fact; the sentences live beside this file.
enum Problem: Error, Equatable, Sendable {
  case core(Fault)

  // The line
  case lineTooLong(bytes: Int, limit: Int)
  case notUTF8(byte: UInt8)
  case controlCharacter(code: UInt32)
  case tooManyStatements(limit: Int)

  // Commands
  case unknownCommand(String, nearest: String?)
  /// A word from elsewhere, and which command does what it says.
  case otherWord(String, meant: String)
  /// The name of an activation, as typed and as it is called, where a formula is wanted.
  case activationsName(String, String)
  case ambiguous(String, [String])
  /// - Parameter help: the command that help is about, where another name wants it.
  case missing(String, in: String, help: String? = nil)
  case notACount(String)
  case notAWholeNumber(String, from: Int = 0)
  case surplus(String, after: String)
  case unknownWord(String, kind: String, known: [String])
  case badValue(String, of: String, wanted: String)
  case noTopic(String, nearest: String?)
  case noPage(String, nearest: String?)
  case notAScalar(Shape)
  /// A size set to what the tensors do not say.
  case sizeDiffers(Dimension, Int, found: Double)
  /// A tuple's names and how many values there are for them.
  case unpacking(names: Int, values: Int)
  case misfit(TensorMisfit)
  case rowLength(Int, expected: Int)
  case tooManyRows(Int, expected: Int)
  case notARow(String)
  case notAtAPrompt(String)
  case notInALesson(String)
  /// A file that is loaded asks to write over another.
  case replacesFromAFile(String)

  case tooManyObservers(Int)
  case unknownMistake(String, nearest: String?)
  case operandsGone(Quantity)
  case noShape(String)
  case commandAtAQuestion(String, endedBy: String)
  case hiddenFormula(String)
  /// A formula that fails by a number of what is covered.
  case dependsOnCovered
  case wouldShowCovered([String], in: String)
  case noSuchEpoch(Int, reachable: ClosedRange<Int>?, hasEarlierNetworks: Bool)
  case badPicture(String, cells: Int)

  case vote(VoteFault)

  // Bookmarks
  /// A name that means a step, a tensor or an epoch.
  case takenByTheLayer(String)
  /// What is no step, and the bookmark that comes near it.
  case noPlace(String, nearest: String)
  case noBookmark(String, known: [String])
  case bookmarkTooLarge(megabytes: Int)

  // Lessons
  case noLesson
  case noQuestion(String)
  case noSuchItem(Int, count: Int)
  case noSuchLesson(String, nearest: String?)
  case inLesson(String, LessonFault)
  case unanswerable(String, line: Int, String, Fault)
  case lessonWithoutPerson(String)

  // Exercises
  case exercise(ExerciseFault)
  case notDrawn(NothingDrawn)
  case noIDs(String, String?)
  case badID(IDFault)
  /// What would show what an exercise asks for.
  case staysHidden(String)
  /// What would say something of an answer before it is marked.
  case tellsNothing(String)
  case isAsked([String])
  case numbersOnly(String)
  case alreadyPlays(String)

  // What leaves
  case noFormat(String, known: [String])
  case hiddenFromExport(String, [HiddenPart])
  case noSuchTensor(String, known: [String])
  case script(ScriptFault)
  /// A format that has all numbers, and one that has blanks.
  case noBlanks(String)
  /// More cells than are shown of one value.
  case tooLargeToShow(cells: Int, limit: Int)

  // Files
  case inData(String, DataFault)
  case noTensors(String, others: [String])
  case notInFile(String, String)
  /// A file without the output that would tell an activation.
  case activationUnknown(String, String)
  /// A file that is to hold what was updated.
  case noUpdated(String)
  /// What goes in and is not the layer's.
  case otherInputs(String, [String])
  case file(String, FileFault)
  case unsaved(String, FileFault)
  case noLastSession
  case noLessonOfThis(Recording.Obstacle)
  case loadsItself(String)
  case nestedTooDeep(Int)
}
