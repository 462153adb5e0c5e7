import EpynnCore

/// Running a file of commands.
extension Session {
  private static let nestingLimit = 16

  mutating func load(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { throw Complaint(.missing("a file", in: "load")) }
    let name = Self.unquoted(arguments.text)
    if name.hasSuffix(".md") { return try playLesson(inFile: name) }
    do throws(Complaint) {
      try runLines(ofFile: name)
    } catch {
      guard error.trail.isEmpty else { throw error }
      throw Complaint(error.problem, at: arguments.column)
    }
  }

  /// Runs each line of a file; one that is refused ends it, and what ran before stays.
  mutating func runLines(ofFile name: String) throws(Complaint) {
    let path = Self.path(name, from: loading.last)
    guard !loading.contains(path) else { throw Complaint(.loadsItself(name)) }
    guard loading.count < Self.nestingLimit else {
      throw Complaint(.nestedTooDeep(Self.nestingLimit))
    }
    let bytes: [UInt8]
    switch content(of: path) {
    case .success(let content): bytes = content
    case .failure(let fault): throw Complaint(.file(name, fault))
    }
    loading.append(path)
    defer { loading.removeLast() }
    for statement in ScriptLines(bytes) {
      guard !surroundings.isInterrupted(), !wantsQuit else { return }
      do throws(Complaint) {
        try run(Self.checked(statement.bytes), from: .script)
      } catch {
        var complaint = error
        if complaint.trail.isEmpty, complaint.column == nil { complaint.column = 0 }
        complaint.trail.insert(Place(file: name, line: statement.line), at: 0)
        complaint.source = complaint.source ?? String(decoding: statement.bytes, as: UTF8.self)
        throw complaint
      }
    }
  }

  /// A person may read everything, a lesson what lies beside it.
  func content(of path: String) -> Result<[UInt8], FileFault> {
    guard source == .lesson else { return surroundings.read(path) }
    return lessonFile.map { surroundings.readBeside(path, $0) } ?? .failure(.missing)
  }

  /// A file named in a file lies beside it.
  static func path(_ name: String, from outer: String?) -> String {
    guard let outer, !name.hasPrefix("/"), let slash = outer.lastIndex(of: "/") else { return name }
    return outer[...slash] + name
  }

  static func unquoted(_ text: String) -> String {
    for mark in ["\"", "'"] where text.count > 1 && text.hasPrefix(mark) && text.hasSuffix(mark) {
      return String(text.dropFirst().dropLast())
    }
    return text
  }
}

/// The lines of a script with their numbers; brackets left open join the next line.
struct ScriptLines: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>
  private var number = 0

  struct Element {
    let bytes: [UInt8]
    /// The number of its first line, counted from 1.
    let line: Int
  }

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
  }

  mutating func next() -> Element? {
    guard !rest.isEmpty else { return nil }
    let first = number + 1
    var joiner = LineJoiner()
    repeat {
      joiner.add(line())
    } while joiner.isUnfinished && !rest.isEmpty
      && joiner.bytes.count <= Session.lineLimit
    return Element(bytes: joiner.bytes, line: first)
  }

  private mutating func line() -> ArraySlice<UInt8> {
    number += 1
    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
    var line = rest[..<end]
    rest = end < rest.endIndex ? rest[(end + 1)...] : []
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }
}
