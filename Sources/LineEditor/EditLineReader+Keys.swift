import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension EditLineReader {
  /// Reads `~/.editrc`, then binds the keys that libedit leaves free, and the reader's own.
  func setUpKeys() {
    editLineAddCommand(editor, "epynn-complete", "Complete the word before the cursor") {
      editor, _ in
      UInt8(EditLineReader.owning(editor)?.complete() ?? CC_ERROR)
    }
    editLineAddCommand(editor, "epynn-interrupt", "Drop the line") { editor, _ in
      UInt8(EditLineReader.owning(editor)?.interrupt() ?? CC_ERROR)
    }
    editLineAddCommand(editor, "epynn-suspend", "Stop the program") { editor, _ in
      UInt8(EditLineReader.owning(editor)?.send(on: .suspend) ?? CC_ERROR)
    }
    editLineAddCommand(editor, "epynn-mark", "Add a combining mark") { editor, _ in
      UInt8(EditLineReader.owning(editor)?.insertMark() ?? CC_ERROR)
    }
    editLineAddCommand(editor, "epynn-end", "Go to the last character") { editor, _ in
      UInt8(EditLineReader.owning(editor)?.goToLast() ?? CC_ERROR)
    }
    editLineAddCommand(editor, "epynn-end-insert", "Go behind the last character") { editor, _ in
      UInt8(EditLineReader.owning(editor)?.goBehindLast() ?? CC_ERROR)
    }
    // The default depends on how libedit was built.
    editLineSetEditor(editor, "emacs")
    takeUserFile()
    // A line "edit on" enters raw mode at once.
    editLineSetRaw(editor, false)

    // Later than .editrc, whose "bind -e" or "bind -v" makes new keymaps.
    for key in KeyBinding.comforts { bind(key) }
    // The search writes below the line, and has to come up again.
    if editLineHas(editor, "up") { bind(.search) }
    editLineBind(editor, false, "^I", "epynn-complete")
    editLineBind(editor, false, "\\200", "epynn-mark")
    editLineBind(editor, false, "\\201", "ed-ignore")
    for alternate in [false, true] {
      editLineBind(editor, alternate, "^C", "epynn-interrupt")
      editLineBind(editor, alternate, "^Z", "epynn-suspend")
      editLineBind(editor, alternate, "\\202", "ed-redisplay")
    }
    disarmKeys()
    if editLineIsVi(editor) {
      let hidden = KeyBinding.hiddenEndOfVi
      editLineBind(editor, true, hidden.keys, hidden.command)
      // What is pasted is text in the command mode too.
      editLineBind(editor, true, "\\201", "vi-insert")
    }
    editLineTakeControlKeys(editor)
  }

  /// Binds a key that has only its default meaning: what .editrc says about it stays.
  private func bind(_ key: KeyBinding) {
    let isVi = editLineIsVi(editor)
    // With the vi keys ESC leaves the insert mode, and the command mode gets the rest.
    let maps = !isVi ? [false] : key.isSequence ? [true] : [false, true]
    let forms = isVi && key.isSequence ? [key.keys, key.keysAfterEscape] : [key.keys]
    for map in maps {
      for form in forms where isFree(form, alternate: map) {
        editLineBind(editor, map, form, key.command)
      }
    }
  }

  private func isFree(_ keys: String, alternate: Bool) -> Bool {
    binding(of: keys, alternate: alternate, isOneOf: KeyBinding.defaults)
  }

  func binding(of keys: String, alternate: Bool, isOneOf commands: [String]) -> Bool {
    guard let answer = editLineBinding(editor, alternate, keys) else { return false }
    defer { free(answer) }
    return commands.contains { strstr(answer, $0) != nil }
  }

  /// To the last character, where there is one; what was begun before, as by `d`, goes on with it.
  private func goToLast() -> Int32 {
    guard length > 0 else { return CC_NORM }
    el_wpush(editor, KeyBinding.hiddenEndOfVi.keys.replacing("\\e", with: "\u{1B}").wideCharacters)
    return CC_ARGHACK
  }

  private func goBehindLast() -> Int32 {
    el_cursor(editor, Int32(length - cursor))
    return CC_CURSOR
  }

  private func interrupt() -> Int32 {
    edit.isInterrupted = true
    el_cursor(editor, Int32(length - cursor))
    el_winsertstr(editor, "^C".wideCharacters)
    return CC_REFRESH
  }

  private func complete() -> Int32 {
    // The Tab is part of something pasted.
    if input.hasMore { return insert(" ", replacing: 0) }

    let line = el_wline(editor).pointee
    let before = String(wide: line.buffer, count: cursor)
    let text = before + String(wide: line.cursor, count: length - cursor)
    let completion = completer(text, before.utf8.count)
    switch completion.move(in: text, at: before.utf8.count) {
    case .insert(let text, let count): return insert(text, replacing: count)
    case .list: return send(on: .list(completion.candidates))
    case .refuse: return CC_ERROR
    }
  }

  func insert(_ text: String, replacing count: Int) -> Int32 {
    el_deletestr(editor, Int32(count))
    el_winsertstr(editor, text.wideCharacters)
    return CC_REFRESH
  }
}
