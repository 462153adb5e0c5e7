/// A size that grows, and what is typed at each.
struct Series: Sendable {
  let title: String
  let sizes: [Int]
  /// The exponent of the work itself: 1 where each of so many things must be touched, else 0.
  let needed: Int
  /// Whether the timed lines stand in a file rather than being typed.
  var isLoaded = false
  /// The lines that make a session ready, and those whose time counts.
  let lines: @Sendable (_ size: Int) -> (ready: [String], timed: [String])

  /// The seconds of processor that the timed lines take: the least of some runs.
  func seconds(at size: Int) -> Double {
    let (ready, timed) = lines(size)
    let begin = ProcessorTime.now
    var least = Double.infinity
    var runs = 0
    // Small ones are soon run again.
    while runs < 3 || runs < 100 && ProcessorTime.now - begin < 0.5 {
      // Ready anew: a copy of a session would be copied apart by the first line timed.
      var typist = Typist()
      typist.type(ready)
      let start = ProcessorTime.now
      if isLoaded { typist.load(timed) } else { typist.type(timed) }
      least = min(least, ProcessorTime.now - start)
      runs += 1
    }
    return least
  }
}
