#ifndef PRODUCT_H
#define PRODUCT_H

#include "CKernels.h"

#include <stdbool.h>

// A fused multiply-add would round once where the equation rounds twice.
#pragma clang fp contract(off)

#define INLINE static inline __attribute__((always_inline))

/// Eight neighbouring cells of a row, in as many registers as the processor needs.
typedef double eight __attribute__((vector_size(64), aligned(8), may_alias));

enum {
  /// Rows of a tile, the cells that are summed in registers.
  height = 4,
  /// Columns of the widest tile.
  widest = 16,
  /// Terms summed before the next tile; a packed panel of so many stays in the first cache.
  depth_limit = 256,
  /// Columns packed at once; with `depth_limit` they fill half of a common second cache.
  width_limit = 256,
  /// Columns of the narrowest tile.
  narrowest = 8,
  /// Multiplications below which packing costs more than it saves.
  packing_worth = 16 << 10,
  /// The same where the cells of a row of the right operand are not neighbours.
  strided_packing_worth = 4 << 10,
  /// The same where no tile fits into the result.
  cells_packing_worth = 256,
  /// Multiplications below which starting a thread costs more than it saves.
  thread_worth = 8 << 20,
};

struct product {
  size_t rows, inner, columns;
  struct ck_matrix left, right;
  double *result;
  size_t row_step, column_step;
  /// Room for the packed columns.
  double *panels;
};

INLINE size_t lesser(size_t x, size_t y) { return x < y ? x : y; }

/// Whether a product of at least `narrowest` columns is better summed from operands as they lie.
bool ck_stays_unpacked(const struct product *p);

/// Writes such a product.
void ck_sum_unpacked(const struct product *p);

#endif
