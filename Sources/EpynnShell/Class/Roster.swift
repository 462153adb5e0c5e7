import EpynnData

/// The list of those who are in a class, as exercises are made for them.
struct Roster: Sendable {
  /// As they stand in the list, each once.
  private(set) var ids: [String] = []
  /// Those that are others but for spaces, with what they are taken for.
  private(set) var sameIDs: [(id: String, as: String)] = []
  /// What is no id, or stands there again, by its line.
  let faults: [IDList.Fault]
  private var places: [PersonKey: Int] = [:]

  /// - Throws: `DataFault` where it is no list.
  init(_ bytes: [UInt8]) throws(DataFault) {
    let list = try IDList(bytes)
    faults = list.faults
    for id in list.ids.map(\.text) {
      if let place = places[PersonKey(id)] {
        sameIDs.append((id, ids[place]))
      } else {
        places[PersonKey(id)] = ids.count
        ids.append(id)
      }
    }
    guard !ids.isEmpty else { throw DataFault(.noRows) }
  }

  /// The id that a text is, but for case and spaces.
  func id(_ text: String) -> String? { places[PersonKey(text)].map { ids[$0] } }
}

/// By what two spellings of a name are the same: case and spaces do not tell people apart.
struct PersonKey: Hashable, Sendable {
  private let text: String

  init(_ name: String) { text = name.withoutCaseAndSpaces }
}
