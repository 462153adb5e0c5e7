import EpynnCore

/// What is shown at each stop, and what stops a run.
extension Session {
  /// A formula may wait for what is not computed yet, not for a name that nothing has, nor for
  /// a draw.
  func refuseUnknown(_ formula: Argument<String>) throws(Complaint) {
    let scope = scope
    let expression = try expression(formula)
    do throws(Failure) { _ = try expression.value(in: scope) } catch {
      switch error.fault {
      case .unknownVariable, .draw: throw Complaint(error, offset: formula.column)
      default: break
      }
    }
  }

  /// More than these are forgotten ones.
  static let observerLimit = 50

  mutating func add(_ observer: Observer) throws(Complaint) {
    guard aids.observers.count < Self.observerLimit else {
      throw Complaint(.tooManyObservers(Self.observerLimit))
    }
    aids.observers.append(observer)
    say("\(aids.observers.count): \(observer.text(of: machine.layers.count))")
  }

  mutating func list(_ kind: Observer.Kind) {
    let count = machine.layers.count
    let lines = aids.observers.enumerated().filter { $0.element.kind == kind }
      .map { "\($0.offset + 1): \($0.element.text(of: count))" }
    guard !lines.isEmpty else { return say("no '\(kind.rawValue)' is set") }
    for line in lines { say(line) }
  }

  /// The formulas shown at each stop; one that cannot be computed yet waits.
  mutating func showDisplays() {
    for case .display(let formula) in aids.observers {
      guard let expression = try? Expression(parsing: formula),
        !veil.tellsByItsShape(expression, in: scope),
        let matrix = try? seen.value(of: expression, layer: currentLayer)
      else {
        say("\(formula): not computed yet")
        continue
      }
      draw { look in
        let facts = ValueText(expression: expression, matrix: matrix, look: look).facts
        guard case .prose(let prose)? = facts.first else { return facts }
        return [.line(Line("\(formula) = ") + prose.text)]
      }
    }
  }

  /// Why a run stops between two steps, in a sentence; `nil` where it goes on.
  func reasonToStop(after stop: Stop, before: Machine) -> String? {
    for observer in aids.observers {
      switch observer {
      case .display: continue
      case .watch(let name):
        guard let old = name.number(in: before), let new = name.number(in: machine), old != new
        else { continue }
        let (was, became) = (seen(before).number(old, of: name), seen.number(new, of: name))
        return "watch: \(name.text(of: machine.layers.count)) \(was.text(look.precision)) → "
          + "\(became.text(look.precision)), by \(stop.label)"
      case .breakpoint(let place, let condition):
        guard machine.next == place, holds(condition) else { continue }
        return "break: before \(place.label)" + (condition.map { ", where \($0)" } ?? "")
      }
    }
    return nil
  }

  /// Whether every cell of a condition is other than 0; one that cannot be computed does not hold.
  private func holds(_ condition: String?) -> Bool {
    guard let condition else { return true }
    // Whether it stops would tell what is covered.
    guard let expression = try? Expression(parsing: condition), !veil.hides(expression, in: scope),
      let matrix = try? expression.value(in: scope)
    else { return false }
    return matrix.isTrue
  }
}
