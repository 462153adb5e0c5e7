import Foundation

/// Measures each series and prints a row of a Markdown table: times, and the exponent of the upper
/// half beside what the work needs.
enum GrowthTable {
  static func print() {
    write("| | N | time | N | time | exponent | needed |")
    write("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for series in Series.all {
      let seconds = series.sizes.map(series.seconds(at:))
      let upper = (series.sizes.count / 2)..<series.sizes.count
      let law = PowerLaw(sizes: Array(series.sizes[upper]), seconds: Array(seconds[upper]))
      let ends = [upper.lowerBound, upper.upperBound - 1].flatMap {
        [grouped(series.sizes[$0]), span(seconds[$0])]
      }
      let cells =
        [series.title] + ends + [String(format: "%.2f", law.exponent), "\(series.needed)"]
      write("| \(cells.joined(separator: " | ")) |")
    }
  }

  private static func write(_ line: String) {
    Swift.print(line)
    fflush(nil)
  }

  /// `1,000,000`.
  private static func grouped(_ number: Int) -> String {
    number < 1_000
      ? "\(number)" : "\(grouped(number / 1_000)),\(String(format: "%03d", number % 1_000))"
  }

  private static func span(_ seconds: Double) -> String {
    for (unit, size) in [("s", 1.0), ("ms", 1e-3)] where seconds >= size {
      return String(format: "%.3g \(unit)", seconds / size)
    }
    return String(format: "%.3g µs", seconds * 1e6)
  }
}
