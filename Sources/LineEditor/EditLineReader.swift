import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines typed at a terminal, with libedit's editing, history, and completion.
///
/// The terminal is in raw mode only inside `readLine`, after which the cursor is always at the
/// start of a fresh line. `Locale.prepare()` comes first.
package final class EditLineReader: LineReader {
  /// Completes the word before the cursor, which is so many bytes into the line.
  package typealias Completer = (_ line: String, _ cursor: Int) -> Completion

  private static let promptEscape = "\u{1}"

  /// What is done before a signal ends the program.
  package var beforeEnding: () -> Void {
    get { input.signals.beforeEnding }
    set { input.signals.beforeEnding = newValue }
  }

  let editor: OpaquePointer
  let completer: Completer
  let limit: Int
  var readsUTF8: Bool { Locale.isUTF8 }

  var edit = Edit()
  var input = TerminalInput()
  private(set) var prompt = WideText("")
  private(set) var promptColumns = 0

  private let history: OpaquePointer
  private let historyFile: HistoryFile?
  private let colored: Bool
  /// Whether a screen reader reads along: nothing is set in bold or in columns.
  package var isSpoken = false

  /// Prepares libedit for standard input and output; nothing where it has no memory for that.
  ///
  /// `program` is the name that lines of `~/.editrc` may begin with.
  package init?(
    program: String, limit: Int, colored: Bool, history file: HistoryFile?,
    completer: @escaping Completer
  ) {
    guard let history = history_winit() else { return nil }
    guard let editor = editLineStart(program) else {
      history_wend(history)
      return nil
    }
    self.editor = editor
    self.history = history
    self.limit = limit
    self.colored = colored
    self.completer = completer
    historyFile = file

    editLineSetHistorySize(history, Int32(HistoryFile.mostEntries))
    for entry in file?.load() ?? [] { enter(entry) }
    editLineSetHistory(editor, history)
    editLineSetOwner(editor, Unmanaged.passUnretained(self).toOpaque())
    editLineSetPrompt(editor, { EditLineReader.owning($0)?.prompt.pointer }, 1)
    editLineSetSource(editor) { EditLineReader.owning($0)?.supply($1) ?? 0 }
    setUpKeys()
  }

  deinit {
    input.pasteMode.showAll()
    el_end(editor)
    history_wend(history)
  }

  package func readLine(prompt: String) -> LineReading {
    // What the program printed comes before the prompt.
    editLineFlushOutput()
    show(prompt.showable)
    edit = Edit(size: Terminal.size)
    input.signals.begin()
    input.pasteMode.showAll()
    // libedit would print the prompt first, and a Ctrl-C in between would end the program.
    editLineSetRaw(editor, true)
    if editLineIsEditing(editor) { input.pasteMode.turn(on: true) }
    var count: Int32 = 0
    let text = el_wgets(editor, &count).map { String(wide: $0, count: Int(count)) }
    input.pasteMode.turn(on: false)
    editLineSetRaw(editor, false)
    if input.isInsidePaste { input.pasteMode.hideRest() }
    input.signals.end()
    return reading(of: text.map { Array($0.utf8) })
  }

  package func dropPaste() {
    input.pasteMode.showAll()
    // What waits is handed out whole only where no lines are read.
    editLineSetRaw(editor, true)
    input.dropPaste()
    editLineSetRaw(editor, false)
  }

  package func remember(_ line: String) {
    guard let entry = HistoryEntry(cleaning: line) else { return }
    enter(entry.text)
    historyFile?.append(entry.text)
  }

  /// The reader that `editor` calls back.
  static func owning(_ editor: OpaquePointer) -> EditLineReader? {
    editLineOwner(editor).map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
  }

  private func show(_ plain: String) {
    promptColumns = plain.editedColumns
    guard colored, !isSpoken, plain.count > 1, let last = plain.last else {
      prompt = WideText(plain)
      return
    }
    // libedit hangs an escape on the character after it, so one at the end would be lost.
    let escape = Self.promptEscape
    let bold = "\(escape)\u{1B}[1m\(escape)"
    let normal = "\(escape)\u{1B}[0m\(escape)"
    prompt = WideText("\(bold)\(plain.dropLast())\(normal)\(last)")
  }

  private func reading(of text: [UInt8]?) -> LineReading {
    var line = text ?? []
    let isComplete = line.last == UInt8(ascii: "\n") || line.last == UInt8(ascii: "\r")
    if isComplete { line.removeLast() } else { Terminal.write("\n") }
    if edit.isInterrupted { return .interrupted }
    if line.isEmpty && !isComplete { return .endOfInput }
    let byteCount = line.count + edit.limit.droppedBytes
    if byteCount > limit { return .overlong(byteCount: byteCount) }
    return .line(line, isPasted: edit.isPasted)
  }

  private func enter(_ entry: String) {
    // libedit's search crashes on what the locale cannot encode.
    guard readsUTF8 || entry.utf8.allSatisfy({ $0 < 0x80 }) else { return }
    editLineEnterHistory(history, entry.wideCharacters)
  }
}
