extension Command {
  /// The table of commands: help, completion, suggestions and the README derive from it.
  static let all: [Command] = [
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
    Command(
      "show", short: "p", alias: "print", .looking, "[EXPR]",
      "show a value, a card, shapes, steps or settings", example: "show W",
      details: [
        "A formula alone on a line is shown too: X @ W + b.",
        "show shapes, show steps and show settings are tables.",
      ], takes: .views
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
      "new", .changing, "", "empty the layer and begin your own", example: "new",
      details: ["At a terminal it asks for X, units, activation, W, b and Y; Enter leaves one out."]
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      session.beginAnew()
    },
    Command(
      "dense", .changing, "[UNITS] [ACTIVATION] [INITIALIZATION] [HYPERPARAMETER=NUMBER]",
      "add a Dense layer", example: "dense 3 softmax softmax_temperature=0.5",
      details: [
        "Left out, they are EpyNN's: 1 unit, sigmoid, xavier; LRELU_alpha=0.3, ELU_alpha=1,"
          + " softmax_temperature=1.",
        "The first one takes the place of the example's layer, later ones come behind it.",
      ], takes: .layers
    ) { session, arguments throws(Complaint) in
      try session.makeLayer(arguments)
    },
    Command(
      "data", .changing, "[NAME or FILE.csv] [label COLUMN] [onehot] [scale]",
      "take X and Y from the program or a file", example: "data iris",
      details: [
        "The label is the last column, unless another is named or counted from 0. Words become 0"
          + " and 1 where there are two, else a column each; onehot does so for numbers.",
        "scale brings X to 0…1, all columns by one range. X = load(\"x.npy\") reads a NumPy file.",
      ], takes: .files(of: .data)
    ) { session, arguments throws(Complaint) in
      try session.data(arguments)
    },
    Command(
      "seed", .changing, "N", "set the seed; drawn weights are drawn anew",
      example: "seed 7"
    ) { session, arguments throws(Complaint) in
      try session.setSeed(arguments)
    },
    Command(
      "loss", .changing, "NAME", "set the loss: MSE, MAE, MSLE, CCE or BCE", example: "loss BCE",
      details: ["Alone, loss shows the loss of each sample once that step has run."], takes: .losses
    ) { session, arguments throws(Complaint) in
      try session.setLoss(arguments)
    },
    Command(
      "rate", .changing, "ETA [layer K]", "set the learning rate η", example: "rate 0.05",
      details: ["Alone, rate shows it. 'rate 0.05 layer 2' is that layer's own."]
    ) { session, arguments throws(Complaint) in
      try session.setRate(arguments)
    },
    Command(
      "set", .changing, "NAME VALUE [layer K]", "set precision, notation, memory or a schedule",
      example: "set precision full",
      details: Setting.all.map { "set \($0.name) \($0.values): \($0.summary)." }
        + LearningSetting.all.map { "set \($0.name) \($0.values): \($0.summary)." },
      takes: .settings
    ) { session, arguments throws(Complaint) in
      try session.set(arguments)
    },
    Command(
      "clip", .changing, "NORM or off", "keep each layer's gradients within a norm",
      example: "clip 0.25",
      details: [
        "dW and db of a layer are multiplied by NORM / (their norm + 1e-16) where that is below 1.",
        "The update does it; dW and db themselves stay as they are.",
      ]
    ) { session, arguments throws(Complaint) in
      try session.setClip(arguments)
    },
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
      "plot", .training, "[loss]", "draw cost and accuracy by epoch", example: "plot loss"
    ) { session, arguments throws(Complaint) in
      try session.plot(arguments)
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
    Command(
      "lesson", .lessons, "[NAME or FILE]", "be led and asked; 'lessons' lists them",
      example: "lesson one-neuron",
      details: [
        "Enter goes on. Lines of your own are answered; one that changes something is an aside,"
          + " and Enter comes back.",
        "At a question: hint, solution, skip, again, previous; a ':' in front makes any line a"
          + " command. 'leave' ends the lesson.",
      ], isForLessons: false, takes: .files(of: .lessons)
    ) { session, arguments throws(Complaint) in
      try session.lesson(arguments)
    },
    Command(
      "lessons", .lessons, "", "list the lessons, and how far you got", example: "lessons",
      isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      session.listLessons()
    },
    Command(
      "progress", .lessons, "[export FILE.csv [replace]]",
      "how far you got; a table of it for your teacher", example: "progress export mine.csv",
      details: [
        "The table has a row for each question: how it went the first time, and the wrong answers."
      ], isForLessons: false, takes: .files()
    ) { session, arguments throws(Complaint) in
      try session.progress(arguments)
    },
    Command(
      "hint", .lessons, "", "a hint for the question", example: "hint", isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.hint()
    },
    Command(
      "solution", .lessons, "", "the answer, and why", example: "solution", isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.solution()
    },
    Command(
      "skip", .lessons, "", "pass the question over", example: "skip", isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.skip()
    },
    Command(
      "again", .lessons, "", "play the last item again", example: "again", isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.replay(previous: false)
    },
    Command(
      "previous", .lessons, "", "go back to the item before", example: "previous",
      isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      try session.replay(previous: true)
    },
    Command(
      "leave", .lessons, "", "end the lesson; what was there before comes back",
      example: "leave", isForLessons: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      guard session.player != nil else { throw Complaint(.noLesson) }
      session.endLesson(saying: "left the lesson; what you had before it is back")
    },
    Command(
      "load", .keeping, "FILE", "run the commands in a file, or play a lesson",
      example: "load layer.epynn",
      details: ["It stops at the first line that is refused and names it."], isRecorded: false,
      takes: .files()
    ) { session, arguments throws(Complaint) in
      try session.load(arguments)
    },
    Command(
      "save", .keeping, "FILE.md [replace]", "write the session as a lesson that passes its test",
      example: "save monday.md", isForLessons: false, takes: .files()
    ) { session, arguments throws(Complaint) in
      try session.save(arguments)
    },
    Command(
      "history", .rest, "", "list the lines entered", example: "history", isRecorded: false
    ) { session, arguments throws(Complaint) in
      try arguments.expectNone()
      session.showHistory()
    },
    Command(
      "help", short: "h", .rest, "[TOPIC]",
      "explain a command, step, activation, loss or topic", example: "help dZ",
      details: ["?TOPIC does the same."], steersLessons: true, takes: .topics
    ) { session, arguments throws(Complaint) in
      try session.help(about: arguments.text)
    },
    Command(
      "import", .rest, "NAME", "does nothing: NumPy's names are known, so pasted lines work",
      example: "import numpy as np", isRecorded: false
    ) { _, _ throws(Complaint) in
    },
    Command(
      "quit", short: "q", alias: "exit", .rest, "", "leave", example: "quit", isForLessons: false,
      steersLessons: true
    ) {
      session, arguments throws(Complaint) in
      try arguments.expectNone()
      session.wantsQuit = true
    },
  ]
}
