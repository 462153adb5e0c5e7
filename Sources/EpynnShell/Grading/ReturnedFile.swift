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

  /// Whose it is: what it says itself, else a name that is known, else that of the file, or of its
  /// folder where files of several folders are called the same.
  func owner(among known: [String: StudentID], isSharedName: Bool) -> Result<StudentID, IDFault> {
    do throws(IDFault) {
      if let ownID {
        let id = try StudentID(ownID)
        return .success(known[id.folded] ?? id)
      }
      for name in names {
        // Moodle's folders are called `Ada Lovelace_123_assignsubmission_file`.
        let parts = [name] + name.split(separator: "_").map(String.init)
        if let id = parts.lazy.compactMap({ known[$0.lowercased()] }).first { return .success(id) }
      }
      let name = isSharedName && names.count > 1 ? names[1] : names.first ?? ""
      return .success(try StudentID(name))
    } catch { return .failure(error) }
  }

  /// The file's name without its folders.
  var name: String { PathParts(path).name }
}
