import EpynnCore

extension Command {
  static let delete = Command(
    "delete", .stepping, "N", "remove a break, watch or display", example: "delete 1"
  ) { session, arguments throws(Complaint) in
    try session.delete(arguments)
  }
}

extension Session {
  mutating func delete(_ arguments: Arguments) throws(Complaint) {
    let word = try arguments.single("a number")
    guard let place = Int(word.text).flatMap(aids.marks.place(counting:)) else {
      throw Complaint(
        .badValue(
          word.text, of: "delete",
          wanted: aids.marks.isEmpty
            ? "a number, and nothing is listed yet" : "a number from 1 to \(aids.marks.count)"),
        at: word.column)
    }
    let mark = aids.marks.remove(at: place)
    say("deleted: \(mark.text(of: machine.layers.count))")
  }
}
