extension Command {
  /// The commands about the program itself.
  static let theRest: [Command] = [
    Command(
      "history", .rest, "", "list the lines entered", example: "history", isRecorded: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      session.showHistory()
    },
    Command(
      "help", short: "h", .rest, "[TOPIC]",
      "explain a command, step, activation, loss or topic", example: "help dZ",
      details: ["?TOPIC does the same."], steersLessons: true, takes: .topics
    ) { session, arguments throws(Complaint) in
      try session.help(about: arguments.text)
    },
    Command(
      "import", .rest, "NAME", "does nothing: NumPy's names are known, so pasted lines work",
      example: "import numpy as np", isRecorded: false
    ) { _, _ throws(Complaint) in
    },
    Command(
      "quit", short: "q", alias: "exit", .rest, "", "leave", example: "quit", isForLessons: false,
      steersLessons: true
    ) {
      session, arguments throws(Complaint) in
      try arguments.expectNone()
      session.wantsQuit = true
    },
  ]
}
