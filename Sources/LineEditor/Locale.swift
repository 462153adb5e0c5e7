import StateFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The process's locale, as far as characters are concerned.
package enum Locale {
  /// Takes over the user's locale and returns whether its characters are UTF-8.
  ///
  /// Call it once before the first reader is made. The C library reads UTF-8 afterwards even where
  /// the user's locale does not, because libedit crashes on a character that its locale cannot
  /// encode; what the program draws should keep to ASCII then.
  package static func prepare() -> Bool {
    // Characters alone: numbers and messages are the same everywhere, and each further category is
    // a file to be read at every start.
    let isKnown = setlocale(LC_CTYPE, "") != nil
    if isUTF8 { return true }
    for name in ["C.UTF-8", "UTF-8", "en_US.UTF-8"] {
      if setlocale(LC_CTYPE, name) != nil, isUTF8 { break }
    }
    // A locale that is not installed here, as often over ssh: its name still tells.
    return !isKnown && nameIsUTF8 && isUTF8
  }

  /// Whether the C library reads UTF-8 at present.
  static var isUTF8: Bool {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) == "UTF-8" } ?? false
  }

  private static var nameIsUTF8: Bool {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let name = System.variable(variable)?.lowercased() else { continue }
      return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
    }
    return false
  }
}
