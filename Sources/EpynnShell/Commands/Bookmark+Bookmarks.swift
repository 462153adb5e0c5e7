extension Command {
  static let bookmark = Command(
    "bookmark", .stepping, takes: [bookmarkName], "give this moment a name to come back to",
    example: "bookmark before-relu",
    details: [
      "'goto NAME' comes back from any detour, with layers, values, rate, covers, mistake and"
        + " settings; 'goto' alone to the one set last, and 'back' undoes it. 'diff NAME' tells"
        + " what has changed since."
    ]
  ) { session, given throws(Complaint) in
    try session.setBookmark(named: given[bookmarkName]?.value)
  }

  private static let bookmarkName = OptionalPositional("NAME", .newBookmark)

  static let bookmarks = Command(
    "bookmarks", .stepping, "list the bookmarks, the one set last at the end",
    example: "bookmarks", shortestBeginning: 9
  ) { session, _ in
    session.listBookmarks()
  }
}
