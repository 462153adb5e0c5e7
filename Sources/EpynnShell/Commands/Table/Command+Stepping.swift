extension Command {
  /// The commands that move through an iteration, and stop on the way.
  static let stepping: [Command] = [
    Command(
      "step", short: "s", .stepping, "[N]", "run the next step, or the next N", example: "step 3",
      details: ["Enter on an empty line does the same."]
    ) { session, arguments throws(Complaint) in
      try session.step(times: arguments.count())
    },
    Command(
      "next", short: "n", .stepping, "", "run the rest of this part of the iteration",
      example: "next", details: ["The parts are forward, loss, backward, gradients and update."]
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.runPhase()
    },
    Command(
      "run", short: "c", .stepping, "", "run the rest of the iteration", example: "run"
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.runIteration()
    },
    Command(
      "back", .stepping, "[N]", "undo the last stop, or the last N", example: "back 2",
      details: ["A stop is a step, an edit or a setting of the mathematics; all come back exactly."]
    ) { session, arguments throws(Complaint) in
      try session.back(times: arguments.count())
    },
    Command(
      "redo", .stepping, "[N]", "do again what back undid", example: "redo",
      details: ["Once something new has happened there is nothing to do again."]
    ) { session, arguments throws(Complaint) in
      try session.redo(times: arguments.count())
    },
    Command(
      "goto", .stepping, "STEP or epoch N", "stand just before a step of this iteration",
      example: "goto dW",
      details: [
        "goto epoch 37 stands where 37 epochs of training were done; 0 is before the first.",
        "A step is called by what it writes (dW, loss, update) or by its number:"
          + " backward.3, gradients (1.1).",
        "A step ahead is stepped to; one behind is gone back to, edits in between are kept.",
        "In a lesson a whole number is one of its items: goto 5.",
      ], takes: .steps
    ) { session, arguments throws(Complaint) in
      try session.goTo(arguments)
    },
    Command(
      "restart", .stepping, "", "stand before the first step of this iteration",
      example: "restart",
      details: ["What was set stays: X, Y, weights, bias, rate and loss."]
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.restart()
    },
    Command(
      "break", .stepping, "[STEP [if EXPR]]", "stop a run before a step",
      example: "break dW if cost < 2",
      details: ["Alone it lists; 'delete N' removes. train does not stop at it."], takes: .steps
    ) { session, arguments throws(Complaint) in
      try session.breakBefore(arguments)
    },
    Command(
      "watch", .stepping, "[CELL]", "stop a run when a cell changes", example: "watch W[0,1]",
      details: ["Alone it lists; 'delete N' removes. train does not stop at it."]
    ) { session, arguments throws(Complaint) in
      try session.watch(arguments)
    },
    Command(
      "display", .stepping, "[EXPR]", "show a formula at each stop", example: "display cost",
      details: ["Alone it lists; 'delete N' removes."]
    ) { session, arguments throws(Complaint) in
      try session.display(arguments)
    },
    Command(
      "delete", .stepping, "N", "remove a break, watch or display", example: "delete 1"
    ) { session, arguments throws(Complaint) in
      try session.delete(arguments)
    },
  ]
}
