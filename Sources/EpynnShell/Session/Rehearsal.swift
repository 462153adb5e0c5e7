/// A line answered on a copy, to see what it would lead to: what it asks of the world is dropped.
struct Rehearsal {
  /// The session as the line leaves it.
  let session: Session

  init(of line: String, from source: Session.Source, in session: Session) {
    var copy = session
    copy.player = nil
    copy.surroundings = session.surroundings.unwatched
    _ = copy.respond(to: line, from: source)
    self.session = copy
  }
}
