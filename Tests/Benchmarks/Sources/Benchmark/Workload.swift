/// A piece of work that EpyNN can do as well.
protocol Workload {
  /// The numbers that both must come to.
  var outcome: [Double] { get }
  mutating func run(times: Int)
}
