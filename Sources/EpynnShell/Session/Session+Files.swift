import EpynnCore
import EpynnData
import Paths

/// The files that a line names.
extension Session {
  /// A person may read everything, a lesson what lies beside it.
  mutating func content(ofDataFile name: String, column: Int) throws(Complaint) -> [UInt8] {
    let path = Self.path(name, from: scripts.loading.last?.path)
    switch content(of: path) {
    case .success(let bytes):
      turn.files.append(ReadFile(path: name, place: path))
      return bytes
    case .failure(let fault): throw Complaint(.file(name, fault), at: column)
    }
  }

  /// A person may read everything, a lesson what lies beside it.
  func content(of path: String) -> Result<[UInt8], FileFault> {
    guard source == .lesson else { return surroundings.read(path) }
    return scripts.lesson.map { surroundings.readBeside(path, $0) } ?? .failure(.missing)
  }

  /// A file named in a file lies beside it.
  static func path(_ name: String, from outer: String?) -> String {
    guard let outer, !PathParts(name).isAbsolute else { return name }
    return PathParts(outer).folder + name
  }

  static func unquoted(_ text: String) -> String {
    for mark in ["\"", "'"] where text.count > 1 && text.hasPrefix(mark) && text.hasSuffix(mark) {
      return String(text.dropFirst().dropLast())
    }
    return text
  }
}
