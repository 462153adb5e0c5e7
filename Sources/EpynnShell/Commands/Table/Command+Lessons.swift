extension Command {
  /// The commands that lead through lessons.
  static let lessons: [Command] = [
    Command(
      "lesson", .lessons, "[NAME or FILE]", "be led and asked; 'lessons' lists them",
      example: "lesson one-neuron",
      details: [
        "Enter goes on. Lines of your own are answered; one that changes something is an aside,"
          + " and Enter comes back.",
        "At a question: hint, solution, skip, again, previous; a ':' in front makes any line a"
          + " command. 'leave' ends the lesson.",
      ], isForLessons: false, takes: .files(of: .lessons)
    ) { session, arguments throws(Complaint) in
      try session.lesson(arguments)
    },
    Command(
      "lessons", .lessons, "", "list the lessons, and how far you got", example: "lessons",
      isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      session.listLessons()
    },
    Command(
      "progress", .lessons, "[export FILE.csv [replace]]",
      "how far you got; a table of it for your teacher", example: "progress export mine.csv",
      details: [
        "The table has a row for each question: how it went the first time, and the wrong answers."
      ], isForLessons: false, takes: .files()
    ) { session, arguments throws(Complaint) in
      try session.progress(arguments)
    },
    Command(
      "hint", .lessons, "", "a hint for the question", example: "hint", isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.hint()
    },
    Command(
      "solution", .lessons, "", "the answer, and why", example: "solution", isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.solution()
    },
    Command(
      "skip", .lessons, "", "pass the question over", example: "skip", isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.skip()
    },
    Command(
      "again", .lessons, "", "play the last item again", example: "again", isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.replay(previous: false)
    },
    Command(
      "previous", .lessons, "", "go back to the item before", example: "previous",
      isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.replay(previous: true)
    },
    Command(
      "leave", .lessons, "", "end the lesson; what was there before comes back",
      example: "leave", isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      guard session.player != nil else { throw Complaint(.noLesson) }
      session.endLesson(saying: "left the lesson; what you had before it is back")
    },
  ]
}
