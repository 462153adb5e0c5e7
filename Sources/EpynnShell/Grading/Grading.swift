import EpynnCore
import EpynnData

/// Marking a folder of files, and what is printed and written of it.
package struct Grading: Sendable {
  private let book: Gradebook

  /// A file as it lies in the folder.
  package struct File {
    let file: ReturnedFile

    package init(path: String, content: Result<[UInt8], FileFault>) {
      file = ReturnedFile(path: path, content: content)
    }
  }

  /// - Parameters:
  ///   - exercise: the exercise's file, called by its name.
  ///   - ids: the class's list, called by its name, where somebody gave it.
  /// - Throws: why nothing can be marked.
  package init(
    exercise: [UInt8], named name: String, ids: (bytes: [UInt8], name: String)? = nil,
    files: [File], isDeep: Bool = false
  ) throws(ExerciseRefusal) {
    do throws(Complaint) {
      let own = try OwnExercise(reading: exercise, file: name)
      var list: [StudentID] = []
      if let ids {
        do throws(DataFault) { list = try IDList(ids.bytes).ids } catch {
          throw Complaint(.inData(ids.name, error))
        }
      }
      book = Gradebook(own, files: files.map(\.file), list: list, isDeep: isDeep)
    } catch { throw ExerciseRefusal(error) }
  }

  package var hasRefusals: Bool { book.hasRefusals }

  package func page(on screen: Screen) -> Page {
    let look = Look(settings: Settings(), screen: screen)
    return Page(GradeScreen(book: book, look: look).facts, look)
  }

  private var report: GradeReport {
    GradeReport(book: book, look: Look(settings: Settings(), screen: Screen()))
  }

  package var csv: String { report.csv }
  package var json: String { report.json.text }
  package var junit: String { report.junit }
  /// `nil` where there is more than one file.
  package var gradescope: String? { report.gradescope?.text }
}
