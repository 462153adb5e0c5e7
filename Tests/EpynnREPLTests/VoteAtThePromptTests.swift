import Testing

/// A class votes at a terminal of 80 × 24: what is asked comes up on no screen before it is told.
@Suite(.serialized, .waitsForPrograms) struct VoteAtThePromptTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test func aClassVotesTwiceAndIsTold() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("vote dW[0,1]\r")
    let question = try terminal.waitFor("vote> ")
    #expect(
      question.contains("What is dW[0,1]?\r\n  A   -13      B   -9      C   -2.25      D   9"))
    // Enter does nothing yet, whatever is pressed how often.
    try terminal.send("\r\r\r")
    for _ in 0..<3 { #expect(try !terminal.waitFor("vote> ").contains("backward")) }
    try terminal.send("11 12 5 2\r")
    #expect(try terminal.waitFor("vote> ").contains("  B  ████████████  12\r\n"))
    // The room talks, and the teacher runs the iteration meanwhile.
    for line in ["goto update", "show dW", "explain dW[0,1]", "show all"] {
      try terminal.send("\(line)\r")
      let screen = try terminal.waitFor("vote> ")
      #expect(!screen.contains("-9") && !screen.contains("-8"), "\(screen)")
      // The line as it was typed may leave the screen at its top.
      #expect(screen.split(separator: "\r\n", omittingEmptySubsequences: false).count <= 25)
    }
    try terminal.send("3 24 2 1\r")
    #expect(try terminal.waitFor("vote> ").contains("24  was 12"))
    try terminal.send("reveal\r")
    let told = try terminal.waitFor("epynn update> ")
    #expect(told.contains("  B  -9     right, Xᵀ · dZ\r\n"))
    #expect(told.contains("first vote 11 12 5 2, second 3 24 2 1"))
    #expect(told.split(separator: "\r\n").allSatisfy { $0.count <= 80 })
    try terminal.send("dW[0,1]\r")
    #expect(try terminal.waitFor("epynn update> ").contains("-9\r\n"))
  }

  @Test func ctrlCEndsIt() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("vote dZ\r")
    try terminal.waitFor("vote> ")
    try terminal.send("1 2\u{3}")
    try terminal.waitFor("the vote has ended, and its answer was not told")
    try terminal.waitFor("epynn forward(1)> ")
  }

  @Test func itWorksInAPipe() throws {
    defer { program.remove() }
    let input = "goto dW;\nvote dW[0,1]\n\n11 12 5 2\n3 24 2 1;\nreveal\n"
    let result = try program.run(input: Array(input.utf8))
    #expect(result.status == 0)
    #expect(result.output.contains("  D  ██             2\n  B  -9     right, Xᵀ · dZ\n"))
    let refused = try program.run(input: Array("vote dW[0,1]\n1 2 x 4\n".utf8))
    #expect(refused.status != 0)
    #expect(refused.complaints.contains("'x' is no number of votes;"))
  }
}
