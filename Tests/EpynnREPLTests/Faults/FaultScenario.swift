import LineEditor
import StateFiles
import Testing

@testable import EpynnProgram

/// Something that people do with files.
struct FaultScenario: Sendable, CustomTestStringConvertible {
  enum Deed: Sendable {
    /// Words of a command line, with which the program starts.
    case words([String])
    /// Lines at the prompt.
    case lines([String])
    /// Lines that come into the history.
    case history([String])
    /// A line whose files lie at home, answered beforehand: only what the answer asks for is done.
    case effects(of: String)
    /// A Tab behind the start of a path.
    case completion(String)
  }

  let name: String
  /// What lies in the folder before.
  var files: [String: [UInt8]] = [:]
  let deed: Deed
  /// Whether it is only a comfort, and nobody is told where it fails.
  var isSilent = false

  var testDescription: String { name }

  init(_ name: String, with files: [String: String] = [:], _ deed: Deed, isSilent: Bool = false) {
    self.name = name
    self.files = files.mapValues { Array($0.utf8) }
    self.deed = deed
    self.isSilent = isSilent
  }

  /// What came of it.
  struct Outcome {
    let status: Int32
    /// All that was printed, without spaces: where lines are broken depends on the folder's name.
    let said: String
    let files: [String: [UInt8]]
    let calls: [SystemCall]
  }

  /// Does it in a folder.
  func run(_ fault: FaultySystem.Fault, on stage: Stage, watch: @escaping @Sendable () -> Void = {})
    -> Outcome
  {
    let system = FaultySystem(fault, home: stage.folder, watch: watch)
    var (status, said) = (Int32(0), "")
    System.$standIn.withValue(system) {
      switch deed {
      case .words(let words): status = EpynnREPL.status(of: words.map(stage.filled))
      case .lines(let lines): said = stage.type(lines)
      case .history(let lines):
        let history = HistoryFile.standard(program: "epynn-repl")
        for line in lines { history?.append(line) }
        said = history?.load().joined(separator: "\n") ?? ""
      case .effects(let line): said = Answered.answers[line]?.carriedOut() ?? ""
      case .completion(let start):
        said = FileReader.names(beginningWith: stage.filled(start)).joined(separator: "\n")
      }
    }
    said += system.printed
    return Outcome(
      status: status, said: said.replacing(stage.folder, with: "DIR").filter { !$0.isWhitespace },
      files: stage.files, calls: system.calls)
  }
}
