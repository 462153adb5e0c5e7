import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of a document, as Foundation's parser reads them.
final class XMLElements: NSObject, XMLParserDelegate {
  private var all: [(name: String, attributes: [String: String], depth: Int)] = []
  private var open: [(name: String, text: String)] = []
  private var finished: [(name: String, text: String)] = []
  private var textsOfQuestions: [[String]] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func named(_ name: String) -> [[String: String]] {
    all.filter { $0.name == name }.map(\.attributes)
  }

  func contents(of name: String) -> [String] { finished.filter { $0.name == name }.map(\.text) }

  func texts(in question: String) -> [[String]] { textsOfQuestions }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    all.append((name, attributes, open.count))
    open.append((name, ""))
    if name == "question" { textsOfQuestions.append([]) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text += string
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let last = open.popLast() else { return }
    finished.append(last)
    if name == "text", !textsOfQuestions.isEmpty {
      textsOfQuestions[textsOfQuestions.count - 1].append(last.text)
    }
  }
}
