import EpynnCore

/// Training on in PyTorch: batches from a loader, each shared out among the processes.
struct TorchTraining {
  let content: ExportContent
  /// Names behind the network's `forward`.
  let notation: ScriptNotation
  let names: PythonNames

  var part: ScriptPart {
    let output = names.text(TensorName(.a, layer: content.layerCount))
    let (data, target) = (
      names.text(TensorName(.x, layer: 1)), names.text(TensorName(.y, layer: 0))
    )
    let loss = content.machine.loss.symbol
    var part = ScriptPart(
      heading: "On with training; a batch may be smaller, and an incomplete one is left out.")
    part.lines = [
      "batch = count", "", "",
      "class Batches:",
      "    \"\"\"Which samples of each batch are this process's.\"\"\"", "",
      "    def __len__(self):", "        return count // batch", "",
      "    def __iter__(self):",
      "        for start in range(0, len(self) * batch, batch):",
      "            yield list(range(start, start + batch))[process::world]", "", "",
      "def samples(rows):",
      "    rows = torch.tensor(rows, dtype=torch.long, device=device)",
      "    return \(data)[rows], \(target)[rows]", "", "",
      "loader = DataLoader(range(count), batch_sampler=Batches(), collate_fn=samples)",
      "for epoch in range(\(ExportContent.epochs)):",
    ]
    for layer in notation.hasOneRule ? [1] : Array(1...content.layerCount) {
      if let rate = notation.scheduledRate(ofLayer: layer, epochs: ExportContent.epochs) {
        part.lines.append("    \(notation.rateName(ofLayer: layer)) = \(rate)")
      }
    }
    part.lines += [
      "    total = matrix(0.0)",
      "    for x, y in loader:",
      "        loss = \(loss)(y, model(x)[\"\(output)\"])",
      "        network.zero_grad()",
      "        objective(loss, batch).backward()",
      "        update(batch)",
      "        total += loss.detach().sum()",
      "    if world > 1:",
      "        dist.all_reduce(total)",
      "    if process == 0:",
      "        print(f\"epoch {epoch}  cost {total.item() / (len(loader) * batch)!r}\")",
    ]
    return part
  }
}
