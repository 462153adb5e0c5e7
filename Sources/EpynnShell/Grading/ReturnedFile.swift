import EpynnCore
import EpynnData
import Paths

/// A file that came back, and whose it is.
struct ReturnedFile {
  /// Where it lies, seen from the folder that is marked.
  let path: String
  let content: Result<[UInt8], FileFault>
  /// What its own first line says.
  let ownID: String?

  init(path: String, content: Result<[UInt8], FileFault>) {
    self.path = path
    self.content = content
    if case .success(let bytes) = content, FileFormat.of(bytes, named: path).ending == ".csv" {
      ownID = TableText.id(in: bytes).map(SpreadsheetText.text(of:))
    } else {
      ownID = nil
    }
  }

  /// The names of the file and of the folders that it lies in, the nearest first.
  private var names: [String] {
    let parts = PathParts(path).names
    let stem = parts.last.map { last in
      last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    }
    return (stem.map { [$0] } ?? []) + parts.dropLast().reversed()
  }

  /// The same, and what stands in them between underlines: Moodle's folders are called
  /// `Ada Lovelace_123_assignsubmission_file`.
  private var parts: [String] {
    names.flatMap { name in
      let composed = name.composed
      return [composed] + composed.split(separator: "_").map(String.init)
    }
  }

  /// Whose it is: what it says itself, else a name that is known, else that of the file, or of its
  /// folder where files of several folders are called the same.
  ///
  /// - Parameter listed: the names of the class, where there is a list: what a spreadsheet made of an id,
  ///   7 of 007, yields to the name of a file or a folder that is in it.
  func owner(
    among known: [String: StudentID], listed: Set<String>, isSharedName: Bool
  ) -> Result<StudentID, IDFault> {
    do throws(IDFault) {
      if let ownID {
        let id = try StudentID(ownID)
        let isListed = listed.isEmpty || listed.contains(id.folded)
        let named = isListed ? nil : parts.first { listed.contains($0.lowercased()) }
        return .success(named.flatMap { known[$0.lowercased()] } ?? known[id.folded] ?? id)
      }
      if let id = parts.lazy.compactMap({ known[$0.lowercased()] }).first { return .success(id) }
      let name = isSharedName && names.count > 1 ? names[1] : names.first ?? ""
      return .success(try StudentID(name))
    } catch { return .failure(error) }
  }

  /// The id as the file spells it, for which its numbers may have been drawn.
  var spelledID: StudentID? { ownID.flatMap { try? StudentID($0) } }

  /// The file's name without its folders.
  var name: String { PathParts(path).name }
}
