import EpynnCore
import EpynnData

extension Command {
  static let data = Command(
    "data", .changing, "[NAME or FILE.csv] [label COLUMN] [onehot] [scale]",
    "take X and Y from the program or a file", example: "data iris",
    details: [
      "The label is the last column, unless another is named or counted from 0. Words become 0"
        + " and 1 where there are two, else a column each; onehot does so for numbers.",
      "scale brings X to 0…1, all columns by one range. A .npz file has X and Y by their names;"
        + " X = load(\"x.npy\") reads one array.",
    ], takes: .files(of: .data)
  ) { session, arguments throws(Complaint) in
    try session.data(arguments)
  }
}

/// `data`: X and Y from inside the program or from a file.
extension Session {
  mutating func data(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { return listData() }
    let request = try DataRequest(arguments)
    let bytes =
      request.builtIn == nil
      ? try content(ofDataFile: request.name, column: arguments.column) : []
    let set: DataSet
    do throws(DataFault) {
      if let builtIn = request.builtIn {
        let raw = try builtIn.load(seed: machine.seed, count: request.count ?? 50)
        set = request.options.scales ? raw.scaled : raw
      } else {
        set = try FileFormat.samples(
          in: bytes, of: request.name, options: request.options, room: machine.room)
      }
    } catch { throw Complaint(.inData(request.name, error)) }
    try take(set, line: "data \(arguments.text)", column: arguments.column)
  }

  private mutating func take(
    _ set: DataSet, line: String, column: Int
  ) throws(Complaint) {
    let consequences = try edit(line, column: column) { machine throws(Fault) in
      try machine.take(set.samples, classNames: set.classNames)
    }
    let (x, y) = (set.samples.x.shape, set.samples.y.shape)
    say("X is set, \(x), and Y, \(y)")
    if !set.classNames.isEmpty {
      let names = set.classNames.map { $0.quoted(limit: 20) }
      let shown = names.count > 12 ? Array(names.prefix(10)) + ["…"] : names
      let meaning = y.columns > 1 ? "columns of Y" : "0 and 1 in Y"
      say("\(meaning): \(shown.joined(separator: ", "))")
    }
    say(consequences)
  }

  private mutating func listData() {
    draw { look in
      let rows = BuiltInData.allCases.map {
        [$0.rawValue, $0.summary].map { Line(look.legible($0)) }
      }
      return Table(header: [], rows: rows).lines(gap: 3)
        .flatMap { $0.indented(by: 2).folded(to: look.width - 1) }
    }
    say("'data NAME' takes one, 'data FILE.csv' a table of your own.")
  }
}

/// What stands behind `data`: a name, the label's column, onehot, scale.
struct DataRequest {
  let name: String
  let builtIn: BuiltInData?
  private(set) var options = DataSet.Options()
  /// The samples to draw of `boolean`.
  private(set) var count: Int?

  private static let countLimit = 100_000

  init(_ arguments: Arguments) throws(Complaint) {
    let (spelled, rest) = arguments.leadingName
    let words = rest.words
    name = spelled
    builtIn = BuiltInData(rawValue: name)
    var place = 0
    while place < words.count {
      let word = words[place]
      if let number = Int(word.text), builtIn == .boolean {
        guard (1...Self.countLimit).contains(number) else {
          throw Complaint(
            .badValue(word.text, of: "data boolean", wanted: "1 to \(Self.countLimit) samples"),
            at: word.column)
        }
        count = number
      } else if word.text == "onehot" {
        options.oneHot = true
      } else if word.text == "scale" {
        options.scales = true
      } else if word.text == "label", builtIn == nil {
        place += 1
        guard place < words.count else { throw Complaint(.missing("a column", in: "label")) }
        options.label = words[place].text
      } else {
        throw Complaint(
          .unknownWord(word.text, kind: "option", known: ["label COLUMN", "onehot", "scale"]),
          at: word.column)
      }
      place += 1
    }
    if builtIn == nil, !name.contains("."), !name.contains("/") {
      throw Complaint(
        .unknownWord(
          name, kind: "data", known: BuiltInData.allCases.map(\.rawValue) + ["FILE.csv"]),
        at: arguments.column)
    }
  }
}

extension Arguments {
  /// The first word, or what stands in quotes there, and the arguments behind it.
  fileprivate var leadingName: (String, Arguments) {
    if let quote = text.first, quote == "\"" || quote == "'",
      let end = text.dropFirst().firstIndex(of: quote)
    {
      let quoted = Word(text: String(text[...end]), column: column)
      return (String(text[text.index(after: text.startIndex)..<end]), after(quoted))
    }
    guard let first = words.first else { return ("", self) }
    return (first.text, after(first))
  }
}
