/// Whether the terminal puts marks around what is pasted; it is told to while a line is edited.
struct PasteMode {
  private let isKnown: Bool
  private(set) var isOn = false
  private var hidesRest = false

  /// - Parameter isKnown: whether the terminal may be sent what switches it.
  init(isKnown: Bool = !Terminal.isDumb) {
    self.isKnown = isKnown
  }

  mutating func turn(on isWanted: Bool) {
    guard isKnown, isWanted != isOn else { return }
    isOn = isWanted
    Terminal.write(isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l")
  }

  /// Keeps what is left of a paste from being shown twice, as the answer to one of its lines is
  /// made.
  mutating func hideRest() {
    guard !hidesRest else { return }
    hidesRest = true
    Terminal.hideTyping()
  }

  mutating func showAll() {
    guard hidesRest else { return }
    hidesRest = false
    Terminal.showTyping()
  }

  /// Another program may have switched it meanwhile.
  mutating func renew() {
    guard isOn else { return }
    isOn = false
    turn(on: true)
  }
}
