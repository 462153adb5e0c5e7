/// How a signature is written: `EPOCHS [batch B] [shuffle]`.
extension Signature {
  var usage: String {
    elements.filter { $0.isShown && $0.before == nil && $0.replaced == nil }.map(usage).joined(
      separator: " ")
  }

  private func usage(of element: Element) -> String {
    let dependent = elements.filter { $0.before == element.id }.map(usage)
    let alone = ([element.usage] + (element.isRequired ? [] : dependent)).joined(separator: " ")
    let others = elements.filter { $0.replaced == element.id }.map(\.usage)
    let joint = alone.contains(" or ") && !others.isEmpty ? ", or " : " or "
    let text = ([alone] + others).joined(separator: joint)
    guard element.isRequired else { return "[\(text)]" }
    return ([text] + dependent).joined(separator: " ")
  }
}

extension Signature.Element {
  /// `batch B`, `shuffle`, `STEP, on or off`.
  var usage: String {
    let value = slot.map { Problem.list([$0.name] + $0.grammar.words, or: true) }
    return [keyword, value].compactMap { $0 }.joined(separator: " ")
  }
}
