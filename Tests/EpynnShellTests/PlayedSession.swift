import Testing

@testable import EpynnShell

extension Session {
  /// A session in which lines were run, none of them refused.
  static func playing(_ lines: [String]) -> Session {
    var session = Session()
    for line in lines {
      let response = session.respond(to: line, from: .script)
      #expect(!response.hasFailed, "\(line): \(response.text)")
    }
    return session
  }
}
