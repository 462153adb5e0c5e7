import EpynnCore

/// Says a card: what was written first, then how it came about, and last how to hear what was read.
struct SpokenCard {
  let card: CardFacts
  let renderer: SpeechRenderer

  var said: [String] {
    results + [title] + renderer.said(card.caption) + operands + renderer.said(card.foot)
      + [lastLine].compactMap(\.self)
  }

  private var results: [String] {
    card.computed.flatMap { renderer.said($0.result) }
      + card.updated.flatMap { $0.flatMap { renderer.said($0) } }
  }

  private var title: String {
    let equations = card.equations.map { SpeechRenderer.said($0.parts, sign: $0.sign) }
    let number = card.number.map { ", equation \($0)" } ?? ""
    let formula = equations.isEmpty ? "" : ": \(equations.joined(separator: "; "))\(number)"
    return "\(Speaker.said(card.rail.place)), \(Speaker.said(card.title))\(formula)".sentence
  }

  /// The operands that no command shows any more, or none ever does.
  private var operands: [String] {
    tensors.filter { !isShown($0) }.flatMap { tensor in
      renderer.said(tensor, verb: tensor.shownBy == nil ? "is" : "was")
    }
  }

  /// `what it read: show X, show W, show b`.
  private var lastLine: String? {
    var words: [String] = []
    for word in tensors.filter(isShown).compactMap(\.shownBy) where !words.contains(word) {
      words.append(word)
    }
    let read = Self.commands(words).map { "what it read: \($0)" }
    let whole = Self.commands(cut).map { "all of what it wrote: \($0)" }
    let parts = [whole, read].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private static func commands(_ names: [String]) -> String? {
    names.isEmpty ? nil : names.map { "show \($0)" }.joined(separator: ", ")
  }

  /// What was written and is too large to be said whole.
  private var cut: [String] {
    (card.computed.map(\.result) + card.updated.joined()).filter {
      max($0.matrix.rows, $0.matrix.columns) > SpokenMatrix.limitOnCard
    }.map(\.label)
  }

  private var tensors: [CardTensor] { card.computed.flatMap(\.operands) }

  /// What the step has written over is what it was no more.
  private func isShown(_ tensor: CardTensor) -> Bool {
    guard let name = tensor.shownBy else { return false }
    return !card.computed.contains { $0.assignment.quantity.name == name }
  }
}
