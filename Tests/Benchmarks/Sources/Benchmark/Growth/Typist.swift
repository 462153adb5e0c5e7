import EpynnShell

/// Types lines into a session of its own; one that is refused ends the benchmark.
struct Typist {
  private(set) var session = Session()

  mutating func type(_ lines: [String]) {
    for line in lines {
      let response = session.respond(to: line, from: .script)
      precondition(!response.hasFailed, "'\(line)' is refused: \(response.text)")
    }
  }

  /// Runs a file of lines, as `load` does.
  mutating func load(_ lines: [String]) {
    let text = Array(lines.joined(separator: "\n").utf8)
    var session = Session(surroundings: Surroundings(read: { _ in .success(text) }))
    let response = session.run(file: "lines")
    precondition(!response.hasFailed, "a line is refused: \(response.text)")
    self.session = session
  }
}
