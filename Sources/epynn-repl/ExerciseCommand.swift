import ArgumentParser
import EpynnShell
import StateFiles

/// `epynn-repl exercise FILE`: own numbers for each of a class.
struct ExerciseCommand: Subcommand {
  static let word = "exercise"
  static let configuration = CommandConfiguration(
    commandName: "epynn-repl \(word)",
    abstract: "Make own numbers of an exercise for each of a class.",
    discussion: """
      FILE is Markdown with an 'exercise' fence; 'help lesson-file' at the prompt lists its lines. For \
      each id a sheet (ID.md) and a table to fill in (ID.csv) are written, and one key for the teacher \
      (key.md). With --format tex sheet and key are papers for LaTeX, with --format html the sheet is a \
      page that checks itself (ID.html), and with --format moodle one file of questions is in place of \
      all sheets. The numbers depend on the \
      fence and the id alone, so 'epynn-repl grade' knows them again.

      Exit status: 0, 1 where an id was refused or a file not written, 2 where nothing could be made.
      """)

  @Argument(help: "Markdown with an 'exercise' fence.", completion: .file(extensions: ["md"]))
  var file: String

  @Option(
    help: "A file with one id a line, or with the ids in its first column.", completion: .file())
  var ids: String

  @Option(
    help: "The folder to write into; it is made where it is missing.", completion: .directory)
  var out: String

  @Option(help: "What is written: markdown, tex, html or moodle.")
  var format: ExerciseFolder.Format = .markdown

  @Flag(help: "Write over files that are there.")
  var replace = false

  mutating func run() throws {
    let folder: ExerciseFolder
    do throws(ExerciseRefusal) {
      folder = try ExerciseFolder.made(
        of: try CommandFile.bytes(of: file), named: file, for: try CommandFile.bytes(of: ids),
        named: ids, as: format)
    } catch { throw CommandFile.refused(error) }
    let written = FolderWriter(folder: out, replaces: replace).write(
      folder.files.map { ($0.name, Array($0.text.utf8)) })
    for line in folder.complaints + written.complaints {
      Output.complaints.write(line.visible + "\n")
    }
    if written.count > 0 {
      Output.results.write(
        "\(written.count.counted("file")) for \(folder.studentCount.counted("student")) in \(out.visible)\n"
      )
    }
    guard written.count > 0 else { throw ExitCode(2) }
    guard folder.complaints.isEmpty, written.complaints.isEmpty else { throw ExitCode(1) }
  }
}

extension ExerciseFolder.Format: ExpressibleByArgument {}

/// The files that a command on the command line names.
enum CommandFile {
  static func bytes(of path: String) throws(ExerciseRefusal) -> [UInt8] {
    switch FileReader.read(path) {
    case .success(let bytes): bytes
    case .failure(let fault): throw ExerciseRefusal(of: path, fault)
    }
  }

  /// - Throws: `ExitCode`, having said why, where it cannot be written.
  static func write(_ bytes: [UInt8], to path: String, replaces: Bool) throws {
    guard let fault = FileWriter.write(bytes, to: path, replaces: replaces) else { return }
    let reason =
      fault == .exists
      ? "is there already; --replace writes over it, or another name works"
      : "cannot be written: \(fault.sentence)"
    Output.complaints.write("'\(path.visible)' \(reason)\n")
    throw ExitCode(2)
  }

  /// Says why nothing can be done.
  static func refused(
    _ refusal: ExerciseRefusal, isSpoken: Bool = Accessibility.isOnByEnvironment
  ) -> ExitCode {
    Output.complaints.write(refusal.page(on: Screen(isSpoken: isSpoken)).text)
    return ExitCode(2)
  }
}
