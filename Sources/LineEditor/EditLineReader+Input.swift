import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension EditLineReader {
  /// libedit's source of characters; gives 1, or 0 when the line ends here.
  func supply(_ character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    // A search of the vi keys that finds nothing empties the line below its cursor, and what is
    // typed next would go where that still stands on the screen.
    if cursor > length {
      el_cursor(editor, -1)
      character.pointee = wchar_t(bitPattern: KeyBinding.drawKey.value)
      return 1
    }
    runErrand()
    // The signal that tells waits while keys do, and libedit may know the new size already.
    if edit.size != Terminal.size { catchUpWithTerminal() }
    makeRoomForLine()
    if editLineIsEditing(editor) { input.pasteMode.turn(on: true) }
    while !edit.isInterrupted, endingSignal() {
      switch input.next() {
      case .end:
        return 0
      case .signal:
        catchUpWithTerminal()
      case .key(.begin):
        guard editLineIsEditing(editor) else { continue }
        character.pointee = wchar_t(bitPattern: KeyBinding.pasteKey.value)
        return 1
      case .key(.end):
        continue
      case .key(.text(let key, let isPasted)):
        guard let key = admitted(key, isPasted: isPasted) else { continue }
        character.pointee = wchar_t(bitPattern: key.value)
        return 1
      }
    }
    return 0
  }

  /// What libedit gets for a key; `nil` where it gets nothing.
  private func admitted(_ key: Unicode.Scalar, isPasted: Bool) -> Unicode.Scalar? {
    guard edit.limit.admits(key, isFull: length >= limit) else { return nil }
    guard editLineIsEditing(editor) else { return readable(key) }
    switch key {
    // libedit's mark, after which it takes Enter for a character of the line.
    case "\0": return nil
    case "\u{3}":
      // Also where libedit asks for a character of its own, as in a search of the vi keys.
      edit.isInterrupted = true
      input.dropPaste()
    case "\t" where isPasted:
      return " "
    case "\n", "\r":
      // What is blank in a paste is no Enter of a person's.
      if isPasted, length == 0 { return nil }
      edit.isPasted = isPasted
      // Before libedit goes to the next line, which the answer follows.
      input.pasteMode.turn(on: false)
    default: break
    }
    return readable(key)
  }

  /// The characters in the line and before the cursor.
  var length: Int {
    let line = el_wline(editor).pointee
    return line.lastchar - line.buffer
  }

  var cursor: Int {
    let line = el_wline(editor).pointee
    return line.cursor - line.buffer
  }

  /// Acts on a signal that ends programs, and returns whether the line goes on.
  private func endingSignal() -> Bool {
    guard let signal = input.signals.ending else { return true }
    if signal == SIGINT {
      edit.isInterrupted = true
      return false
    }
    input.pasteMode.turn(on: false)
    editLineSetRaw(editor, false)
    input.signals.end()
    input.signals.beforeEnding()
    raise(signal)
    // Only a program with a handler of its own comes this far.
    input.signals.begin()
    editLineSetRaw(editor, true)
    return true
  }

  /// What libedit gets for a key.
  private func readable(_ key: Unicode.Scalar) -> Unicode.Scalar {
    // libedit cannot show what the locale does not know.
    if key.value > 0x7F, !readsUTF8 { return "?" }
    // U+0080 to U+009F would be meta keys.
    if (0x80...0x9F).contains(key.value) { return "\u{FFFD}" }
    guard key.isCombining, editLineIsEditing(editor) else { return key }
    edit.mark = key
    return KeyBinding.markKey
  }
}
