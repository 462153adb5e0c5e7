extension ProgressTableFault {
  /// The one sentence about a file that is no table of progress.
  var sentence: String {
    switch self {
    case .empty: "there is nothing in this file"
    case .foreign:
      "this is no table of progress; 'progress export FILE.csv' writes one, in the program"
    case .nothingBegun: "no lesson is begun in it"
    case .damaged(let fault): fault.sentence
    case .badField(let column, let text, _):
      "'\(text.quoted())' does not work for '\(column)'; the table is another, or was changed"
    case .noRoom(let limit):
      "it is passed over: the tables before it fill the \(limit >> 20) MB that are kept"
    }
  }

  /// `:12:3`, as far as the place is known.
  var place: String {
    switch self {
    case .empty, .foreign, .nothingBegun, .noRoom: ""
    case .damaged(let fault): fault.place
    case .badField(_, _, let line): ":\(line)"
    }
  }
}
