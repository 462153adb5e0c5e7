#include "CIteration.h"
#include "levels.h"

#include <stdint.h>
#include <string.h>

/// What is compiled for the level in use.
static const struct level *level(void) {
#if defined(__linux__) && defined(__x86_64__)
  switch (ck_level()) {
    case ck_avx512: return &ck_level_avx512;
    case ck_avx2: return &ck_level_avx2;
  }
#endif
  return &ck_level_baseline;
}

void ck_map(
    enum ck_function function, const double *x, const double *p, size_t step, double *result,
    size_t count) {
  if (count > 0) level()->functions[function](x, p, step, result, count);
}

#define SHARES_WORK(name) || (function == ck_##name && slope == ck_##name##_slope)
int ck_shares_work(enum ck_function function, enum ck_function slope) {
  return 0 CK_BOTH(SHARES_WORK);
}

void ck_run(const struct ck_instruction *instructions, size_t count, double *memory) {
  const struct level *here = level();
  here->run(here->functions, instructions, instructions + count, memory);
}

void ck_softmax(const double *z, size_t count, double temperature, double *shares) {
  const struct level *here = level();
  if (count > 0) here->shares(here->functions[ck_exp], z, count, temperature, shares);
}

double ck_sum(const double *numbers, size_t count) {
  double sum = 0;
  for (size_t k = 0; k < count; k++) sum += numbers[k];
  return sum;
}

int ck_are_finite(const double *numbers, size_t count) {
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
  if (columns == 1) return level()->hits(targets, outputs, rows);
  size_t hits = 0;
  for (size_t row = 0; row < rows; row++, targets += columns, outputs += columns)
    hits += place_of_largest(targets, columns) == place_of_largest(outputs, columns);
  return hits;
}

struct ck_answer ck_ask(
    struct ck_question question, const struct ck_region *parameters, size_t count,
    const double *memory) {
  const struct ck_region loss = question.loss, a = question.outputs;
  struct ck_answer answer = {ck_sum(memory + loss.offset, loss.rows * loss.columns), 0, 1};
  if (a.rows > 0)
    answer.hits = ck_hits(
        memory + question.targets.offset, memory + a.offset, a.rows, a.columns);
  for (size_t k = 0; k < count; k++)
    answer.is_finite &= ck_are_finite(
        memory + parameters[k].offset, parameters[k].rows * parameters[k].columns);
  return answer;
}
