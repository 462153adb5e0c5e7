import EpynnData

/// The tables that a class handed in, one after the other, and what they add up to.
package struct ClassReport: Sendable {
  private var book: ClassBook

  /// The most bytes of a table that are read.
  package static let fileLimit = ProgressTable.byteLimit

  package init() { book = ClassBook() }

  /// - Parameter list: the file with those who are in the class.
  /// - Throws: `Refusal` where it is no list.
  package init(list: [UInt8], named name: String) throws(Refusal) {
    do throws(DataFault) {
      book = ClassBook(roster: try Roster(list), named: name)
    } catch {
      let sentence =
        error.reason == .noRows
        ? "there is no id in it; one stands on each line" : error.sentence
      throw Refusal(place: error.place, sentence: sentence)
    }
  }

  /// Why a file cannot be used, and where in it.
  package struct Refusal: Error, Equatable {
    package let place: String
    package let sentence: String
  }

  /// Adds a table.
  ///
  /// - Throws: `Refusal` where it is none; nothing of it is added then.
  package mutating func add(_ bytes: [UInt8], fromFile path: String) throws(Refusal) {
    do throws(ProgressTableFault) {
      try book.add(bytes, fromFile: path)
    } catch { throw Refusal(place: error.place, sentence: error.sentence) }
  }

  /// What is printed at the end.
  package func page(on screen: Screen) -> Page {
    Page(ClassScreen(book: book).facts, Look(settings: Settings(), screen: screen))
  }
}
