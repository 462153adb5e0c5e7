import EpynnCore

/// Puts facts into words for a screen reader: sentences without signs, nothing drawn.
struct SpeechRenderer {
  let look: Look

  func lines(of facts: [Fact]) -> [Line] {
    facts.flatMap(sentences).filter { !$0.isEmpty }
      .flatMap { $0.keptTogether.wrapped(to: look.width - 1) }
      .map { $0.mapped { $0.replacing(String.bond, with: " ") }.trimmed }
  }

  /// What is pasted elsewhere keeps its lines, and its spaces.
  private func sentences(of fact: Fact) -> [String] {
    if case .literal(let lines) = fact { return lines.map(\.text) }
    return said(fact)
  }

  func said(_ facts: [Fact]) -> [String] { facts.flatMap(said) }

  private func said(_ fact: Fact) -> [String] {
    switch fact {
    case .gap: []
    case .prose(let prose): [prose.text.said]
    case .chain(let chain): [Self.said(chain.parts, sign: chain.sign)]
    case .table(let table): rows(of: table)
    case .listing(let listing): entries(of: listing)
    case .heading(let left, let right): [Speaker.said(left), Speaker.said(right)]
    case .pairs(let pairs): pairs.map { "\($0.typed.typable): \(Speaker.said($0.does))" }
    case .literal(let lines): lines.map(\.said)
    case .markdown(let lines): SpokenMarkdown.said(lines)
    case .value(let value): said(value)
    case .values(let values): values.flatMap(said)
    case .terms(let terms): terms.rows.map { Self.term($0, of: terms) }
    case .worked(let sum): [Speaker.said(sum.parts.joined())]
    case .tensor(let tensor): said(tensor)
    case .equation(let equation, _): said(equation.result)
    case .card(let card): SpokenCard(card: card, renderer: self).said
    case .digest(let digest): said(digest)
    case .curves(let curves):
      curves.curves.flatMap { SpokenCurve(curve: $0, axis: curves.axis).said }
    case .picture(let picture): SpokenMatrix(picture).said
    case .network(let network): said(network)
    }
  }

  /// Parts on one line, with the sign between them.
  static func said(_ parts: [String], sign: String) -> String {
    let mark = sign.trimmingSpaces
    guard mark != "is" else {
      // Each further part says what the one before it is.
      let said = parts.map { Speaker.said($0) }
      return said.prefix(2).joined(separator: " is ")
        + said.dropFirst(2).map { ", which is \($0)" }.joined()
    }
    return Speaker.said(parts.joined(separator: mark.isEmpty && sign.count > 1 ? ", " : sign))
  }

  /// A row a sentence, each cell behind what stands above it.
  private func rows(of table: Table) -> [String] {
    table.rows.map { row in
      let cells = row.enumerated().map { place, cell -> String in
        let header = table.header.indices.contains(place) ? table.header[place].said : ""
        let text = cell.said
        return text.isEmpty || header.isEmpty ? text : "\(header): \(text)"
      }.filter { !$0.isEmpty }
      return cells.joined(separator: ", ").sentence
    }
  }

  private func entries(of listing: Listing) -> [String] {
    listing.entries.enumerated().map { place, entry in
      let labels = entry.labels.filter { !$0.isEmpty }
        .map { listing.isTyped ? $0.usage : Speaker.said($0) }.filter { !$0.isEmpty }
        .joined(separator: ", ")
      let isFormula = entry.parts.first?.hasPrefix("= ") == true
      let text =
        listing.hasTypedParts
        ? entry.parts.map(\.usage).joined(separator: "; ")
        : Self.said(entry.parts, sign: entry.sign.isEmpty ? " " : entry.sign)
      let mark = listing.marked == place ? "here: " : ""
      return mark
        + [labels, text].filter { !$0.isEmpty }.joined(separator: isFormula ? " is " : ": ")
    }
  }

  private func said(_ value: ShownValue) -> [String] {
    let meaning = value.heading?.meaning.map { ", \(Speaker.said($0))" } ?? ""
    return SpokenMatrix(
      value.matrix, name: value.heading.map { Speaker.said($0.name) } ?? "",
      precision: value.precision, remark: meaning, isWhole: value.isWhole
    ).said
  }

  func said(_ tensor: CardTensor, verb: String = "is") -> [String] {
    SpokenMatrix(
      tensor.matrix, name: Speaker.said(tensor.label), precision: look.precision, verb: verb,
      marks: tensor.marks, isOnCard: true
    ).said
  }

