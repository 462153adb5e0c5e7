import EpynnCore

extension Session {
  mutating func report(_ events: [Timeline.Event], as verb: String, wanted: Int) {
    let names = events.map(\.text)
    let shown =
      names.count > 6
      ? names.prefix(3) + ["… \(names.count - 4) more …"] + names.suffix(1) : names[...]
    let surplus = wanted > names.count ? "; there were no more" : ""
    say("\(verb) \(shown.joined(separator: ", "))\(surplus)")
    sayNext()
    showDisplays()
  }
}

extension Timeline.Event {
  var text: String {
    switch self {
    case .step(let stop):
      stop.step.number == nil ? stop.label : "\(stop.label) \(stop.name)"
    case .edit(let line): "'\(line.quoted())'"
    }
  }
}
