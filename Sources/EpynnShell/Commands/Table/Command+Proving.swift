extension Command {
  /// The commands that compare, prove, ask, and put mistakes in.
  static let proving: [Command] = [
    Command(
      "nudge", .proving, "CELL [BY]", "move a cell both ways and watch the loss",
      example: "nudge W[0,1]"
    ) { session, arguments throws(Complaint) in
      try session.nudge(arguments)
    },
    Command(
      "mine", .proving, "NAME = EXPR", "compare your own result, and find what explains it",
      example: "mine dW[0,1] = -13",
      details: [
        "The program's own values stay. A whole tensor is held against the table of mistakes, also"
          + " those of earlier steps, and against slips in one sum; cells are collected one by one."
      ]
    ) { session, arguments throws(Complaint) in
      try session.mine(arguments)
    },
    Command(
      "verify", .proving, "FILE", "compare all tensors of a .npz, .npy or CSV file",
      example: "verify homework.npz",
      details: [
        "The names in the file are X, W, b, Z, A, Y, loss, dA, dZ, dX, dW, db, in a network with the"
          + " layer's number: dW2. A .npy file is called by what it holds, dW.npy; in a CSV file a"
          + " line with the name stands above each table.",
        "What goes in is the file's own where it has it. The first step is named whose result is"
          + " not what its formula gives.",
      ], takes: .files()
    ) { session, arguments throws(Complaint) in
      try session.verify(arguments)
    },
    Command(
      "predict", .proving, "[on, off or STEP]", "be asked for a step's result before it runs",
      example: "predict on",
      details: [
        "First the shape, then a cell; 'tensor' gives all cells, hint, solution and skip help. A ':'"
          + " in front of a line makes it a command.",
        "Formulas that have not run are hidden. At the end it says what to look at again.",
      ], takes: .steps
    ) { session, arguments throws(Complaint) in
      try session.predict(arguments)
    },
    Command(
      "check", .proving, "[GRADIENT]", "prove the gradients by finite differences",
      example: "check dW",
      details: [
        "Each quantity is moved cell by cell and the forward pass run on from there; a cell is wrong"
          + " beyond a millionth, or ten times the estimated error. At a bend nothing is decided."
      ]
    ) { session, arguments throws(Complaint) in
      try session.check(arguments)
    },
    Command(
      "bug", .proving, "[NAME, random, hidden or is NAME] [layer K]",
      "run with a mistake, to be found",
      example: "bug hidden",
      details: [
        "The formulas on the screen stay right, the values are the mistake's. Alone it lists those"
          + " that make a difference here; 'fix' takes it out. With a layer it is in that one alone.",
        "random draws one of those, hidden one that check finds and keeps its name. The seed and the"
          + " place decide which; 'seed 7' before it draws another.",
      ], takes: .mistakes
    ) { session, arguments throws(Complaint) in
      try session.bug(arguments)
    },
    Command("fix", .proving, "", "take the mistake out", example: "fix") {
      session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.fix()
    },
    Command(
      "try", .proving, "EDIT", "see what an edit would change; 'keep' makes it real",
      example: "try W[0,1] = 0"
    ) { session, arguments throws(Complaint) in
      try session.tryOut(arguments)
    },
    Command(
      "keep", .proving, "", "make what 'try' showed real", example: "keep"
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.keep()
    },
    Command(
      "diff", .proving, "", "what the last edit changed", example: "diff"
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.diff()
    },
  ]
}
