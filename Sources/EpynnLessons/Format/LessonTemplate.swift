/// A lesson to begin with: it plays as it stands, and its comments say what else may stand in it.
package enum LessonTemplate {
  package static let text = """
    ```lesson
    id: my-lesson
    ```

    <!--
    A lesson is Markdown: it reads well on a page, plays in the program, and is its own test.

        epynn-repl FILE.md           plays it, with FILE the name of this file
        epynn-repl test FILE.md      says what is wrong in it, line by line

    The fence above names the lesson in the tables that students hand in: give it a name of its
    own. Text in comments like this one is never shown. What may stand in the fences:

    \(rows)

    lessons/README.md beside the program's source has an example of each. A fence 'exercise' gives
    everyone own numbers: 'help exercise-file' at the prompt.
    -->

    # My lesson

    Whatever stands between the fences is shown as it is read, paragraph by paragraph.

    <!-- Lines behind '> ' are run. '...' stands for whatever is printed there. -->

    ```epynn
    > goto dZ;
    > show dA
    ...
    ```

    ## A question

    <!--
    It is asked before its step has run, since what is on the screen can be copied; so the answer is
    a formula of what is there already.
    -->

    ```question
    What is dZ[2,1]?
    answer: dA[2,1] * (Z[2,1] > 0)
    wrong: dA[2,1] | that is dA as it came; relu was off there: Z[2,1] is -2, and its slope is 0
    hint: look at Z[2,1] first
    typed: number
    why: nothing that relu cuts off comes back
    ```

    <!-- A ';' at the end of a line keeps what it prints from the screen. -->

    ```epynn
    > step;
    > show dZ
    ...
    ```

    ```question
    Why is that cell 0?
    choice: the layer made no error there | then dA[2,1] would be 0, and it is not
    choice: relu was off there
    choice: W[2,1] is 0 | dX is made with W; dZ comes before it
    answer: relu was off there
    ```

    That is all.

    """

  /// The table, a row a line, with nothing in it that would end a comment.
  private static var rows: String {
    // An exercise has a page of its own.
    let entries = FormatEntry.all.filter { $0.fence != .exercise }
    let width = entries.map(\.form.count).max() ?? 0
    return entries.map { entry in
      let form = entry.form.replacing("-->", with: "-- >")
      let gap = String(repeating: " ", count: width - entry.form.count + 2)
      return "    \(form)\(gap)\(entry.summary.replacing("-->", with: "-- >"))"
    }.joined(separator: "\n")
  }
}
