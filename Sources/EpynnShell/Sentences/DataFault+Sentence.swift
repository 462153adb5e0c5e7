import EpynnData

extension DataFault {
  /// The one sentence about the fault: what was wrong, then what would work.
  var sentence: String { reason.sentence }

  /// `:12:3`, as far as the place is known.
  var place: String {
    [row, column].compactMap { $0 }.map { ":\($0)" }.joined()
  }
}

extension DataFault.Reason {
  fileprivate var sentence: String {
    switch self {
    case .notUTF8: "this field is not UTF-8; save the file as UTF-8"
    case .unclosedQuote: "the quote that opens here is never closed"
    case .noRows: "there is no sample in this file"
    case .ragged(let found, let expected):
      "this row has \(found.counted("field")) and the first has \(expected);"
        + " all rows must be equally long"
    case .emptyField: "this field is empty; fill it in or drop the row"
    case .mixedDecimals(let text):
      "'\(text.quoted())' has another decimal sign than numbers above it; use the comma or the point"
        + " throughout"
    case .notANumber(let text): "'\(text.quoted())' is not a number, and this column holds numbers"
    case .noSuchColumn(let name):
      "no column '\(name.quoted())'; name one of the header or count from 0"
    case .onlyLabels: "there is one column only; features and a label are wanted"
    case .tooManyClasses(let limit): "the label has more than \(limit) different values"
    case .tooManyFields(let limit):
      "this row has more than \(limit) fields, the most of a table; a .npz file has no such limit"
    case .tooLarge: "this is more than a matrix may hold"
    case .noRoom(let needed, let room):
      "X and Y would take \(needed >> 20) MB and there is room for \(max(room, 0) >> 20) MB;"
        + " take fewer rows or classes"
    case .notNPY: "this is no .npy file; np.save writes one"
    case .badHeader: "its header cannot be understood"
    case .unknownType(let type):
      "it holds '\(type.quoted())'; save numbers, as in a.astype(float)"
    case .dimensions(let sizes):
      "it has \(sizes.count.counted("dimension")); a matrix has 2, so a.reshape(m, -1)"
    case .noCell: "it has no cell"
    case .wrongLength(let found, let expected):
      "it has \(found) bytes of numbers where its header wants \(expected)"
    case .archive(let fault): fault.sentence
    case .inArchive(let name, let reason): "'\(name.quoted())' in it: \(reason.sentence)"
    case .unknownTensor(let name):
      "'\(name.quoted())' is neither a number nor a tensor's name, as dW or dW2"
    case .severalArrays(let names):
      "it holds \(Self.quoted(names));"
        + " the name of the one that is wanted goes behind it, as in load(\"f.npz\")[\"W1\"]"
    case .noSuchArray(let name, let others):
      "there is no '\(name.quoted())' in it; it holds \(Self.quoted(others))"
    case .ambiguous(let first, let second, let tensor):
      "'\(first.quoted(limit: 20))' and '\(second.quoted(limit: 20))' both mean \(tensor);"
        + " '\(tensor)=NAME' behind the file says which is meant"
    case .repeated(let name): "'\(name.quoted(limit: 20))' stands in it twice; one alone is wanted"
    case .noTensor(let name):
      "'\(name.quoted(limit: 20))' is no tensor of these layers; name one as dW or dW2"
    case .notSafeTensors: "this is no whole .safetensors file; save_file writes one"
    case .notNotebook: "it is no notebook; a .ipynb of Jupyter, or a .py file, is read here"
    case .badJSON(let byte): "its header is no JSON at byte \(byte); save_file writes one that is"
    case .badEntry(let name):
      "its header does not say type, shape and place of '\(name.quoted(limit: 20))' as it must"
    case .badOffsets(let name):
      "the bytes of '\(name.quoted(limit: 20))' are not where its header says; save_file writes a"
        + " whole file"
    case .oneArray:
      "it holds one array, and X and Y are wanted; np.savez(\"d.npz\", X=X, Y=Y) writes both"
    case .noArray(let name):
      "there is no '\(name)' in it; np.savez(\"d.npz\", X=X, Y=Y) writes both"
    case .labelInArchive:
      "'label' and 'onehot' are for tables; in an archive Y is an array of its own"
    }
  }

  /// `'X', 'W1' and 5 more`.
  private static func quoted(_ names: [String]) -> String {
    guard !names.isEmpty else { return "nothing" }
    let more = names.count > 8 ? ["\(names.count - 8) more"] : []
    return Problem.list(names.prefix(8).map { "'\($0.quoted(limit: 20))'" } + more)
  }
}
