extension Command {
  static let `import` = Command(
    "import", .rest, takes: [Positional("NAME", .anything("a name"))],
    "does nothing: NumPy's names are known, so pasted lines work",
    example: "import numpy as np", isRecorded: false
  ) { _, _ in
  }
}
