extension Spelling {
  /// `dX = dZ @ W.T`, which reads back to the same tree and runs in a notebook.
  package static let numpy: Spelling = {
    var spelling = Spelling.ascii
    spelling.becomes = spelling.equals
    spelling.function = { name, isNumPys in
      isNumPys ? name == "norm" ? "np.linalg.norm" : "np.\(name)" : name
    }
    spelling.number = { named($0, by: "np") }
    spelling.primed = { "\($0)_prime" }
    spelling.layerAbove = "loss_prime(Y, A)"
    spelling.jacobian = nil
    spelling.keepsDimensions = true
    spelling.matrix = { rows in
      let opening = "np.array(["
      let indent = String(repeating: " ", count: opening.count)
      return rows.enumerated().map { place, cells in
        let start = place == 0 ? opening : indent
        return "\(start)[\(cells.joined(separator: ", "))]\(place == rows.count - 1 ? "])" : ",")"
      }
    }
    return spelling
  }()

  /// A number's digits, or what a module calls a number that has none.
  static func named(_ digits: String, by module: String) -> String {
    guard ["inf", "nan"].contains(String(digits.drop { $0 == "-" })) else { return digits }
    return digits.prefix { $0 == "-" } + "\(module).\(digits.drop { $0 == "-" })"
  }
}
