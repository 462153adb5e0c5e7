import EpynnCore

extension ExportFormat {
  /// The programs that go on where this one ends.
  static let scripts = [python, pytorch, notebook]

  /// The most numbers that a script has in it.
  static let scriptLimit = 50_000

  private static let python = ExportFormat(
    ".py", "the iteration as a NumPy program", needsAll: true
  ) { content, options throws(Complaint) in
    try content.checkScript(options, ending: ".py")
    return Array(NumPyScript(content).parts.pythonText.utf8)
  }

  private static let pytorch = ExportFormat(
    "_torch.py", "the iteration as a PyTorch program", needsAll: true
  ) { content, options throws(Complaint) in
    try content.checkScript(options, ending: "_torch.py")
    if let bug = content.machine.bug {
      throw Complaint(.script(.mistakeRuns(bug.mistake.name)))
    }
    return Array(TorchScript(content).parts.pythonText.utf8)
  }

  private static let notebook = ExportFormat(
    ".ipynb", "the NumPy program as a notebook with its equations", needsAll: true
  ) { content, options throws(Complaint) in
    try content.checkScript(options, ending: ".ipynb")
    return Array(NumPyScript(content).parts.notebookText.utf8)
  }
}

extension ExportContent {
  fileprivate func checkScript(
    _ options: ExportOptions, ending: String
  ) throws(Complaint) {
    let stem = String(options.file.dropLast(ending.count))
    if ending == ".py", let module = PythonModules.module(shadowedBy: stem) {
      throw Complaint(.script(.calledAsModule(options.file, module: module)))
    }
    guard numberCount <= ExportFormat.scriptLimit else {
      throw Complaint(
        .script(
          .tooManyNumbers(numberCount, limit: ExportFormat.scriptLimit, file: "\(stem).npz")))
    }
  }
}
