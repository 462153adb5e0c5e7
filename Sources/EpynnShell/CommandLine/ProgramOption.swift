/// What may stand on the program's command line: behind a name, or at its place.
package struct ProgramOption: Sendable, Equatable {
  /// With their dashes; none where its place announces it.
  package var names: [String]
  /// What stands behind the name or at the place; `nil` for a name alone.
  package var value: String?
  package var isOptional: Bool
  package var isRepeating: Bool
  package var summary: String
  package var values: [String]
  package var standard: String?
  package var completion: Completion

  /// What a shell may offer for the value.
  package enum Completion: Sendable, Equatable {
    case nothing
    case words([String])
    /// Files with one of these endings, or any where there is none; folders lead on to them.
    case files([String])
    case folders
  }

  package init(
    names: [String], value: String?, isOptional: Bool, isRepeating: Bool, summary: String,
    values: [String] = [], standard: String? = nil, completion: Completion
  ) {
    self.names = names
    self.value = value
    self.isOptional = isOptional
    self.isRepeating = isRepeating
    self.summary = summary
    self.values = values
    self.standard = standard
    self.completion = completion
  }

  var isPositional: Bool { names.isEmpty }

  /// What it does, with what it may be and what it is where nobody says.
  var explanation: String {
    let known = [
      values.isEmpty ? nil : "values: " + values.joined(separator: ", "),
      standard.map { "default: \($0)" },
    ].compactMap(\.self)
    return known.isEmpty ? summary : "\(summary) (\(known.joined(separator: "; ")))"
  }
}
