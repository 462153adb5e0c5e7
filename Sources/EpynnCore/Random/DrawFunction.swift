/// One kind of draw as NumPy has it: its name, what it takes, and how it draws.
struct DrawFunction: Sendable {
  let name: String
  /// The generators that have it.
  let kinds: Set<RandomStream.Kind>
  let parameters: [Parameter]
  /// Whether its arguments are the sizes, as in `randn(3, 2)`.
  let takesSizes: Bool
  /// How it is called, for whoever called it otherwise.
  let example: String
  /// Whether NumPy draws integers.
  let isWhole: Bool
  let draw: Draw

  typealias Draw =
    @Sendable (inout any RandomSource, DrawArguments) throws(Fault) -> Matrix

  /// What a call may give, by its place or by its name.
  struct Parameter: Sendable, Equatable {
    let name: String
    /// What it is where nothing is given; `nil` where there is none.
    var standard: Double?
    var isRequired = false
    var mayBeNegative = true

    static func number(_ name: String, _ standard: Double) -> Parameter {
      Parameter(name: name, standard: standard)
    }
    static func required(_ name: String) -> Parameter { Parameter(name: name, isRequired: true) }
    static func optional(_ name: String) -> Parameter { Parameter(name: name) }
    static let scale = Parameter(name: "scale", standard: 1, mayBeNegative: false)
    /// Where nothing is given, one number is drawn, which is `(1, 1)` as a row of one is.
    static let size = number("size", 1)
  }

  init(
    _ name: String, of kinds: RandomStream.Kind..., takes parameters: [Parameter],
    example: String, isWhole: Bool = false, draw: @escaping Draw
  ) {
    self.init(
      name, kinds, parameters, example, takesSizes: false, isWhole: isWhole, draw: draw)
  }

  private init(
    _ name: String, _ kinds: [RandomStream.Kind], _ parameters: [Parameter], _ example: String,
    takesSizes: Bool, isWhole: Bool = false, draw: @escaping Draw
  ) {
    self.name = name
    self.kinds = Set(kinds)
    self.parameters = parameters
    self.takesSizes = takesSizes
    self.example = example
    self.isWhole = isWhole
    self.draw = draw
  }

  /// A draw of cells, each for itself; without parameters its arguments are the sizes.
  static func cells(
    _ name: String, of kinds: RandomStream.Kind..., takes parameters: [Parameter] = [],
    example: String,
    cell: @escaping @Sendable (inout any RandomSource, [Double]) -> Double
  ) -> DrawFunction {
    DrawFunction(
      name, kinds, parameters, example, takesSizes: parameters.isEmpty
    ) { source, arguments throws(Fault) in
      let numbers = try arguments.numbers()
      return try arguments.filling(try arguments.shape()) { cell(&source, numbers) }
    }
  }

  static func named(_ name: String) -> DrawFunction? { all.first { $0.name == name } }

}

extension RandomStream.Kind {
  /// The names of its draws.
  package var drawNames: [String] {
    DrawFunction.all.filter { $0.kinds.contains(self) }.map(\.name).sorted()
  }
}
