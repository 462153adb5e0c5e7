import CKernels
import Foundation
import TestSupport
import Testing

@testable import EpynnCore

/// The functions of a cell: right to a unit of the last place, and the same bits at every width.
@Suite struct CellKernelTests {
  /// A row of `cells.json`: the argument, a second one for powers, the nearest number, and what that
  /// lacks.
  private struct Known: Decodable {
    let x, p, nearest: Double
    let rest: Double

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      func number() throws -> Double {
        guard let number = Double(try row.decode(String.self)) else {
          throw DecodingError.dataCorruptedError(in: row, debugDescription: "no number")
        }
        return number
      }
      x = try number()
      p = row.count == 4 ? try number() : 0
      nearest = try number()
      rest = try row.decode(Double.self)
    }
  }

  private static let named: [(name: String, function: ck_function)] = [
    ("exp", ck_exp), ("expm1", ck_expm1), ("log", ck_log), ("log1p", ck_log1p), ("log2", ck_log2),
    ("log10", ck_log10), ("exp2", ck_exp2), ("tanh", ck_tanh), ("tanh_slope", ck_tanh_slope),
    ("sigmoid", ck_sigmoid), ("sigmoid_slope", ck_sigmoid_slope), ("sinh", ck_sinh),
    ("cosh", ck_cosh), ("sin", ck_sin), ("cos", ck_cos), ("tan", ck_tan), ("arctan", ck_arctan),
    ("erf", ck_erf), ("erfc", ck_erfc), ("pow", ck_pow),
  ]

  /// The slopes are products of three rounded numbers.
  @Test func eachIsRightToAUnitOfItsLastPlaceAndSlopesToThree() throws {
    let table = try #require(fixture("cells", as: [String: [Known]].self))
    #expect(Set(table.keys) == Set(Self.named.map(\.name)))
    for (name, function) in Self.named {
      for known in table[name] ?? [] {
        let found = ck_value(function, known.x, known.p)
        let off = (found - known.nearest) / known.nearest.ulp - known.rest
        #expect(
          abs(off) <= (name.hasSuffix("slope") ? 3 : 1),
          "\(name)(\(known.x), \(known.p)) is \(off) units off")
      }
    }
  }

  @Test func whatHasNoNumberAndTheEndsAreThoseOfTheDocumentation() {
    let infinity = Double.infinity
    let cases: [(ck_function, Double, Double, Double)] = [
      (ck_exp, infinity, 0, infinity), (ck_exp, -infinity, 0, 0), (ck_exp, 710, 0, infinity),
      (ck_exp, -746, 0, 0), (ck_expm1, -infinity, 0, -1), (ck_expm1, -0.0, 0, -0.0),
      (ck_log, 0, 0, -infinity), (ck_log, infinity, 0, infinity), (ck_log, -1, 0, .nan),
      (ck_log1p, -1, 0, -infinity), (ck_log1p, -2, 0, .nan), (ck_log1p, -0.0, 0, -0.0),
      (ck_log2, 8, 0, 3), (ck_log10, 1000, 0, 3), (ck_exp2, 10, 0, 1024),
      (ck_exp2, -1074, 0, .leastNonzeroMagnitude),
      (ck_tanh, infinity, 0, 1), (ck_tanh, -infinity, 0, -1), (ck_sigmoid, -infinity, 0, 0),
      (ck_sigmoid, infinity, 0, 1), (ck_sigmoid_slope, infinity, 0, 0), (ck_sin, infinity, 0, .nan),
      (ck_cos, -infinity, 0, .nan), (ck_sin, -0.0, 0, -0.0), (ck_erf, infinity, 0, 1),
      (ck_erfc, infinity, 0, 0), (ck_erfc, -infinity, 0, 2), (ck_pow, 0, 0, 1),
      (ck_pow, .nan, 0, 1),
      (ck_pow, 1, .nan, 1), (ck_pow, -8, 3, -512), (ck_pow, -8, 1.0 / 3, .nan),
      (ck_pow, 0, -1, infinity),
      (ck_pow, -0.0, -1, -infinity), (ck_pow, -1, infinity, 1), (ck_pow, 2, -infinity, 0),
      (ck_pow, 0.5, -infinity, infinity), (ck_pow, 10, 2, 100), (ck_pow, 3, 5, 243),
      (ck_pow, 2, 1023, 0x1p1023), (ck_pow, 2, 1024, infinity),
      (ck_pow, 2, -1074, .leastNonzeroMagnitude),
    ]
    for (function, x, p, wanted) in cases {
      let found = ck_value(function, x, p)
      let isRight = wanted.isNaN ? found.isNaN : found.bitPattern == wanted.bitPattern
      #expect(isRight, "\(function)(\(x), \(p)) is \(found)")
    }
    for code in 0..<ck_function_count.rawValue {
      let function = ck_function(rawValue: code)
      #expect(function == ck_one || ck_value(function, .nan, 0.5).isNaN, "\(function)")
    }
  }

  /// Arguments of every size, the ends among them.
  private static func arguments(_ count: Int) -> [Double] {
    var random = SeededGenerator(seed: 5)
    let ends: [Double] = [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude,
      -Double.leastNonzeroMagnitude, .leastNormalMagnitude, 709.8,
      -745.2, 0x1p20, 0x1p52, .greatestFiniteMagnitude,
    ]
    return (0..<count).map { index in
      if index < ends.count { return ends[index] }
      return index.isMultiple(of: 2)
        ? Double(bitPattern: random.next()) : Double.random(in: -40...40, using: &random)
    }
  }

  /// Also in the cells that are left behind the last whole vector, and one by one.
  @Test func everyInstructionSetComputesTheSameBits() {
    for code in 0..<ck_function_count.rawValue {
      let function = ck_function(rawValue: code)
      for count in [1, 7, 8, 9, 1003] {
        let x = Self.arguments(count)
        let p = Array(x.reversed())
        for step in [0, 1] {
          let alone = x.indices.map { ck_value(function, x[$0], p[$0 * step]).bitPattern }
          InstructionSets.each { level in
            var result = x
            ck_map(function, x, p, step, &result, count)
            #expect(
              result.map(\.bitPattern) == alone, "\(function) at level \(level), \(count) cells")
          }
        }
      }
    }
  }

  /// The bits were written down once: every machine must come to them.
  @Test func theBitsAreThoseOfEveryMachine() throws {
    let written = try #require(fixture("bits", as: [String: String].self))
    let x = Self.arguments(20_000)
    let p = Array(x.reversed())
    var found: [String: String] = [:]
    for code in 0..<ck_function_count.rawValue {
      var result = x
      ck_map(ck_function(rawValue: code), x, p, 1, &result, x.count)
      found[String(cString: ck_function_text(ck_function(rawValue: code)))] = Digest(result).text
    }
    for seed in 0..<100 {
      let network = RandomNetwork(seed: UInt64(seed))
      found["training \(seed)"] = try Digest(network.trained()).text
    }
    for (name, digest) in found.sorted(by: { $0.key < $1.key }) {
      #expect(written[name] == digest, "\(name): \(digest)")
    }
    #expect(written.count == found.count)
  }

  @Test func trainingsComeToTheSameBitsAtEveryInstructionSet() throws {
    for seed in 0..<100 {
      let network = RandomNetwork(seed: UInt64(seed))
      var digests: Set<String> = []
      try InstructionSets.each { _ in digests.insert(try Digest(network.trained()).text) }
      #expect(digests.count == 1, "\(network)")
    }
  }
}

/// FNV-1a over the bits of numbers, every NaN as one.
private struct Digest {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ numbers: [Double]) {
    for number in numbers {
      var word = (number.isNaN ? Double.nan : number).bitPattern
      for _ in 0..<8 {
        hash = (hash ^ (word & 0xff)) &* 0x100_0000_01b3
        word >>= 8
      }
    }
  }

  var text: String { String(hash, radix: 16) }
}

extension RandomNetwork {
  /// All numbers of the network after its training.
  fileprivate func trained() throws -> [Double] {
    var timeline = Timeline(machine)
    _ = try timeline.train(epochs: epochs, batch: batch, shuffles: shuffles, line: "train")
    let present = timeline.present
    return (1...present.layers.count).flatMap { layer in
      Quantity.allCases.flatMap { present.value(of: $0, layer: layer)?.matrix.elements ?? [] }
    }
  }
}
