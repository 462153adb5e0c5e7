import EpynnCore
import Foundation
import Testing

@testable import EpynnShell

/// `epynn-repl verify --json`: one object, for other programs. The expressions in it were evaluated
/// by Python on the same files: Fixtures/reports/make_reports.py.
@Suite struct VerificationReportTests {
  private func text(_ name: String, called: [String] = [], as file: String? = nil) throws -> String
  {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/reports/\(name)", withExtension: nil))
    let bytes = Array(try Data(contentsOf: url))
    var session = Session(surroundings: Surroundings(read: { _ in .success(bytes) }))
    let response = session.verify(
      file: file ?? name, activations: "tanh,sigmoid", loss: "BCE", called: called, isReport: true)
    #expect(response.output.lines.count == 1)
    return response.text
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The names of an object's members, in their order.
  private func order(of names: [String], in text: Substring) -> Bool {
    var rest = text
    return names.allSatisfy { name in
      guard let range = rest.firstRange(of: "\"\(name)\": ") else { return false }
      rest = rest[range.upperBound...]
      return true
    }
  }

  @Test func theFieldsAreThese() throws {
    let text = try text("input-sparse.npz")
    let report = try object(text)
    #expect(Set(report.keys) == ["file", "conventions", "samples", "tensors", "first"])
    #expect(order(of: ["file", "conventions", "samples", "tensors", "first"], in: text[...]))
    #expect(report["file"] as? String == "input-sparse.npz")
    #expect(report["conventions"] as? [String] == [])
    #expect(report["samples"] as? String == "rows")
    let tensors = try #require(report["tensors"] as? [[String: Any]])
    let fields = ["name", "file_name", "step", "shape", "cells", "agree", "verdict"]
    for tensor in tensors { #expect(Set(tensor.keys) == Set(fields)) }
    #expect(order(of: fields, in: text[...]))
    let told = tensors.map { "\($0["name"] ?? "") \($0["verdict"] ?? "")" }
    #expect(
      told == [
        "X1 taken", "W1 taken", "W2 taken", "b1 taken", "b2 taken", "Y taken", "Z1 agrees",
        "A1 agrees", "Z2 agrees", "A2 agrees", "dZ2 agrees", "dW2 agrees", "db2 agrees",
        "dZ1 differs", "dW1 follows", "db1 follows",
      ])
    let dZ1 = try #require(tensors.first { $0["name"] as? String == "dZ1" })
    #expect(dZ1["step"] as? String == "1.backward (2)")
    #expect(dZ1["shape"] as? [Int] == [5, 4])
    #expect(dZ1["cells"] as? Int == 20 && dZ1["agree"] as? Int == 0)
    let first = try #require(report["first"] as? [String: Any])
    #expect(Set(first.keys) == ["tensor", "file_name", "step", "made_in", "findings"])
    #expect(first["tensor"] as? String == "dZ1" && first["file_name"] as? String == "dZ1")
    #expect(first["step"] as? String == "1.backward (2)")
    #expect(first["made_in"] as? String == "2.backward (3)")
    let finding = try #require((first["findings"] as? [[String: Any]])?.first)
    #expect(
      Set(finding.keys) == [
        "name", "edits", "formula", "numpy", "expected", "sentence", "convention", "called",
      ])
    #expect(finding["name"] as? String == "input-error-from-da")
    #expect(finding["edits"] as? [String] == ["input-error-from-da"])
    #expect(finding["convention"] as? Bool == false && finding["called"] as? Bool == true)
    let sentence = try #require(finding["sentence"] as? String)
    #expect(sentence.hasPrefix("input-error-from-da in layer 2, from dX on, explains all"))
  }

