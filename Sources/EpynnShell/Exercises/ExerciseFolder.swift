import EpynnCore
import EpynnData

/// The files that an exercise makes for a class: sheets and blanks, or questions, and the key.
package struct ExerciseFolder: Sendable {
  package let files: [File]
  /// What could not be made, each a line.
  package let complaints: [String]
  package let studentCount: Int

  package struct File: Sendable {
    /// Its name within the folder, never a path.
    package let name: String
    package let text: String
  }

  package enum Format: String, Sendable, CaseIterable {
    case markdown, tex, html, moodle
  }

  /// - Parameters:
  ///   - name: the exercise's file, as complaints call it.
  ///   - list: the ids, one a line.
  /// - Throws: a page that says why nothing can be made.
  package static func made(
    of bytes: [UInt8], named name: String, for list: [UInt8], named listName: String,
    as format: Format
  ) throws(ExerciseRefusal) -> ExerciseFolder {
    do throws(Complaint) {
      let own = try OwnExercise(reading: bytes, file: name)
      let ids: IDList
      do throws(DataFault) { ids = try IDList(list) } catch {
        throw Complaint(.inData(listName, error))
      }
      return try ExerciseFolder(own, ids, listName: listName, format, Session().look)
    } catch { throw ExerciseRefusal(error) }
  }

  private init(
    _ own: OwnExercise, _ list: IDList, listName: String, _ format: Format, _ look: Look
  ) throws(Complaint) {
    var complaints = list.faults.map { "\(listName.visible):\($0.line): \($0.reason.sentence)" }
    guard !list.ids.isEmpty else {
      throw Complaint(.noIDs(listName, complaints.first))
    }
    var drawn: [DrawnExercise] = []
    for id in list.ids {
      do throws(Complaint) { drawn.append(try own.drawn(for: id)) } catch {
        // What cannot be drawn for one can be drawn for no one, as a rule.
        guard !drawn.isEmpty else { throw error }
        complaints.append("\(id.text): \(error.problem.sentence)")
      }
    }
    studentCount = drawn.count
    self.complaints = complaints
    files = try Self.files(for: drawn, tellsNothing: own.tellsNothing, look, in: format)
  }

  private static func files(
    for drawn: [DrawnExercise], tellsNothing: Bool, _ look: Look, in format: Format
  ) throws(Complaint) -> [File] {
    let key = ExerciseKey(drawn: drawn).blocks
    let readable = File(name: "\(StudentID.key).md", text: MarkdownPage.text(of: key))
    switch format {
    case .markdown:
      return sheets(for: drawn, "md", MarkdownPage.text) + [readable]
    case .tex:
      return sheets(for: drawn, "tex", TeXPage.text)
        + [File(name: "\(StudentID.key).tex", text: TeXPage.text(of: key))]
    case .html:
      return try drawn.map { one throws(Complaint) in
        File(
          name: "\(one.id).html",
          text: try ExercisePage(drawn: one, tellsNothing: tellsNothing, look: look).text())
      } + [readable]
    case .moodle:
      return [
        File(name: "moodle.xml", text: MoodleQuestions(drawn: drawn, look: look).text), readable,
      ]
    }
  }

  /// A sheet for each, and a table to fill in.
  private static func sheets(
    for drawn: [DrawnExercise], _ ending: String, _ text: ([PageBlock]) -> String
  ) -> [File] {
    drawn.flatMap { one in
      [
        File(name: "\(one.id).\(ending)", text: text(ExerciseSheet(drawn: one).blocks)),
        File(name: "\(one.id).csv", text: ExerciseBlank(drawn: one).text),
      ]
    }
  }
}

/// Why nothing can be made of an exercise, as it is shown.
package struct ExerciseRefusal: Error {
  private let complaint: Complaint

  init(_ complaint: Complaint) {
    self.complaint = complaint
  }

  package func page(on screen: Screen) -> Page {
    Session(screen: screen).page(about: complaint, line: "", from: .script)
  }

  /// A file that cannot be read.
  package init(of file: String, _ fault: FileFault) {
    self.init(Complaint(.file(file, fault)))
  }
}
