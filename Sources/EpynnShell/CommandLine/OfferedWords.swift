import EpynnCore

/// The words of the tables, for options whose value is one of them.
package enum OfferedWords {
  package static var activations: [String] { Activation.Rule.all.map(\.name) }
  package static var losses: [String] { Loss.all.map(\.name) }
  package static var conventions: [String] { Course.all.map(\.name) + Convention.all.map(\.name) }
}
