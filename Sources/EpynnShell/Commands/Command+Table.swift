extension Command {
  /// The table of commands, in the order in which help lists them; each stands in a file that is
  /// called as it is. Help, completion, suggestions and the README derive from it.
  static let all: [Command] =
    stepping + looking + changing + proving + training + lessonWords + keeping + theRest

  private static let stepping = [
    step, next, run, back, redo, goto, bookmark, bookmarks, restart, `break`, watch, display,
    delete,
  ]
  private static let looking = [show, status, cover, reveal, focus, explain, why, path, heat]
  private static let changing = [
    new, dense, activation, data, seed, loss, convention, freeze, unfreeze, rate, set, clip,
  ]
  private static let proving = [
    nudge, mine, verify, predict, another, vote, check, bug, fix, `try`, keep, diff,
  ]
  private static let training = [split, train, score, plot]
  private static let lessonWords = [
    lesson, lessons, exercise, progress, hint, solution, skip, again, previous, leave,
  ]
  private static let keeping = [load, save, export]
  private static let theRest = [history, clear, help, `import`, quit]
}
