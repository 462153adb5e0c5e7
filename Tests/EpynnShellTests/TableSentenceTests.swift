import EpynnCore
import EpynnData
import Testing

@testable import EpynnShell

/// What is said of tables as people have them, and of files that lie.
@Suite struct TableSentenceTests {
  private func answer(_ line: String, _ content: String) -> String {
    var session = Session(
      surroundings: Surroundings(read: { _ in .success(Array(content.utf8)) }))
    let before = session.machine
    let response = session.respond(to: line)
    if response.hasFailed { #expect(session.machine == before) }
    return response.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func whatWasPassedOverIsSaid() {
    #expect(
      answer("data t.csv", "# lab\nid,x,kind\n7,1,a\n9,2,b\n").contains(
        "passed over: 1 comment and the column 'id'"))
    #expect(
      answer("data t.csv", ",x,kind\n0,1,a\n1,2,b\n").contains(
        "passed over: a column without a name"))
    #expect(
      answer("data t.csv columns", "id,7,9\nx,1,2\nk,a,b\n").contains("passed over: the line 'id'"))
    #expect(!answer("data t.csv", "x,kind\n1,a\n2,b\n").contains("passed over"))
  }

  @Test(arguments: [
    ("a,b,class\n", "t.csv: there is no sample in this file"),
    (
      "1,5;2;0\n1.5;3;1\n",
      "t.csv:2:1: '1.5' has another decimal sign than numbers above it; use the comma or the point"
        + " throughout"
    ),
  ])
  func tablesThatCannotBeReadAreOneSentence(content: String, sentence: String) {
    #expect(answer("data t.csv", content).hasSuffix(sentence))
  }

  @Test(arguments: [
    (DataFault.Reason.notSafeTensors, "this is no whole .safetensors file; save_file writes one"),
    (.badJSON(byte: 9), "its header is no JSON at byte 9; save_file writes one that is"),
    (.badEntry("w"), "its header does not say type, shape and place of 'w' as it must"),
    (
      .badOffsets("w"),
      "the bytes of 'w' are not where its header says; save_file writes a whole file"
    ), (.repeated("dW"), "'dW' stands in it twice; one alone is wanted"),
    (.noSuchArray("w", others: []), "there is no 'w' in it; it holds nothing"),
  ])
  func faultsOfFilesAreOneSentence(reason: DataFault.Reason, sentence: String) {
    #expect(DataFault(reason).sentence == sentence)
  }
}
