/// A path taken apart where the system does it: at the byte of a `/`.
///
/// To Swift a `/` and a mark behind it are one character, which is no `/`; whoever names a file may put
/// one there.
package struct PathParts: Sendable {
  /// What stands before the name, with its `/`; empty where there is none.
  package let folder: String
  /// The last name; empty behind a `/`.
  package let name: String
  /// The names on the way, the last one too.
  package let names: [String]
  /// Whether it begins at the root.
  package let isAbsolute: Bool

  package init(_ path: String) {
    let scalars = path.unicodeScalars
    let start = scalars.lastIndex(of: "/").map { scalars.index(after: $0) } ?? scalars.startIndex
    folder = String(scalars[..<start])
    name = String(scalars[start...])
    names = scalars.split(separator: "/").map { String($0) }
    isAbsolute = scalars.first == "/"
  }
}

extension String {
  /// The path of what a folder holds, for a folder with or without a `/` at its end.
  package func holding(_ name: String) -> String {
    (unicodeScalars.last == "/" ? self : self + "/") + name
  }

  /// Whether it begins with the same scalars, whatever stands behind them.
  package func begins(with start: String) -> Bool {
    unicodeScalars.starts(with: start.unicodeScalars)
  }
}
