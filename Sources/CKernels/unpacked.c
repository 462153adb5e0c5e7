#include "product.h"

enum {
  /// Rows of a tile.
  height = 4,
  /// Multiplications below which packing costs more than it saves.
  packing_worth = 16 << 10,
  /// The same where the cells of a row of the right operand are not neighbours.
  strided_packing_worth = 4 << 10,
  /// The same in fewer rows than a tile has.
  low_packing_worth = 8 << 20,
};

/// One tile after the other of operands as they lie, which are at least one tile large. The last
/// tile of a line ends with it: cells that the one before has as well are summed twice, to the same
/// bits.
INLINE void sum_unpacked_tiles(const size_t tall, const size_t width, const struct product *p) {
  // A copy of what may not change: the compiler must expect a cell that is written to be part of it.
  const struct product q = *p;
  for (size_t i = 0; i < q.rows; i += tall) {
    const size_t row = lesser(i, q.rows - tall);
    for (size_t j = 0; j < q.columns; j += width) {
      const size_t column = lesser(j, q.columns - width);
      const double *a = q.left.cells + row * q.left.row_step;
      const double *b = q.right.cells + column * q.right.column_step;
      eight sums[height][widest / 8] = {0};
      for (size_t k = 0; k < q.inner; k++, a += q.left.column_step, b += q.right.row_step)
        for (size_t part = 0; part < width / 8; part++) {
          const double *first = b + part * 8 * q.right.column_step;
          eight cells;
          if (q.right.column_step == 1)
            cells = *(const eight *)first;
          else
            for (size_t cell = 0; cell < 8; cell++) cells[cell] = first[cell * q.right.column_step];
          for (size_t line = 0; line < tall; line++)
            sums[line][part] = sums[line][part] + a[line * q.left.row_step] * cells;
        }
      double *cells = q.result + row * q.row_step + column * q.column_step;
      for (size_t line = 0; line < tall; line++, cells += q.row_step)
        for (size_t part = 0; part < width / 8; part++)
          if (q.column_step == 1)
            *(eight *)(cells + part * 8) = sums[line][part];
          else
            for (size_t cell = 0; cell < 8; cell++)
              cells[(part * 8 + cell) * q.column_step] = sums[line][part][cell];
    }
  }
}

INLINE void sum_unpacked(const struct product *p) {
  if (p->rows >= height)
    sum_unpacked_tiles(height, 8, p);
  else if (p->rows > 1)
    sum_unpacked_tiles(2, 8, p);
  else if (p->columns >= widest)
    sum_unpacked_tiles(1, widest, p);
  else
    sum_unpacked_tiles(1, 8, p);
}

#if defined(__linux__) && defined(__x86_64__)
__attribute__((target("avx512f"))) static void sum_unpacked_avx512(const struct product *p) {
  sum_unpacked(p);
}

__attribute__((target("avx2"))) static void sum_unpacked_avx2(const struct product *p) {
  sum_unpacked(p);
}
#endif

void ck_sum_unpacked(const struct product *p) {
#if defined(__linux__) && defined(__x86_64__)
  const int level = ck_level();
  if (level >= ck_avx512)
    sum_unpacked_avx512(p);
  else if (level == ck_avx2)
    sum_unpacked_avx2(p);
  else
#endif
    sum_unpacked(p);
}

bool ck_stays_unpacked(const struct product *p) {
  const size_t multiplications = p->rows * p->inner * p->columns;
  // In fewer rows than a tile has, what is packed is used but once.
  if (p->rows < height) return multiplications < low_packing_worth;
  return multiplications <
         (size_t)(p->right.column_step == 1 ? packing_worth : strided_packing_worth);
}
