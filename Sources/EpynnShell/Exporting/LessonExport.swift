import EpynnCore
import EpynnLessons
import Paths

/// A lesson as a page: its prose, its lines with what they say, its questions.
package enum LessonExport {
  /// - Throws: why it cannot be read, or leave in this format.
  package static func bytes(
    of lesson: [UInt8], named name: String, as file: String, surroundings: Surroundings
  ) throws(ExerciseRefusal) -> [UInt8] {
    do throws(Complaint) {
      let fileName = PathParts(file).name
      guard let format = ExportFormat.of(fileName) else {
        throw Complaint(.noFormat(fileName, known: ExportFormat.all.map(\.ending)))
      }
      let read: Lesson
      do throws(LessonFault) { read = try Lesson(reading: lesson) } catch {
        throw Complaint(.inLesson(name, error))
      }
      var session = Session(surroundings: surroundings, capacity: .lesson)
      let lines = session.exported(read, file: name)
      let hidden = session.hiddenParts
      guard hidden.isEmpty || !format.needsAll else {
        throw Complaint(.hiddenFromExport(format.ending, hidden))
      }
      var content = try session.exportContent(titled: read.title.visible, isWhole: true)
      content.lines = lines
      return try format.bytes(content, ExportOptions(file: fileName))
    } catch { throw ExerciseRefusal(error) }
  }
}

extension Session {
  /// Runs a lesson's lines as its test does, and keeps what they say.
  fileprivate mutating func exported(_ lesson: Lesson, file: String) -> [ExportedLine] {
    scripts.lesson = file
    keepsLessons = true
    defer { keepsLessons = false }
    return lesson.items.flatMap { item -> [ExportedLine] in
      switch item.content {
      case .prose(let lines): [ExportedLine(line: "", facts: [.markdown(lines)], isRefused: false)]
      case .question(let question):
        [ExportedLine(line: "", facts: question.facts, isRefused: false)]
      case .exercise: []
      case .transcript(let exchanges):
        exchanges.map { exchange in
          let known = recording.exchanges.count
          let response = respond(to: exchange.command, from: .lesson)
          let facts = recording.exchanges.dropFirst(known).flatMap(\.facts)
          return ExportedLine(
            line: exchange.command, facts: facts, isRefused: response.hasFailed)
        }
      }
    }
  }
}

extension Question {
  /// What it asks, with its choices, and not what is right.
  fileprivate var facts: [Fact] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return [.markdown(lines)]
      + choices.enumerated().map { place, choice in
        .sentence(
          "\(ChoiceAnswer.letter(place))  \(choice.text)", indent: 2, hanging: 3, in: .page)
      }
  }
}
