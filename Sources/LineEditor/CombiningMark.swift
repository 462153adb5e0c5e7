import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Unicode.Scalar {
  /// Whether this is drawn over the character before it.
  var isCombining: Bool { value > 0x7F && wcwidth(wchar_t(bitPattern: value)) == 0 }

  /// The one character that looks and counts the same as this one with `mark` over it.
  ///
  /// libedit keeps one character in each column and does not draw the marks, so what is typed or
  /// pasted in the decomposed form is composed where Unicode can: Latin, Greek, and Cyrillic.
  func composed(with mark: Unicode.Scalar) -> Unicode.Scalar? {
    // Strings compare by canonical equivalence.
    let decomposed = String(String.UnicodeScalarView([self, mark]))
    for range in [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF] as [ClosedRange<UInt32>] {
      for scalar in range.lazy.compactMap(Unicode.Scalar.init)
      where String(scalar) == decomposed {
        return scalar
      }
    }
    return nil
  }
}

extension EditLineReader {
  /// Adds the mark that `supply` set aside: libedit's own way counts a column for it.
  func insertMark() -> Int32 {
    guard let mark = edit.mark, cursor > 0 else { return CC_ERROR }
    let before = el_wline(editor).pointee.cursor[-1]
    if let composed = Unicode.Scalar(UInt32(bitPattern: before))?.composed(with: mark) {
      return insert(String(composed), replacing: 1)
    }
    return insert(String(mark), replacing: 0)
  }
}
