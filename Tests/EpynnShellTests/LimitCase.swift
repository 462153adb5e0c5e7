import Testing

@testable import EpynnShell

/// What is taken of something, and what is one more.
struct LimitCase: Sendable, CustomTestStringConvertible {
  let what: String
  /// The files that there are.
  var files: [String: String] = [:]
  /// What comes before, too dear to be typed.
  var start: @Sendable (inout Session) -> Void = { _ in }
  /// The largest: none of these lines is refused.
  let fits: [String]
  /// One more: the last of these lines is answered so.
  let beyond: [String]
  let answer: String

  var testDescription: String { what }

  func play() {
    let disk = Disk(files)
    var session = Session(surroundings: disk.surroundings)
    start(&session)
    for line in fits {
      let response = session.answer(line, in: disk)
      #expect(!response.hasFailed, "\(what): \(response.complaint?.text ?? "")")
    }
    for line in beyond.dropLast() { _ = session.answer(line, in: disk) }
    let machine = session.machine
    let text = session.answer(beyond[beyond.count - 1], in: disk).text
      .replacing("\n  ", with: " ").replacing("\n", with: " ")
    #expect(text.contains(answer), "\(what): \(text.suffix(500))")
    let isAsItWas = session.machine == machine
    #expect(isAsItWas, "\(what): something changed")
  }
}
