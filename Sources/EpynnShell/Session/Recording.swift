import EpynnCore
import EpynnLessons

/// What was typed and what was answered, as a lesson would hold it.
struct Recording: Sendable {
  /// The lines that make the session what it is, in the order in which they ran.
  private(set) var exchanges: [Exchange] = []
  /// How things were shown before the first line.
  let settings: Settings
  /// Why it cannot be a lesson that passes its test; `nil` where it can.
  private(set) var obstacle: Obstacle?
  /// The files that its lines read, by their names without folders.
  private(set) var files: [String] = []
  /// Where they lie.
  private var places: [String: String] = [:]
  /// Whether something was set or trained that no file holds.
  var isUnsaved = false
  private var byteCount = 0
  /// How many lines there was no room for.
  private(set) var linesLeftOut = 0
  /// Whether there was room for the last line.
  private var holdsLast = true

  /// A line under its command's full name, and what it printed, laid out for 80 columns.
  struct Exchange: Sendable {
    var line: String
    /// The same as it was entered, with the paths of its files.
    var entered: String
    var printed: [String] = []
    /// What it said, for pages that are laid out otherwise.
    var facts: [Fact] = []
    var isRefused = false
    var fate = Fate.ran

    init(line: String, printed: [String] = []) {
      self.line = line
      entered = line
      self.printed = printed
    }

    /// What came of it, to whoever would run it again.
    enum Fate {
      case ran
      /// It was refused, and changed nothing.
      case idle
      case interrupted
    }
  }

  /// What no lesson can bring about again.
  enum Obstacle: Sendable, Equatable {
    case tooLong
    /// The line that Ctrl-C stopped.
    case interrupted(String)
    /// The line after which more was held than a lesson may.
    case tooLarge(String)
    /// Two files of one name in several folders: beside a lesson lies one.
    case sameName(String)
    /// A file whose name would be read otherwise.
    case hiddenName(String)
  }

  /// More lines than a person types.
  static let limit = 10_000
  /// What a file that is read may hold.
  static let byteLimit = Surroundings.fileLimit

  init(settings: Settings) {
    self.settings = settings
  }

  mutating func add(_ line: String) {
    guard exchanges.count < Self.limit, byteCount + line.utf8.count <= Self.byteLimit else {
      (holdsLast, linesLeftOut) = (false, linesLeftOut + 1)
      return cannotPass(.tooLong)
    }
    holdsLast = true
    byteCount += line.utf8.count
    exchanges.append(Exchange(line: line))
  }

  /// Takes the last line back for another that says it better.
  mutating func replaceLast(with line: String) {
    guard holdsLast, !exchanges.isEmpty else { return }
    exchanges[exchanges.count - 1].line = line
    exchanges[exchanges.count - 1].entered = line
  }

  /// Takes the last line back.
  mutating func dropLast() { _ = exchanges.popLast() }

  /// Notes what came of the last line.
  mutating func settle(_ fate: Exchange.Fate) {
    guard holdsLast, !exchanges.isEmpty else { return }
    exchanges[exchanges.count - 1].fate = fate
  }

  /// Notes what the last line has printed.
  mutating func note(_ kept: Kept) {
    let printed = kept.page
    guard holdsLast, !exchanges.isEmpty, !printed.isEmpty else { return }
    let lines = printed.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    byteCount += lines.reduce(0) { $0 + $1.utf8.count + 1 }
    guard byteCount <= Self.byteLimit else { return cannotPass(.tooLong) }
    exchanges[exchanges.count - 1].printed += lines.map(String.init)
    exchanges[exchanges.count - 1].facts += kept.facts
  }

  /// Notes that the last line reads a file, which a lesson must have beside it.
  mutating func reads(_ file: ReadFile) {
    guard holdsLast, let last = exchanges.last else { return }
    exchanges[exchanges.count - 1].line = file.besideLesson(last.line)
    exchanges[exchanges.count - 1].entered = file.fromHere(last.entered)
    guard file.name.visible == file.name else { return cannotPass(.hiddenName(file.name)) }
    guard let place = places.updateValue(file.place, forKey: file.name) else {
      return files.append(file.name)
    }
    if place != file.place { cannotPass(.sameName(file.name)) }
  }

  /// Notes that the last line was refused; one whose file cannot be read is no line of a lesson, nor
  /// one with hidden characters: shown as they are saved they might mean something.
  mutating func note(_ refusal: Complaint, of line: String, by session: Session) {
    guard holdsLast else { return }
    guard let recorded = exchanges.last?.line else { return }
    switch refusal.problem {
    case .file, .inData: _ = exchanges.popLast()
    case _ where recorded.visible != recorded: _ = exchanges.popLast()
    default:
      let page = session.page(
        about: refusal.moved(from: line, to: recorded), line: recorded, from: .lesson,
        on: Screen())
      note(Kept(page: page, facts: [.literal(page.lines)]))
      exchanges[exchanges.count - 1].isRefused = true
    }
  }

  /// Notes what keeps it from being a lesson; the first reason stays.
  mutating func cannotPass(_ obstacle: Obstacle) { self.obstacle = self.obstacle ?? obstacle }

  /// The session as a lesson that plays and passes: what was refused stands in fences that say so.
  func markdown(titled title: String) -> String {
    let all = openingLines.map { Exchange(line: $0) } + exchanges
    let longest =
      all.flatMap { [$0.line] + $0.printed }.map { line in
        line.unicodeScalars.split { $0 != "`" }.map(\.count).max() ?? 0
      }.max() ?? 0
    let fence = String(repeating: "`", count: max(longest + 1, 3))
    var lines = [
      "# \(title)", "", "\(fence)epynn\(all.first?.isRefused == true ? " refused" : "")",
    ]
    var isRefused = all.first?.isRefused ?? false
    for exchange in all {
      if exchange.isRefused != isRefused {
        isRefused.toggle()
        lines += [fence, "", "\(fence)epynn\(isRefused ? " refused" : "")"]
      }
      // What would be read as the next line of the lesson stands for any.
      lines +=
        ["> \(exchange.line.visible)"] + exchange.printed.map { $0.beginsCommand ? "..." : $0 }
    }
    return (lines + [fence, ""]).joined(separator: "\n")
  }

  /// What the program's options had set, as commands.
  var openingLines: [String] {
    let standard = Settings()
    let (own, usual) = (
      Look(settings: settings, screen: Screen()), Look(settings: standard, screen: Screen())
    )
    return Setting.all.filter { $0.value(own) != $0.value(usual) }
      .map { "set \($0.name) \($0.value(own));" }
  }
}
