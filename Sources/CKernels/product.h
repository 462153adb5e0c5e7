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
  /// Columns of the widest tile, the cells that are summed in registers.
  widest = 16,
  /// Columns of the narrowest tile.
  narrowest = 8,
  /// Rows of the tallest tile.
  tallest = 8,
};

struct product {
  size_t rows, inner, columns;
  struct ck_matrix left, right;
  double *result;
  size_t row_step, column_step;
};

INLINE size_t lesser(size_t x, size_t y) { return x < y ? x : y; }

/// Whether a product of at least `narrowest` columns is better summed from operands as they lie.
bool ck_stays_unpacked(const struct product *p);

/// Writes such a product.
void ck_sum_unpacked(const struct product *p);

#endif
