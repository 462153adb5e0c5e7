import EpynnCore
import EpynnData

extension Command {
  static let data = Command(
    "data", .changing, takes: [source, samples, columns, label, oneHot, scale],
    "take X and Y from the program or a file", example: "data iris",
    details: [
      "The label is the last column, unless another is named or counted from 0. Words become 0"
        + " and 1 where there are two, else a column each; onehot does so for numbers.",
      "scale brings X to 0…1, all columns by one range. A .npz file has X and Y by their names;"
        + " X = load(\"x.npy\") reads one array.",
      "A column that names or counts the samples, id by its header, is passed over and said so;"
        + " lines that begin with # are comments, and where ; or tabs separate, commas are decimal.",
      "columns takes a file whose samples stand in columns, each line a feature: turned over before"
        + " the label and the rest are read; 'help columns' is the translation.",
    ]
  ) { session, given throws(Complaint) in
    guard let source = try given[source] else { return session.listData() }
    var request = DataRequest(source: source.value, name: Session.unquoted(source.text))
    request.count = try given[samples]?.value
    request.options.label = try given[label]?.value
    request.options.oneHot = given[oneHot]
    request.options.samplesInColumns = given[columns]
    request.options.scales = given[scale]
    try session.data(request, line: given.line, column: source.column)
  }

  private static let source = OptionalPositional("NAME or FILE.csv", dataSource)
  private static let samples = OptionalPositional(
    "SAMPLES",
    .whole(1...100_000, of: "samples", wanted: "a number of samples") { Int(whole: $0) != nil },
    after: source, where: { $0.text(of: source) == BuiltInData.boolean.rawValue })
  /// What is inside the program has its label already.
  private static let label = Option(
    "label", "COLUMN", .text(Grammar(wanted: "a column")), after: source,
    where: isFile)
  private static let columns = Flag("columns", after: source, where: isFile)
  private static let oneHot = Flag("onehot", after: source)
  private static let scale = Flag("scale", after: source)

  private static let isFile: @Sendable (Given) -> Bool = {
    $0.text(of: source).flatMap(BuiltInData.init(rawValue:)) == nil
  }

  /// Data inside the program, or `nil`, a file; a word without a '.' or a '/' is no file's name.
  private static var dataSource: Kind<BuiltInData?> {
    var grammar = Kind.file(extent: .word) {
      BuiltInData.allCases.map { Suggestion($0.rawValue, note: $0.summary) }
    }.grammar
    grammar.wanted = { _ in "a name or a file" }
    return Kind(grammar) { word, _ throws(Complaint) in
      let name = Session.unquoted(word.text)
      if let builtIn = BuiltInData(rawValue: name) { return builtIn }
      guard name.contains(".") || name.contains("/") else {
        throw Complaint(
          .unknownWord(
            name, kind: "data", known: BuiltInData.allCases.map(\.rawValue) + ["FILE.csv"]),
          at: word.column)
      }
      return nil
    }
  }
}

/// `data`: X and Y from inside the program or from a file.
extension Session {
  fileprivate mutating func data(
    _ request: DataRequest, line: String, column: Int
  ) throws(Complaint) {
    let bytes =
      request.source == nil ? try content(ofDataFile: request.name, column: column) : []
    let set: DataSet
    do throws(DataFault) {
      if let builtIn = request.source {
        let raw = try builtIn.load(seed: machine.seed, count: request.count ?? 50)
        set = request.options.scales ? raw.scaled : raw
      } else {
        set = try FileFormat.samples(
          in: bytes, of: request.name, options: request.options, room: machine.room)
      }
    } catch { throw Complaint(.inData(request.name, error)) }
    try take(set, isTurned: request.options.samplesInColumns, line: line, column: column)
  }

  private mutating func take(
    _ set: DataSet, isTurned: Bool, line: String, column: Int
  ) throws(Complaint) {
    let consequences = try edit(line, column: column) { machine throws(Fault) in
      try machine.take(set.samples, classNames: set.classNames)
    }
    let (x, y) = (set.samples.x.shape, set.samples.y.shape)
    say("X is set, \(x), and Y, \(y)")
    if let sentence = set.passedOver.sentence(areLines: isTurned) { say(sentence) }
    if !set.classNames.isEmpty {
      let names = set.classNames.map { $0.quoted(limit: 20) }
      let shown = names.count > 12 ? Array(names.prefix(10)) + ["…"] : names
      let meaning = y.columns > 1 ? "columns of Y" : "0 and 1 in Y"
      say("\(meaning): \(shown.joined(separator: ", "))")
    }
    say(consequences)
  }

  fileprivate mutating func listData() {
    draw { _ in
      [.table(Table(rows: BuiltInData.allCases.map { [$0.rawValue, $0.summary] }, gap: 3))]
    }
    say("'data NAME' takes one, 'data FILE.csv' a table of your own.")
  }
}

/// What stands behind `data`.
private struct DataRequest {
  /// The data inside the program; `nil` is a file.
  let source: BuiltInData?
  let name: String
  var options = DataSet.Options()
  /// The samples to draw of `boolean`.
  var count: Int?
}
