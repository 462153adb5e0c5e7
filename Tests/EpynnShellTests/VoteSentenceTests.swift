import Testing

@testable import EpynnShell

/// What is no vote, or cannot be asked, is said in a sentence, letter by letter.
@Suite struct VoteSentenceTests {
  @Test(arguments: [
    ("five", "'five' is no number of votes; whole numbers from 0 on are, one for each letter"),
    ("5 x 1 2", "'x' is no number of votes; whole numbers from 0 on are, one for each letter"),
    ("1.5 2 3 4", "'1.5' is no number of votes; whole numbers from 0 on are, one for each letter"),
    ("1e3 2 3 4", "'1e3' is no number of votes; whole numbers from 0 on are, one for each letter"),
    ("- 2 3 4", "'-' is no number of votes; whole numbers from 0 on are, one for each letter"),
    ("٣ 2 3 4", "'٣' is no number of votes; whole numbers from 0 on are, one for each letter"),
    ("-3 2 3 4", "'-3' is fewer than no votes; 0 is the least"),
    ("−3 2 3 4", "'−3' is fewer than no votes; 0 is the least"),
    (
      "1 2 3",
      "3 counts for 4 letters; one for each of A, B, C and D is wanted, 0 where nobody is for it"
    ),
    (
      "1",
      "1 count for 4 letters; one for each of A, B, C and D is wanted, 0 where nobody is for it"
    ),
    (
      "1 2 3 4 5",
      "5 counts for 4 letters; one for each of A, B, C and D is wanted, 0 where nobody is for it"
    ),
    (
      "10000 2 3 4",
      "'10000' is more than is counted here; 9999 votes a letter are the most"
    ),
    (
      "99999999999999999999999 2 3 4",
      "'99999999999999999999999' is more than is counted here; 9999 votes a letter are the most"
    ),
    ("A 3 E 4", "no letter 'E' here; there are A, B, C and D"),
    ("B 3 b 4", "the letter 'B' stands there twice; count it once"),
    ("vote dW", "a vote is open; 'reveal' tells its answer, 'leave' ends it without"),
  ])
  func aLineThatIsNoVote(line: String, sentence: String) {
    var session = Session()
    _ = session.respond(to: "vote dW[0,1]")
    let response = session.respond(to: line, from: .script)
    #expect(response.hasFailed)
    #expect(response.text.split(separator: "\n").first.map(String.init) == sentence)
    #expect(session.vote?.rounds.isEmpty == true && session.prompt == "vote> ")
  }

  @Test(
    arguments: [
      (
        [], "vote Y[0,0]",
        "Y is given, and no step computes it; a vote is on a result, as on dW[0,1]"
      ),
      (
        [], "vote X[0,0]",
        "no mistake that is known gives anything else for X[0,0]; 'vote' alone picks what can be asked"
      ),
      (
        [], "vote cost",
        "'cost' does not work for 'vote'; it wants a cell, as in dW[0,1], or a step, as in dW"
      ),
      (
        [], "vote shape dX[0,0]",
        "'dX[0,0]' does not work for 'vote shape'; it wants a whole tensor, as in 'vote shape dX'"
      ),
      ([], "vote shape", "'vote shape' needs a tensor; '?vote' shows how"),
      (
        [], "vote bug",
        "no mistake is in; 'bug hidden' puts one in, and then a vote can ask for its step"
      ),
      (
        ["bug slope-left-out"], "vote bug",
        "slope-left-out is in, and everybody may know; 'bug hidden' puts in one that nobody does"
      ),
      (
        ["bug slope-left-out"], "vote dW",
        "a mistake is in, so that what runs is not what is right; 'fix' takes it out"
      ),
      (
        ["bug hidden 3"], "vote dW[0,1]",
        "a mistake is to be found, and a vote on numbers would tell; 'vote bug' asks for its step,"
          + " 'fix' takes it out"
      ),
      (
        ["bug hidden 3"], "vote",
        "a mistake is to be found, and a vote on numbers would tell; 'vote bug' asks for its step,"
          + " 'fix' takes it out"
      ),
      (
        ["cover dW"], "vote dW[0,1]",
        "dW is covered, and a vote shows its number among others; 'reveal dW' first"
      ),
      (
        ["predict dZ"], "vote dW",
        "'predict' asks before each step already; 'predict off' ends that, and a vote can be held"
      ),
      (
        ["bug hidden 3", "vote bug"], "check",
        "'check' would tell where the mistake is, which the vote asks; 'reveal' tells it, 'leave'"
          + " ends the vote without"
      ),
      (
        ["vote shape dX"], "show dX",
        "'show dX' would tell the shape of dX, which the vote asks; 'reveal' tells it, 'leave' ends"
          + " the vote without"
      ),
    ] as [([String], String, String)])
  func whatCannotBeAsked(before: [String], line: String, sentence: String) {
    var session = Session()
    for line in before { _ = session.respond(to: line) }
    let response = session.respond(to: line, from: .script)
    #expect(response.hasFailed)
    let printed = response.text.split(separator: "\n").map(String.init)
    #expect(printed.contains(sentence), "\(response.text)")
  }

  @Test func aCellThatIsNotThereIsNamed() {
    var session = Session()
    let text = session.respond(to: "vote dW[9,9]", from: .script).text
    #expect(
      text.contains("'dW[9,9]' is outside (3, 2): rows are 0 to 2, columns 0 to 1"), "\(text)")
    #expect(session.vote == nil)
  }
}
