extension HelpPage {
  /// All commands in their groups.
  static let commands = HelpPage(
    name: "commands", summary: "every command, in groups",
    paragraphs: [
      "'help stepping' says what each command of a group does, 'help dense' what one does. At the prompt"
        + " a beginning that is no other command's will do."
    ],
    body: { _, _ in
      let groups = Command.Group.allCases.map { group in
        let words = Command.listed.filter { $0.group == group }.map { command in
          command.short.map { "\(command.name) (\($0))" } ?? command.name
        }
        return Listing.Entry([group.rawValue], [words.joined(separator: ", ")])
      }
      return [.listing(Listing(entries: groups, indent: 0, leastWidth: 9)), .gap]
    })
}
