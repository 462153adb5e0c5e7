import EpynnCore
import Paths

extension Command {
  static let export = Command(
    "export", .keeping, takes: [file, session, key, torch, replacing, blanks],
    "write the iteration as a page, a script or tensors", example: "export monday.npz",
    details: [
      "The name's ending says what: "
        + Problem.list(ExportFormat.all.map { "\($0.ending) \($0.summary)" }) + ".",
      "With 'session' it is all that was typed; 'blank dZ dW' leaves these to be filled in, and 'key'"
        + " adds what is right. What is covered or to be found stays hidden, with what would tell it."
        + " After 'verify' tensors have the names and types of that file. 'save' writes a lesson to"
        + " play instead.",
    ], isForLessons: false, shortestBeginning: 4
  ) { session, given throws(Complaint) in
    try session.export(
      to: given[file], isWhole: given[Self.session], hasKey: given[key],
      usesTorchLayout: given[torch],
      replaces: given[replacing], blanks: given[blanks])
  }

  private static let file = Positional(
    "FILE", .file(usually: ExportFormat.all.map(\.ending)))
  private static let session = Flag("session", after: file)
  private static let key = Flag("key", after: file)
  private static let torch = Flag("torch", after: file)
  private static let replacing = Flag("replace", after: file)
  private static let blanks = Option(
    "blank", "NAMES", .tensor("tensors to be filled in"), after: file)
}

extension Session {
  fileprivate mutating func export(
    to file: Argument<String>, isWhole: Bool, hasKey: Bool, usesTorchLayout: Bool, replaces: Bool,
    blanks: Argument<String>?
  ) throws(Complaint) {
    let name = PathParts(file.value).name
    guard let format = ExportFormat.of(name) else {
      throw Complaint(.noFormat(name, known: ExportFormat.all.map(\.ending)), at: file.column)
    }
    let hidden = hiddenParts
    // A shape that is asked for stands in every format, and what was said before it was covered in
    // a record of all that was said.
    guard hidden.isEmpty || !(format.needsAll || isWhole || hidden == [.asked]) else {
      throw Complaint(.hiddenFromExport(format.ending, hidden), at: file.column)
    }
    if let blanks, format.needsAll {
      throw Complaint(.noBlanks(format.ending), at: blanks.column)
    }
    if let blanks, isWhole {
      throw Complaint(.noBlanks("\(format.ending) of a session"), at: blanks.column)
    }
    let stem = String(name.dropLast(format.ending.count))
    let content = try exportContent(
      titled: stem.visible, isWhole: isWhole, blanks: try blankNames(blanks), hasKey: hasKey)
    let bytes = try format.bytes(
      content, ExportOptions(file: name, usesTorchLayout: usesTorchLayout))
    try ask(
      toWrite: Effect.Draft(
        path: file.value, bytes: bytes, replaces: replaces,
        done: "'\(file.value.quoted(limit: 60))' is written, \(format.summary)",
        column: file.column))
  }

  private func blankNames(_ argument: Argument<String>?) throws(Complaint) -> [TensorName] {
    guard let argument else { return [] }
    let words = TensorWords(layerCount: machine.layers.count)
    var names: [TensorName] = []
    for word in WordSplitter.words(of: argument.text, from: argument.column, at: .spacesAndCommas) {
      names.append(try words.name(word, of: "blank"))
    }
    return names
  }
}
