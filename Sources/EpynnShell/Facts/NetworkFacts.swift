/// The layers of a network, what flows between them, and where one stands.
struct NetworkFacts: Sendable {
  /// What goes in.
  let input: String
  let layers: [Layer]
  /// What stands at the end, the loss or what comes back.
  let end: String
  /// What comes next, where it is in no layer.
  let next: String?

  struct Layer: Sendable {
    let title: String
    /// Its parameters with their shapes.
    let weights: String
    /// What comes next, where it is in this layer.
    let next: String?
    /// What goes up from it, and what has come back into it.
    let output: String
    let error: String?
  }
}
