/// Where the program's lines come from: a person at a terminal, or a pipe.
package protocol LineReader: AnyObject {
  /// Reads one line; a terminal shows `prompt`, which is plain text, and a pipe does not.
  func readLine(prompt: String) -> LineReading

  /// Drops what is left of a paste one line of which was stopped.
  func dropPaste()

  /// Adds an accepted line to the history.
  func remember(_ line: String)
}

extension LineReader {
  package func dropPaste() {}
}
