import ArgumentParser
import EpynnShell
import LineEditor
import Paths

/// `epynn-repl grade FILE DIR`: marks what came back of an exercise.
struct GradeCommand: Subcommand {
  static let word = "grade"
  static let configuration = CommandConfiguration(
    commandName: "epynn-repl \(word)",
    abstract: "Mark what a class handed in of an exercise.",
    discussion: """
      DIR holds tables as 'epynn-repl exercise' writes them, or .npz files, in folders below it too. \
      Whose a file is its id line says, else its name or its folder's. Each tensor is judged from the \
      student's own earlier ones, so that an error carried on costs once; its points are those of the \
      cells that are right. What was given is the exercise's, whatever the file says.

      Exit status: 0, 1 where a file could not be marked, 2 where nothing could.
      """)

  @Argument(help: "Markdown with an 'exercise' fence.", completion: .file(extensions: ["md"]))
  var file: String

  @Argument(help: "The folder with what came back, or one file.", completion: .file())
  var folder: String

  @Option(
    help: "The class's ids, one a line: who handed nothing in is said.", completion: .file())
  var ids: String?

  @Option(
    help: "Write a table of the marks, id first, into this file.",
    completion: .file(extensions: ["csv"]))
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
      let found = try FolderReader(folder)
      let root = found.isRootFile ? "" : folder.holding("")
      let files =
        found.names.map {
          Grading.File(path: $0, content: FileReader.read(root + $0, atMost: Self.fileLimit))
        } + found.faults.map { Grading.File(path: $0.name, content: .failure($0.fault)) }
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
    if let csv { try CommandFile.write(Array(grading.csv.utf8), to: csv, replaces: replace) }
    if grading.hasRefusals { throw ExitCode(1) }
  }
}
