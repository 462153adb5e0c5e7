#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>

/// The instruction sets that a kernel is compiled for, each a superset of the one before.
enum ck_level {
  /// What every processor of the architecture has.
  ck_baseline,
  /// AVX2, never with fused multiply-add.
  ck_avx2,
  /// AVX-512 with its foundation, DQ and VL.
  ck_avx512,
};

/// The instruction set in use: the best that the processor has, unless a lower one was set.
int ck_level(void);

/// Sets the highest level that may be used, for tests and measurements, and returns the level that
/// is now in use. It holds for the whole process; no result depends on it.
int ck_set_level(int level);

/// A matrix read where it lies; swapping the two steps reads its transpose.
struct ck_matrix {
  const double *cells;
  /// Cells from one row to the next.
  size_t row_step;
  /// Cells from one column to the next.
  size_t column_step;
};

/// The product of a (rows, inner) and an (inner, columns) matrix, written row after row.
///
/// Each cell is 0, plus one product after the other in ascending order of the inner index, each
/// product and each sum rounded to double: the bits are those of the plain triple loop. Only which
/// of two NaN a cell keeps, their sign and payload, is left to the processor.
///
/// The result must not overlap the operands. A large product is shared with one more thread if
/// `threads` is above 1; it has ended when the function returns.
void ck_product(
    size_t rows, size_t inner, size_t columns, struct ck_matrix left, struct ck_matrix right,
    double *result, int threads);

#endif
