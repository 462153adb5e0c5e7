#include "CKernels.h"
#include "levels.h"

/// The functions of the level in use.
static array_function *const *arrays(void) {
#if defined(__linux__) && defined(__x86_64__)
  switch (ck_level()) {
    case ck_avx512: return ck_arrays_avx512;
    case ck_avx2: return ck_arrays_avx2;
  }
#endif
  return ck_arrays_baseline;
}

void ck_map(
    enum ck_function function, const double *x, const double *p, size_t step, double *result,
    size_t count) {
  if (count > 0) arrays()[function](x, p, step, result, count);
}
