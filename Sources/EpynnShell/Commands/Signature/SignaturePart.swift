/// A part of a signature, by which its value is looked up.
protocol SignaturePart: Sendable {
  var element: Signature.Element { get }
}

/// A value that must be given, at its place.
struct Positional<Value: Sendable>: SignaturePart {
  let kind: Kind<Value>
  let element: Signature.Element

  init(_ name: String, _ kind: Kind<Value>) {
    self.kind = kind
    element = Signature.Element(keyword: nil, slot: kind.slot(named: name), isRequired: true)
  }
}

/// A value that may be given, at its place.
struct OptionalPositional<Value: Sendable>: SignaturePart {
  let kind: Kind<Value>
  let element: Signature.Element

  init(
    _ name: String, _ kind: Kind<Value>, after other: (any SignaturePart)? = nil,
    where isAllowed: @escaping @Sendable (Given) -> Bool = { _ in true }
  ) {
    self.kind = kind
    element = Signature.Element(
      keyword: nil, slot: kind.slot(named: name), before: other?.element.id, isAllowed: isAllowed)
  }
}

/// A word and a value behind it: `batch 32`.
struct Option<Value: Sendable>: SignaturePart {
  let kind: Kind<Value>
  let element: Signature.Element

  /// - Parameters:
  ///   - replaced: the part in whose place it stands.
  ///   - other: the part without which it means nothing.
  init(
    _ keyword: String, _ name: String, _ kind: Kind<Value>,
    insteadOf replaced: (any SignaturePart)? = nil, after other: (any SignaturePart)? = nil,
    where isAllowed: @escaping @Sendable (Given) -> Bool = { _ in true }
  ) {
    self.kind = kind
    element = Signature.Element(
      keyword: keyword, slot: kind.slot(named: name), replaced: replaced?.element.id,
      before: other?.element.id, isAllowed: isAllowed)
  }
}

/// A word alone: `shuffle`.
struct Flag: SignaturePart {
  let element: Signature.Element

  init(
    _ keyword: String, after other: (any SignaturePart)? = nil, isShown: Bool = true,
    where isAllowed: @escaping @Sendable (Given) -> Bool = { _ in true }
  ) {
    element = Signature.Element(
      keyword: keyword, slot: nil, before: other?.element.id, isShown: isShown,
      isAllowed: isAllowed)
  }
}
