extension Command {
  /// The table of commands, a chapter for each group: help, completion, suggestions and the README
  /// derive from it.
  static let all: [Command] =
    stepping + looking + changing + proving + training + lessons + keeping + theRest
}
