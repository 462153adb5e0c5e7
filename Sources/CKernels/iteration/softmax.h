// The shares of softmax and their derivative, for a row.

#ifndef SOFTMAX_H
#define SOFTMAX_H

#include "../functions/levels.h"

// A fused multiply-add would round once where the formula rounds twice.
#pragma clang fp contract(off)

/// The shares of a row; NaN beats every number.
static inline void shares_of(
    array_function *exponential, const double *z, size_t count, double temperature,
    double *shares) {
  double largest = z[0];
  for (size_t k = 1; k < count && largest == largest; k++)
    if (z[k] != z[k] || z[k] > largest) largest = z[k];
  for (size_t k = 0; k < count; k++) shares[k] = (z[k] - largest) / temperature;
  exponential(shares, shares, 0, shares, count);
  double total = 0;
  for (size_t k = 0; k < count; k++) total += shares[k];
  for (size_t k = 0; k < count; k++) shares[k] = shares[k] / total;
}

/// A row of the Jacobian, -s[i] · s[j] / t and s[i] times the sum of the other shares / t: near 1 the
/// difference 1 - s[i] has no digits left.
static inline void jacobian_row(
    const double *shares, size_t i, size_t count, double temperature, double *row) {
  double others = 0;
  for (size_t j = 0; j < count; j++) {
    if (j != i) others += shares[j];
    row[j] = -shares[i] * shares[j] / temperature;
  }
  row[i] = shares[i] * others / temperature;
}

#endif
