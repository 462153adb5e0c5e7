import Foundation
import TestSupport
import Testing

@testable import EpynnCore

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What is written in MathML is XML, and each element has the children that its meaning needs.
@Suite struct MathMLTests {
  @Test func aStepAndAMatrixAsTheyArePrinted() {
    let step = NotationCase.formulas(of: .example)[1].formula
    #expect(
      MatrixNotation(.mathml).equation(of: step)
        == "<math><mi>Z</mi> <mo>=</mo> <mi>X</mi> <mo>&#x22C5;</mo> <mi>W</mi> "
        + "<mo>+</mo> <mi>b</mi></math>")
    #expect(
      IndexNotation(.mathml, layer: 2).equations(of: Dense.steps[0]) == [
        "<math><msubsup><mi>x</mi> <mrow><mi>m</mi> <mi>n</mi></mrow> <mn>2</mn></msubsup> "
          + "<mo>=</mo> <msubsup><mi>a</mi> <mrow><mi>m</mi> <mi>n</mi></mrow> <mn>1</mn>"
          + "</msubsup></math>"
      ])
    #expect(
      Spelling.mathml.lines(of: [["1", "-0.5"], ["inf", "nan"]]) == [
        "<math><mrow><mo>[</mo> <mtable>",
        "  <mtr><mtd><mn>1</mn></mtd> "
          + "<mtd><mrow><mo>&#x2212;</mo> <mn>0.5</mn></mrow></mtd></mtr>",
        "  <mtr><mtd><mi>&#x221E;</mi></mtd> <mtd><mi>nan</mi></mtd></mtr>",
        "</mtable> <mo>]</mo></mrow></math>",
      ])
  }

  @Test(arguments: [
    "<math><mi>x</mi>", "<math><mo><</mo></math>", "<math><msup><mi>x</mi></msup></math>",
    "<math>x</math>", "<math><b>x</b></math>", "<math><mi>x</mi></math><math></math>",
    "<math><mi>a & b</mi></math>",
  ])
  func whatIsNotMathMLIsRefused(text: String) {
    #expect(!MathMLReader().accepts(text))
  }

  @Test func everyStepIsMathML() {
    let notation = MatrixNotation(.mathml)
    let machines = NotationCase.everyMachine + NotationCase.machines
    for (name, machine) in machines {
      for (stop, formula) in NotationCase.formulas(of: machine) {
        let text = notation.equation(of: formula, layer: stop.layer)
        #expect(MathMLReader().accepts(text), "\(name): \(text)")
      }
    }
    for layer in [nil, 1, 2, 12] {
      for text in Dense.steps.flatMap(IndexNotation(.mathml, layer: layer).equations) {
        #expect(MathMLReader().accepts(text), "\(text)")
      }
    }
  }

  @Test func whatIsTypedIsMathML() throws {
    for typed in NotationCase.typed {
      let text = try MatrixNotation(.mathml).text(of: Expression(parsing: typed))
      #expect(MathMLReader().accepts(text), "\(text)")
    }
    var trees = RandomTrees(generator: SeededGenerator(seed: 59))
    for _ in 0..<500 {
      let text = MatrixNotation(.mathml).text(of: trees.tree(depth: 5))
      #expect(MathMLReader().accepts(text), "\(text)")
      #expect(text.allSatisfy { $0.isASCII }, "\(text)")
    }
  }

  @Test(arguments: [(1, 1), (1, 3), (3, 1), (2, 64)])
  func aMatrixHasItsShape(rows: Int, columns: Int) {
    let digits = (0..<rows).map { row in (0..<columns).map { "\(row - $0)" } }
    let reader = MathMLReader()
    #expect(reader.accepts(Spelling.mathml.lines(of: digits).joined(separator: "\n")))
    #expect(reader.rows == Array(repeating: columns, count: rows))
  }
}

/// Reads a page with one formula on it and counts children; an element that is none of MathML's is refused.
private final class MathMLReader: NSObject, XMLParserDelegate {
  /// The cells of each row that was read.
  private(set) var rows: [Int] = []
  private var open: [(name: String, children: Int)] = []
  private var isMathML = true

  private static let tokens: Set = ["mi", "mo", "mn", "mtext"]
  /// How many children an element has; `nil` is any number.
  private static let children: [String: Int?] = [
    "page": 1, "math": nil, "mrow": nil, "mtable": nil, "mtr": nil, "mtd": nil, "msub": 2,
    "msup": 2,
    "msubsup": 3, "mfrac": 2, "munder": 2, "munderover": 3, "mi": 0, "mo": 0, "mn": 0, "mtext": 0,
  ]

  func accepts(_ text: String) -> Bool {
    let parser = XMLParser(data: Data("<page>\(text)</page>".utf8))
    parser.delegate = self
    return parser.parse() && isMathML && open.isEmpty
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if open.count == 1 { isMathML = isMathML && name == "math" }
    if let last = open.indices.last { open[last].children += 1 }
    open.append((name, 0))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let count = open.removeLast().children
    if name == "mtr" { rows.append(count) }
    guard let wanted = Self.children[name] else {
      isMathML = false
      return
    }
    isMathML = isMathML && (wanted ?? count) == count
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    let isToken = open.last.map { Self.tokens.contains($0.name) } ?? false
    isMathML = isMathML && (isToken || text.allSatisfy(\.isWhitespace))
  }
}
