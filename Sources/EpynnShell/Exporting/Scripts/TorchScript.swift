import EpynnCore

/// The iteration as a PyTorch program: autograd finds the gradients that the steps found here.
///
/// Under `torchrun` its samples are shared out among the processes, and the update is the same.
struct TorchScript {
  let content: ExportContent
  /// Names as in `forward`, and as behind it.
  private let inside: ScriptNotation
  private let outside: ScriptNotation
  private let names: PythonNames
  private let slopes: OwnSlopes

  init(_ content: ExportContent) {
    self.content = content
    let names = PythonNames(content, isForPyTorch: true)
    self.names = names
    slopes = OwnSlopes(content)
    inside = ScriptNotation(content.machine, .pytorch) { name in
      let text = names.text(name)
      return [.w, .b].contains(name.quantity) ? "self.\(text)" : text
    }
    outside = ScriptNotation(content.machine, .pytorch) { name in
      let text = names.text(
        TensorName(name.quantity.gradientOf ?? name.quantity, layer: name.layer))
      return "network.\(text)" + (name.quantity.gradientOf == nil ? "" : ".grad")
    }
  }

  private var machine: Machine { content.machine }

  var parts: [ScriptPart] {
    let training =
      content.canTrain
      ? [TorchTraining(content: content, notation: outside, names: names).part] : []
    let running = [network] + (hasUpdate ? [update] : [])
    let lines = (running + training).flatMap(\.lines)
    let functions = (slopes.functions + ScriptFunction.pytorch(for: inside)).called(in: lines)
    var parts = [preamble(of: lines), TorchProcesses.part, numbers]
    if !functions.isEmpty {
      let spaced = functions.map(\.lines).joined(separator: ["", ""])
      parts.append(ScriptPart(heading: "What PyTorch has otherwise.", lines: Array(spaced)))
    }
    return parts + running + [TorchProcesses.same, iteration] + training + [TorchProcesses.end]
  }

  private func preamble(of lines: [String]) -> ScriptPart {
    func needs(_ name: String) -> Bool { lines.contains { $0.contains(name) } }
    var part = ScriptPart(heading: content.title)
    part.remarks = [
      "One iteration of a network of Dense layers, with the numbers that it had in epynn-repl;",
      "PyTorch finds the gradients. 'torchrun --nproc-per-node 2' in place of 'python' shares the",
      "samples out among processes, on GPUs where there is one for each.",
    ]
    part.lines =
      ["import gc"] + (needs("math.") ? ["import math"] : []) + [
        "import os", "", "import torch", "import torch.distributed as dist",
      ] + (needs("F.") ? ["import torch.nn.functional as F"] : [])
      + ["from torch.nn.parallel import DistributedDataParallel"]
      + (needs("DataLoader") ? ["from torch.utils.data import DataLoader"] : [])
    return part
  }

  private var numbers: ScriptPart {
    var part = ScriptPart(heading: "The numbers: one sample a row.")
    part.lines =
      names.remarks + (names.remarks.isEmpty ? [] : ["", ""]) + [
        "def matrix(rows):",
        "    return torch.tensor(rows, dtype=torch.float64, device=device)", "", "",
      ]
    for (name, matrix) in content.givenTensors where ![.w, .b].contains(name.quantity) {
      part.lines += literal("\(names.text(name)) = matrix(", matrix)
    }
    part.lines.append("count = len(\(data))")
    return part
  }

  private var data: String { names.text(TensorName(.x, layer: 1)) }
  private var target: String { names.text(TensorName(.y, layer: 0)) }
  private var output: String { names.text(TensorName(.a, layer: content.layerCount)) }
  private var given: String { names.text(TensorName(.dA, layer: content.layerCount)) }

  private func literal(_ opening: String, _ matrix: Matrix, closing: String = ")") -> [String] {
    matrix.pythonLines(opening, closing, library: "torch")
  }

  private var network: ScriptPart {
    var part = ScriptPart(heading: "The network: its layers, forward.")
    part.lines = ["class Network(torch.nn.Module):", "    def __init__(self):"]
    part.lines.append("        super().__init__()")
    for (name, matrix) in content.givenTensors where [.w, .b].contains(name.quantity) {
      let called = inside.name(of: name.quantity, layer: name.owner)
      part.lines += literal(
        "        \(called) = torch.nn.Parameter(matrix(", matrix, closing: "))")
    }
    part.lines += ["", "    def forward(self, \(data)):"]
    var written: [String] = []
    for stop in content.stops where stop.stop.step.phase == .forward {
      part.lines += lines(of: stop.stop).map { "        " + $0 }
      written += stop.written.map(\.name).filter { $0.quantity != .x }.map(names.text)
    }
    let returned = written.map { "\"\($0)\": \($0)" }.joined(separator: ", ")
    part.lines.append("        return {\(returned)}")
    part.lines += ["", ""] + lossLines
    part.lines += [
      "network = Network().to(device)", "model = network", "if world > 1:",
      "    model = DistributedDataParallel(network, device_ids=[local] if on_gpu else None)",
    ]
    return part
  }

