extension FormatEntry {
  /// What a lesson says of itself.
  static let settings = [
    FormatEntry(
      key: "id", "NAME", in: .lesson, "under which progress is kept; else the file's name",
      details: """
        A `lesson` fence may stand at the top. With an id of its own a lesson may be moved and
        renamed, and the tables that students hand in still speak of the same.
        """,
      example: Example(
        """
        ```lesson
        id: week-3
        ```

        # Week 3
        """)),
    FormatEntry(
      key: "skipping", "no", in: .lesson, "no question may be passed over",
      details: """
        It is `yes` where nothing is said. `solution` still shows an answer, and the table says so.
        """,
      example: Example(
        """
        ```lesson
        skipping: no
        ```

        ```question
        What is relu(3)?
        answer: 3
        ```
        """,
        answers: """
          answer> skip
          this lesson wants its questions answered; 'solution' shows the answer
          answer> 3
          yes: that is right
          """)),
  ]
}
