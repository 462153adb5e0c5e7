/// What a Tab does to the line.
enum CompletionMove: Equatable {
  case insert(String, replacing: Int)
  case list
  case refuse
}

extension Completion {
  /// The move for a Tab with the cursor `cursor` bytes into `line`.
  ///
  /// A name that holds something a terminal must not see is never inserted, only listed.
  func move(in line: String, at cursor: Int) -> CompletionMove {
    let bytes = Array(line.utf8)
    guard !candidates.isEmpty, 0 <= start, start <= cursor, cursor <= bytes.count else {
      return .refuse
    }
    let typed = Array(String(decoding: bytes[start..<cursor], as: UTF8.self).unicodeScalars)
    let names = candidates.map { Array($0.text.unicodeScalars) }
    let showable = names.filter { $0.allSatisfy(\.isShowable) }
    guard let first = showable.first else { return .list }

    if names.allSatisfy({ $0 == first }) {
      let isFollowedBySpace = cursor < bytes.count && bytes[cursor] == UInt8(ascii: " ")
      let opensMore = ["/", "(", "="].contains(first.last)
      let space = isFollowedBySpace || opensMore ? "" : " "
      return .insert(text(first) + space, replacing: typed.count)
    }
    let prefix = showable.dropFirst().reduce(first[...]) { prefix, name in
      prefix.prefix(zip(prefix, name).prefix { $0 == $1 }.count)
    }
    // A shorter prefix would take away what was typed: the candidates were matched in another way.
    guard prefix.count >= typed.count, !prefix.elementsEqual(typed) else { return .list }
    return .insert(text(prefix), replacing: typed.count)
  }

  private func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
