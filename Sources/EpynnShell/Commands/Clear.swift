extension Command {
  static let clear = Command(
    "clear", .rest, "clear the screen", example: "clear", isForLessons: false, isRecorded: false,
    shortestBeginning: 3
  ) { session, _ in
    session.turn.effects.append(.clearScreen)
  }
}
