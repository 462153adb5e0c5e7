#include "CIteration.h"
#include "clipping.h"
#include "softmax.h"

#include <stdint.h>
#include <string.h>

void ck_run(const struct ck_instruction *instructions, size_t count, double *memory) {
  const struct level *level = ck_level_in_use();
  level->run(level->functions, instructions, instructions + count, memory);
}

void ck_softmax(const double *z, size_t count, double temperature, double *shares) {
  if (count > 0) shares_of(ck_level_in_use()->functions[ck_exp], z, count, temperature, shares);
}

void ck_softmax_jacobian(
    const double *shares, size_t count, double temperature, double *jacobian) {
  for (size_t i = 0; i < count; i++)
    jacobian_row(shares, i, count, temperature, jacobian + i * count);
}

double ck_clipping(
    const double *dW, size_t weights, const double *db, size_t biases, double clip) {
  return clipping(dW, weights, db, biases, clip);
}

static int are_finite(const double *numbers, size_t count) {
  const uint64_t exponent = 0x7ffull << 52;
  uint64_t some = 0;
  for (size_t k = 0; k < count; k++) {
    uint64_t word;
    memcpy(&word, numbers + k, sizeof word);
    some |= (word & exponent) == exponent;
  }
  return some == 0;
}

/// The place of the first number that is largest; 0 where none is above -infinity.
static size_t place_of_largest(const double *numbers, size_t count) {
  size_t place = 0;
  double largest = -__builtin_inf();
  for (size_t k = 0; k < count; k++)
    if (numbers[k] > largest) place = k, largest = numbers[k];
  return place;
}

size_t ck_hits(const double *targets, const double *outputs, size_t rows, size_t columns) {
  if (columns == 1) return ck_level_in_use()->hits(targets, outputs, rows);
  size_t hits = 0;
  for (size_t row = 0; row < rows; row++, targets += columns, outputs += columns)
    hits += place_of_largest(targets, columns) == place_of_largest(outputs, columns);
  return hits;
}

struct ck_outcome ck_outcome_of(
    struct ck_places places, const struct ck_region *parameters, size_t count,
    const double *memory) {
  const struct ck_region loss = places.loss, a = places.outputs;
  struct ck_outcome outcome = {loss.rows > 0 ? memory[loss.offset] : 0, 0, 1};
  if (a.rows > 0)
    outcome.hits =
        ck_hits(memory + places.targets.offset, memory + a.offset, a.rows, a.columns);
  for (size_t k = 0; k < count; k++)
    outcome.is_finite &=
        are_finite(memory + parameters[k].offset, parameters[k].rows * parameters[k].columns);
  return outcome;
}
