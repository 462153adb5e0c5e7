import EpynnCore

/// `show settings`: how things are shown, and the settings of the mathematics.
struct SettingsScreen {
  let machine: Machine
  let look: Look

  var facts: [Fact] {
    var rows = Setting.all.map {
      [$0.name, $0.value(look), "set \($0.name) \($0.values)"]
    }
    rows.append(["loss", machine.loss.name, "loss \(Loss.all.map(\.name).joined(separator: "|"))"])
    rows.append(["convention", machine.conventionNames ?? Course.all[0].name, "convention NAME"])
    rows.append(["rate", machine.rate.shortestText, "rate ETA"])
    rows += LearningSetting.all.map {
      [$0.name, $0.value(machine.learning), "set \($0.name) \($0.values)"]
    }
    rows.append(["clip", machine.clip?.shortestText ?? "off", "clip NORM"])
    rows.append(["seed", "\(machine.seed)", "seed N"])
    for (place, layer) in machine.layers.enumerated() {
      let own =
        layer.learning.map { ", rate \($0.rate.shortestText) \($0.schedule.rawValue)" } ?? ""
      rows.append(["Dense \(place + 1)", layer.dense.summary + own, "new, then dense"])
    }
    return [
      .table(
        Table(header: ["setting", "is", "changed by"], rows: rows, gap: 3, essential: 2))
    ]
  }
}
