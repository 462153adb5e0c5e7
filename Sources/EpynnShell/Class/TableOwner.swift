import Paths

/// Whose a table is: by its name, else by those of its file and folders.
struct TableOwner {
  let roster: Roster?

  enum Owner: Equatable {
    case named(String)
    /// No name anybody knows: the file stands for it.
    case file(String)
  }

  func owner(named name: String, inFile path: String) -> Owner {
    if let id = roster?.id(name) { return .named(id) }
    let parts = Self.parts(of: path)
    if let roster, let id = parts.lazy.compactMap({ Self.id(in: $0, of: roster) }).first {
      return .named(id)
    }
    if !name.isEmpty { return .named(name) }
    if let student = parts.lazy.compactMap(Self.student).first { return .named(student) }
    return .file(path)
  }

  /// The names of the file and of the folders that it lies in, the nearest first.
  private static func parts(of path: String) -> [String] {
    let parts = PathParts(path).names
    guard let file = parts.last else { return [] }
    let end = file.lastIndex(of: ".") ?? file.endIndex
    return [String(file[..<end])] + parts.dropLast().reversed()
  }

  /// An id that is the whole name, or stands in it between underlines.
  private static func id(in part: String, of roster: Roster) -> String? {
    roster.id(part)
      ?? part.split(separator: "_").lazy.compactMap { roster.id(String($0)) }.first
  }

  /// The student of a folder as Moodle makes them, `Ada Lovelace_4711_assignsubmission_file_`.
  private static func student(ofFolder part: String) -> String? {
    guard part.contains("_assignsubmission_") else { return nil }
    let name = part.prefix { $0 != "_" }.visible.trimmingSpaces
    return name.isEmpty ? nil : name
  }
}

extension Substring {
  fileprivate var visible: String { String(self).visible }
}
