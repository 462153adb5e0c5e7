import EpynnCore
import EpynnData

/// The marks of a class: what came back of an exercise, each file marked or said why not.
struct Gradebook: Sendable {
  let own: OwnExercise
  private(set) var returns: [Return] = []
  /// The ids of the list that handed nothing in.
  private(set) var missing: [StudentID] = []

  /// One file.
  struct Return: Sendable {
    let path: String
    let outcome: Outcome

    enum Outcome: Sendable {
      case marked(Student)
      /// Why it was not marked, in a sentence, and whose it is where that is known.
      case refused(String, of: StudentID?)
    }

    /// Whose it is, as far as that is known.
    var owner: StudentID? {
      switch outcome {
      case .marked(let student): student.id
      case .refused(_, let owner): owner
      }
    }
  }

  /// What a student handed in.
  struct Student: Sendable {
    let id: StudentID
    let drawn: DrawnExercise
    let marking: Marking
    /// What is to be said beside the marks.
    var remarks: [String]
  }

  /// The marked ones, in the order of the files.
  var students: [(path: String, student: Student)] {
    returns.compactMap { item in
      if case .marked(let student) = item.outcome { (item.path, student) } else { nil }
    }
  }

  var hasRefusals: Bool {
    returns.contains { if case .refused = $0.outcome { true } else { false } }
  }

  /// - Parameters:
  ///   - files: paths from the folder that is marked, with what is in them.
  ///   - list: the ids of the class, where somebody gave them.
  ///   - isDeep: whether edits of formulas are searched for too.
  init(
    _ own: OwnExercise, files: [ReturnedFile], list: [StudentID] = [], isDeep: Bool = false,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.own = own
    var known: [String: StudentID] = [:]
    for id in list + files.compactMap({ $0.ownID.flatMap { try? StudentID($0) } }) {
      known[id.folded] = known[id.folded] ?? id
    }
    let shared = Dictionary(grouping: files, by: \.name).filter { $0.value.count > 1 }
    var marker = FileMarker(own: own, isDeep: isDeep, isInterrupted: isInterrupted)
    let listed = Set(list.map(\.folded))
    returns = files.map { file in
      let owner = file.owner(among: known, listed: listed, isSharedName: shared[file.name] != nil)
      return Return(path: file.path, outcome: marker.outcome(of: file, owner: owner))
    }
    sayWhoIsNotListed(listed)
    sayWhoseNumbers(marker)
    sayWhoReturnedTwice()
    // What could not be marked was handed in all the same.
    let returned = Set(returns.compactMap(\.owner?.folded))
    missing = list.filter { !returned.contains($0.folded) }
  }

  private mutating func sayWhoIsNotListed(_ listed: Set<String>) {
    guard !listed.isEmpty else { return }
    remark { _, student in
      listed.contains(student.id.folded)
        ? nil : "'\(student.id.text.quoted())' is not in the list of ids"
    }
  }

  private mutating func sayWhoReturnedTwice() {
    let paths = Dictionary(grouping: students, by: \.student.id.folded).mapValues {
      $0.map(\.path)
    }
    remark { path, student in
      let others = (paths[student.id.folded] ?? []).filter { $0 != path }
      guard let first = others.first else { return nil }
      return "handed in more than once, '\(first.quoted(limit: 60))' too; each is marked"
    }
  }

  /// Answers that are right for another student's numbers, and not for the own ones.
  private mutating func sayWhoseNumbers(_ marker: FileMarker) {
    let all = students
    remark { path, student in
      guard student.marking.firstWrong != nil, let tensors = marker.tensors[path] else {
        return nil
      }
      let other = all.first { other in
        other.student.id != student.id && other.student.drawn.isSolved(by: tensors)
      }
      return other.map { "these are the numbers of '\($0.student.id.text.quoted())'" }
    }
  }

  private mutating func remark(_ sentence: (String, Student) -> String?) {
    for place in returns.indices {
      guard case .marked(var student) = returns[place].outcome,
        let sentence = sentence(returns[place].path, student)
      else { continue }
      student.remarks.append(sentence)
      returns[place] = Return(path: returns[place].path, outcome: .marked(student))
    }
  }
}

extension DrawnExercise {
  /// Whether answers are right for these numbers: all of a tensor at least, and none of them wrong.
  fileprivate func isSolved(by tensors: [OwnTensor]) -> Bool {
    !tensors.isEmpty
      && tensors.allSatisfy { tensor in
        value(of: TensorName(tensor.quantity, layer: tensor.layer))
          .map { tensor.numbers.agree(with: $0) } ?? false
      }
  }
}
