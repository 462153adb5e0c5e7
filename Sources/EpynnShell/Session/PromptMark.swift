/// The prompt of another program, or of this one's transcripts, in front of a copied line.
enum PromptMark {
  /// How many bytes of a line its mark takes, the spaces around it included; none without one.
  static func length(in line: [UInt8]) -> Int {
    let start = line.prefix { $0 == space }.count
    let rest = Array(line.dropFirst(start).prefix(longest))
    let sign = words.first { rest.starts(with: $0) }?.count ?? cellLength(rest)
    guard let sign else { return 0 }
    // Alone it is the mark of a line that was left empty.
    guard rest.count == sign || rest[sign] == space else { return 0 }
    let length = start + sign
    return length + line.dropFirst(length).prefix { $0 == space }.count
  }

  private static let space = UInt8(ascii: " ")
  private static let longest = 24
  private static let words = [">>>", "...", ">"].map { Array($0.utf8) }

  /// The length of `In [12]:`.
  private static func cellLength(_ text: [UInt8]) -> Int? {
    let opening = Array("In [".utf8)
    guard text.starts(with: opening) else { return nil }
    let digits = text.dropFirst(opening.count).prefix { (0x30...0x39).contains($0) }.count
    let length = opening.count + digits + 2
    guard digits > 0, text.prefix(length).suffix(2).elementsEqual("]:".utf8) else { return nil }
    return length
  }
}

extension [UInt8] {
  /// The line with spaces where a prompt was copied along, so that columns stay as typed.
  ///
  /// A prompt alone becomes a comment, for it is no Enter that a person pressed.
  var withoutPromptMark: [UInt8] {
    let length = PromptMark.length(in: self)
    guard length > 0 else { return self }
    let isAlone = length == count
    return (isAlone ? [UInt8(ascii: "#")] : [])
      + [UInt8](repeating: 0x20, count: isAlone ? length - 1 : length) + dropFirst(length)
  }
}
