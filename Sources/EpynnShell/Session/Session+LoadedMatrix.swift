import EpynnCore
import EpynnData

/// A matrix that a line takes from a file.
struct LoadedMatrix {
  /// What it is assigned to.
  let target: String
  let matrix: Matrix
  /// What has to be said of how it was read.
  var remark: String?
}

extension Session {
  /// `X = load("x.npy")`, `W1 = np.load("d.npz")["W1"]`; `nil` for any other line.
  mutating func loadedMatrix(in line: String) throws(Complaint) -> LoadedMatrix? {
    guard let call = LoadCall(line) else { return nil }
    let bytes = try content(ofDataFile: call.file, column: call.column)
    do throws(DataFault) {
      if call.name == nil, let found = try tensor(meantBy: call, in: bytes) { return found }
      let matrix = try FileFormat.matrix(in: bytes, of: call.file, named: call.name)
      return turned(LoadedMatrix(target: call.target, matrix: matrix), named: call.name)
    } catch { throw Complaint(.inData(call.file, error), at: call.column) }
  }

  /// Of a file with several tensors the one that is called as what it is assigned to.
  private func tensor(
    meantBy call: LoadCall, in bytes: [UInt8]
  ) throws(DataFault) -> LoadedMatrix? {
    guard let (quantity, layer) = Vocabulary.quantity(call.target) else { return nil }
    let key = TensorKey(quantity, layer: layer ?? (quantity == .x ? 1 : currentLayer))
    let all = try FileFormat.names(in: bytes, of: call.file)
    // Where two names mean it the one that is wanted has to be said.
    let name =
      all.contains(call.target)
      ? call.target
      : (try? TensorList.name(
        of: key, among: all, layers: max(machine.layers.count, 1), current: currentLayer)) ?? nil
    guard all.count > 1, let name else { return nil }
    let matrix = try FileFormat.matrix(in: bytes, of: call.file, named: name)
    var found = turned(LoadedMatrix(target: call.target, matrix: matrix), named: name)
    found.remark = found.remark ?? "'\(name.quoted(limit: 40))' of the file is taken"
    return found
  }

  /// W of a `weight`, which has its units first as PyTorch keeps it, turned over where it must be.
  private func turned(_ loaded: LoadedMatrix, named name: String?) -> LoadedMatrix {
    guard let name, TensorList.hasUnitsFirst(name),
      let (quantity, layer) = Vocabulary.quantity(loaded.target), quantity == .w,
      let place = machine.layers.place(counting: layer ?? currentLayer),
      machine.layers[place].dense.units == loaded.matrix.rows
    else { return loaded }
    return LoadedMatrix(
      target: loaded.target, matrix: loaded.matrix.transposed,
      remark:
        "'\(name.quoted(limit: 40))' has its units first, as PyTorch keeps them; turned over to"
        + " (n, u)")
  }
}

/// What a line that loads an array asks for.
private struct LoadCall {
  let target: String
  let file: String
  /// The array's name in brackets behind the call.
  var name: String?
  /// Where the call begins.
  let column: Int

  init?(_ line: String) {
    let text = line.trimmingSpaces
    guard let sign = text.firstIndex(of: "=") else { return nil }
    target = text[..<sign].trimmingSpaces
    var call = text[text.index(after: sign)...].trimmingSpaces
    let indentation = line.unicodeScalars.prefix { $0.properties.isWhitespace }.count
    column = indentation + text.unicodeScalars.count - call.unicodeScalars.count
    guard !target.isEmpty, target.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      let prefix = ["np.load(", "load("].first(where: call.hasPrefix)
    else { return nil }
    if call.hasSuffix("]"), let bracket = call.firstRange(of: ")[")?.lowerBound {
      let inside = call[call.index(bracket, offsetBy: 2)...].dropLast().trimmingSpaces
      let bare = Session.unquoted(inside)
      guard bare != inside, !bare.isEmpty else { return nil }
      name = bare
      call = String(call[...bracket])
    }
    guard call.hasSuffix(")") else { return nil }
    file = Session.unquoted(call.dropFirst(prefix.count).dropLast().trimmingSpaces)
  }
}
