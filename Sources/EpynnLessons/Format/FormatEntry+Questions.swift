extension FormatEntry {
  /// What a question is made of.
  static let questions = [
    FormatEntry(
      key: "answer", "FORMULA", in: .question, "what is right: a number or a formula, by its value",
      details: """
        Every question has one, below its text. A formula is computed where the lesson stands, so
        that it stays right when the layer is another one. An answer may be a formula too, and
        must show as many decimals as a number here does. Several numbers are written as a matrix.
        """,
      example: Example(
        """
        ```epynn
        > run;
        ```

        ```question
        What is dW[0,1]?
        answer: X[:,0].T @ dZ[:,1]
        ```
        """,
        answers: """
          answer> 2*-3 + 1*-3
          yes: that is right
          """)),
    FormatEntry(
      key: "answer", "(ROWS, COLUMNS)", in: .question, "a shape, or the two indices of a cell",
      details: """
        The letters m, n and u may stand in it. It may be typed with brackets or without.
        """,
      example: Example(
        """
        ```question
        What is the shape of dW?
        answer: (3, 2)
        ```
        """,
        answers: """
          answer> 2 3
          not that: it is the other way round
          answer> 3 2
          yes: that is right
          """)),
    FormatEntry(
      key: "choice", "TEXT | REASON", in: .question,
      "one of several answers, and what is said of it",
      details: """
        Choices are shown with letters, in the order in which they stand; `answer:` has the text
        of one of them. What stands behind ` | ` is said of a choice that is taken, and may be
        left out.
        """,
      example: Example(
        """
        ```question
        How many numbers does db hold?
        choice: one
        choice: one a unit | b has one for each, and db is its gradient
        choice: one a sample | they are added up: b served all samples
        answer: one a unit
        ```
        """,
        answers: """
          answer> c
          not that: they are added up: b served all samples
          answer> b
          yes: b has one for each, and db is its gradient
          """)),
    FormatEntry(
      key: "vote", "CELL or STEP", in: .question, "choices made of mistakes, as 'vote' makes them",
      details: """
        A cell, a step or `shape dX`. It stands in place of `answer:` and `choice:`: what is right is
        computed, and the wrong letters are mistakes that give other numbers here.
        """,
      example: Example(
        """
        ```epynn
        > goto dW;
        ```

        ```question
        What is dW[0,1]?
        vote: dW[0,1]
        ```
        """,
        answers: """
          answer> a
          not that: Xᵀ · dA: this is what Xᵀ · dA gives; dW uses dZ
          """)),
    FormatEntry(
      key: "accept", "TEXT", in: .question, "another text that is right",
      details: """
        It may stand several times. Case and spaces do not matter. With it the answer may be a
        text that is no formula.
        """,
      example: Example(
        """
        ```question
        Which letter counts the samples?
        answer: m
        accept: the m
        accept: M
        ```
        """,
        answers: """
          answer> The m
          yes: that is right
          """)),
    FormatEntry(
      key: "wrong", "VALUE | REASON", in: .question,
      "a likely wrong answer, and what it comes from",
      details: """
        It may stand several times, and its value may be a formula. What no such line knows is
        looked up among the mistakes that `mine` finds.
        """,
      example: Example(
        """
        ```epynn
        > run;
        ```

        ```question
        What is dW[0,1]?
        answer: dW[0,1]
        wrong: X[:,0].T @ dA[:,1] | that is what dA gives; relu is off in sample 2
        ```
        """,
        answers: """
          answer> -13
          not that: that is what dA gives; relu is off in sample 2
          answer> -9
          yes: that is right
          """)),
    FormatEntry(
      key: "decimals", "NUMBER", in: .question, "how many an answer must show, right in the last",
      details: """
        Without it an answer shows as many as the one written here; where that is a formula, all
        that it has up to four, else two. Too few digits are no try.
        """,
      example: Example(
        """
        ```question
        What is 2 / 3?
        answer: 2/3
        decimals: 3
        ```
        """,
        answers: """
          answer> 0.7
          that has too few digits; give 3 decimals
          answer> 0.667
          yes: that is right
          """)),
    FormatEntry(
      key: "typed", "number", in: .question, "only a number will do: a formula would be cheating",
      details: """
        A formula that is typed is refused, and is no try; a tensor or a cell by its name, as
        `W`, is still shown. What the lesson has run can be looked at: ask before it has.
        """,
      example: Example(
        """
        ```question
        What is Z[0,1]?
        answer: X[0,:] @ W[:,1] + b[0,1]
        typed: number
        ```
        """,
        answers: """
          answer> X[0,:] @ W[:,1] + b[0,1]
          'X[0,:] @ W[:,1] + b[0,1]' is a formula, and a number is wanted; work it out by
            hand, and type what comes
          answer> 1
          yes: that is right
          """)),
    FormatEntry(
      key: "hint", "TEXT", in: .question, "said when asked for, and where nothing explains",
      details: """
        Several form a ladder: each wrong answer that nothing explains gets the next.
        """,
      example: Example(
        """
        ```question
        What is relu(-2)?
        answer: 0
        hint: relu cuts something off
        hint: it keeps what is above 0
        ```
        """,
        answers: """
          answer> hint
          relu cuts something off
          answer> 2
          not that. it keeps what is above 0
          answer> 0
          yes: that is right
          """)),
    FormatEntry(
      key: "why", "TEXT", in: .question, "why the answer is right, said with it",
      details: """
        A line without a key goes on the one above it, here as with every other.
        """,
      example: Example(
        """
        ```question
        What is the slope of relu below 0?
        answer: 0
        why: whatever comes out is 0,
        so a little more or less in changes nothing
        ```
        """,
        answers: """
          answer> 0
          yes: whatever comes out is 0, so a little more or less in changes nothing
          """)),
  ]
}
