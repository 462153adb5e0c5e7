#include "levels.h"

const struct level *ck_level_in_use(void) {
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
  if (count > 0) ck_level_in_use()->functions[function](x, p, step, result, count);
}

#define SHARES_WORK(name) || (function == ck_##name && slope == ck_##name##_slope)
int ck_shares_work(enum ck_function function, enum ck_function slope) {
  return 0 CK_BOTH(SHARES_WORK);
}
