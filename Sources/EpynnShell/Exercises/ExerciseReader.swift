import EpynnCore
import EpynnLessons

/// Reads an `exercise` fence: its lines by their keys, each complaint at the word it is about.
struct ExerciseReader {
  let block: ExerciseBlock
  /// The file's name, for complaints.
  let file: String

  /// - Throws: a complaint with the file's line.
  func exercise() throws(Complaint) -> OwnExercise {
    let layers = try all("layer", layer)
    let names = TensorWords(layerCount: layers.count)
    let draws = try all("draw") { entry throws(Complaint) in
      try DrawReader(entry, names).draws()
    }.flatMap(\.self)
    let conditions = try all("where") { entry throws(Failure) in
      try Condition(parsing: entry.value)
    }
    let distinct = try all("distinct", mistakes).flatMap(\.self)
    let given = try first("given") { entry throws(Complaint) in try names.all(in: entry) } ?? []
    let find = try first("find") { entry throws(Complaint) in try names.all(in: entry) } ?? []
    let points =
      try first("points") { entry throws(Complaint) in
        try Self.points(entry, names, find)
      } ?? [:]
    let loss = try first("loss", Self.loss) ?? .mse
    let conventions = try first("convention", Self.conventions) ?? []
    let decimals = try first("decimals", Self.decimals)
    let exercise: Exercise
    do throws(ExerciseFault) {
      exercise = try Exercise(
        title: block.entries.first { $0.key == "title" }?.value ?? "exercise", layers: layers,
        loss: loss, conventions: conventions, draws: draws, conditions: conditions,
        distinct: distinct, given: given, find: find, points: points, decimals: decimals,
        seed: block.fingerprint)
    } catch { throw complaint(about: error) }
    return OwnExercise(
      exercise: exercise, file: file, line: block.line,
      tellsNothing: try word("checks", of: ["yes", "no"]) == "no",
      takesNumbersOnly: try word("typed", of: ["formula", "number"]) == "number")
  }

  private func layer(_ entry: ExerciseBlock.Entry) throws(Complaint) -> Dense {
    guard let words = Arguments("dense \(entry.value)") else {
      throw Complaint(.badValue(entry.value, of: "layer", wanted: "units and an activation"))
    }
    do throws(Complaint) {
      return try LayerArguments(LayerArguments.signature.parse(words)).dense
    } catch {
      throw Complaint(error.problem, at: error.column.map { max($0 - "dense ".count, 0) })
    }
  }

  private static func loss(_ entry: ExerciseBlock.Entry) throws(Complaint) -> Loss {
    guard let loss = Loss.named(entry.value) else {
      throw Complaint(
        .unknownWord(entry.value, kind: "loss", known: Loss.all.map(\.name)), at: 0)
    }
    return loss
  }

  private static func conventions(
    _ entry: ExerciseBlock.Entry
  ) throws(Complaint) -> [Convention] {
    guard let declared = Declared.named(entry.value) else {
      throw Complaint(
        .unknownWord(entry.value, kind: "convention", known: Declared.all.map(\.name)), at: 0)
    }
    switch declared {
    case .course(let course): return course.conventions
    case .convention(let convention): return [convention]
    }
  }

  private func mistakes(_ entry: ExerciseBlock.Entry) throws(Complaint) -> [Mistake] {
    try WordSplitter.words(of: entry.value, at: .spacesAndCommas).map { word throws(Complaint) in
      guard let mistake = Mistake.named(word.text) else {
        throw Complaint(
          .unknownMistake(
            word.text, nearest: Nearest.match(for: word.text, among: Mistake.all.map(\.name))),
          at: word.column)
      }
      return mistake
    }
  }

  private static func points(
    _ entry: ExerciseBlock.Entry, _ names: TensorWords, _ find: [TensorName]
  ) throws(Complaint) -> [TensorName: Double] {
    var points: [TensorName: Double] = [:]
    for item in WordSplitter.words(of: entry.value, at: .commas) {
      let words = WordSplitter.words(of: item.text, from: item.column)
      guard words.count == 2, let worth = Double(words[1].text), worth >= 0, worth <= 1_000 else {
        throw Complaint(
          .badValue(item.text.trimmingSpaces, of: "points", wanted: "a tensor and a number, dZ 2"),
          at: item.column)
      }
      let name = try names.name(words[0], of: "points")
      guard find.contains(name) else {
        throw Complaint(
          .badValue(words[0].text, of: "points", wanted: "a tensor that 'find' names"),
          at: words[0].column)
      }
      points[name] = worth
    }
    return points
  }

