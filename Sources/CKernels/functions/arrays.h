// The functions for arrays, compiled for the level whose file includes this.
#define LANES 8

#include <string.h>

#include "CKernels.h"
#include "functions.h"
#include "levels.h"

/// Fewer cells than a vector has.
INLINE lanes part_of(const double *cells, size_t count) {
  lanes part = all(0);
  memcpy(&part, cells, count * sizeof(double));
  return part;
}

/// The last vector of so many cells: it ends with them, and cells that the one before has as well are
/// computed twice, to the same bits. It is read first, for the result may lie where the operand does.
INLINE lanes last_of(const double *cells, size_t count) {
  return *(const lanes *)(cells + count - LANES);
}

/// The cells of `p` stand still where its step is 0.
#define ARRAY(name) \
  static void array_##name( \
      const double *x, const double *p, size_t step, double *result, size_t count) { \
    if (count < LANES) { \
      const lanes second = step == 0 ? all(p[0]) : part_of(p, count); \
      const lanes part = f_##name(part_of(x, count), second); \
      memcpy(result, &part, count * sizeof(double)); \
      return; \
    } \
    const lanes last = last_of(x, count); \
    const lanes last_second = step == 0 ? all(p[0]) : last_of(p, count); \
    size_t k = 0; \
    for (; k + LANES <= count; k += LANES) \
      *(lanes *)(result + k) = f_##name( \
          *(const lanes *)(x + k), step == 0 ? all(p[0]) : *(const lanes *)(p + k)); \
    if (k < count) *(lanes *)(result + count - LANES) = f_##name(last, last_second); \
  }
CK_FUNCTIONS(ARRAY)

/// The function and its slope, which share their work.
#define BOTH(name) \
  static void both_arrays_##name(const double *x, double p, double *y, double *slope, size_t count) { \
    if (count < LANES) { \
      const struct two both = both_##name(part_of(x, count), all(p)); \
      memcpy(y, &both.high, count * sizeof(double)); \
      memcpy(slope, &both.low, count * sizeof(double)); \
      return; \
    } \
    const lanes last = last_of(x, count); \
    size_t k = 0; \
    for (; k + LANES <= count; k += LANES) { \
      const struct two both = both_##name(*(const lanes *)(x + k), all(p)); \
      *(lanes *)(y + k) = both.high; \
      *(lanes *)(slope + k) = both.low; \
    } \
    if (k == count) return; \
    const struct two both = both_##name(last, all(p)); \
    *(lanes *)(y + count - LANES) = both.high; \
    *(lanes *)(slope + count - LANES) = both.low; \
  }
CK_BOTH(BOTH)

#define ENTRY(name) array_##name,

#include "../iteration/run.h"
