import EpynnCore

extension Machine {
  /// What is set beside tensors, and where in the iteration it stands, as texts under their names.
  var settingTexts: [(name: String, text: String)] {
    var texts = [
      ("iteration", "\(iteration)"), ("epochs", "\(epochsDone)"),
      ("next", next.map { Timeline.Event.step($0).text } ?? "none"),
      ("loss", isDrivenByGiven ? "dA is given" : loss.name), ("rate", text(of: learning)),
      ("convention", conventionNames ?? Course.all[0].name), ("frozen", frozenNames ?? "none"),
      ("clip", clip?.shortestText ?? "off"), ("seed", "\(seed)"),
      ("bug", bug.map { $0.isHidden ? "a mistake" : $0.mistake.name } ?? "none"),
      ("held out", "\(heldOut.validation?.count ?? 0) and \(heldOut.test?.count ?? 0) samples"),
    ]
    for (place, layer) in layers.enumerated() {
      let own = layer.learning.map { ", rate \(text(of: $0))" } ?? ""
      texts.append(("Dense \(place + 1)", layer.dense.summary + own))
    }
    return texts.map { (name: $0.0, text: $0.1) }
  }

  private func text(of rule: LearningRule) -> String {
    let standard = LearningRule()
    let others = LearningSetting.all.filter { $0.value(rule) != $0.value(standard) }
    return ([rule.rate.shortestText] + others.map { "\($0.name) \($0.value(rule))" })
      .joined(separator: ", ")
  }
}
