import EpynnCore
import EpynnData
import EpynnLessons

/// The most of something that is taken.
struct Limit: Sendable {
  let what: String
  let most: Int
  let unit: String
  /// What stands behind it.
  var remark = ""

  var text: String {
    let mega = 1 << 20
    let isRound = unit == "bytes" && most >= mega && most % mega == 0
    let number = isRound ? "\(most / mega) MB" : "\(Self.grouped(most)) \(unit)"
    return number + (remark.isEmpty ? "" : ", \(remark)")
  }

  static let all: [Limit] = [
    Limit(what: "a line", most: Session.lineLimit, unit: "bytes"),
    Limit(what: "a line's statements", most: String.statementLimit, unit: "between ';'"),
    Limit(what: "a formula", most: Parser.depthLimit, unit: "levels of nesting"),
    Limit(what: "all tensors of a session", most: Capacity.session.bytes, unit: "bytes"),
    Limit(what: "all tensors of a lesson", most: Capacity.lesson.bytes, unit: "bytes"),
    Limit(what: "a network", most: Machine.layerLimit, unit: "layers"),
    Limit(
      what: "the past", most: Settings().memory << 20, unit: "bytes",
      remark: "'set memory' changes it"),
    Limit(what: "breaks, watches, displays", most: Session.observerLimit, unit: "together"),
    Limit(what: "bookmarks", most: Bookmarks.limit, unit: "moments"),
    Limit(what: "show full", most: ShownValue.cellLimit, unit: "cells"),
    Limit(what: "the history", most: LineHistory.limit, unit: "lines"),
    Limit(what: "save, export session", most: Recording.limit, unit: "lines"),
    Limit(what: "a file that is read", most: Surroundings.fileLimit, unit: "bytes"),
    Limit(what: "files that load files", most: Session.nestingLimit, unit: "levels"),
    Limit(
      what: "arrays of a .npz", most: NPZFile.limit, unit: "bytes",
      remark: "unpacked; one array a quarter of it"),
    Limit(what: "a table", most: CSVTable.columnLimit, unit: "columns"),
    Limit(what: "a lesson's question", most: Lesson.questionLimit, unit: "bytes"),
    Limit(what: "a tensor of an exercise", most: Draw.cellLimit, unit: "cells"),
    Limit(what: "a student's id", most: StudentID.lengthLimit, unit: "characters"),
    Limit(
      what: "a script", most: ExportFormat.scriptLimit, unit: "numbers",
      remark: "'export FILE.npz' has no such limit"),
  ]

  /// `134,217,728`.
  private static func grouped(_ number: Int) -> String {
    let digits = Array("\(number)")
    return String(
      digits.enumerated().flatMap { place, digit in
        place > 0 && (digits.count - place).isMultiple(of: 3) ? [",", digit] : [digit]
      })
  }
}

extension HelpPage {
  /// How large things may be.
  static let limits = HelpPage(
    name: "limits", summary: "how large things may be",
    paragraphs: [
      "What is larger is refused with the limit, and nothing is lost. Of the past, the bookmarks and"
        + " the history the oldest are forgotten."
    ],
    body: { _, _ in
      [.table(Table(rows: Limit.all.map { [$0.what, $0.text] })), .gap]
    })
}
