import EpynnCore

extension Command {
  static let exercise = Command(
    "exercise", .lessons, takes: [file, id], "play an exercise with numbers of your own",
    example: "exercise homework.md ada",
    details: [
      "The file is Markdown with an 'exercise' fence. Your id, or 'progress name', draws your numbers;"
        + " what is asked stays hidden until you have it. An answer is a matrix or a formula, a wrong"
        + " one is answered as by mine. hint, solution and skip help, leave ends it; a ':' in front"
        + " makes a line a command.",
      "At the end your answers are in ID.csv, as 'epynn-repl grade FILE DIR' marks them;"
        + " 'epynn-repl exercise FILE --ids ids.txt --out DIR' makes sheets for a class.",
    ], isForLessons: false, shortestBeginning: 3
  ) { session, given throws(Complaint) in
    try session.playExercise(in: given[file], for: try given[id])
  }

  private static let file = Positional("FILE.md", .file(usually: [".md"]))
  private static let id = OptionalPositional("ID", .studentID, after: file)
}

extension Kind<StudentID> {
  /// An id; it may hold spaces.
  static var studentID: Kind {
    var grammar = Grammar(wanted: "an id")
    grammar.extent = .rest
    return Kind(grammar) { word, _ throws(Complaint) in
      do throws(IDFault) { return try StudentID(Session.unquoted(word.text)) } catch {
        throw Complaint(.badID(error), at: word.column)
      }
    }
  }
}

extension Session {
  fileprivate mutating func playExercise(
    in file: Argument<String>, for id: Argument<StudentID>?
  ) throws(Complaint) {
    guard player == nil, exercise == nil, !turn.isBesideExercise else {
      throw Complaint(.alreadyPlays(player == nil ? "the exercise" : "the lesson"))
    }
    let bytes = try content(ofDataFile: file.value, column: file.column)
    let own = try OwnExercise(reading: bytes, file: file.value)
    guard let id = id?.value ?? ownID() else { return }
    try begin(own, for: id)
  }
}

extension Session {
  /// Whose numbers are played where nobody gives an id: the name that `progress name` keeps.
  mutating func ownID() -> StudentID? {
    (try? StudentID(progressBook().name)) ?? StudentID.sample
  }
}

extension StudentID {
  /// Of those who gave no name.
  static let sample = try? StudentID("sample")
}
