import EpynnCore

/// Making what leaves, and handing it to the world.
extension Session {
  /// What `export` says of the session at hand.
  ///
  /// - Parameters:
  ///   - isWhole: whether all lines are wanted rather than the iteration alone.
  ///   - blanks: what is left to be filled in.
  /// - Throws: a complaint where a step of the iteration cannot run.
  func exportContent(
    titled title: String, isWhole: Bool, blanks: [TensorName] = [], hasKey: Bool = false
  ) throws(Complaint) -> ExportContent {
    guard !machine.layers.isEmpty else { throw Complaint(.core(.noLayer)) }
    var hiding = self
    hiding.aids.covers += blanks.map { Cover($0.quantity, layer: $0.layer) }
    let veil = hiding.veil
    let look = Look(settings: settings, screen: .page)
    let start = machine.restarted
    let stops = try ExportedStop.all(of: start, through: veil, look: look)
    let solved = try? start.ranAnew(to: .update)
    let key =
      hasKey
      ? blanks.compactMap { name in
        solved?.value(of: name.quantity, layer: name.owner).map { (name, $0.matrix) }
      } : []
    return ExportContent(
      title: title, machine: start, stops: stops,
      lines: isWhole ? recording.exchanges.map(ExportedLine.init) : [],
      screen: screenToExport,
      curves: TrainingPlot(machine: machine, veil: veil, look: look).facts(ofAll: false) ?? [],
      blanks: blanks, key: key, look: look)
  }

  /// The screen at hand, the start before any; `nil` where it shows what is hidden by now.
  private var screenToExport: ExportedLine? {
    guard let lastScreen else {
      return ExportedLine(line: "", facts: StartScreen(machine: machine).facts, isRefused: false)
    }
    return lastScreen.hidden == hiddenNames() ? lastScreen.line : nil
  }

  /// What may not leave as numbers, by name; none where all may.
  func hiddenNames() -> [String] {
    let covers = veil.covers.map { name(of: $0.quantity, layer: $0.layer) }
    return covers + (veil.hidesMistake ? ["a mistake to be found"] : [])
  }
}

extension ExportedStop {
  /// The stops of an iteration, each run.
  ///
  /// - Throws: a complaint where not even the first can run.
  static func all(
    of start: Machine, through veil: Veil, look: Look
  ) throws(Complaint) -> [ExportedStop] {
    var ran = start
    var stops: [ExportedStop] = []
    for stop in start.stops {
      let before = ran
      let report: Machine.Report
      do throws(Failure) { report = try ran.step() } catch {
        // What has run is worth a page; without any step there is nothing to show.
        guard !stops.isEmpty else { throw Complaint(error) }
        break
      }
      let (seenBefore, seenAfter) = (
        SeenMachine(before, through: veil), SeenMachine(ran, through: veil)
      )
      do throws(Failure) {
        stops.append(
          ExportedStop(
            stop: stop, before: seenBefore, after: seenAfter,
            card: try StepCard(report, before: seenBefore, after: seenAfter, look: look).card()))
      } catch { throw Complaint(error) }
    }
    return stops
  }
}

extension Screen {
  /// A page: as wide as text is read, and as long as it takes.
  static let page = Screen(width: 80, height: 10_000)
}