  /// A stop of the pass forward; PyTorch has most activations itself.
  private func lines(of stop: Stop) -> [String] {
    stop.layersRun.flatMap { layer in
      machine.runningFormulas(of: stop, layer: layer).compactMap { assignment -> String? in
        guard case .activated(let activation?, let z) = assignment.expression.form,
          let text = slopes.call(of: activation, inside.text(of: z, inLayer: layer))
            ?? activation.pytorch(of: inside.text(of: z, inLayer: layer))
        else { return inside.line(of: assignment, inLayer: layer) }
        return "\(inside.name(of: assignment.quantity, layer: layer)) = \(text)"
      }
    }
  }

  /// What is to fall, for a process: DDP takes the mean of what the processes find, and wanted is
  /// the sum over all samples, or their mean where a convention has it so.
  private var lossLines: [String] {
    guard hasObjective else { return [] }
    let share = machine.isAveraged(.dW) ? "world / m" : "world"
    let function = slopes.loss ?? ScriptFunction.pytorchLoss(machine.loss)
    let (definition, summed) =
      machine.isDrivenByGiven
      ? ([], "torch.sum(\(output) * \(given))")
      : (function.lines + ["", ""], "torch.sum(loss)")
    let arguments = machine.isDrivenByGiven ? "\(output), \(given), m" : "loss, m"
    return definition + [
      "def objective(\(arguments)):",
      "    # DDP takes the mean over the processes.",
      "    return \(summed) * \(share)", "", "",
    ]
  }

  private var hasObjective: Bool {
    content.stops.contains { $0.stop.step.phase == .backward }
  }

  private var hasUpdate: Bool { content.stops.contains { $0.stop.step.phase == .update } }

  private var update: ScriptPart {
    var part = ScriptPart(heading: "The update.")
    let layers = outside.hasOneRule ? [1] : Array(1...content.layerCount)
    part.lines = layers.map {
      "\(outside.rateName(ofLayer: $0)) = \(machine.rate(ofLayer: $0).shortestText)"
    }
    part.lines += ["", "", "@torch.no_grad()", "def update(m):"]
    let moves = content.stops.filter { $0.stop.step.phase == .update }.flatMap { stop in
      stop.stop.layersRun.flatMap { layer -> [String] in
        let formulas = machine.runningFormulas(of: stop.stop, layer: layer)
        return formulas.map { assignment in
          let name = outside.name(of: assignment.quantity, layer: layer)
          return "    \(name).copy_(\(outside.text(of: assignment.expression, inLayer: layer)))"
        }
      }
    }
    part.lines += moves.isEmpty ? ["    pass"] : moves
    return part
  }

  private var iteration: ScriptPart {
    var part = ScriptPart(
      heading: "The iteration that was stepped through, on this process's samples.")
    part.lines = ["rows = torch.arange(process, count, world, device=device)"]
    part.lines.append("found = model(\(data)[rows])")
    for stop in content.stops where stop.stop.step.phase == .forward {
      for (name, matrix) in stop.written where name.quantity != .x {
        let text = names.text(name)
        part.lines += literal("same(found[\"\(text)\"], matrix(", matrix, closing: ")[rows])")
        if name == TensorName(.a, layer: content.layerCount), content.magnifiesLastDigit {
          part.lines += [ExportContent.lastDigitRemark] + literal("there = matrix(", matrix)
          part.lines.append(
            "found[\"\(text)\"] = found[\"\(text)\"] + (there[rows] - found[\"\(text)\"]).detach()")
        }
      }
    }
    guard hasObjective else { return part }
    if machine.isDrivenByGiven {
      part.lines.append("objective(found[\"\(output)\"], \(given)[rows], count).backward()")
    } else {
      part.lines.append("loss = \(machine.loss.symbol)(\(target)[rows], found[\"\(output)\"])")
      for stop in content.stops where stop.stop.step.phase == .loss {
        for (_, matrix) in stop.written {
          part.lines += literal("same(loss, matrix(", matrix, closing: ")[rows])")
        }
      }
      part.lines.append("objective(loss, count).backward()")
    }
    part.lines += compared(.gradients)
    if hasUpdate { part.lines += ["update(count)"] + compared(.update) }
    part.lines += ["if process == 0:", "    print(\"all numbers agree\")"]
    return part
  }

  private func compared(_ phase: Phase) -> [String] {
    content.stops.filter { $0.stop.step.phase == phase }.flatMap { stop in
      stop.written.flatMap { name, matrix in
        literal(
          "same(\(outside.name(of: name.quantity, layer: name.owner)), matrix(", matrix,
          closing: "))")
      }
    }
  }
}
