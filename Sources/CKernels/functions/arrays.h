// The functions for arrays, compiled for the level whose file includes this.
#define LANES 8

#include <string.h>

#include "CKernels.h"
#include "functions.h"
#include "levels.h"

/// The cells of `p` stand still where its step is 0.
#define ARRAY(name) \
  static void array_##name( \
      const double *x, const double *p, size_t step, double *result, size_t count) { \
    size_t k = 0; \
    for (; k + LANES <= count; k += LANES) \
      *(lanes *)(result + k) = f_##name( \
          *(const lanes *)(x + k), step == 0 ? all(p[0]) : *(const lanes *)(p + k)); \
    if (k == count) return; \
    lanes rest = all(0), second = all(p[0]); \
    memcpy(&rest, x + k, (count - k) * sizeof(double)); \
    if (step != 0) memcpy(&second, p + k, (count - k) * sizeof(double)); \
    rest = f_##name(rest, second); \
    memcpy(result + k, &rest, (count - k) * sizeof(double)); \
  }

CK_FUNCTIONS(ARRAY)

/// The function and its slope, which share their work.
#define BOTH(name) \
  static void both_arrays_##name(const double *x, double p, double *y, double *slope, size_t count) { \
    size_t k = 0; \
    for (; k + LANES <= count; k += LANES) { \
      const struct two both = both_##name(*(const lanes *)(x + k), all(p)); \
      *(lanes *)(y + k) = both.high; \
      *(lanes *)(slope + k) = both.low; \
    } \
    if (k == count) return; \
    lanes rest = all(0); \
    memcpy(&rest, x + k, (count - k) * sizeof(double)); \
    const struct two both = both_##name(rest, all(p)); \
    memcpy(y + k, &both.high, (count - k) * sizeof(double)); \
    memcpy(slope + k, &both.low, (count - k) * sizeof(double)); \
  }
CK_BOTH(BOTH)

#define ENTRY(name) array_##name,

#include "run.h"
