import EpynnCore

extension Command {
  static let set = Command(
    "set", .changing, "NAME VALUE [layer K]", "set precision, notation, memory or a schedule",
    example: "set precision full",
    details: Setting.all.map { "set \($0.name) \($0.values): \($0.summary)." }
      + LearningSetting.all.map { "set \($0.name) \($0.values): \($0.summary)." },
    takes: .settings
  ) { session, arguments throws(Complaint) in
    try session.set(arguments)
  }
}

/// How the layers learn, and how things are shown.
extension Session {
  mutating func set(_ arguments: Arguments) throws(Complaint) {
    let words = arguments.words
    guard let name = words.first else { throw Complaint(.missing("a name and a value", in: "set")) }
    if let setting = LearningSetting.named(name.text) {
      return try set(setting, arguments.after(name))
    }
    guard let setting = Setting.named(name.text) else {
      throw Complaint(
        .unknownWord(
          name.text, kind: "setting",
          known: Setting.all.map(\.name) + LearningSetting.all.map(\.name)), at: name.column)
    }
    guard words.count > 1 else { throw Complaint(.missing(setting.values, in: "set \(name.text)")) }
    guard words.count == 2 else {
      throw Complaint(.surplus(words[2].text, after: "set"), at: words[2].column)
    }
    guard setting.assign(&settings, words[1].text) else {
      throw Complaint(
        .badValue(words[1].text, of: name.text, wanted: setting.values), at: words[1].column)
    }
    timeline.memoryLimit = settings.memory << 20
    say("\(setting.name) is \(setting.value(settings))")
  }

  /// Sets a part of the schedule, the network's or a layer's own.
  private mutating func set(
    _ setting: LearningSetting, _ arguments: Arguments
  ) throws(Complaint) {
    let (rest, layer) = try arguments.withoutLayer()
    guard !rest.text.isEmpty else {
      throw Complaint(.missing(setting.values, in: "set \(setting.name)"))
    }
    let words = rest.words
    guard words.count == 1 else {
      throw Complaint(.surplus(words[1].text, after: "set"), at: words[1].column)
    }
    var trial = machine.learning
    guard setting.assign(&trial, words[0].text) else {
      throw Complaint(
        .badValue(words[0].text, of: setting.name, wanted: setting.values), at: words[0].column)
    }
    let suffix = layer.map { " layer \($0)" } ?? ""
    try edit("set \(setting.name) \(words[0].text)\(suffix)", column: words[0].column) {
      machine throws(Fault) in
      try machine.learn(inLayer: layer) { _ = setting.assign(&$0, words[0].text) }
      return []
    }
    let place = layer.map { " of layer \($0)" } ?? ""
    say("\(setting.name)\(place) is \(setting.value(machine.learning(ofLayer: layer ?? 0)))")
  }
}
