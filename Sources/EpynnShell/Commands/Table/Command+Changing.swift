import EpynnCore

extension Command {
  /// The commands that change the layers, their data or the mathematics.
  static let changing: [Command] = [
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
        "scale brings X to 0…1, all columns by one range. A .npz file has X and Y by their names;"
          + " X = load(\"x.npy\") reads one array.",
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
      "loss", .changing, "NAME", "set the loss: \(Loss.all.map(\.name).joined(separator: ", "))",
      example: "loss BCE",
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
  ]
}
