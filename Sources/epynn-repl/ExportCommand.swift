import ArgumentParser
import EpynnLessons
import EpynnShell
import LineEditor

/// `epynn-repl export FILE from LESSON.md`: a lesson as a page to read.
struct ExportCommand: Subcommand {
  static let word = "export"
  static let configuration = CommandConfiguration(
    commandName: "epynn-repl \(word)",
    abstract: "Write a lesson as a page to read.",
    discussion: """
      The name's ending says what is written, as 'help export' at the prompt lists it. The lesson's \
      lines are run as 'epynn-repl test' runs them, and what they say stands below them.

      Exit status: 0, 2 where nothing was written.
      """)

  @Argument(help: "The file to write.", completion: .file())
  var file: String

  enum From: String, ExpressibleByArgument { case from }

  @Argument(help: "The word 'from'.", completion: .list(["from"]))
  var from: From

  @Argument(help: "A lesson.", completion: .file(extensions: ["md"]))
  var lesson: String

  @Flag(help: "Write over the file where it is there.")
  var replace = false

  mutating func run() throws {
    _ = Locale.prepare()
    let bytes: [UInt8]
    do throws(ExerciseRefusal) {
      bytes = try LessonExport.bytes(
        of: try CommandFile.bytes(of: lesson), named: lesson, as: file,
        surroundings: .files(isInterruptible: false))
    } catch { throw CommandFile.refused(error) }
    try CommandFile.write(bytes, to: file, replaces: replace)
    Output.results.write("'\(file.visible)' is written\n")
  }
}
