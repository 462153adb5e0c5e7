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
    name: "export", maximumLength: 300,
    dictionary: {
      ["</script>", "<b>", "-->", "]]>", "$", "\\", "```", "~~~", "\u{1B}[2J", "\u{202E}", "\u{301}",
        "=1+1", "＝1", "'''", "\"\"\"", "|", "{", "}", "&amp;", "\u{2028}"]
    }
  ) { bytes in
    var typist = Typist()
    let text = String(decoding: bytes, as: UTF8.self)
    let word = text.split(separator: "\n").joined(separator: " ")
    typist.disk.put(
      Array((CSVText.line(["a\(text)", "b", "label"])
        + CSVText.line(["1", "2", text]) + CSVText.line(["3", "4", "x"])).utf8), at: "t.csv")
    typist.disk.put(Array((CSVText.line([text]) + "1,2\n3,4\n").utf8), at: "mine.csv")
    for line in [
      "print(\"\(word)\")", "# \(word)", word, "rate 0.1 # \(word)", "load \(word)",
      "verify mine.csv dZ=\(word)", "data t.csv", "show Y", "step 3",
    ] { typist.type(line, from: .prompt) }
    for format in ExportFormat.all {
      for options in ["", " session"] {
        let name = "dW\(format.ending)"
        typist.type("export \(name)\(options) replace", from: .prompt)
        guard let bytes = typist.disk.bytes(of: name) else { continue }
        requireReadable(bytes, as: format.ending)
      }
    }
    typist.type("export \(word).md", from: .prompt)
    typist.type("save s.md", from: .prompt)
    if let saved = typist.disk.bytes(of: "s.md") {
      requireTame(String(decoding: saved, as: UTF8.self), of: "s.md")
    }
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
