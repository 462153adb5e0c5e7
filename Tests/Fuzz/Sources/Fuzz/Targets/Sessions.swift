@testable import EpynnCore
@testable import EpynnShell

extension Target {
  /// Lines that the bytes choose out of the command table: each leaves a session in which `back`
  /// undoes it to the bit, and prints nothing that a terminal obeys.
  static let session = Target(
    name: "session", maximumLength: 400,
    run: { bytes in
      var choices = Choices(bytes)
      var typist = Typist(FuzzFiles.all)
      while !choices.isEmpty {
        if choices.next(below: 24) == 23 { typist.pressCtrlC() }
        let source: Session.Source = choices.next(below: 4) == 3 ? .script : .prompt
        var maker = LineMaker(choices, in: typist.session)
        typist.type(maker.line(), from: source)
        choices = maker.choices
      }
      typist.save()
    })

  /// The same with the lines written out, as a find of `session` is kept: readable, and the same
  /// when tables change.
  static let script = Target(
    name: "script", maximumLength: 2_000, dictionary: { words },
    seeds: { Command.all.map { Array($0.example.utf8) } },
    run: { bytes in
      var typist = Typist(FuzzFiles.all)
      for line in ScriptLines(bytes) { typist.type(line.bytes) }
      typist.save()
    })

  /// One line in the midst of an iteration: read by its command's signature, completed at each of
  /// its letters, and answered.
  static let command = Target(
    name: "command", maximumLength: 300, dictionary: { words },
    seeds: { Command.all.map { Array($0.example.utf8) } },
    run: { bytes in
      var typist = Typist(FuzzFiles.all)
      for line in ["dense 2 tanh", "Y = [[1, 0], [0, 1], [1, 1], [0, 0]]", "step 5", "v = 2"] {
        typist.type(line, from: .script)
      }
      if let line = try? Session.checked(bytes) {
        for command in Command.all {
          guard let spelled = Arguments(line)?.named(command.name) else { break }
          _ = try? command.signature.parse(spelled)
        }
        for end in cursors(in: line) {
          let (start, offered) = typist.session.completions(of: line, upTo: end)
          require((0...end).contains(start), "completion begins at \(start) of \(end)")
          for word in offered {
            requireTame(word.text + word.note, of: "completing \(line.debugDescription)")
          }
        }
      }
      typist.type(bytes)
      typist.type(bytes, from: .script)
    })

  /// Where a cursor may stand, in bytes: behind each of the first letters, and at the end.
  private static func cursors(in line: String) -> [Int] {
    let ends = line.unicodeScalars.prefix(40).reduce(into: [0]) { ends, scalar in
      ends.append(ends[ends.count - 1] + UTF8.width(scalar))
    }
    return ends + [line.utf8.count]
  }

  /// The words of the tables.
  private static var words: [String] {
    var words = Vocabulary.names + Vocabulary.functions
    for command in Command.all {
      words += command.words + command.signature.keywords
      for grammar in command.signature.elements.compactMap({ $0.slot?.grammar }) {
        words += (grammar.table?.words() ?? []) + grammar.words
      }
    }
    for setting in Setting.all { words += [setting.name] + setting.words }
    return words
  }
}

/// The files that lie beside a session.
enum FuzzFiles {
  static let all = [
    "t.csv": "a,b,label\n1,2,x\n3,4,y\n5,6,x\n0,1,y\n",
    "l.md": """
    # L

    ```epynn
    > goto dZ;
    ```

    ```question
    What is m?
    answer: 4
    hint: count the rows
    why: one a sample
    ```
    """,
    "s.epynn": "rate 0.2\nstep 3\nW[0,0] = 2\n",
  ]
}
