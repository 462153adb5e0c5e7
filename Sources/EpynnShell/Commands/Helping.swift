import EpynnCore

/// `help`: everything it says derives from the tables.
extension Session {
  mutating func help(about topic: String) throws(Complaint) {
    let topic = topic.trimmingSpaces
    guard !topic.isEmpty else {
      output.lines += overview
      return
    }
    let pages = HelpTopic.sections(about: topic, in: machine, look: look)
    guard !pages.isEmpty else {
      throw Complaint(
        .noTopic(topic, nearest: Nearest.match(for: topic, among: HelpTopic.names)))
    }
    output.lines += pages.joined(separator: [Line()])
  }

  private var overview: [Line] {
    // What leads through a lesson is told there, and by 'help lesson'.
    let listed = Command.all.filter {
      $0.name != "import" && ($0.group != .lessons || $0.name == "lesson")
    }
    let usages = listed.map { $0.usage.count <= 14 ? $0.usage : "\($0.name) …" }
    let width = usages.map(\.displayWidth).max() ?? 0
    var lines: [Line] = []
    var group: Command.Group?
    for (command, usage) in zip(listed, usages) {
      let heading = command.group == group ? "" : command.group.rawValue
      group = command.group
      let short = command.short ?? ""
      let start = "\(heading.padded(to: 9)) \(short.padded(to: 1)) \(usage.padded(to: width))  "
      lines += (start + command.summary).wrapped(to: screen.width - 1, indent: start.displayWidth)
    }
    let topics = HelpPage.all.map { "help \($0.name)" }.joined(separator: ", ")
    return lines + [Line()]
      + "More: \(topics); help and a command, a step (help dZ), an activation or a loss."
      .wrapped(to: screen.width - 1)
  }
}
