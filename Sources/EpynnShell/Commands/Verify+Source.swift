import EpynnCore
import EpynnData

/// Where a program makes the first tensor that is wrong.
extension Session {
  /// The most lines that are shown.
  private static let shownLines = 3

  /// Says which line of a program or a notebook assigns the first wrong tensor.
  mutating func sayOrigin(
    of verification: Verification, _ list: TensorList, in file: String
  ) throws(Complaint) {
    let bytes = try content(ofDataFile: file, column: 0)
    let program: ProgramLines
    do throws(DataFault) {
      program = try ProgramLines(bytes, isNotebook: file.hasSuffix(".ipynb"))
    } catch { throw Complaint(.inData(file, error)) }
    guard let row = verification.first else { return }
    let naming = FileNaming(verification: verification, names: list.names)
    let name = naming.text(of: row, in: verification.machine.layers.count)
    let lines = program.assigning(
      TensorKey(row.quantity, layer: row.layer, isUpdated: row.isUpdated), called: name)
    guard !lines.isEmpty else {
      return say("\(file.quoted(limit: 60)): no line assigns \(name)")
    }
    let shown = lines.prefix(Self.shownLines)
    let more = lines.count > shown.count ? "; \(lines.count - shown.count) more lines do" : ""
    say("\(name) is assigned in \(file.quoted(limit: 60))\(more)")
    draw { _ in
      shown.map { line in
        let place = (line.cell.map { "cell \($0), " } ?? "") + "line \(line.number)"
        return .sentence(
          "\(place)   \(line.text.trimmingSpaces.quoted(limit: 100))", indent: 2, hanging: 4)
      }
    }
  }
}
