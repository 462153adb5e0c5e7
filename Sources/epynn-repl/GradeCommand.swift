import ArgumentParser
import EpynnShell
import LineEditor

/// `epynn-repl grade FILE DIR`: marks what came back of an exercise.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "epynn-repl grade",
    abstract: "Mark what a class handed in of an exercise.",
    discussion: """
      DIR holds tables as 'epynn-repl exercise' writes them, or .npz files, in folders below it too. \
      Whose a file is its id line says, else its name or its folder's. Each tensor is judged from the \
      student's own earlier ones, so that an error carried on costs once; its points are those of the \
      cells that are right. What was given is the exercise's, whatever the file says.

      Exit status: 0, 1 where a file could not be marked, 2 where nothing could.
      """)

  @Argument(help: "Markdown with an 'exercise' fence.")
  var file: String

  @Argument(help: "The folder with what came back, or one file.")
  var folder: String

  @Option(help: "The class's ids, one a line: who handed nothing in is said.")
  var ids: String?

  @Option(help: "Write a table of the marks, id first, into this file.")
  var csv: String?

  @Flag(help: "Write over that file where it is there.")
  var replace = false

  @Flag(help: "One object of JSON in place of the screen, for other programs.")
  var json = false

  enum Report: String, ExpressibleByArgument, CaseIterable {
    case junit, gradescope
  }

  @Option(help: "Another form in place of the screen: junit, or gradescope for one file.")
  var report: Report?

  @Flag(help: "Search for edits of formulas too where no named mistake explains a tensor.")
  var deep = false

  /// The most bytes of one file: all of a class are held at once.
  private static let fileLimit = 1 << 20

  @OptionGroup var accessibility: Accessibility

  mutating func run() throws {
    let isUnicode = Locale.prepare()
    let console = Console(colorChoice: .auto)
    let screen = console.screen(isUnicode: isUnicode, isSpoken: accessibility.isOn)
    let grading: Grading
    do throws(ExerciseRefusal) {
      let exercise = try CommandFile.bytes(of: file)
      var list: (bytes: [UInt8], name: String)?
      if let ids { list = (try CommandFile.bytes(of: ids), ids) }
      let paths = try FolderReader.files(in: folder)
      let root = paths.isRootFile ? "" : folder.hasSuffix("/") ? folder : folder + "/"
      let files = paths.names.map {
        Grading.File(path: $0, content: FileReader.read(root + $0, atMost: Self.fileLimit))
      }
      grading = try Grading(
        exercise: exercise, named: file, ids: list, files: files, isDeep: deep)
    } catch { throw CommandFile.refused(error, isSpoken: accessibility.isOn) }
    switch report {
    case .junit: Output.results.write(grading.junit)
    case .gradescope:
      guard let text = grading.gradescope else {
        throw ValidationError("gradescope marks one submission; name one file in place of a folder")
      }
      Output.results.write(text + "\n")
    case nil:
      if json {
        Output.results.write(grading.json + "\n")
      } else {
        console.print(grading.page(on: screen), on: screen)
      }
    }
    if let csv { try write(grading.csv, to: csv) }
    if grading.hasRefusals { throw ExitCode(1) }
  }

  private func write(_ text: String, to path: String) throws {
    guard replace || FileReader.read(path) == .failure(.missing) else {
      Output.complaints.write(
        "'\(path.visible)' is there already; --replace writes over it, or another name works\n")
      throw ExitCode(2)
    }
    guard FileWriter.replace(path, with: Array(text.utf8)) else {
      Output.complaints.write("'\(path.visible)' cannot be written; another place works\n")
      throw ExitCode(2)
    }
  }
}