  /// `m 0: 2 times minus 3, product minus 6, sum so far minus 6, relu is off`.
  private static func term(_ row: [String], of terms: TermTable) -> String {
    let columns = terms.columns
    guard !row[2].isEmpty || !row[3].isEmpty else {
      return "\(row[1]), left out here".replacing("more", with: "terms more")
    }
    // What is added once has no index, and its name for a remark.
    let isAddend = row[0].isEmpty
    let start = isAddend ? "\(row[4]): " : "\(columns[0]) \(row[0]): "
    let parts = [
      row[1], isAddend ? "" : "\(columns[2]) \(row[2])", "\(columns[3]) \(row[3])",
      isAddend ? "" : row[4],
    ].filter { !$0.isEmpty }
    return Speaker.said(start + parts.joined(separator: ", ")).sentence
  }

  private func said(_ digest: DigestFacts) -> [String] {
    let (skipped, first) = digest.skipped
    var rows = digest.rows.map { row in
      let written = [row[1], row[2]].filter { !$0.isEmpty && $0 != row[0] }
      let parts = [written.joined(separator: ", "), row[3]].filter { !$0.isEmpty }
      return Speaker.said("\(row[0]): \(parts.joined(separator: "; "))").sentence
    }
    if skipped > 0 { rows.insert(Speaker.said(Omission.steps(skipped).sentence), at: first) }
    return rows + (digest.isToldByCard ? [] : said(digest.warning))
      + SpokenCard(card: digest.card, renderer: self).said
  }

  private func said(_ network: NetworkFacts) -> [String] {
    let layers = network.layers.map { layer in
      let next = layer.next.map { "; \(Speaker.said($0))" } ?? ""
      let error = layer.error.map { "; back comes \(Speaker.said($0))" } ?? ""
      return
        "\(Speaker.said(layer.title)); with \(Speaker.said(layer.weights)); up goes"
        + " \(Speaker.said(layer.output))\(error)\(next)"
    }
    let next = network.next.map { "; \(Speaker.said($0))" } ?? ""
    return
      (["in goes \(Speaker.said(network.input))"] + layers
      + ["at the end: \(Speaker.said(network.end))\(next)"]).map(\.sentence)
  }
}

extension Line {
  /// The line as it is said; what is typed, as it is typed.
  var said: String {
    var (said, plain) = ("", "")
    for piece in pieces {
      switch piece.style {
      case .typed:
        said += Speaker.said(plain) + (plain.isEmpty && !said.isEmpty ? ": " : " ")
        said += piece.text.usage
        plain = ""
      case .plain, .written, .focused, .letter, .summed, .strong, .emphasis, .code, .agreement,
        .difference, .warning, .refusal:
        plain += piece.text
      }
    }
    // What follows a gap behind something typed says what that does.
    let isLabelled = !said.isEmpty && plain.hasPrefix("  ")
    return (said + (isLabelled ? ": " : " ") + Speaker.said(plain)).withSingleSpaces
  }
}

extension String {
  /// A space at which no line ends.
  static let bond = "\u{A0}"

  /// The text with its minus signs on the lines of their numbers, and numbers behind their words.
  var keptTogether: String {
    ["minus", "row", "column", "equation", "forward", "backward", "gradients"].reduce(self) {
      $0.replacing("\($1) ", with: "\($1)\(Self.bond)")
    }
  }

  /// The text with a full stop.
  var sentence: String { last.map { ".:?!".contains($0) } ?? true ? self : self + "." }

  /// How something is typed: what may be left out is said to be, and of what may stand there.
  var usage: String {
    columns.map(\.usageWords).reduce("") { said, column in
      said + (said.isEmpty ? "" : said.hasSuffix(";") ? " " : ", ") + column
    }
  }

  /// The pieces that gaps of several spaces keep apart.
  private var columns: [String] {
    var columns = [""]
    var rest = self[...]
    while let gap = rest.firstRange(of: "  ") {
      columns[columns.count - 1] += rest[..<gap.lowerBound]
      rest = rest[gap.upperBound...].drop { $0 == " " }
      columns.append("")
    }
    columns[columns.count - 1] += rest
    return columns.filter { !$0.isEmpty }
  }

  private var usageWords: String {
    var isOptional = false
    return split(separator: " ").map { word in
      guard word.count > 1 else {
        return word.first.map { $0.isSaid || $0.isDigit ? String($0).spokenLetter : $0.signName }
          ?? ""
      }
      if word == "Σₘ" || word.count == 2 && word.hasSuffix(",") && !word.allSatisfy(\.isASCII) {
        return Speaker.said(word)
      }
      let text = String(word).typable.replacing("|", with: " or ")
      // A bracket that opens before letters holds what may be left out; all others are typed.
      let opens = text.hasPrefix("[") && text.dropFirst().first?.isLetter == true
      isOptional = isOptional || opens
      let closes = isOptional && text.hasSuffix("]")
      if closes { isOptional = false }
      return (opens ? "optionally " : "") + text.dropFirst(opens ? 1 : 0).dropLast(closes ? 1 : 0)
    }.joined(separator: " ")
  }
}
