import EpynnData

/// What the tables of a class add up to, whatever their order.
package struct ClassBook: Sendable {
  let roster: Roster?
  /// What the list is called.
  let rosterName: String
  /// Those of the list in its order, then whoever else handed in.
  private(set) var people: [Person] = []
  private(set) var lessons: [String: ClassLesson] = [:]
  private var places: [PersonKey: Int] = [:]
  /// The bytes of what is kept.
  private var size = 0

  /// The most bytes that are kept, however much is handed in.
  private let byteLimit: Int

  struct Person: Sendable {
    let name: String
    /// The names by which it was called.
    var spellings: Set<String>
    /// The tables that it handed in.
    var files: [String] = []
    let isListed: Bool
    /// Whether no table says whose it is, and its file stands for the name.
    var isNameless = false
  }

  init(roster: Roster? = nil, named rosterName: String = "", byteLimit: Int = 32 << 20) {
    self.roster = roster
    self.byteLimit = byteLimit
    self.rosterName = rosterName
    for id in roster?.ids ?? [] {
      places[PersonKey(id)] = people.count
      people.append(Person(name: id, spellings: [id], isListed: true))
    }
  }

  /// Adds a table.
  ///
  /// - Throws: why it is none; nothing of it is added then.
  mutating func add(_ bytes: [UInt8], fromFile path: String) throws(ProgressTableFault) {
    // Before it is taken apart, which takes far longer than counting its lines.
    let lineCount = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let weight = bytes.count + 100 * lineCount
    guard size + weight <= byteLimit else { throw .noRoom(limit: byteLimit) }
    let table = try ProgressTable(reading: bytes)
    size += weight
    for row in table.rows {
      let place = place(of: row, inFile: path)
      if people[place].files.last != path { people[place].files.append(path) }
      if !row.name.isEmpty { people[place].spellings.insert(row.name) }
      lessons[row.lesson, default: ClassLesson(id: row.lesson)].add(row, of: place)
    }
  }

  private mutating func place(of row: ProgressRow, inFile path: String) -> Int {
    let owner = TableOwner(roster: roster).owner(named: row.name, inFile: path)
    let (name, isNameless) =
      switch owner {
      case .named(let name): (name, false)
      case .file(let path): (path, true)
      }
    // No name has a line break, so that no file's is one.
    let key = PersonKey(isNameless ? "\0\(path)" : name)
    if let place = places[key] { return place }
    places[key] = people.count
    var person = Person(
      name: name, spellings: isNameless ? [] : [name], isListed: false)
    person.isNameless = isNameless
    people.append(person)
    return people.count - 1
  }
}
