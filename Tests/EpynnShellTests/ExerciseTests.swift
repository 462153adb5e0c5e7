import Foundation
import Testing

@testable import EpynnCore
@testable import EpynnData
@testable import EpynnLessons
@testable import EpynnShell

/// Own numbers for thirty students of each of ten exercises: drawn, written down, and marked.
@Suite struct ExerciseTests {
  static let names = [
    "relu", "sigmoid", "softmax", "identity", "two-relu", "two-sigmoid", "two-softmax", "no-bias",
    "averaged", "given-error",
  ]
  private static let ids = (1...30).map { "student \($0)" }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let folder = try #require(Bundle.module.resourceURL)
    return Array(try Data(contentsOf: folder.appending(path: "Fixtures/exercises/\(path)")))
  }

  private static func exercise(_ name: String) throws -> OwnExercise {
    try OwnExercise(reading: bytes("\(name).md"), file: "\(name).md")
  }

  /// The plain loops that compute the same layers.
  private static func plain(_ exercise: Exercise, _ mistake: String? = nil) -> PlainNetwork {
    PlainNetwork(
      activations: exercise.machine.layers.map(\.dense.activation.name),
      loss: exercise.machine.namedLoss.name, averages: !exercise.machine.conventions.isEmpty,
      mistake: mistake)
  }

  private static func givens(_ drawn: DrawnExercise) -> [String: [[Double]]] {
    let names = drawn.exercise.draws.map(\.name)
    return Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name.text(of: drawn.exercise.layerCount), drawn.value(of: name)?.rowsOfNumbers ?? [])
      })
  }

  @Test(arguments: names)
  func everySheetDiffersAndEveryKeyIsRight(name: String) throws {
    let own = try Self.exercise(name)
    let exercise = own.exercise
    var sheets: Set<String> = []
    for id in Self.ids {
      let drawn = try own.drawn(for: StudentID(id))
      let givens = Self.givens(drawn)
      let right = Self.plain(exercise).tensors(from: givens)
      for tensor in exercise.find {
        let text = tensor.text(of: exercise.layerCount)
        let truth = try #require(drawn.value(of: tensor)).rowsOfNumbers
        #expect(truth.isNear(try #require(right[text])), "\(name) \(id) \(text)")
      }
      for condition in exercise.conditions {
        #expect(try condition.holds(in: Scope(drawn.solved, layer: 1)))
      }
      let sheet = MarkdownPage.text(of: ExerciseSheet(drawn: drawn).blocks)
      sheets.insert(sheet.replacing(id, with: ""))
      // The same id has the same numbers ever after.
      #expect(try own.drawn(for: StudentID(id)).machine == drawn.machine)
    }
    #expect(sheets.count == Self.ids.count)
  }

  /// A sheet and a blank are made of what is given: with other answers they would be the same.
  @Test(arguments: names)
  func noAnswerStandsInASheet(name: String) throws {
    let own = try Self.exercise(name)
    let drawn = try own.drawn(for: StudentID("ada"))
    let count = own.exercise.layerCount
    let given = Set(
      own.exercise.given.flatMap { drawn.value(of: $0)?.texts.flatMap(\.self) ?? [] })
    let sheet = MarkdownPage.text(of: ExerciseSheet(drawn: drawn).blocks)
    let asked = sheet.components(separatedBy: "## Find")[1]
    #expect(!asked.contains("|"))
    let tables = sheet.components(separatedBy: "## Given")[1].components(separatedBy: "## Find")[0]
    for line in tables.split(separator: "\n") where line.hasPrefix("| **") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(cells.dropFirst().allSatisfy(given.contains))
    }
    let blank = ExerciseBlank(drawn: drawn).text
    let find = own.exercise.find.map { $0.text(of: count) }
    for (name, rows) in Self.tables(blank) where find.contains(name) {
      #expect(rows.allSatisfy { $0.allSatisfy(\.isEmpty) }, "\(name)")
    }
    #expect(Self.tables(blank).map(\.0).suffix(find.count) == find[...])
  }

  private static func tables(_ csv: String) -> [(String, [[String]])] {
    var tables: [(String, [[String]])] = []
    for line in csv.replacing("\r\n", with: "\n").split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if fields.count == 1, Double(fields[0]) == nil {
        tables.append((fields[0], []))
      } else {
        tables[tables.count - 1].1.append(fields)
      }
    }
    return tables
  }

  /// What somebody hands in who makes one mistake and no other is marked by exactly its name.
  @Test(arguments: names)
  func eachMistakeIsGradedByItsName(name: String) throws {
    let own = try Self.exercise(name)
    let exercise = own.exercise
    for (place, id) in Self.ids.enumerated() {
      let drawn = try own.drawn(for: StudentID(id))
      let givens = Self.givens(drawn)
      for mistake in exercise.distinct.map(\.name) {
        let have = Self.plain(exercise, mistake).tensors(from: givens)
        let text = Self.returned(have, of: exercise, id: id, isRounded: place % 2 == 0)
        let student = try Self.marked(own, text)
        let wrong = try #require(student.marking.firstWrong, "\(name) \(id) \(mistake)")
        let cause = Cause(of: wrong, in: student.drawn, Session().look)
        #expect(cause?.name == mistake, "\(name) \(id) \(mistake): \(text)")
        // What follows from it costs nothing, whatever it was rounded to.
        let others = student.marking.tensors.filter { $0.name.quantity != wrong.name.quantity }
        #expect(others.allSatisfy { $0.right == $0.cells }, "\(name) \(id) \(mistake): \(text)")
      }
      let right = Self.plain(exercise).tensors(from: givens)
      let text = Self.returned(right, of: exercise, id: id, isRounded: true)
      let student = try Self.marked(own, text)
      #expect(student.marking.points == student.marking.of, "\(name) \(id)")
    }
  }

  /// A table as somebody would hand it in.
  private static func returned(
    _ have: [String: [[Double]]], of exercise: Exercise, id: String, isRounded: Bool
  ) -> String {
    var text = "id,\(id)\n"
    for tensor in exercise.find.map({ $0.text(of: exercise.layerCount) }) {
      text += tensor + "\n"
      for row in have[tensor] ?? [] {
        let cells = row.map { number in
          isRounded && exercise.decimals != nil
            ? String(format: "%.\(exercise.decimals ?? 0)f", number) : "\(number)"
        }
        text += cells.joined(separator: ",") + "\n"
      }
    }
    return text
  }

  private static func marked(_ own: OwnExercise, _ text: String) throws -> Gradebook.Student {
    let file = ReturnedFile(path: "a.csv", content: .success(Array(text.utf8)))
    let book = Gradebook(own, files: [file])
    return try #require(book.students.first?.student, "\(book.returns)")
  }

  /// The same of files that NumPy wrote, archives and tables of a German spreadsheet.
  @Test(arguments: names)
  func filesOfNumPyAreGradedByTheirMistake(name: String) throws {
    let own = try Self.exercise(name)
    for mistake in own.exercise.distinct.map(\.name) + ["right"] {
      for file in ["ada.npz", "bob.csv"] {
        let path = "returns/\(name)/\(mistake)/\(file)"
        let returned = ReturnedFile(path: file, content: .success(try Self.bytes(path)))
        let student = try #require(
          Gradebook(own, files: [returned]).students.first?.student, "\(path)")
        #expect(student.id.text == String(file.prefix(3)))
        let cause = student.marking.firstWrong.flatMap {
          Cause(of: $0, in: student.drawn, Session().look)
        }
        #expect(cause?.name ?? "right" == mistake, "\(path)")
      }
    }
  }
}

extension Matrix {
  fileprivate var rowsOfNumbers: [[Double]] {
    (0..<rows).map { row in (0..<columns).map { self[row, $0] } }
  }
}

extension [[Double]] {
  fileprivate func isNear(_ other: [[Double]]) -> Bool {
    count == other.count
      && zip(self, other).allSatisfy { own, other in
        own.count == other.count
          && zip(own, other).allSatisfy { abs($0 - $1) <= 1e-12 * Swift.max(abs($0), 1) }
      }
  }
}
