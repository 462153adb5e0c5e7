import EpynnCore
import EpynnData

/// Marks files one after the other; the numbers of each student are drawn once.
struct FileMarker {
  let own: OwnExercise
  let isDeep: Bool
  let isInterrupted: @Sendable () -> Bool
  /// What was read of each file, by its path.
  private(set) var tensors: [String: [OwnTensor]] = [:]
  private var drawn: [StudentID: Result<DrawnExercise, Complaint>] = [:]

  init(own: OwnExercise, isDeep: Bool, isInterrupted: @escaping @Sendable () -> Bool) {
    self.own = own
    self.isDeep = isDeep
    self.isInterrupted = isInterrupted
  }

  mutating func outcome(
    of file: ReturnedFile, owner: Result<StudentID, IDFault>
  ) -> Gradebook.Return.Outcome {
    let known = try? owner.get()
    let bytes: [UInt8]
    switch file.content {
    case .success(let content): bytes = content
    case .failure(let fault): return .refused("cannot be read: \(fault.sentence)", of: known)
    }
    guard !bytes.isEmpty else { return .refused("this file is empty", of: known) }
    let id: StudentID
    switch owner {
    case .success(let found): id = found
    case .failure(let fault):
      return .refused("whose it is cannot be told: \(fault.sentence)", of: nil)
    }
    let exercise = own.exercise
    let list: TensorList
    do throws(DataFault) {
      list = try TensorList(
        bytes, file: file.path, layers: exercise.layerCount, only: Set(exercise.find))
    } catch { return .refused("\(error.reading)\(error.sentence)", of: id) }
    guard !list.tensors.isEmpty else {
      return .refused(
        "it holds none of \(exercise.names(exercise.find)), which are asked for", of: id)
    }
    tensors[file.path] = list.tensors.filter { !$0.numbers.given.isEmpty }
    let marked = student(id, id, list)
    guard let spelled = file.spelledID, spelled != id, case .success(let listed) = marked,
      case .success(let own) = student(id, spelled, list),
      own.marking.points > listed.marking.points
    else {
      switch marked {
      case .success(let student): return .marked(student)
      case .failure(let complaint): return .refused(complaint.problem.sentence, of: id)
      }
    }
    return .marked(own)
  }

  /// A student's answers by the numbers of a spelling of the id, with which they may have been played.
  private mutating func student(
    _ id: StudentID, _ spelling: StudentID, _ list: TensorList
  ) -> Result<Gradebook.Student, Complaint> {
    numbers(of: spelling).map { drawn in
      Gradebook.Student(
        id: id, drawn: drawn,
        marking: drawn.marking(list.tensors, isDeep: isDeep, isInterrupted: isInterrupted),
        remarks: [])
    }
  }

  private mutating func numbers(of id: StudentID) -> Result<DrawnExercise, Complaint> {
    if let known = drawn[id] { return known }
    let result: Result<DrawnExercise, Complaint>
    do throws(Complaint) { result = .success(try own.drawn(for: id)) } catch {
      result = .failure(error)
    }
    drawn[id] = result
    return result
  }
}

extension DataFault {
  /// `line 12, column 3: `, as far as the place is known.
  fileprivate var reading: String {
    let parts = [row.map { "line \($0)" }, column.map { "column \($0)" }].compactMap(\.self)
    return parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
  }
}
