import EpynnData

extension Kind where Value == [CalledTensor] {
  /// Tensors, each with what a file calls it: `dZ2=delta_out A1=hidden`.
  static var calledTensors: Kind {
    var grammar = Grammar(wanted: "a tensor and its name in the file")
    grammar.extent = .rest
    grammar.isMeant = { $0.contains("=") }
    return Kind(grammar) { argument, name throws(Complaint) in
      var called: [CalledTensor] = []
      for word in Arguments("\(name) \(argument.text)")?.words ?? [] {
        guard let tensor = CalledTensor(word.text) else {
          throw Complaint(
            .badValue(word.text, of: name, wanted: CalledTensor.wanted), at: argument.column)
        }
        called.append(tensor)
      }
      return called
    }
  }
}

extension CalledTensor {
  static let wanted = "a tensor and its name in the file, as in dZ2=delta_out"

  /// `dZ2=delta_out`, the name in quotes or not.
  init?(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    let tensor = text[..<sign].trimmingSpaces
    let name = Session.unquoted(text[text.index(after: sign)...].trimmingSpaces)
    guard !tensor.isEmpty, !name.isEmpty else { return nil }
    self.init(tensor: tensor, name: name)
  }
}