  private static func decimals(_ entry: ExerciseBlock.Entry) throws(Complaint) -> Int {
    guard let decimals = Int(whole: entry.value, in: 0...15) else {
      throw Complaint(
        .badValue(entry.value, of: "decimals", wanted: "a whole number from 0 to 15"), at: 0)
    }
    return decimals
  }

  private func word(_ key: String, of words: [String]) throws(Complaint) -> String? {
    try first(key) { entry throws(Complaint) in
      guard words.contains(entry.value) else {
        throw Complaint(
          .badValue(entry.value, of: key, wanted: Problem.list(words, or: true)), at: 0)
      }
      return entry.value
    }
  }
}

/// Where what is refused stands.
extension ExerciseReader {
  private func first<Value>(
    _ key: String, _ read: (ExerciseBlock.Entry) throws(Complaint) -> Value
  ) throws(Complaint) -> Value? {
    try all(key, read).first
  }

  /// What each line of a key says; a complaint points into its value.
  private func all<Value>(
    _ key: String, _ read: (ExerciseBlock.Entry) throws(Complaint) -> Value
  ) throws(Complaint) -> [Value] {
    var values: [Value] = []
    for entry in block.entries where entry.key == key {
      do throws(Complaint) { values.append(try read(entry)) } catch {
        throw complaint(error.problem, at: error.column, in: entry)
      }
    }
    return values
  }

  private func all<Value>(
    _ key: String, _ read: (ExerciseBlock.Entry) throws(Failure) -> Value
  ) throws(Complaint) -> [Value] {
    try all(key) { entry throws(Complaint) in
      do throws(Failure) { return try read(entry) } catch { throw Complaint(error) }
    }
  }

  private func complaint(
    _ problem: Problem, at column: Int? = nil, in entry: ExerciseBlock.Entry?
  ) -> Complaint {
    var complaint = Complaint(problem, at: entry.map { (column ?? 0) + $0.column })
    complaint.trail = [ScriptLocation(file: file, line: entry?.line ?? block.line)]
    complaint.source = entry?.text
    return complaint
  }

  private func complaint(about fault: ExerciseFault) -> Complaint {
    func entry(_ key: String, _ place: Int = 0) -> ExerciseBlock.Entry? {
      let entries = block.entries.filter { $0.key == key }
      return entries.indices.contains(place) ? entries[place] : nil
    }
    switch fault {
    case .noLayer, .nothingToFind: return complaint(.exercise(fault), in: nil)
    case .notDrawn, .badRange, .badShape: return complaint(.exercise(fault), in: entry("draw"))
    case .drawnTwice(let name), .cannotBeDrawn(let name):
      let (entry, column) = place(ofDrawing: name)
      return complaint(.exercise(fault), at: column, in: entry)
    case .isGiven: return complaint(.exercise(fault), in: entry("find"))
    case .doesNotShow(let mistake):
      let entry = block.entries.first { $0.key == "distinct" && $0.value.contains(mistake.name) }
      let column = entry.map { entry in
        WordSplitter.words(of: entry.value, at: .spacesAndCommas)
          .first { $0.text == mistake.name }?.column ?? 0
      }
      return complaint(.exercise(fault), at: column, in: entry)
    case .condition(let place, let failure):
      return complaint(.core(failure.fault), at: failure.column, in: entry("where", place))
    case .core(let fault, let name?):
      let (entry, column) = place(ofDrawing: name)
      return complaint(.core(fault), at: column, in: entry)
    case .core(let fault, nil):
      return complaint(.core(fault), in: entry("draw") ?? entry("layer"))
    }
  }

  /// Where a tensor is drawn, the last time.
  private func place(ofDrawing name: TensorName) -> (ExerciseBlock.Entry?, column: Int) {
    let names = TensorWords(layerCount: block.entries.count { $0.key == "layer" })
    for entry in block.entries.reversed() where entry.key == "draw" {
      let columns = DrawReader(entry, names).columns(of: name)
      if let column = columns.last { return (entry, column) }
    }
    return (block.entries.first { $0.key == "draw" }, 0)
  }
}
