extension FaultScenario {
  /// The table of what people do with files.
  static let all: [FaultScenario] =
    [
      FaultScenario("a session is left that nobody saved", .lines(["rate 0.5"])),
      FaultScenario(
        "the last session comes back", with: ["state/epynn-repl/last": "# epynn-repl\nrate 0.5\n"],
        .lines(["load last"])),
      FaultScenario(
        "lines come into the history", with: ["state/epynn-repl/history": "zero\n"],
        .history(["one", "two"]), isSilent: true),
      FaultScenario("the first line comes into the history", .history(["one"]), isSilent: true),
      FaultScenario(
        "a lesson keeps progress",
        with: ["path.md": lesson, "state/epynn-repl/progress": "epynn-repl progress 2\n"],
        .lines(["lesson DIR/path.md", "", "0", "", "leave"])),
      FaultScenario(
        "the first progress", with: ["path.md": lesson], .lines(["lesson DIR/path.md", "", "0"])),
      FaultScenario(
        "progress that is damaged",
        with: ["path.md": lesson, "state/epynn-repl/progress": "damaged\n"],
        .lines(["lesson DIR/path.md", "lessons"])),
      FaultScenario("a table of progress", .lines(["progress export DIR/p.csv"])),
      FaultScenario("a session is saved", .lines(["rate 0.5", "save DIR/x.md"])),
      FaultScenario(
        "a session is saved over another", with: ["x.md": "old\n"],
        .lines(["rate 0.5", "save DIR/x.md replace"])),
      FaultScenario("a script saves", .words(["-c", "rate 0.5", "-c", "save DIR/x.md"])),
      FaultScenario(
        "a file of lines starts", with: ["s.epynn": "rate 0.5\nshow rate\n"],
        .words(["DIR/s.epynn"])),
      FaultScenario(
        "a file is loaded", with: ["s.epynn": "rate 0.5\n"], .lines(["load DIR/s.epynn"])),
      FaultScenario(
        "a lesson reads beside it",
        with: ["l.md": "# L\n\n```epynn\n> X = load(\"x.csv\")\n...\n```\n", "x.csv": "1,2\n"],
        .lines(["lesson DIR/l.md", "", ""])),
      FaultScenario("a lesson is begun", .words(["test", "--new", "DIR/new.md"])),
      FaultScenario(
        "a lesson is tested and updated", with: ["t.md": "# T\n\n```epynn\n> rate\n3\n```\n"],
        .words(["test", "--update", "DIR/t.md"])),
      FaultScenario(
        "a lesson becomes a page", with: ["t.md": "# T\n\n```epynn\n> rate\n```\n"],
        .words(["export", "DIR/t.html", "from", "DIR/t.md"])),
      FaultScenario(
        "a file is compared", with: ["a.csv": "X\n1,2\nW\n1\n2\nb\n0\nZ\n5\n"],
        .words(["verify", "DIR/a.csv", "--activation", "identity"])),
      FaultScenario("Tab", with: ["ab.md": "", "ac/x": ""], .completion("DIR/a"), isSilent: true),
      FaultScenario(
        "marks",
        with: ["hw.md": OneLayerExercise.text, "in/ada.csv": answers, "in/bob/x.csv": answers],
        .words(["grade", "DIR/hw.md", "DIR/in", "--csv", "DIR/marks.csv"])),
      FaultScenario(
        "marks over others",
        with: ["hw.md": OneLayerExercise.text, "in/ada.csv": answers, "marks.csv": "old\n"],
        .words(["grade", "DIR/hw.md", "DIR/in", "--csv", "DIR/marks.csv", "--replace"])),
      FaultScenario(
        "a class's progress",
        with: ["in/ada.csv": progress, "in/b/bob.csv": progress, "ids": "ada\n"],
        .words(["class", "DIR/in", "--ids", "DIR/ids"])),
    ]
    + ["markdown", "tex", "html", "moodle"].map { format in
      FaultScenario(
        "an exercise, \(format)", with: ["hw.md": OneLayerExercise.text, "ids": "ada\nbob\n"],
        .words(
          ["exercise", "DIR/hw.md", "--ids", "DIR/ids", "--out", "DIR/a/out", "--format", format]))
    }
    + Answered.exports.map { FaultScenario($0, .effects(of: $0)) }
    + [
      FaultScenario(
        "an exercise over another",
        with: [
          "hw.md": OneLayerExercise.text, "ids": "ada\n", "out/ada.md": "old\n",
          "out/key.md": "old\n",
        ],
        .words(
          ["exercise", "DIR/hw.md", "--ids", "DIR/ids", "--out", "DIR/out", "--replace"]))
    ]

  private static let lesson = """
    # Path

    ```question
    What is 1 - 1?
    answer: 0
    ```

    On.

    ```question
    What is 1 + 1?
    answer: 2
    ```

    """

  private static let answers = "Z\n1,2\n3,4\n"

  private static let progress =
    "name,lesson,title,item,question,outcome\nAda,g,Gradients,4,What?,right\n"
}
