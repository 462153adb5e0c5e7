import EpynnCore

/// The lines of a program or a notebook, and where in it each stands.
package struct ProgramLines: Sendable {
  package struct Line: Sendable, Equatable {
    /// The cell of a notebook, counted from 1; `nil` in a program.
    package let cell: Int?
    package let number: Int
    package let text: String
  }

  package let lines: [Line]

  /// - Parameter isNotebook: whether it is a notebook's JSON.
  /// - Throws: `DataFault.notNotebook`.
  package init(_ bytes: [UInt8], isNotebook: Bool) throws(DataFault) {
    guard isNotebook else {
      lines = Self.lines(of: String(decoding: bytes, as: UTF8.self), cell: nil)
      return
    }
    guard let notebook = try? JSONReader.value(of: bytes[...]),
      case .array(let cells)? = notebook["cells"]
    else { throw DataFault(.notNotebook) }
    var found: [Line] = []
    for (place, cell) in cells.enumerated() where cell["cell_type"] == .string("code") {
      let text: String
      switch cell["source"] {
      case .string(let whole)?: text = whole
      case .array(let pieces)?:
        text = pieces.map { if case .string(let piece) = $0 { piece } else { "" } }.joined()
      default: continue
      }
      found += Self.lines(of: text, cell: place + 1)
    }
    lines = found
  }

  private static func lines(of text: String, cell: Int?) -> [Line] {
    // As an editor counts them: a page break is a character of its line.
    text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
      .enumerated().map {
        Line(cell: cell, number: $0.offset + 1, text: String($0.element))
      }
  }

  /// The lines that assign a tensor: by the file's name for it, else by a name that means it, with
  /// the layer's number or, as in a loop, without.
  package func assigning(_ key: TensorKey, called name: String) -> [Line] {
    let assigned = lines.map { (line: $0, words: Self.assignedWords(in: $0.text)) }
    let tests: [(String) -> Bool] = [
      { $0 == name },
      { word in
        NameInFile(word).map { $0.quantity == key.quantity && $0.number == key.layer } ?? false
      },
      { word in
        NameInFile(word).map { $0.quantity == key.quantity && $0.number == nil } ?? false
      },
    ]
    for test in tests {
      let found = assigned.filter { $0.words.contains(where: test) }.map(\.line)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The names that a line assigns: `dZ2`, the last part of `self.dZ2`, the key of `grads["dZ2"]`.
  private static func assignedWords(in text: String) -> [String] {
    (Quotation.assigned(in: Array(text.unicodeScalars)) ?? []).compactMap { word(in: $0) }
  }

  private static func word(in target: String) -> String? {
    let words = target.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    // Cells that are set belong to the name in front of the bracket.
    guard target.contains("["), !target.contains("\""), !target.contains("'") else {
      return words.last
    }
    return target.prefix { $0 != "[" }.split { !($0.isLetter || $0.isNumber || $0 == "_") }.last
      .map(String.init)
  }
}
