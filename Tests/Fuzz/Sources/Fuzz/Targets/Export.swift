import EpynnCore
import Foundation

@testable import EpynnData
@testable import EpynnShell

#if canImport(FoundationXML)
  import FoundationXML
#endif

extension Target {
  /// A session with a stranger's text wherever one can stand, in every format that leaves.
  static let export = Target(
    name: "export", maximumLength: 200,
    dictionary: {
      [
        "</script>", "<b>", "-->", "]]>", "$", "\\", "```", "~~~", "\u{1B}[2J", "\u{202E}",
        "\u{301}",
        "=1+1", "＝1", "'''", "\"\"\"", "|", "{", "}", "&amp;", "\u{2028}",
      ]
    },
    run: { bytes in
      var choices = Choices(bytes)
      let format = choices.one(of: ExportFormat.all)
      let isWhole = choices.next(below: 2) == 1
      let text = choices.rest
      let word = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      var typist = Typist()
      typist.disk.put(table(of: text), at: "t.csv")
      typist.disk.put(Array((CSVText.line([text]) + "1,2\n3,4\n5,6\n7,8\n").utf8), at: "mine.csv")
      for line in [
        "print(\"\(word)\")", "# \(word)", word, "rate 0.1 # \(word)", "load \(word)",
        "verify mine.csv dZ=\(word)", "data t.csv", "dense 2 softmax", "show Y", "step 3",
      ] { typist.type(line) }
      let name = "dW\(format.ending)"
      typist.type("export \(name)\(isWhole ? " session" : "") replace")
      if let written = typist.disk.bytes(of: name) { requireReadable(written, as: format.ending) }
      typist.type("export \(word)\(format.ending)")
      typist.save()
    })

  /// Samples whose columns and classes are called by a text.
  private static func table(of text: String) -> [UInt8] {
    let rows = [["a\(text)", "b", "label"], ["1", "2", text], ["3", "4", "x"]]
    return Array(rows.map(CSVText.line).joined().utf8)
  }

  /// Ends the process where a file is not what its name says, as far as another reader can tell.
  private static func requireReadable(_ bytes: [UInt8], as ending: String) {
    switch ending {
    case ".npz", ".npy", ".safetensors":
      do throws(DataFault) { _ = try FileFormat.names(in: bytes, of: "dW\(ending)") } catch {
        violated("\(ending): \(error)")
      }
      return
    case ".svg", ".html":
      let parser = XMLParser(data: Data(bytes))
      require(
        parser.parse(), "\(ending), line \(parser.lineNumber): \(parser.parserError as Any)")
    case ".ipynb":
      require(
        (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil, "\(ending) is no JSON")
    default: break
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      violated("\(ending) is no UTF-8")
    }
    requireTame(text, of: ending, others: "\r")
  }
}
