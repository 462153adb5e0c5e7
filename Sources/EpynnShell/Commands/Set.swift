import EpynnCore

extension Command {
  static let set = Command(
    "set", .changing, takes: [setting, settingValue, ownLayer],
    "set precision, notation, colors, memory, accessible or a schedule",
    example: "set precision full",
    details: SettingRow.all.map { "set \($0.name) \($0.values): \($0.summary)." }
  ) { session, given throws(Complaint) in
    let value = try given[settingValue]
    switch try given[setting].value {
    case .shown(let setting): try session.set(setting, to: value)
    case .learning(let setting):
      try session.set(setting, to: value, layer: given[ownLayer]?.value)
    }
  }

  private static let setting = Positional(
    "NAME",
    .word(
      "setting", wanted: "a name and a value", among: SettingRow.all, name: \.name, note: \.values,
      find: SettingRow.named))
  private static let settingValue = Positional("VALUE", valueOfSetting)
  private static let ownLayer = Option.layer { given in
    given.text(of: setting).flatMap(LearningSetting.named) != nil
  }

  private static var valueOfSetting: Kind<String> {
    @Sendable func row(_ given: Given) -> SettingRow? {
      given.text(of: setting).flatMap(SettingRow.named)
    }
    var grammar = Grammar(wanted: "a value")
    grammar.wanted = { row($0).map { "\($0.values) for '\($0.name)'" } ?? "a value" }
    grammar.offers = { context in (row(context.given)?.words ?? []).map { Suggestion($0) } }
    return .text(grammar)
  }
}

/// A row of either table of settings.
private enum SettingRow: Sendable {
  case shown(Setting)
  case learning(LearningSetting)

  static let all = Setting.all.map(SettingRow.shown) + LearningSetting.all.map(SettingRow.learning)

  static func named(_ name: String) -> SettingRow? { all.first { $0.name == name } }

  var name: String {
    switch self {
    case .shown(let setting): setting.name
    case .learning(let setting): setting.name
    }
  }

  var values: String {
    switch self {
    case .shown(let setting): setting.values
    case .learning(let setting): setting.values
    }
  }

  var summary: String {
    switch self {
    case .shown(let setting): setting.summary
    case .learning(let setting): setting.summary
    }
  }

  var words: [String] {
    switch self {
    case .shown(let setting): setting.words
    case .learning(let setting): setting.words
    }
  }
}

/// How the layers learn, and how things are shown.
extension Session {
  fileprivate mutating func set(
    _ setting: Setting, to value: Argument<String>
  ) throws(Complaint) {
    guard !setting.isPersonal || source != .lesson else {
      throw Complaint(.notInALesson("set \(setting.name)"), at: value.column)
    }
    // Refused or not, a lesson could not play it.
    if setting.isPersonal { forget() }
    guard setting.assign(&look, value.text) else {
      throw Complaint(
        .badValue(value.text, of: setting.name, wanted: setting.values), at: value.column)
    }
    timeline.memoryLimit = settings.memory << 20
    say("\(setting.name) is \(setting.value(look))")
  }

  /// Sets a part of the schedule, the network's or a layer's own.
  fileprivate mutating func set(
    _ setting: LearningSetting, to value: Argument<String>, layer: Int?
  ) throws(Complaint) {
    var trial = machine.learning
    guard setting.assign(&trial, value.text) else {
      throw Complaint(
        .badValue(value.text, of: setting.name, wanted: setting.values), at: value.column)
    }
    let suffix = layer.map { " layer \($0)" } ?? ""
    try edit("set \(setting.name) \(value.text)\(suffix)", column: value.column) {
      machine throws(Fault) in
      try machine.learn(inLayer: layer) { _ = setting.assign(&$0, value.text) }
      return []
    }
    let place = layer.map { " of layer \($0)" } ?? ""
    say("\(setting.name)\(place) is \(setting.value(machine.learning(ofLayer: layer ?? 0)))")
  }
}
