import EpynnCore

/// `show settings`: how things are shown, and the settings of the mathematics.
struct SettingsScreen {
  let machine: Machine
  let look: Look

  var page: Page {
    var rows = Setting.all.map {
      [$0.name, $0.value(look.settings), "set \($0.name) \($0.values)"]
    }
    rows.append(["loss", machine.loss.name, "loss \(Loss.all.map(\.name).joined(separator: "|"))"])
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
    let table = Table(
      header: ["setting", "is", "changed by"], rows: rows.map { $0.map { Line($0) } })
    let wide = table.lines(gap: 3)
    guard (wide.map(\.width).max() ?? 0) + 2 > look.width else {
      return Page(wide.map { $0.indented(by: 2) })
    }
    let narrow = Table(
      header: ["setting", "is"], rows: rows.map { $0.prefix(2).map { Line($0) } })
    return Page(
      narrow.lines(gap: 3).flatMap { $0.indented(by: 2).folded(to: look.width - 1) })
  }
}
