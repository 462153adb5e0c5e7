/// A row of the table of headers above columns that name or count the samples: no features.
struct NamingColumn {
  let header: String
  /// Whether its fields must count from 0 or 1 on, for the header alone would not tell.
  let mustCount: Bool

  static let all: [NamingColumn] = [
    NamingColumn(header: "id", mustCount: false),
    // As pandas writes an index, and reads its own back.
    NamingColumn(header: "", mustCount: true),
    NamingColumn(header: "unnamed: 0", mustCount: true),
    NamingColumn(header: "index", mustCount: true),
    NamingColumn(header: "no", mustCount: true),
    NamingColumn(header: "nr", mustCount: true),
    NamingColumn(header: "row", mustCount: true),
    NamingColumn(header: "sample", mustCount: true),
  ]

  /// The columns of a table to pass over; none where too few would be left.
  static func columns(of table: CSVTable, besides label: Int?) -> [Int] {
    guard let header = table.header else { return [] }
    let found = header.indices.filter { column in
      let name = header[column].lowercased()
      return column != label
        && all.contains { $0.header == name && (!$0.mustCount || counts(column, of: table)) }
    }
    return header.count - found.count > 1 ? found : []
  }

  private static func counts(_ column: Int, of table: CSVTable) -> Bool {
    guard let first = Int(table.records[0].fields[column]), (0...1).contains(first) else {
      return false
    }
    return table.records.enumerated().allSatisfy { Int($1.fields[column]) == first + $0 }
  }
}
