import EpynnData

/// A list of ids: one a line, or the first column of a table; what cannot be one is said.
package struct IDList: Sendable {
  package private(set) var ids: [StudentID] = []
  /// What was refused, by the line.
  package private(set) var faults: [Fault] = []

  package struct Fault: Equatable, Sendable {
    package let line: Int
    package let reason: IDFault
  }

  /// - Throws: `DataFault` where the bytes are no text.
  package init(_ bytes: [UInt8]) throws(DataFault) {
    var seen: [String: Int] = [:]
    for record in try TableText.records(of: bytes) {
      guard let first = record.fields.first else { continue }
      let line = record.line
      do throws(IDFault) {
        // A sheet may have a header above its ids.
        if line == 1, ["id", "ids"].contains(first.lowercased()) { continue }
        let id = try StudentID(SpreadsheetText.text(of: first))
        if let before = seen.updateValue(line, forKey: id.folded) {
          throw .twice(id.text, line: before)
        }
        ids.append(id)
      } catch { faults.append(Fault(line: line, reason: error)) }
    }
  }
}
