extension Command {
  static let quit = Command(
    "quit", short: "q", aliases: ["exit"], .rest, "leave", example: "quit", isForLessons: false,
    steersLessons: true
  ) { session, _ in
    session.turn.wantsQuit = true
  }
}
