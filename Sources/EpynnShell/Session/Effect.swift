/// What an answer asks of the world. The program's edge does it, and hands back what came of it.
public enum Effect: Sendable {
  case write(Draft)
  case keepProgress(ProgressUpdate)
  /// What is kept of progress cannot be taken: it is set aside, and a new book begun.
  case mendProgress
  case keepSession(LastSession)
  /// Where somebody looks at one; a pipe gets nothing.
  case clearScreen

  /// A file to be written whole.
  public struct Draft: Sendable {
    public let path: String
    public let bytes: [UInt8]
    /// Whether one that is there may go.
    public let replaces: Bool
    /// What is said once it is written.
    let done: String
    /// Where a complaint points.
    let column: Int
    /// Whether it holds what the session did, so that nothing of it is lost.
    var holdsSession = false
    /// Whether it holds the answers of an exercise, which ends once they are kept.
    var holdsExercise = false
  }

  /// What came of an effect.
  public enum Outcome: Sendable, Equatable {
    case done
    case failed(FileFault)
    /// It was done, and what was there could not be read and is kept as a copy.
    case setAside(ProgressDamage, copy: String)
  }
}

/// The part of the program that touches the world.
public protocol World {
  func perform(_ effect: Effect) -> Effect.Outcome
}

extension Session {
  /// Answers a line of bytes, which may be anything, and has the world do what the answer asks for.
  public mutating func answer(
    _ bytes: [UInt8], from source: Source = .prompt, at place: ScriptLocation? = nil,
    in world: some World
  ) -> Response {
    let response = respond(to: bytes, from: source, at: place)
    return carryOut(response, in: world)
  }

  /// Ends the session: what nobody saved is kept for `load last`, and that is said.
  public mutating func leave(in world: some World) -> Response {
    var response = endExercise(in: world)
    turn = Turn(from: .prompt, after: turn)
    askToKeepSession()
    var kept = Response()
    kept.take(turn)
    response.append(carryOut(kept, in: world))
    return response
  }

  /// Writes what was answered in an exercise that is left with the program.
  public mutating func endExercise(in world: some World) -> Response {
    guard exercise?.answers.isEmpty == false else { return Response() }
    turn = Turn(from: .prompt, after: turn)
    turn.isLast = true
    let response = answered { session throws(Complaint) in
      try session.leaveExercise()
    } complaint: { session, complaint in
      session.page(about: complaint, line: "", from: .script)
    }
    return carryOut(response, in: world)
  }

  /// The same of a file's lines, or of the lesson that it is.
  public mutating func answer(
    file: String, from source: Source = .script, startingAt item: Int? = nil, in world: some World
  ) -> Response {
    let response = run(file: file, from: source, startingAt: item)
    return carryOut(response, in: world)
  }

  private mutating func carryOut(_ response: Response, in world: some World) -> Response {
    var response = response
    while !response.effects.isEmpty {
      let outcomes = response.effects.map(world.perform)
      response.effects = []
      response.append(conclude(outcomes))
    }
    return response
  }
}
