import EpynnData

/// A table that `progress export` wrote, from this program or an older one, as it is or as a
/// spreadsheet saved it since.
struct ProgressTable: Sendable {
  let rows: [ProgressRow]

  /// The most bytes of one: a student's with all that is kept has far fewer.
  static let byteLimit = 4 << 20

  /// - Throws: why it is none, with the line.
  init(reading bytes: [UInt8]) throws(ProgressTableFault) {
    guard !bytes.isEmpty else { throw .empty }
    let table: TextTable?
    do throws(DataFault) {
      table = try TextTable(reading: bytes, with: ["lesson", "question", "outcome"])
    } catch { throw .damaged(error) }
    guard let table else { throw .foreign }
    guard !table.records.isEmpty else { throw .nothingBegun }
    let places = Dictionary(
      table.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    rows = try table.records.map { record throws(ProgressTableFault) in
      try Self.row(Fields(record: record, places: places))
    }
  }

  private static func row(_ fields: Fields) throws(ProgressTableFault) -> ProgressRow {
    guard !fields["lesson"].isEmpty else { throw fields.fault("lesson") }
    var row = ProgressRow(lesson: fields["lesson"])
    row.name = fields["name"]
    row.title = fields["title"]
    row.version = fields["version"]
    guard !fields["question"].isEmpty else { return row }
    guard let outcome = LessonProgress.Outcome(rawValue: fields["outcome"]) else {
      throw fields.fault("outcome")
    }
    let wrong = SpreadsheetText.texts(of: fields["wrong"])
    let mistakes = SpreadsheetText.texts(of: fields["mistakes"])
    let attempts = wrong.enumerated().map { place, text in
      let mistake = mistakes.indices.contains(place) ? mistakes[place] : ""
      return LessonProgress.Attempt(text: text, mistake: mistake.isEmpty ? nil : mistake)
    }
    var answer = LessonProgress.Answer(
      question: fields["question"], outcome: outcome, tries: try fields.count("tries") ?? 0,
      attempts: attempts)
    answer.item = try fields.count("item")
    answer.hints = try fields.count("hints") ?? 0
    answer.seconds = (try fields.count("minutes") ?? 0) * 60
    row.answer = answer
    return row
  }

  /// The fields of a row by the names of their columns; one that is not there is empty.
  private struct Fields {
    let record: CSVTable.Record
    let places: [String: Int]

    subscript(column: String) -> String {
      guard let place = places[column] else { return "" }
      return SpreadsheetText.text(of: record.fields[place]).visible
    }

    /// `nil` where nothing stands there.
    func count(_ column: String) throws(ProgressTableFault) -> Int? {
      let text = self[column]
      guard !text.isEmpty else { return nil }
      // More than anybody counts was written by nobody.
      guard let count = Int(text), (0...1_000_000).contains(count) else { throw fault(column) }
      return count
    }

    func fault(_ column: String) -> ProgressTableFault {
      .badField(column, self[column], line: record.line)
    }
  }
}

/// Why a file is no table of progress.
enum ProgressTableFault: Error, Equatable, Sendable {
  case empty
  /// It holds something else.
  case foreign
  /// It has a header and no row.
  case nothingBegun
  case damaged(DataFault)
  case badField(String, String, line: Int)
  /// What was read before fills the room that there is.
  case noRoom(limit: Int)
}
