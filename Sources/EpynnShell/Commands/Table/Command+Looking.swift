extension Command {
  /// The commands that show, explain and draw without changing anything.
  static let looking: [Command] = [
    Command(
      "show", short: "p", alias: "print", .looking, "[EXPR]",
      "show a value, a card, shapes, steps or settings", example: "show W",
      details: [
        "A formula alone on a line is shown too: X @ W + b."
      ] + View.all.map { "show \($0.name): \($0.summary)." }, takes: .views
    ) { session, arguments throws(Complaint) in
      try session.show(arguments)
    },
    Command(
      "cover", .looking, "NAME", "show a tensor as '?' until it is revealed", example: "cover dW",
      details: ["What is computed from it is hidden too; '==' still says which cells agree."]
    ) { session, arguments throws(Complaint) in
      try session.cover(arguments)
    },
    Command(
      "reveal", .looking, "[CELL]", "show a covered cell, tensor, or all of them again",
      example: "reveal dW[0,1]"
    ) { session, arguments throws(Complaint) in
      try session.reveal(arguments)
    },
    Command(
      "explain", .looking, "[CELL or STEP] [deeper N]", "where a number comes from",
      example: "explain dW[0,1]",
      details: [
        "A cell is taken apart into the terms that ran; a step is told with its reasons. Alone it is"
          + " the step just run. deeper N goes on with the next cell down, N times."
      ], takes: .stepsAndFormulas
    ) { session, arguments throws(Complaint) in
      try session.explain(arguments)
    },
    Command(
      "path", .looking, "WEIGHT", "the routes from a weight to the loss", example: "path W[0,1]"
    ) { session, arguments throws(Complaint) in
      try session.path(arguments)
    },
    Command(
      "heat", .looking, "EXPR [ROWSxCOLUMNS]", "draw a matrix as a picture",
      example: "heat X[0,:] 8x8"
    ) { session, arguments throws(Complaint) in
      try session.heat(arguments)
    },
  ]
}
