extension Command {
  static let quit = Command(
    "quit", short: "q", alias: "exit", .rest, "", "leave", example: "quit", isForLessons: false,
    steersLessons: true
  ) {
    session, arguments throws(Complaint) in
    try arguments.expectNone()
    session.turn.wantsQuit = true
  }
}
