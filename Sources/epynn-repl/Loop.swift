import EpynnShell
import LineEditor
import Synchronization

/// Reads lines, has them answered and prints the answers.
struct Loop {
  private var session: Session
  private let console: Console
  private let history: HistoryFile?
  private let world: FileWorld
  private var linesRead = 0
  private var pager = Pager()
  /// Whether a line compared something that does not agree.
  private var hasFailedCheck = false

  /// How a run ended.
  enum Outcome {
    case fine, failedCheck, refused
  }

  init(session: Session, console: Console, history: HistoryFile?, world: FileWorld) {
    self.world = world
    self.session = session
    self.console = console
    self.history = history
  }

  /// A person at a terminal: a refused line is no reason to end.
  mutating func runAtTerminal(file: String?, from item: Int?) {
    let isUnicode = session.screen.isUnicode
    let completer = Completer(session)
    // A window that is closed leaves the session too, as it was at the last prompt.
    let atPrompt = SessionAtPrompt(session)
    let leave: @Sendable () -> Void = { [world] in
      var session = atPrompt.session.withLock { $0 }
      _ = session.leave(in: world)
    }
    Ending.watch {
      Terminal.showTyping()
      leave()
    }
    let editor = EditLineReader(
      program: "epynn-repl", limit: Session.lineLimit, colored: console.isColored,
      history: history,
      completer: { line, cursor in completer.completion(of: line, upTo: cursor) })
    editor?.isSpoken = session.screen.isSpoken
    let reader: any LineReader = editor ?? PlainLineReader(limit: Session.lineLimit)
    editor?.beforeEnding = {
      leave()
      Ending.forget()
    }
    defer { show(session.leave(in: world)) }
    if let file {
      console.print(session.accessibleLine, on: session.screen)
      let startingAt = item.map { $0 - 1 }
      if show(session.answer(file: file, from: .prompt, startingAt: startingAt, in: world)) {
        return
      }
    } else {
      console.print(session.startPage, on: session.screen, in: session.settings.colors)
      Output.results.write("\n")
    }
    while true {
      completer.session = session
      atPrompt.session.withLock { $0 = session }
      editor?.isSpoken = session.screen.isSpoken
      let reading = read(from: reader, hints: true)
      session.screen = console.screen(isUnicode: isUnicode, isSpoken: session.screen.isSpoken)
      Interruption.reset()
      switch reading {
      case .endOfInput:
        Output.results.write("\n")
        return
      case .interrupted:
        pager.drop()
        console.print(session.interrupt(), on: session.screen, in: session.settings.colors)
      case .overlong(let count):
        show(session.respond(toOverlongLineOf: count))
      case .line(let bytes, let isPasted):
        if isPasted, bytes.allSatisfy({ $0 == UInt8(ascii: " ") }) { continue }
        if !pager.isEmpty {
          if bytes.isEmpty {
            console.print(
              pager.next(on: session.screen), on: session.screen, in: session.settings.colors)
            continue
          }
          pager.drop()
          // Here it means what it means in every pager, not the end of the program.
          if bytes == Array("q".utf8), !isPasted { continue }
        }
        // Where a prompt was copied along there are spaces in its place.
        if let line = String(validating: bytes.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self) {
          reader.remember(line)
        }
        let hasQuit = show(session.answer(bytes, from: isPasted ? .paste : .prompt, in: world))
        if Interruption.wasRequested { reader.dropPaste() }
        // Nobody reads any more.
        if hasQuit || Output.results.hasFailed { return }
      }
    }
  }

  /// Lines from options, a file or a pipe: the first that is refused ends it.
  mutating func runScript(file: String?, commands: [String]) -> Outcome {
    if let file {
      let response = session.answer(file: file, in: world)
      let quits = show(response)
      if response.hasFailed { return .refused }
      if quits { return outcome }
    }
    defer { show(session.endExercise(in: world)) }
    let isPiped = file == nil && commands.isEmpty
    let reader: any LineReader =
      isPiped ? PlainLineReader(limit: Session.lineLimit) : GivenLines(commands)
    while true {
      let response: Response
      let place = ScriptLocation(file: isPiped ? "standard input" : "-c", line: linesRead + 1)
      switch read(from: reader) {
      case .endOfInput, .interrupted: return outcome
      case .overlong(let count): response = session.respond(toOverlongLineOf: count, at: place)
      case .line(let bytes, _):
        response = session.answer(bytes, from: .script, at: place, in: world)
      }
      let quits = show(response)
      if response.hasFailed { return .refused }
      // Nobody reads any more.
      if quits || Output.results.hasFailed { return outcome }
    }
  }

  private var outcome: Outcome { hasFailedCheck ? .failedCheck : .fine }

  /// One line, with those that follow it while a bracket is open.
  ///
  /// - Parameter hints: whether somebody is told why no answer comes.
  private mutating func read(from reader: any LineReader, hints: Bool = false) -> LineReading {
    var joiner = LineJoiner()
    var prompt = session.prompt
    while true {
      let reading = reader.readLine(prompt: prompt)
      linesRead += 1
      guard case .line(let bytes, let isPasted) = reading else {
        return reading == .endOfInput && joiner.isUnfinished ? .line(joiner.bytes) : reading
      }
      joiner.add(bytes)
      guard joiner.bytes.count <= Session.lineLimit else {
        return .overlong(byteCount: joiner.bytes.count)
      }
      guard joiner.isUnfinished, session.joinsLines else {
        return .line(joiner.bytes, isPasted: isPasted)
      }
      // Whoever presses Enter again waits for an answer.
      if hints, !isPasted, bytes.allSatisfy({ $0 == UInt8(ascii: " ") }),
        let bracket = joiner.openBracket
      {
        console.print(
          bracket.hint(in: session), on: session.screen, in: session.settings.colors)
      }
      prompt = session.continuationPrompt
    }
  }

  /// Prints an answer. Returns whether the person wants to leave.
  @discardableResult
  private mutating func show(_ response: Response) -> Bool {
    hasFailedCheck = hasFailedCheck || response.hasFailedCheck
    let isPaged = console.isInteractive && !response.hasFailed
    console.print(
      isPaged ? pager.first(of: response.output, on: session.screen) : response.output,
      on: session.screen, in: session.settings.colors)
    if let complaint = response.complaint {
      console.print(
        complaint, on: session.screen, in: session.settings.colors,
        to: console.isInteractive ? .results : .complaints)
    }
    return response.wantsQuit
  }
}

/// Lines given as options.
final class GivenLines: LineReader {
  private var lines: [String]

  init(_ lines: [String]) {
    self.lines = lines
  }

  func readLine(prompt: String) -> LineReading {
    lines.isEmpty ? .endOfInput : .line(Array(lines.removeFirst().utf8))
  }

  func remember(_ line: String) {}
}

/// The session as it was when the prompt appeared last, for a thread that keeps it.
final class SessionAtPrompt: Sendable {
  let session: Mutex<Session>

  init(_ session: Session) {
    self.session = Mutex(session)
  }
}

/// What Tab asks: the session as it stands at the prompt.
final class Completer {
  var session: Session

  init(_ session: Session) {
    self.session = session
  }

  func completion(of line: String, upTo cursor: Int) -> Completion {
    let (start, suggestions) = session.completions(of: line, upTo: cursor)
    return Completion(
      start: start, candidates: suggestions.map { Candidate(text: $0.text, note: $0.note) })
  }
}
