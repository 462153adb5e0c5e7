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
    let veil = veil(leavingOut: blanks)
    let look = Look(settings: settings, screen: .page)
    let start = machine.restarted
    let stops = try ExportedStop.all(
      of: start, predictedAt: machine, through: veil, look: look)
    // The key tells what is left out, and nothing else that is hidden.
    let solved = (try? start.ranAnew(to: .update)).map {
      SeenMachine($0, through: self.veil(leavingOut: [])).machine
    }
    let key =
      hasKey
      ? blanks.compactMap { name in
        solved?.value(of: name.quantity, layer: name.owner).map { (name, $0.matrix) }
      } : []
    return ExportContent(
      title: title, machine: start, stops: stops,
      lines: isWhole ? recording.exchanges.map(ExportedLine.init) : [],
      linesLeftOut: isWhole ? recording.linesLeftOut : 0, screen: screenToExport,
      curves: TrainingPlot(machine: machine, veil: veil, look: look).facts(ofAll: false) ?? [],
      blanks: blanks, key: key, look: look,
      names: verifiedFile.flatMap { $0.fits(machine) ? $0 : nil })
  }

  /// The screen at hand, the start before any; `nil` where it shows what is hidden by now.
  private var screenToExport: ExportedLine? {
    guard let lastScreen else {
      return ExportedLine(line: "", facts: StartScreen(machine: machine).facts, isRefused: false)
    }
    return lastScreen.hidden == hiddenParts ? lastScreen.line : nil
  }
}

extension ExportedStop {
  /// The stops of an iteration, each run.
  ///
  /// - Parameter present: the moment at which somebody predicts; what ran before it is predicted no
  ///   more.
  /// - Throws: a complaint where not even the first can run.
  static func all(
    of start: Machine, predictedAt present: Machine? = nil, through veil: Veil, look: Look
  ) throws(Complaint) -> [ExportedStop] {
    var ran = start
    var stops: [ExportedStop] = []
    for (place, stop) in start.stops.enumerated() {
      let hidesFormula =
        present.map { place >= $0.position && veil.prediction.hides(stop.step, in: $0) } ?? false
      let before = ran
      let report: Machine.Report
      do throws(Failure) { report = try ran.step() } catch {
        // What has run is worth a page; without any step there is nothing to show.
        guard !stops.isEmpty else { throw Complaint(error) }
        break
      }
      let (seenBefore, seenAfter) = (
        SeenMachine(before, through: veil.afterPrediction),
        SeenMachine(ran, through: veil.afterPrediction)
      )
      do throws(Failure) {
        let card = try StepCard(report, before: seenBefore, after: seenAfter, look: look).card()
        stops.append(
          ExportedStop(
            stop: stop, before: seenBefore, after: seenAfter,
            card: hidesFormula ? card.withoutFormula : card, hidesFormula: hidesFormula))
      } catch { throw Complaint(error) }
    }
    return stops
  }
}

extension Screen {
  /// A page: as wide as text is read, and as long as it takes.
  static let page = Screen(width: 80, height: 10_000)
}
