#ifndef TILE_H
#define TILE_H

#include "product.h"

/// Adds `depth` products to each cell of a tile, which begin at 0 unless they continue. With each
/// term it asks for a cell of `soon`, which another tile will need, or copies eight of them to
/// `packed`, from one term to the next `height` cells on: the processor waits for the sums anyhow.
INLINE void sum_tile(
    const size_t height, const size_t width, size_t depth, const double *left, size_t left_row,
    const size_t left_term, const double *right, double *cells, size_t row_step, bool continues,
    const double *soon, size_t soon_term, const bool packs, double *packed) {
  eight sums[tallest][widest / 8] = {0};
  if (continues)
    for (size_t row = 0; row < height; row++)
      for (size_t part = 0; part < width / 8; part++)
        sums[row][part] = *(const eight *)(cells + row * row_step + part * 8);
#pragma clang loop unroll_count(2)
  for (size_t k = 0; k < depth; k++) {
    // Into the second cache; the first is full.
    if (packs)
      *(eight *)(packed + k * height) = *(const eight *)soon;
    else
      __builtin_prefetch(soon, 0, 2);
#pragma clang loop unroll(full)
    for (size_t row = 0; row < height; row++)
#pragma clang loop unroll(full)
      for (size_t part = 0; part < width / 8; part++)
        sums[row][part] =
            sums[row][part] + left[row * left_row] * *(const eight *)(right + part * 8);
    left += left_term;
    right += width;
    soon += soon_term;
  }
  for (size_t row = 0; row < height; row++)
    for (size_t part = 0; part < width / 8; part++)
      *(eight *)(cells + row * row_step + part * 8) = sums[row][part];
}

#endif
