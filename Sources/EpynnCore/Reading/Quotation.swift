/// Where a text in quotes stands in a line.
package enum Quotation {
  static let marks: Set<Unicode.Scalar> = ["\"", "'"]
  /// The letters that Python takes in front of a text.
  static let prefixes: Set<Unicode.Scalar> = ["f", "F", "r", "R", "b", "B", "u", "U"]

  /// Which scalars of a line stand in quotes, the quotes included; a `'` behind a value is none.
  package static func quoted(in scalars: [Unicode.Scalar]) -> [Bool] {
    var quoted = [Bool](repeating: false, count: scalars.count)
    // One that is never closed is no quote, and none of those behind it is closed either.
    var closable = marks
    var place = 0
    while place < scalars.count {
      if closable.contains(scalars[place]), opens(at: place, in: scalars) {
        if let end = closing(of: place, in: scalars) {
          for inner in place...end { quoted[inner] = true }
          place = end
        } else {
          closable.remove(scalars[place])
        }
      }
      place += 1
    }
    return quoted
  }

  /// The place of the quote that closes the one at a place; `nil` where there is none, as one behind
  /// a `\` closes nothing.
  private static func closing(of opening: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var place = opening + 1
    while place < scalars.count, scalars[place] != scalars[opening] {
      place += scalars[place] == "\\" ? 2 : 1
    }
    return place < scalars.count ? place : nil
  }

  /// Where the comment of a line begins; its end where there is none.
  ///
  /// - Parameter isApart: whether a space has to stand before it, as a file's name may hold a `#`.
  package static func commentStart(
    in scalars: [Unicode.Scalar], isApart: Bool = false
  ) -> Int {
    guard scalars.contains("#") else { return scalars.count }
    let quoted = quoted(in: scalars)
    return scalars.indices.first {
      scalars[$0] == "#" && !quoted[$0]
        && (!isApart || $0 == 0 || scalars[$0 - 1].properties.isWhitespace)
    } ?? scalars.count
  }

  /// Which scalars of a line stand in no quotes and in no brackets; none behind a `#`.
  package static func outermost(in scalars: [Unicode.Scalar]) -> [Bool] {
    let quoted = quoted(in: scalars)
    var outermost = [Bool](repeating: false, count: scalars.count)
    var level = 0
    for (place, scalar) in scalars.enumerated() where !quoted[place] {
      switch scalar {
      case "#": return outermost
      case "(", "[", "{": level += 1
      case ")", "]", "}": level = max(0, level - 1)
      default: outermost[place] = level == 0
      }
    }
    return outermost
  }

  /// What a line sets, its parts at commas: `m` and `n` of `m, n = X.shape`; `nil` where it sets
  /// nothing.
  package static func assigned(in scalars: [Unicode.Scalar]) -> [String]? {
    guard let sign = assignmentSign(in: scalars) else { return nil }
    var target = scalars[..<sign].drop { $0.properties.isWhitespace }
    while let last = target.last, "+-*/@−·%&| ".unicodeScalars.contains(last) {
      target.removeLast()
    }
    if target.first == "(", target.last == ")" { target = target.dropFirst().dropLast() }
    let left = Array(target)
    let outermost = outermost(in: left)
    var parts = [String.UnicodeScalarView()]
    for (place, scalar) in left.enumerated() {
      if scalar == ",", outermost[place] {
        parts.append(String.UnicodeScalarView())
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    return parts.map { String($0) }
  }

  /// The place of the `=` of a line that sets what stands before it; that of a comparison is none.
  private static func assignmentSign(in scalars: [Unicode.Scalar]) -> Int? {
    let outermost = outermost(in: scalars)
    guard let place = scalars.indices.first(where: { scalars[$0] == "=" && outermost[$0] }) else {
      return nil
    }
    let before = place > 0 ? scalars[place - 1] : " "
    let behind = place + 1 < scalars.count ? scalars[place + 1] : " "
    return behind == "=" || "<>!".unicodeScalars.contains(before) ? nil : place
  }

  /// Whether a text in quotes begins that the line does not end.
  package static func isLeftOpen(in scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.contains(where: marks.contains) else { return false }
    let quoted = quoted(in: scalars)
    return scalars.prefix(commentStart(in: scalars)).indices.contains {
      marks.contains(scalars[$0]) && !quoted[$0] && opens(at: $0, in: scalars)
    }
  }

  private static func opens(at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[place] == "'", place > 0 else { return true }
    let before = scalars[place - 1]
    guard before.endsValue else { return true }
    // `f'…'`: a letter that Python takes, with no name in front of it.
    return prefixes.contains(before) && (place < 2 || !scalars[place - 2].continuesName)
      && scalars[(place + 1)...].contains("'")
  }
}

extension Unicode.Scalar {
  /// Whether what it ends may carry a prime.
  fileprivate var endsValue: Bool {
    continuesName || ")]}'".unicodeScalars.contains(self) || self == "′" || self == "ᵀ"
  }
}

extension Token {
  /// Whether what it ends may carry a prime.
  var endsValue: Bool {
    switch kind {
    case .number, .name, .string, .transposeMark, .prime: true
    case .symbol: text == ")" || text == "]"
    case .binary, .not, .assign, .end: false
    }
  }
}
