import ArgumentParser
import EpynnShell
import LineEditor
import Paths

/// `epynn-repl class FILE…`: the tables of progress that a class handed in, added up.
struct ClassCommand: Subcommand {
  static let word = "class"
  static let configuration = CommandConfiguration(
    commandName: "epynn-repl \(word)",
    abstract: "Add up the tables of progress that students handed in.",
    discussion: """
      A student's table is what 'progress export FILE.csv' writes, as it is or as a spreadsheet saved \
      it. Of a folder each .csv in it and below it is read, as Moodle packs them. Whose a table is \
      its name column says, else the name of the file or folder. Printed is, for each lesson, how \
      each question went and for how many, the most frequent wrong answers with what they come \
      from, and who has not begun.

      Exit status: 0, 2 where a file could not be used; the others are added up all the same.
      """)

  @Argument(
    help: "Tables (.csv), and folders with tables.", completion: .file(extensions: ["csv"]))
  var files: [String]

  @Option(
    help: "A list of those who are in the class: an id or a name on each line.",
    completion: .file())
  var ids: String?

  @OptionGroup var accessibility: Accessibility

  mutating func run() throws {
    let isUnicode = Locale.prepare()
    let console = Console(colorChoice: .auto)
    let screen = console.screen(isUnicode: isUnicode, isSpoken: accessibility.isOn)
    var report = try begin()
    var (isWhole, count) = (true, 0)
    // The list may lie among the tables, and a table be named twice.
    var seen: Set<String> = [ids ?? ""]
    for file in files {
      let (found, isRead) = tables(in: file)
      isWhole = isWhole && isRead
      if found.isEmpty, isRead {
        complain(about: file, "there is no .csv file in this folder")
        isWhole = false
      }
      for path in found where seen.insert(path).inserted {
        let isUsed = add(path, to: &report)
        isWhole = isWhole && isUsed
        count += isUsed ? 1 : 0
      }
    }
    if count > 0 || ids != nil { console.print(report.page(on: screen), on: screen) }
    if !isWhole { throw ExitCode(2) }
  }

  /// The file itself, or the tables in a folder and below it, and whether all of it was looked at.
  private func tables(in path: String) -> (paths: [String], isRead: Bool) {
    // What is not there is said when it is read.
    guard let found = try? FolderReader(path), !found.isRootFile else { return ([path], true) }
    let folder = path.holding("")
    for (name, fault) in found.faults {
      complain(about: folder + name, "cannot be read: \(fault.sentence)")
    }
    return (
      found.names.filter { $0.lowercased().hasSuffix(".csv") }.map { folder + $0 },
      found.faults.isEmpty
    )
  }

  private func begin() throws -> ClassReport {
    guard let ids else { return ClassReport() }
    switch FileReader.read(ids) {
    case .failure(let fault):
      complain(about: ids, "cannot be read: \(fault.sentence)")
      throw ExitCode(2)
    case .success(let bytes):
      do throws(ClassReport.Refusal) {
        return try ClassReport(list: bytes, named: ids)
      } catch {
        complain(about: ids + error.place, error.sentence)
        throw ExitCode(2)
      }
    }
  }

  /// Returns whether the file is a table.
  private func add(_ path: String, to report: inout ClassReport) -> Bool {
    switch FileReader.read(path, atMost: ClassReport.fileLimit) {
    case .failure(let fault):
      complain(about: path, "cannot be read: \(fault.sentence)")
      return false
    case .success(let bytes):
      do throws(ClassReport.Refusal) {
        try report.add(bytes, fromFile: path)
        return true
      } catch {
        complain(about: path + error.place, error.sentence)
        return false
      }
    }
  }

  private func complain(about place: String, _ sentence: String) {
    Output.complaints.write("\(place.visible): \(sentence)\n")
  }
}
