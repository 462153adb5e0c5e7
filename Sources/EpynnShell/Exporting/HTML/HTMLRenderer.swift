import EpynnCore

/// Draws facts for a page.
struct HTMLRenderer {
  let precision: Precision
  /// The most rows, and the most columns, of a tensor.
  var limit = HTMLTensor.widest

  func text(of facts: [Fact]) -> String { facts.map(text).joined() }

  private func text(of fact: Fact) -> String {
    switch fact {
    case .gap: ""
    case .prose(let prose): "<p>\(prose.text.html)</p>\n"
    case .chain(let chain): "<p class=\"chain\">\(Self.text(of: chain))</p>\n"
    case .table(let table): text(of: table)
    case .listing(let listing): text(of: listing)
    case .heading(let left, let right):
      "<p class=\"heading\"><strong>\(XMLText.escaped(left))</strong>"
        + " <span>\(XMLText.escaped(right))</span></p>\n"
    case .pairs(let pairs): text(of: pairs)
    case .literal(let lines):
      "<pre>\(lines.map(\.html).joined(separator: "\n"))</pre>\n"
    case .markdown(let lines): text(ofMarkdown: lines)
    case .value(let value): text(of: value)
    case .values(let values):
      "<div class=\"tensors\">\n\(values.map(text).joined())</div>\n"
    case .terms(let terms): text(of: terms)
    case .worked(let sum): "<p class=\"worked\">\(XMLText.escaped(sum.parts.joined()))</p>\n"
    case .tensor(let tensor): text(of: tensor)
    case .equation(let equation, _): HTMLEquation(renderer: self).text(of: equation)
    case .card(let card): HTMLCard(card: card, renderer: self).text
    case .digest(let digest): text(of: digest)
    case .curves(let curves): HTMLCurves(curves: curves).text
    case .picture(let picture): HTMLPicture(picture: picture).text
    case .network(let network): text(of: network)
    }
  }

  func text(of tensor: CardTensor) -> String {
    HTMLTensor(tensor: tensor, precision: precision, limit: limit).text + "\n"
  }

  /// The parts, which are kept whole, and what stands between them.
  static func text(of chain: Chain) -> String {
    let isBlank = chain.sign.allSatisfy { $0 == " " }
    let kind = isBlank ? "part apart" : "part"
    return chain.parts.map { "<span class=\"\(kind)\">\(XMLText.escaped($0))</span>" }
      .joined(separator: isBlank ? " " : XMLText.escaped(chain.sign) + " ")
  }

  private func text(of table: Table) -> String {
    let header = table.header.map { "<th scope=\"col\">\($0.html)</th>" }.joined()
    let rows = table.rows.map { row in
      "<tr>" + row.map { "<td>\($0.html)</td>" }.joined() + "</tr>\n"
    }
    let head = header.isEmpty ? "" : "<thead><tr>\(header)</tr></thead>\n"
    guard !rows.isEmpty else { return "" }
    return "<table class=\"listing\">\n\(head)<tbody>\n\(rows.joined())</tbody></table>\n"
  }

  private func text(of listing: Listing) -> String {
    let entries = listing.entries.enumerated().map { place, entry in
      let mark = listing.marked == place ? " aria-current=\"true\"" : ""
      let label = XMLText.escaped(entry.labels.joined(separator: " "))
      let text = XMLText.escaped(entry.parts.joined(separator: entry.sign))
      return "<dt\(mark)>\(label)</dt><dd>\(text)</dd>\n"
    }
    return entries.isEmpty ? "" : "<dl>\n\(entries.joined())</dl>\n"
  }

  private func text(of pairs: [(typed: String, does: String)]) -> String {
    let entries = pairs.map {
      "<dt><code>\(XMLText.escaped($0.typed))</code></dt><dd>\(XMLText.escaped($0.does))</dd>\n"
    }
    return entries.isEmpty ? "" : "<dl>\n\(entries.joined())</dl>\n"
  }

  /// A paragraph a line: a page wraps by itself.
  private func text(ofMarkdown lines: [String]) -> String {
    MarkdownDrawing(width: 100_000).lines(lines).filter { !$0.pieces.isEmpty }
      .map { "<p class=\"markdown\">\($0.html)</p>\n" }.joined()
  }

  private func text(of value: ShownValue) -> String {
    let heading = value.heading
    var tensor = CardTensor(
      label: heading?.name ?? "", letters: heading?.letters, matrix: value.matrix)
    tensor.notes = [heading?.meaning].compactMap(\.self)
    return HTMLTensor(tensor: tensor, precision: value.precision, limit: limit).text + "\n"
  }

  private func text(of terms: TermTable) -> String {
    let head = terms.columns.map { "<th scope=\"col\">\(XMLText.escaped($0))</th>" }.joined()
    let rows = terms.rows.map { row in
      "<tr>" + row.map { "<td>\(XMLText.escaped($0))</td>" }.joined() + "</tr>\n"
    }
    return "<table class=\"terms\"><thead><tr>\(head)</tr></thead>\n"
      + "<tbody>\(rows.joined())</tbody></table>\n"
  }

  private func text(of digest: DigestFacts) -> String {
    let (skipped, first) = digest.skipped
    let rows = digest.rows.enumerated().map { place, row in
      (skipped > 0 && place == first
        ? "<tr><td colspan=\"\(row.count)\">\(XMLText.escaped(Omission.steps(skipped).sentence))"
          + "</td></tr>\n" : "")
        + "<tr>" + row.map { "<td>\(XMLText.escaped($0))</td>" }.joined() + "</tr>\n"
    }
    return "<table class=\"listing\"><tbody>\n\(rows.joined())</tbody></table>\n"
      + (digest.isToldByCard ? "" : text(of: digest.warning))
      + HTMLCard(card: digest.card, renderer: self).text
  }

  private func text(of network: NetworkFacts) -> String {
    func line(_ text: String, _ mark: String?) -> String {
      "<li>\(XMLText.escaped(text))"
        + (mark.map { " <span class=\"written\">← \(XMLText.escaped($0))</span>" } ?? "")
        + "</li>\n"
    }
    let layers = network.layers.map { layer in
      line("\(layer.title): \(layer.weights)", layer.next)
        + line("↓ \(layer.output)\(layer.error.map { "   ↑ \($0)" } ?? "")", nil)
    }
    return "<ul class=\"network\">\n" + line("↓ \(network.input)", nil) + layers.joined()
      + line(network.end, network.next) + "</ul>\n"
  }
}
