import Foundation

/// Dense layers by plain loops over rows, with one mistake in where that is wanted: a second method
/// beside the program's formulas.
struct PlainNetwork {
  typealias Rows = [[Double]]

  var activations: [String]
  var loss: String
  /// Whether dW and db are divided by the samples, and BCE is summed over the outputs.
  var averages: Bool
  var mistake: String?
  /// What keeps the documentation's losses from a division by 0.
  private let guarding = 1e-16

  init(activations: [String], loss: String, averages: Bool, mistake: String?) {
    self.activations = activations
    self.loss = loss
    self.averages = averages
    self.mistake = mistake
  }

  /// Every tensor by its name, from those that are given.
  func tensors(from given: [String: Rows]) -> [String: Rows] {
    var tensors: [String: Rows] = [:]
    var inputs: [Rows] = []
    var x = given["X"] ?? []
    let target = given["Y"] ?? []
    for (place, name) in activations.enumerated() {
      let key = number(place)
      inputs.append(x)
      var z = product(x, given["W" + key] ?? [])
      if let b = given["b" + key]?.first, mistake != "bias-left-out" {
        z = z.map { zip($0, b).map(+) }
      }
      tensors["Z" + key] = z
      x = output(name, z)
      tensors["A" + key] = x
    }
    tensors["loss"] = zip(x, target).map { a, y in
      let squares = zip(a, y).map { ($0 - $1) * ($0 - $1) }
      return [squares.reduce(0, +) / Double(a.count)]
    }
    var dA = error(x, target)
    for place in activations.indices.reversed() {
      let (key, name) = (number(place), activations[place])
      let (z, a) = (tensors["Z" + key] ?? [], tensors["A" + key] ?? [])
      let dZ = behind(name, dA, z, a)
      let fromError = name != "identity"
      let source = mistake == "gradient-from-da" && fromError ? dA : dZ
      var dW = product(turned(inputs[place]), source)
      if mistake == "gradient-transposed" { dW = product(turned(dZ), inputs[place]) }
      if mistake == "gradient-from-output" { dW = product(turned(a), dZ) }
      var db = [turned(mistake == "bias-from-da" && fromError ? dA : dZ).map { $0.reduce(0, +) }]
      if mistake == "bias-not-summed" { db = dZ }
      if mistake == "bias-wrong-axis" { db = dZ.map { [$0.reduce(0, +)] } }
      let m = Double(z.count)
      if averages || mistake == "gradient-averaged" { dW = dW.map { $0.map { $0 / m } } }
      if averages || mistake == "bias-averaged" { db = db.map { $0.map { $0 / m } } }
      let sent = mistake == "input-error-from-da" && fromError ? dA : dZ
      tensors["dA" + key] = dA
      tensors["dZ" + key] = dZ
      tensors["dW" + key] = dW
      tensors["db" + key] = db
      dA = product(sent, turned(given["W" + key] ?? []))
      tensors["dX" + key] = dA
    }
    return tensors
  }

  private func number(_ place: Int) -> String { activations.count > 1 ? "\(place + 1)" : "" }

  private func output(_ name: String, _ z: Rows) -> Rows {
    if mistake == "activation-left-out", name != "identity" { return z }
    guard name == "softmax" else {
      return z.map { $0.map { value(name, $0) } }
    }
    if mistake == "softmax-down-columns" { return turned(turned(z).map(shares)) }
    return z.map(shares)
  }

  private func shares(_ row: [Double]) -> [Double] {
    let powers = row.map { exp($0) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private func value(_ name: String, _ z: Double) -> Double {
    switch name {
    case "relu": max(z, 0)
    case "lrelu": z > 0 ? z : 0.1 * z
    case "sigmoid": 1 / (1 + exp(-z))
    case "tanh": tanh(z)
    default: z
    }
  }

  private func slope(_ name: String, _ z: Double) -> Double {
    switch name {
    case "relu": z > 0 ? 1 : 0
    case "lrelu": z > 0 ? 1 : 0.1
    case "sigmoid": 1 / (2 + exp(z) + exp(-z))
    case "tanh": 1 / pow(cosh(z), 2)
    default: 1
    }
  }

  private func error(_ a: Rows, _ y: Rows) -> Rows {
    let outputs = Double(a.first?.count ?? 1)
    return zip(a, y).map { a, y in
      zip(a, y).map { a, y in
        switch loss {
        case "MSE":
          let whole = 2 * (a - y) / outputs
          return switch mistake {
          case "half-square": whole / 2
          case "outputs-forgotten": whole * outputs
          case "two-over-u-forgotten": a - y
          default: whole
          }
        case "BCE":
          let whole = (a - y) / (a * (1 - a) + guarding) / (averages ? 1 : outputs)
          return mistake == "sign-turned" ? -whole : whole
        default: return -y / (a + guarding)
        }
      }
    }
  }

  private func behind(_ name: String, _ dA: Rows, _ z: Rows, _ a: Rows) -> Rows {
    dA.indices.map { row in
      let inner = zip(dA[row], a[row]).map(*).reduce(0, +)
      return dA[row].indices.map { column in
        let (error, a) = (dA[row][column], a[row][column])
        if mistake == "slope-left-out" { return error }
        if name == "softmax" {
          return mistake == "softmax-cell-by-cell" ? error * a * (1 - a) : a * (error - inner)
        }
        return error * slope(name, mistake == "slope-at-a" ? a : z[row][column])
      }
    }
  }

  private func product(_ left: Rows, _ right: Rows) -> Rows {
    left.map { row in
      (right.first ?? []).indices.map { column in
        row.indices.reduce(0) { $0 + row[$1] * right[$1][column] }
      }
    }
  }

  private func turned(_ rows: Rows) -> Rows {
    (rows.first ?? []).indices.map { column in rows.map { $0[column] } }
  }
}
