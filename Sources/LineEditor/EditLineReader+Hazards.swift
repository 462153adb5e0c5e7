import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension EditLineReader {
  /// Gives every key that runs a hazardous command, in whatever map, another one.
  func disarmKeys() {
    guard let printed = editLineBinding(editor, false, nil) else { return }
    let bindings = BindingList(
      Array(UnsafeRawBufferPointer(start: printed, count: strlen(printed))))
    free(printed)
    for hazard in HazardousCommand.all(isVi: editLineIsVi(editor)) {
      for isAlternate in [false, true]
      where bindings.hasKey(for: hazard.command, alternate: isAlternate) {
        for byte in UInt8.min...UInt8.max {
          replace(hazard, at: Self.keys([Unicode.Scalar(byte)]), alternate: isAlternate)
        }
      }
      for sequence in bindings.sequences(for: hazard.command) {
        // A new lead-in would keep ESC from leaving the insert mode.
        let isAlternate = leads(sequence[0], alternate: true)
        replace(hazard, at: Self.keys(sequence), alternate: isAlternate)
      }
    }
  }

  private func replace(_ hazard: HazardousCommand, at keys: String, alternate: Bool) {
    guard binding(of: keys, alternate: alternate, isOneOf: [hazard.command]) else { return }
    editLineBind(
      editor, alternate, keys, alternate ? hazard.inCommandMode : hazard.inInsertMode)
  }

  private func leads(_ key: Unicode.Scalar, alternate: Bool) -> Bool {
    binding(of: Self.keys([key]), alternate: alternate, isOneOf: ["ed-sequence-lead-in"])
  }

  /// Keys as `bind` reads them, in octal digits where it could take them for something else.
  private static func keys(_ scalars: [Unicode.Scalar]) -> String {
    scalars.map { scalar in
      guard scalar.value < 0x100 else { return String(scalar) }
      let digits = String(scalar.value, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }.joined()
  }
}
