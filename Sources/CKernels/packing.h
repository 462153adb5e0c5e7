#ifndef PACKING_H
#define PACKING_H

#include "product.h"

#include <string.h>

/// Lays eight lines, whose terms are neighbours, side by side, eight terms of each.
INLINE void turn_eight(double *to, size_t to_step, const double *cells, size_t line_step) {
  eight pairs[8], fours[8];
  for (size_t line = 0; line < 8; line += 2) {
    const eight x = *(const eight *)(cells + line * line_step);
    const eight y = *(const eight *)(cells + (line + 1) * line_step);
    pairs[line] = __builtin_shufflevector(x, y, 0, 8, 2, 10, 4, 12, 6, 14);
    pairs[line + 1] = __builtin_shufflevector(x, y, 1, 9, 3, 11, 5, 13, 7, 15);
  }
  for (size_t line = 0; line < 8; line += 4)
    for (size_t odd = 0; odd < 2; odd++) {
      const eight x = pairs[line + odd], y = pairs[line + 2 + odd];
      fours[line + odd] = __builtin_shufflevector(x, y, 0, 1, 8, 9, 4, 5, 12, 13);
      fours[line + 2 + odd] = __builtin_shufflevector(x, y, 2, 3, 10, 11, 6, 7, 14, 15);
    }
  for (size_t term = 0; term < 4; term++) {
    const eight x = fours[term], y = fours[4 + term];
    *(eight *)(to + term * to_step) = __builtin_shufflevector(x, y, 0, 1, 2, 3, 8, 9, 10, 11);
    *(eight *)(to + (term + 4) * to_step) =
        __builtin_shufflevector(x, y, 4, 5, 6, 7, 12, 13, 14, 15);
  }
}

/// Lays `width` lines of an operand side by side, term after term; missing lines are 0.
INLINE void pack(
    const size_t width, double *packed, const double *cells, size_t line_step, size_t term_step,
    size_t lines, size_t depth) {
  size_t k = 0;
  if (lines == width && line_step == 1) {
    for (; k < depth; k++)
      memcpy(packed + k * width, cells + k * term_step, width * sizeof(double));
  } else if (lines == width && term_step == 1 && width % 8 == 0) {
    for (; k + 8 <= depth; k += 8)
      for (size_t line = 0; line < width; line += 8)
        turn_eight(packed + k * width + line, width, cells + line * line_step + k, line_step);
  }
  for (; k < depth; k++)
    for (size_t line = 0; line < width; line++)
      packed[k * width + line] = line < lines ? cells[line * line_step + k * term_step] : 0;
}

#endif
