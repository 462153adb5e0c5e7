/// Why an iteration cannot be a script.
enum ScriptFault: Equatable, Sendable {
  /// A file that Python would take for a module of that name.
  case calledAsModule(String, module: String)
  case tooManyNumbers(Int, limit: Int, file: String)
  /// What runs is no derivative, and PyTorch differentiates by itself.
  case mistakeRuns(String)
}

extension ScriptFault {
  var sentence: String {
    switch self {
    case .calledAsModule(let file, let module):
      "'\(file.quoted(limit: 60))' is called as the module '\(module)', and Python would import it in"
        + " that one's place; another name works, as 'my_\(module).py'"
    case .tooManyNumbers(let count, let limit, let file):
      "a script has its numbers in it, \(limit) at most, and these are \(count); 'export"
        + " \(file.quoted(limit: 60))' keeps them all"
    case .mistakeRuns(let name):
      "PyTorch finds the gradients by itself, and the mistake '\(name.quoted())' runs here; 'fix'"
        + " first, or a .py keeps it"
    }
  }
}
