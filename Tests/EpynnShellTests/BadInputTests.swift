import EpynnShell
import Testing

/// What a stranger may type or load: one clear sentence, nothing lost, the session goes on.
@Suite struct BadInputTests {
  /// The sentences, letter by letter.
  @Test(arguments: [
    ("stpe", "no command 'stpe'; did you mean 'step'?"),
    ("qwertz", "no command 'qwertz'; 'help' lists the commands"),
    ("w", "no command 'w'; did you mean 'W'?"),
    ("foo + 1", "no name 'foo'; give it a value with 'foo = …'"),
    ("expp(X)", "no function 'expp'; did you mean 'exp'?"),
    ("X = [[1, 2], [3]]", "row 1 has 1 number and row 0 has 2; rows of a matrix are equally long"),
    (
      "W = [[1, 2]]",
      "W has shape (3, 2) here and this has (1, 2); its rows are features of X, its columns units"
    ),
    ("X @ X", "X (4, 3) @ X (4, 3): '@' needs equal inner sizes, and n = 3 is not m = 4"),
    ("X + W", "X (4, 3) and W (3, 2) do not fit: '+' needs equal shapes, or sizes of 1"),
    ("W[9,9]", "'W[9,9]' is outside (3, 2): rows are 0 to 2, columns 0 to 1"),
    (
      "W[3,2] = 1",
      "'W[3,2]' is outside (3, 2): rows are 0 to 2, columns 0 to 1; counting from 1 this is W[2,1]"
    ),
    ("Z[9,9]", "Z is not computed yet; forward (2) writes it, so 'goto Z' and 'step'"),
    ("1e999", "'1e999' is beyond Float64; the largest number is about 1.8e308"),
    ("(X", "'(' is never closed; a ')' is missing"),
    ("X @", "the line ends where a name, a number or '(' was wanted"),
    ("X ! W", "'!' means nothing in a formula; 'help formulas' lists what does"),
    ("Z[0,0] = 1", "Z is computed by forward (2); compare yours with 'Z == …'"),
    ("n = 5", "n is the number of features, 3 here and not 5; give another number another name"),
    ("W2", "no layer 2; there is 1 layer"),
    ("X = log(-X)", "X[0,0] would be NaN or infinite; a tensor that is set holds finite numbers"),
    ("rate -1", "the rate must be a finite number from 0 on and this is -1"),
    ("dense 0", "'units' must be above 0 and this is 0"),
    ("dense 1.5", "'1.5' does not work for 'dense'; it wants a whole number of units"),
    (
      "dense 2 softmax softmax_temperature=0",
      "'0' does not work for 'softmax_temperature'; it wants a number above 0"
    ),
    (
      "dense 2 relu LRELU_alpha=1",
      "'LRELU_alpha' does not work for 'relu'; it wants no hyperparameter"
    ),
    ("loss MSF", "no loss 'MSF'; there are MSE, MAE, MSLE, CCE, BCE, half-square and BCE-sum"),
    ("set precision 99", "'99' does not work for 'precision'; it wants 0-15|full"),
    (
      "set colour red",
      "no setting 'colour'; there are precision, memory, notation, colors, accessible, schedule, decay_k, cycle_epochs and cycle_descent"
    ),
    ("step -1", "'-1' is not a number of times; a whole number from 1 on works"),
    ("goto dQ", "no step 'dQ'; a step is called by what it writes, as in 'goto dW'"),
    ("goto", "'goto' needs a step; '?goto' shows how"),
    ("quit now", "'now' is too much for 'quit'; '?quit' shows how"),
    ("help stepp", "no help about 'stepp'; did you mean 'step'?"),
    ("load nowhere", "cannot read 'nowhere': there is no such file"),
    ("cost[0,0] = 1", "'cost' has a meaning of its own here; choose another name"),
    ("np = 3", "'np' has a meaning of its own here; choose another name"),
    ("torch = X", "'torch' has a meaning of its own here; choose another name"),
    ("np", "the line ends where '.' and a name of np's was wanted"),
    ("np.np", "the line ends where '.' and a name of np's was wanted"),
    ("float", "the line ends where '(' behind 'float' was wanted"),
    ("float = 3", "'float' has a meaning of its own here; choose another name"),
    ("diag(Y, +float)", "')' stands where '(' behind 'float' was wanted"),
    ("np.c_[1:3]", "':' stands where columns, as in np.c_[a, b] was wanted"),
    ("X.item(0, 1)", "'item' takes 1 argument, not 3"),
    ("numpy", "the line ends where '.' and a name of numpy's was wanted"),
    ("math + 1", "'+' stands where '.' and a name of math's was wanted"),
    ("X2 = 3", "no layer 2; there is 1 layer"),
    ("dA2 = 3", "no layer 2; there is 1 layer"),
    ("softmax(X, softmax_temperature=0)", "'softmax_temperature' must be above 0 and this is 0"),
    ("lrelu(X, LRELU_alpha=0.1, foo=3)", "'lrelu' takes no 'foo'; leave it out"),
    ("np.array([1], [2])", "'array' takes 1 argument, not 2"),
    ("np.allclose(1, 2, atol=10)", "'allclose' takes no 'atol'; leave it out"),
    ("load /no/where", "cannot read '/no/where': there is no such file"),
    ("load folder", "cannot read 'folder': it is a folder; name a file in it"),
    ("load secret", "cannot read 'secret': you may not read it; look at its permissions"),
    (
      "ones(100000, 100000)",
      "with (100000, 100000) a session would hold 76294 MB, and 1024 MB is the most; take fewer rows or"
        + " columns, or set a variable that is large to 0"
    ),
    ("zeros(0, 3)", "shape (0, 3) has no cell; every size is 1 or more"),
  ])
  func oneSentenceNamesWhatWasWrong(line: String, sentence: String) {
    var session = Self.session
    let before = session.machine
    let response = session.respond(to: line)
    let words = response.text.split(separator: "\n").map(String.init)
    let said = words.drop { $0.allSatisfy { " ^".contains($0) } }.joined(separator: " ")
    #expect(response.hasFailed)
    #expect(said.hasPrefix(sentence), "\(line): \(response.text)")
    #expect(session.machine == before)
    #expect(!session.respond(to: "step").hasFailed)
  }