  /// What gives the file's tensor, laid as the file has it, and what is right.
  @Test(arguments: [
    (
      "factor-rows", "dZ1", #"f["dA1"] * (4 / (np.exp(f["Z1"]) + np.exp(-f["Z1"]))**2) * f["Z1"]"#,
      #"f["dA1"] * (4 / (np.exp(f["Z1"]) + np.exp(-f["Z1"]))**2)"#
    ),
    (
      "slope-columns", "dZ1", #"(f["dA1"].T).T"#,
      #"(f["dA1"].T * (4 / (np.exp(f["Z1"].T) + np.exp(-f["Z1"].T))**2)).T"#
    ),
    (
      "factor-sparse", "dZ1",
      #"f["dZ2"] @ f["W2"].T * (4 / (np.exp(f["Z1"]) + np.exp(-f["Z1"]))**2) * f["Z1"]"#,
      #"f["dZ2"] @ f["W2"].T * (4 / (np.exp(f["Z1"]) + np.exp(-f["Z1"]))**2)"#
    ),
    (
      "input-columns", "dX2", #"(f["dA2"].T @ f["W2"].T.T).T"#, #"(f["dZ2"].T @ f["W2"].T.T).T"#
    ),
    ("weights-torch", "dW2", #"(f["A1"].T @ f["dA2"]).T"#, #"(f["A1"].T @ f["dZ2"]).T"#),
    (
      "weights-columns", "dW2", #"(f["A1"].T.T @ f["dA2"].T).T"#,
      #"(f["A1"].T.T @ f["dZ2"].T).T"#
    ),
    (
      "axis-flat", "db1", #"np.ravel(np.sum(f["dZ1"].T, axis=0, keepdims=True))"#,
      #"np.ravel(np.sum(f["dZ1"], axis=0, keepdims=True))"#
    ),
    (
      "axis-columns", "db1", #"(np.sum(f["dZ1"].T, axis=1, keepdims=True)).T"#,
      #"(np.sum(f["dZ1"].T, axis=0, keepdims=True)).T"#
    ),
    (
      "total-number", "db1", #"np.squeeze(np.sum(f["dZ1"], keepdims=True))"#,
      #"np.sum(f["dZ1"], axis=0, keepdims=True)"#
    ),
  ])
  func theExpressionsAreOfTheFilesOwnArrays(
    file: String, tensor: String, numpy: String, expected: String
  ) throws {
    let report = try object(try text("\(file).npz"))
    #expect(report["samples"] as? String == (file.hasSuffix("columns") ? "columns" : "rows"))
    let first = try #require(report["first"] as? [String: Any])
    #expect(first["tensor"] as? String == tensor)
    #expect(first["made_in"] as? String == first["step"] as? String)
    let finding = try #require((first["findings"] as? [[String: Any]])?.first)
    #expect(finding["numpy"] as? String == numpy)
    #expect(finding["expected"] as? String == expected)
  }

  /// What has another shape, and what nothing is there to compare with.
  @Test(arguments: [
    ("dW1\n1,2\n", "misfit", "dW1"), ("dW1\n1,2,3\n4,5,6\n", "misfit", "dW1"),
    ("loss\n1\n2\n", "unknown", "loss"),
  ])
  func whatDoesNotFitAndWhatIsNotKnown(table: String, verdict: String, first: String) throws {
    let inputs = "X\n1,2\n3,4\nW1\n0.1,0.2\n0.3,0.4\nW2\n0.5\n0.6\n"
    let target = verdict == "misfit" ? "Y\n1\n0\n" : ""
    var session = Session(
      surroundings: Surroundings(read: { _ in .success(Array((inputs + target + table).utf8)) }))
    let report = try object(
      session.verify(file: "own.csv", activations: "tanh,sigmoid", loss: "BCE", isReport: true)
        .text)
    let tensors = try #require(report["tensors"] as? [[String: Any]])
    let tensor = try #require(tensors.first { $0["name"] as? String == first })
    #expect(tensor["verdict"] as? String == verdict)
    #expect((report["first"] as? [String: Any])?["tensor"] as? String == first)
  }

  @Test func nothingIsFirstWhereAllAgrees() throws {
    let report = try object(try text("right.npz"))
    #expect(report["first"] is NSNull)
  }

  @Test func aSlipHasNoFormulaButWhatIsRight() throws {
    let report = try object(try text("slip.npz"))
    let first = try #require(report["first"] as? [String: Any])
    let finding = try #require((first["findings"] as? [[String: Any]])?.first)
    #expect(finding["name"] is NSNull && finding["numpy"] is NSNull)
    #expect(finding["expected"] as? String == #"f["X1"].T @ f["dZ1"]"#)
    #expect(finding["sentence"] as? String == "in dW1[1,2] a product is left out")
  }

  /// Names are a stranger's: nothing of them acts on a terminal, and every one is read back as it is.
  @Test func hostileNamesAreEscaped() throws {
    let (name, file) = ("d\"W\u{1b}[31m\u{202e}\\é", "odd\u{7}\u{9b}\"\n\u{2028}🙂.npz")
    let text = try text("hostile.npz", called: ["dW1=\(name)"], as: file)
    let isPlain = text.trimmingCharacters(in: .newlines).unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
        && !["\u{202e}", "\u{2028}"].contains($0)
    }
    #expect(isPlain)
    let report = try object(text)
    #expect(report["file"] as? String == file)
    let first = try #require(report["first"] as? [String: Any])
    #expect(first["tensor"] as? String == "dW1" && first["file_name"] as? String == name)
  }
}
