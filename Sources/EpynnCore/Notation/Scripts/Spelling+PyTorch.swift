extension Spelling {
  /// NumPy's with PyTorch's functions; those that it lacks, or wants tensors for, are a script's own.
  package static let pytorch: Spelling = {
    var spelling = Spelling.numpy
    spelling.function = { name, isNumPys in
      let isPyTorchs = isNumPys || ["erf", "erfc"].contains(name)
      return isPyTorchs && !ScriptFunction.lackingInPyTorch.contains(name) ? "torch.\(name)" : name
    }
    spelling.number = { named($0, by: "torch") }
    return spelling
  }()
}
