import EpynnCore

/// One thing that a screen says: what it is. How it looks is a renderer's.
///
/// Texts are made, their numbers formatted, and what may not be seen is out already.
enum Fact: Sendable {
  /// What follows is about something else.
  case gap
  case prose(Prose)
  case chain(Chain)
  case table(Table)
  case listing(Listing)
  /// A title at the left and a word at the right.
  case heading(left: String, right: String)
  /// What to type and what it does, as many beside each other as there is room for.
  case pairs([(typed: String, does: String)])
  /// What is to be pasted elsewhere, and stays as it is.
  case literal([Line])
  /// Lines of a lesson's prose.
  case markdown([String])
  case value(ShownValue)
  /// Values that are looked at together.
  case values([ShownValue])
  case terms(TermTable)
  case worked(WorkedSum)
  /// A tensor among sentences.
  case tensor(CardTensor)
  /// Tensors and the signs between them, in so many lines.
  case equation(CardEquation, height: Int)
  case card(CardFacts)
  case digest(DigestFacts)
  case curves(Curves)
  case picture(Picture)
  case network(NetworkFacts)
}

/// How far to the right something may reach.
enum Room: Sendable {
  /// As far as cards do.
  case card
  /// All but the last column.
  case page
  case screen
}

/// Sentences, or a line of words and numbers.
struct Prose: Sendable {
  let text: Line
  /// How far it stands in, and how much further what follows its first line.
  var indent = 0
  var hanging = 0
  var room = Room.card
}

/// Parts that belong on one line, broken only at the sign between them.
struct Chain: Sendable {
  let parts: [String]
  let sign: String
  var indent = 0
  var hanging = 0
  var room = Room.card
}

extension Fact {
  static func sentence(
    _ text: String, _ style: Style = .plain, indent: Int = 0, hanging: Int = 2,
    in room: Room = .card
  ) -> Fact {
    .prose(Prose(text: Line(text, style), indent: indent, hanging: hanging, room: room))
  }

  static func line(_ text: Line, indent: Int = 0, in room: Room = .page) -> Fact {
    .prose(Prose(text: text, indent: indent, hanging: 2, room: room))
  }

  static func chain(
    _ parts: [String], sign: String, indent: Int = 0, hanging: Int = 2, in room: Room = .card
  ) -> Fact {
    .chain(Chain(parts: parts, sign: sign, indent: indent, hanging: hanging, room: room))
  }
}
