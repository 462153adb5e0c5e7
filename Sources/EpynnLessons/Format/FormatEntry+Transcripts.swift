extension FormatEntry {
  /// What is shown and run.
  static let transcripts = [
    FormatEntry(
      "> COMMAND", in: .transcript, "a line that is run; what it prints stands below it",
      details: """
        A fence `epynn` holds lines that are run one after the other, each at an Enter, and below
        each what it prints at 80 columns. A number matches to the digits written.
        """,
      example: Example(
        """
        ```epynn
        > rate
        0.1
        > show W
        W (3, 2)  (n, u)  weights
              0  1
          0 ⎡ 1 -1 ⎤
          1 ⎢ 2 -1 ⎥
          2 ⎣ 2  2 ⎦
        ```
        """)),
    FormatEntry(
      "...", in: .transcript, "in what is printed: any lines",
      details: """
        Alone on a line of what is printed it stands for any lines, none among them. A lesson that
        writes it plays whatever the screens look like one day.
        """,
      example: Example(
        """
        ```epynn
        > step
        ...
        then: forward (2), Z = X · W + b
        ```
        """)),
    FormatEntry(
      "> COMMAND;", in: .transcript, "a line that prints nothing, and takes no Enter",
      details: """
        A `;` at the end of a line keeps what it prints from the screen, and the line behind it
        runs at the same Enter.
        """,
      example: Example(
        """
        ```epynn
        > goto dW;
        > W[0,1] = 0.5;
        > W[0,1]
        0.5
        ```
        """)),
    FormatEntry(
      "epynn refused", in: .refusals, "a fence for lines that are meant to be refused",
      details: """
        A line that is refused anywhere else is a fault of the lesson. At least one of the lines
        of this fence must be.
        """,
      example: Example(
        """
        ```epynn refused
        > rate many
        ...
        ```
        """)),
    FormatEntry(
      "<!-- TEXT -->", in: nil, "a comment; nothing in it is shown or played",
      details: """
        It begins a line and ends one, as in Markdown, and may be many lines long.
        """,
      example: Example(
        """
        Four samples, three features.

        <!-- Last year's class wanted the shape of X here. -->

        ```epynn
        > m
        4
        ```
        """)),
  ]
}