  @Test func aShapeErrorShowsTheLetters() {
    var session = Session()
    _ = session.respond(to: "run")
    #expect(
      session.respond(to: "X @ dZ").text == """
                            ^
        X (4, 3) @ dZ (4, 2): '@' needs equal inner sizes, and n = 3 is not m = 4

            X (m, n)  @  dZ (m, u)
                  3          4      columns of X, rows of dZ

        """)
  }

  @Test func aBackwardThatCannotRunLosesNothing() {
    var session = Session()
    _ = session.respond(to: "Y = [[1]]")
    let response = session.respond(to: "run")
    #expect(response.output.text.contains("forward (3)"))
    #expect(response.complaint?.text == "Y has shape (1, 1) and A has (4, 2); they must be equal\n")
    #expect(session.prompt == "epynn loss> ")
  }

  @Test(arguments: [
    String(repeating: "(", count: 20_000) + "1" + String(repeating: ")", count: 20_000),
    String(repeating: "[", count: 20_000) + "1" + String(repeating: "]", count: 20_000),
    String(repeating: "-", count: 20_000) + "1",
    "1" + String(repeating: "+1", count: 80_000),
    "X" + String(repeating: ".T", count: 60_000),
    "exp" + String(repeating: "(exp", count: 20_000),
    "1" + String(repeating: "**2", count: 20_000),
  ])
  func depthIsBounded(line: String) {
    var session = Session()
    let response = session.respond(to: line)
    #expect(response.complaint?.text.contains("nested more than 200 deep") == true)
    #expect((response.complaint?.lines.count ?? 0) <= 4)
  }

  /// Each within the limit of a line: none may take the stack, or minutes.
  @Test(arguments: ["np.", "numpy."])
  func repetitionIsHarmless(word: String) {
    var session = Session()
    let line = String(repeating: word, count: 40_000) + "X[0,0]"
    #expect(session.respond(to: line).text == "2\n")
    #expect(session.respond(to: "X[0,0]" + String(repeating: " ;", count: 100_000)).text == "")
    #expect(session.respond(to: String(repeating: " ", count: 900_000) + "X[0,0]").text == "2\n")
  }

  @Test func lengthIsBounded() {
    var session = Session()
    let million = "1" + String(repeating: "+1", count: 1_000_000)
    #expect(
      session.respond(to: million).text
        == "this line has 2000001 bytes and at most 1000000 are read; split it\n")
  }

  @Test func bytesThatAreNoTextAreNamed() {
    var session = Session()
    #expect(
      session.respond(to: [0x57, 0xFF]).text
        == "byte 0xFF is not UTF-8; save the text as UTF-8\n")
    #expect(
      session.respond(to: [0x57, 0x00]).text
        == "control character 0x00 has no meaning here; leave it out\n")
  }

  @Test func noControlCharacterIsEchoed() {
    let controls = (0...0x1F).map { UnicodeScalar($0) } + (0x7F...0x9F).map { UnicodeScalar($0) }
    let marks = [0x202A, 0x202E, 0x2066, 0x2069, 0x200F, 0x2028].map { UnicodeScalar($0) }
    for scalar in (controls + marks).compactMap({ $0 }) {
      for line in ["W\(scalar)X", "\(scalar)", "load a\(scalar)b", "help \(scalar)", "'\(scalar)'"]
      {
        var session = Self.session
        let text = session.respond(to: line, from: .script).text
        let unsafe = text.unicodeScalars.contains {
          $0 != "\n" && [.control, .format, .lineSeparator].contains($0.properties.generalCategory)
        }
        #expect(!unsafe, "\(line.debugDescription): \(text.debugDescription)")
      }
    }
  }

  @Test func filesThatLoadFiles() {
    var session = Self.session
    #expect(session.respond(to: "load good").text == "rate is 0.25\n")
    #expect(
      session.respond(to: "load bad").complaint?.text
        == "  stpe\n  ^\nbad:2:1: no command 'stpe'; did you mean 'step'?\n")
    #expect(session.respond(to: "rate").text == "0.75\n")
    #expect(
      session.respond(to: "load itself").complaint?.text
        == "  load itself\n       ^\nitself:1:6: 'itself' loads itself; take that line out\n")
    #expect(
      session.respond(to: "load outer").complaint?.text.contains("bad:2:1: no command") == true)
    #expect(session.respond(to: "load binary").complaint?.text.contains("is not UTF-8") == true)
  }

  private static let files: [String: String] = [
    "good": "# a comment\nrate 0.25\n", "bad": "rate 0.75\nstpe\nrate 0.1\n",
    "itself": "load itself\n", "outer": "load bad", "binary": "\u{0}",
  ]

  private static var session: Session {
    Session(
      surroundings: Surroundings(read: { path in
        switch path {
        case "folder": return .failure(.isFolder)
        case "secret": return .failure(.unreadable)
        case "binary": return .success([0x89, 0x50, 0xFF])
        default: return files[path].map { .success(Array($0.utf8)) } ?? .failure(.missing)
        }
      }))
  }
}
