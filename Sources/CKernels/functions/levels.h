#ifndef LEVELS_H
#define LEVELS_H

#include "CIteration.h"

typedef void array_function(const double *, const double *, size_t, double *, size_t);

/// What is compiled for each level.
struct level {
  array_function *functions[ck_function_count];
  void (*run)(
      array_function *const *, const struct ck_instruction *, const struct ck_instruction *,
      double *);
  size_t (*hits)(const double *, const double *, size_t);
};

extern const struct level ck_level_baseline, ck_level_avx2, ck_level_avx512;

/// What is compiled for the level in use.
const struct level *ck_level_in_use(void);

#endif
