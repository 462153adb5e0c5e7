import EpynnCore

/// What a script calls its tensors: as the file that was verified last does, where Python can and
/// nothing else is called so.
struct PythonNames: Sendable {
  private var names: [TensorName: String] = [:]
  /// What is said of those that are called otherwise than in the file.
  private(set) var remarks: [String] = []
  private let layerCount: Int

  /// - Parameter isForPyTorch: whether modules and a loader have names of their own beside them.
  init(_ content: ExportContent, isForPyTorch: Bool = false) {
    layerCount = content.layerCount
    guard let file = content.names else { return }
    let all = Self.tensors(of: content)
    var used = Set(all.filter { file.tensor($0) == nil }.map { $0.text(of: content.layerCount) })
    for name in all {
      guard let called = file.tensor(name)?.name else { continue }
      var free = Self.identifier(called) ?? name.text(of: layerCount)
      while used.contains(free) || Self.isTaken(free, isForPyTorch: isForPyTorch) { free += "_" }
      used.insert(free)
      names[name] = free
      guard free != called else { continue }
      remarks.append(
        "# \(free) is '\(called.quoted(limit: 60))' in '\(file.name.quoted(limit: 60))'.")
    }
  }

  func text(_ name: TensorName) -> String { names[name] ?? name.text(of: layerCount) }

  private static func tensors(of content: ExportContent) -> [TensorName] {
    var found: [TensorName] = []
    for name in content.givenTensors.map(\.name) + content.stops.flatMap(\.written).map(\.name)
    where !found.contains(name) { found.append(name) }
    return found
  }

  /// The name with `_` in place of what stands in no name of Python; `nil` where nothing of it would
  /// be left, for `_` and `__` mean something of their own, however many are added.
  private static func identifier(_ name: String) -> String? {
    let kept = name.map { character -> Character in
      character.isASCII && (character.isLetter || character.isNumber || character == "_")
        ? character : "_"
    }
    guard let start = kept.firstIndex(where: { $0 != "_" }) else { return nil }
    return (start > 0 || kept[start].isNumber ? "_" : "") + String(kept[start...])
  }

  /// Whether the name means something else in a script.
  private static func isTaken(_ name: String, isForPyTorch: Bool) -> Bool {
    let function = name.hasSuffix("_prime") ? String(name.dropLast("_prime".count)) : name
    let letters = function.prefix { !$0.isNumber }
    let isNumbered = function.dropFirst(letters.count).allSatisfy(\.isNumber)
    return words.contains(name) || isForPyTorch && pytorchWords.contains(name)
      || name.hasPrefix("__") || Activation.Rule.named(function) != nil
      || Loss.all.contains { $0.symbol == function }
      || isNumbered && (letters == "rate" || letters == "own")
  }

  /// Python's own words, those of its functions that scripts call, and what scripts define.
  private static let words = set(
    """
    False None True and as assert async await break class continue def del elif else except finally
    for from global if import in is lambda nonlocal not or pass raise return try while with match
    case type print range float int len list max min sum super yield
    math np same m epoch erf erfc close clipping
    """)

  /// What a PyTorch script has beside them, and a module of PyTorch.
  private static let pytorchWords = set(
    """
    x y gc os torch dist F DataLoader DistributedDataParallel where maximum minimum heaviside round
    rint int64 float64 bool_ world process local neighbours on_gpu device matrix rows count Network
    network model self found objective update batch Batches samples loader total loss there
    training train eval forward to cpu cuda double half bfloat16 apply buffers children modules
    parameters state_dict load_state_dict zero_grad requires_grad_ share_memory extra_repr compile
    add_module get_submodule get_parameter get_buffer get_extra_state set_extra_state set_submodule
    register_parameter register_buffer register_module ipu xpu mtia dump_patches call_super_init
    T_destination to_empty named_parameters named_modules named_children named_buffers
    """)

  private static func set(_ words: String) -> Set<String> {
    Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
