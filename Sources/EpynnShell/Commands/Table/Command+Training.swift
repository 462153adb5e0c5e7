extension Command {
  /// The commands that train and score.
  static let training: [Command] = [
    Command(
      "split", .training, "TRAINING VALIDATION TEST [ordered]",
      "keep samples aside for validation and test", example: "split 2 1 1",
      details: [
        "The numbers are relative. The samples are shuffled by the seed first, unless ordered."
      ]
    ) { session, arguments throws(Complaint) in
      try session.split(arguments)
    },
    Command(
      "train", .training, "EPOCHS [batch B] [shuffle]", "run so many epochs at full speed",
      example: "train 300 batch 32 shuffle",
      details: [
        "An iteration is a batch; an incomplete last one is left out. Without 'batch' it is all data.",
        "shuffle takes the samples in an order that the seed and the epoch decide.",
        "Ctrl-C stops after the batch at hand; the next train finishes that epoch first.",
        "back, goto epoch N and redo reach every stop of it, exactly.",
      ], takes: .words(["batch", "shuffle"])
    ) { session, arguments throws(Complaint) in
      try session.train(arguments)
    },
    Command(
      "score", .training, "", "cost and metrics on training, validation and test samples",
      example: "score",
      details: [
        "One output is rounded to 0 or 1, of several the largest is the answer.",
        "As in EpyNN 0 is the positive class for recall, precision, F-score, specificity and NPV.",
      ]
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.score()
    },
    Command(
      "plot", .training, "[all]", "draw cost and accuracy by epoch", example: "plot",
      details: ["Each network has curves of its own; all draws those of before too."],
      takes: .words(["all"])
    ) { session, arguments throws(Complaint) in
      try session.plot(arguments)
    },
  ]
}
