internal import CKernels

extension Instruction {
  /// Whether all it reads and writes lies in a memory of so many numbers, its shapes fit, and what a
  /// product writes lies apart from what it reads.
  func isSound(inMemoryOf count: Int) -> Bool {
    switch self {
    case .kernel(let kernel):
      let regions = [kernel.a, kernel.b, kernel.c, kernel.d].map(Region.init)
      return regions.allSatisfy { $0.offset >= 0 && $0.roomEnd <= count }
        && Self.shapesFit(kernel) && Self.liesApart(kernel)
    case .own(let own):
      return [own.a, own.z, own.result].allSatisfy { $0.offset >= 0 && $0.end <= count }
        && own.a.count == own.result.count && own.z.count == own.result.count
    }
  }

  private static func shapesFit(_ kernel: ck_instruction) -> Bool {
    let (a, b, c, d) = (
      Region(kernel.a).shape, Region(kernel.b).shape, Region(kernel.c).shape,
      Region(kernel.d).shape
    )
    switch kernel.operation {
    case ck_product_plain: return a.columns == b.rows && c == Shape(a.rows, b.columns)
    case ck_product_right_transposed: return a.columns == b.columns && c == Shape(a.rows, b.rows)
    case ck_product_left_transposed: return a.rows == b.rows && c == Shape(a.columns, b.columns)
    case ck_gradients:
      return a.rows == b.rows && c == Shape(a.columns, b.columns) && d == Shape(1, b.columns)
    case ck_product_plus:
      return a.columns == b.rows && c == Shape(a.rows, b.columns) && d == Shape(1, c.columns)
    case ck_turned_product_plus:
      return a.rows == b.rows && c == Shape(a.columns, b.columns) && d == Shape(1, c.columns)
    case ck_plus, ck_minus, ck_times, ck_divide: return a.stretched(with: b) == c
    case ck_descend: return a == c && b == Shape(1, 1)
    case ck_apply, ck_shares, ck_copy: return a == c
    case ck_apply_both: return a == c && a == d
    case ck_times_slope, ck_loss_slope: return a == c && b == c
    case ck_pull_shares_back: return a == c && b == c && d == Shape(2, c.columns)
    case ck_sum_rows: return c == Shape(1, a.columns)
    case ck_loss: return a == b && c == Shape(a.rows, 1)
    case ck_clip: return c == Shape(1, 1)
    default: return false
    }
  }

  private static func liesApart(_ kernel: ck_instruction) -> Bool {
    let (a, b, c, d) = (
      Region(kernel.a), Region(kernel.b), Region(kernel.c), Region(kernel.d)
    )
    switch kernel.operation {
    case ck_product_plain, ck_product_right_transposed, ck_product_left_transposed:
      return !c.overlaps(a) && !c.overlaps(b)
    case ck_gradients:
      return !c.overlaps(a) && !c.overlaps(b) && ![a, b, c].contains { d.overlaps($0) }
    case ck_product_plus, ck_turned_product_plus:
      return !c.overlaps(a) && !c.overlaps(b) && !c.overlaps(d)
    case ck_apply_both: return !d.overlaps(a) && !d.overlaps(b)
    case ck_pull_shares_back:
      return !c.overlaps(a) && !c.overlaps(b) && !d.overlaps(a) && !d.overlaps(b)
    default: return true
    }
  }
}
