/// Edits of sums, and scalars that are found rather than tried.
extension EditRule {
  static let sums: [EditRule] = [
    EditRule("not-summed", "{part} is not summed", .changedToo) { node, _ in
      guard case .reduced(_, let inner, _) = node.form else { return [] }
      return [Change(result: inner, part: inner)]
    },
    EditRule("other-axis", "{part} is summed along the other axis", .changedToo) { node, _ in
      guard case .reduced(let reduction, let inner, let axis) = node.form, axis != .all else {
        return []
      }
      let other: Axis = axis == .rows ? .columns : .rows
      return [Change(result: Expression(.reduced(reduction, inner, other)), part: inner)]
    },
    EditRule("summed-over-all", "{part} is summed over everything", .changedToo) { node, _ in
      guard case .reduced(let reduction, let inner, let axis) = node.form, axis != .all else {
        return []
      }
      return [Change(result: Expression(.reduced(reduction, inner, .all)), part: inner)]
    },
    EditRule("mean-for-sum", "the mean of {part} stands in place of its sum", .changedToo) {
      node, _ in
      guard case .reduced(.sum, let inner, let axis) = node.form else { return [] }
      return [Change(result: Expression(.reduced(.mean, inner, axis)), part: inner)]
    },
    EditRule("sum-for-mean", "the sum of {part} stands in place of its mean", .changedToo) {
      node, _ in
      guard case .reduced(.mean, let inner, let axis) = node.form else { return [] }
      return [Change(result: Expression(.reduced(.sum, inner, axis)), part: inner)]
    },
    EditRule("largest-for-sum", "the largest of {part} stands in place of its sum") { node, _ in
      guard case .reduced(.sum, let inner, let axis) = node.form else { return [] }
      return [Change(result: Expression(.reduced(.max, inner, axis)), part: inner)]
    },
    EditRule("summed-too", "all of it is summed", .whole) { node, _ in
      [Axis.rows, .columns, .all].map {
        Change(result: Expression(.reduced(.sum, node, $0)), part: node, bits: 1)
      }
    },
    EditRule("averaged-too", "the mean of all of it is taken", .whole) { node, _ in
      [Axis.rows, .columns, .all].map {
        Change(result: Expression(.reduced(.mean, node, $0)), part: node, bits: 1)
      }
    },
  ]

  /// What a search solves for: its numbers stand in no table.
  static let scalings: [EditRule] = [scaled, added]

  static let scaled = EditRule("scaled", "it is the right one times {by}", .whole) { _, _ in [] }
  static let added = EditRule("added", "{by} is added to the right one", .whole) { _, _ in [] }
}
