extension FormatEntry {
  /// What an exercise with own numbers for everyone is made of.
  static let exercise = [
    FormatEntry(
      key: "title", "TEXT", in: .exercise, "what stands above each sheet",
      details: """
        An exercise gives everyone numbers that depend on its text and on the id alone.
        `exercise FILE.md ID` plays it, `epynn-repl exercise` writes sheets for a class, and
        `epynn-repl grade` marks what comes back.
        """,
      example: layer),
    FormatEntry(
      key: "layer", "UNITS ACTIVATION", in: .exercise, "a layer, as 'dense' takes it",
      details: "There may be several lines of it, the first layer first.", example: network),
    FormatEntry(
      key: "loss", "NAME", in: .exercise, "the loss, else MSE",
      details: "`help loss` lists them.", example: network),
    FormatEntry(
      key: "convention", "NAME", in: .exercise, "a course to compute as",
      details: "`convention` lists them. Sheets say it, and answers are marked by it.",
      example: network),
    FormatEntry(
      key: "draw", "TENSOR SHAPE FROM..TO", in: .exercise,
      "what is drawn; several with ; between",
      details: """
        Whole numbers, or with `2 decimals` behind the range such ones; `Y (4, 3) one-hot` has a 1 in
        each row. X and each layer's W must be drawn.
        """,
      example: network),
    FormatEntry(
      key: "where", "FORMULA", in: .exercise, "what must hold in every cell",
      details: """
        It may stand several times, and comparisons may be chained. What does not hold is drawn again;
        where nothing is found in two seconds, it is said which line failed how often.
        """,
      example: layer),
    FormatEntry(
      key: "distinct", "MISTAKES", in: .exercise, "mistakes that must give unlike tensors",
      details: "`bug` lists their names. A wrong answer then names its cause.", example: layer),
    FormatEntry(
      key: "given", "TENSORS", in: .exercise, "what stands in the sheet",
      details: "What is not given and not drawn must be found.", example: layer),
    FormatEntry(
      key: "find", "TENSORS", in: .exercise, "what is asked, in this order",
      details: "An error in one that is carried on into the next costs once.", example: layer),
    FormatEntry(
      key: "points", "TENSOR NUMBER", in: .exercise, "what each is worth, else 1",
      details: "Several stand between commas.", example: layer),
    FormatEntry(
      key: "decimals", "NUMBER", in: .exercise, "how many an answer must have",
      details: "Without it those count that an answer has.", example: network),
    FormatEntry(
      key: "checks", "no", in: .exercise, "nothing is said before it is marked",
      details: "It is `yes` where nothing is said: answers are right or wrong at once.",
      example: network),
    FormatEntry(
      key: "typed", "number", in: .exercise, "only numbers will do, and no formula",
      details: "It is `formula` where nothing is said.", example: network),
  ]

  private static let layer = Example(
    """
    ```exercise
    title: One layer backward
    layer: 2 relu
    loss: MSE
    draw: X (4, 3) 0..2; W (3, 2) -2..2; b (1, 2) -1..1; Y (4, 2) 0..5
    where: 1 <= (Z <= 0).sum(axis=0) <= 3
    where: abs(dW) <= 20
    distinct: slope-left-out, gradient-averaged
    given: X W b Y
    find: Z dZ dW db
    points: Z 1, dZ 2
    ```
    """)

  private static let network = Example(
    """
    ```exercise
    title: Two layers, to be handed in
    layer: 2 relu
    layer: 1 sigmoid
    loss: BCE
    convention: deeplearning.ai
    draw: X (4, 2) -2..2; W1 (2, 2) -1..1 1 decimals; b1 (1, 2) -1..1
    draw: W2 (2, 1) -2..2; b2 (1, 1) -1..1; Y (4, 1) 0..1
    given: X W1 b1 W2 b2 Y
    find: A2 dZ2 dW2
    decimals: 4
    checks: no
    typed: number
    ```
    """)
}
