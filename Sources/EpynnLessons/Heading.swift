/// The headings of Markdown, `# Title` or underlined.
enum Heading {
  /// The heading that begins at a line; `nil` where none does.
  static func text(in lines: [String], at index: Int) -> String? {
    let text = lines[index].trimmingSpaces
    let marks = text.prefix { $0 == "#" }.count
    if (1...6).contains(marks), text.dropFirst(marks).first == " " {
      let title = text.dropFirst(marks).trimmingSpaces
      return String(title.reversed().drop { $0 == "#" }.reversed()).trimmingSpaces
    }
    guard index + 1 < lines.count, !text.isEmpty, !text.hasPrefix(">"), !text.hasPrefix("-") else {
      return nil
    }
    let next = lines[index + 1].trimmingSpaces
    let underlines =
      next.count >= 2 && (next.allSatisfy { $0 == "=" } || next.allSatisfy { $0 == "-" })
    return underlines ? text : nil
  }
}

extension Lesson {
  /// The heading under which an item stands, the empty text before the first.
  public func heading(ofItem index: Int) -> String {
    items.prefix(index + 1).last { !$0.headings.isEmpty }?.headings.last ?? ""
  }

  /// The first item that brings a heading; `nil` where there is no such heading.
  ///
  /// - Parameters:
  ///   - heading: as it was kept.
  ///   - kept: how a heading of the lesson is spelled where it is kept.
  public func item(
    under heading: String, keptAs kept: (String) -> String = { $0 }
  ) -> Int? {
    let wanted = kept(heading)
    return items.firstIndex { $0.headings.contains { kept($0) == wanted } }
  }
}

extension Lesson.Item {
  fileprivate var headings: [String] {
    guard case .prose(let lines) = content else { return [] }
    return lines.indices.compactMap { Heading.text(in: lines, at: $0) }
  }
}
