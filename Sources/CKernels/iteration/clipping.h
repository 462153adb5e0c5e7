#ifndef CLIPPING_H
#define CLIPPING_H

#include "CIteration.h"

// A fused multiply-add would round once where the formula rounds twice.
#pragma clang fp contract(off)

static inline double guarded_squares(const double *numbers, size_t count) {
  double sum = 0;
  for (size_t k = 0; k < count; k++) sum += (numbers[k] + CK_GUARD) * (numbers[k] + CK_GUARD);
  return sum;
}

/// By what a gradient is multiplied, as in EpyNN.
static inline double clipping(
    const double *dW, size_t weights, const double *db, size_t biases, double clip) {
  const double squares = guarded_squares(dW, weights) + guarded_squares(db, biases);
  const double coefficient = clip / (__builtin_sqrt(squares) + CK_GUARD);
  return coefficient < 1 ? coefficient : 1;
}

#endif
