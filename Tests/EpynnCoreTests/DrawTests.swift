import EpynnCore
import Foundation
import Testing

/// Every kind of draw against NumPy's, one after the other from the same generator.
@Suite struct DrawTests {
  @Test func everyDrawIsNumPysBitForBit() throws {
    let file = try #require(DrawnByNumPy.all)
    #expect(file.streams.count == 16)
    var (normals, differing) = (0, 0)
    for stream in file.streams {
      var machine = Machine()
      let generator = try Statement(parsing: "g = np.random.\(stream.kind)(\(stream.seed))")
      try machine.run(generator)
      for draw in stream.draws {
        let label = Comment("\(stream.kind)(\(stream.seed)): \(draw.call)")
        let matrix = try machine.draw("g.\(draw.call)")
        #expect([matrix.rows, matrix.columns] == draw.shape, label)
        guard let lastBytes = draw.lastBytes else {
          #expect([checksum(of: matrix.elements[...])] == draw.checksums, label)
          continue
        }
        normals += lastBytes.count
        let distances = zip(matrix.elements, lastBytes).map { number, last in
          UInt8(truncatingIfNeeded: number.bitPattern) &- last
        }
        differing += distances.count { $0 != 0 }
        // The one unit that a C library's log may be off by.
        #expect(distances.allSatisfy { [0, 1, 255].contains($0) }, label)
        for (index, expected) in draw.checksums.enumerated() {
          let block = index * file.block..<min((index + 1) * file.block, matrix.elements.count)
          guard distances[block].allSatisfy({ $0 == 0 }) else { continue }
          #expect(checksum(of: matrix.elements[block]) == expected, label)
        }
      }
    }
    print("normal draws that differ from NumPy's in the last bit: \(differing) of \(normals)")
    #expect(normals > 250_000)
  }

  /// What was drawn is no draw any more.
  @Test func whatWasDrawnIsDrawnOnce() throws {
    let scope = Scope(.example, layer: 1)
    let drawn = try #require(try Expression(parsing: "X @ np.random.rand(3, 2)").drawn(in: scope))
    #expect(try drawn.expression.drawn(in: scope) == nil)
  }

  /// A kind that nobody compares could draw anything.
  @Test func everyRowOfTheTableIsCompared() throws {
    let file = try #require(DrawnByNumPy.all)
    for kind in RandomStream.Kind.allCases {
      let compared = Set(
        file.streams.filter { $0.kind == kind.rawValue }.flatMap(\.draws).map {
          String($0.call.prefix { $0 != "(" })
        })
      #expect(compared == Set(kind.drawNames))
    }
  }

  private func checksum(of numbers: ArraySlice<Double>) -> UInt64 {
    zip(0..., numbers).reduce(0) { $0 &+ $1.1.bitPattern &* (2 * UInt64($1.0) + 1) }
  }
}

/// `Fixtures/draws.json`, which the script beside it writes.
private struct DrawnByNumPy: Decodable {
  let block: Int
  let streams: [Stream]

  struct Stream: Decodable {
    let kind: String
    let seed: String
    let draws: [Draw]
  }

  struct Draw: Decodable {
    let call: String
    let shape: [Int]
    let checksums: [UInt64]
    let lastBytes: Data?
  }

  static let all = fixture("draws", as: DrawnByNumPy.self)
}

extension Machine {
  fileprivate mutating func run(_ statement: Statement) throws {
    guard case .random(.generator(let target, let stream)) = statement,
      case .variable(let name) = target.name
    else {
      Issue.record("no generator")
      return
    }
    _ = try set(generator: name, to: stream, in: Scope(self, layer: 1))
  }

  fileprivate mutating func draw(_ text: String) throws -> Matrix {
    let drawn = try #require(try Expression(parsing: text).drawn(in: Scope(self, layer: 1)))
    keep(drawn.streams)
    return try drawn.expression.value(in: Scope(self, layer: 1))
  }
}
