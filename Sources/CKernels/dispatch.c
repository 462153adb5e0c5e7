#include "CKernels.h"

#include <stdatomic.h>

/// The highest level that may be used.
static _Atomic int limit = ck_avx512;

/// The highest level this processor has.
static int best(void) {
#if defined(__linux__) && defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl"))
    return ck_avx512;
  if (__builtin_cpu_supports("avx2")) return ck_avx2;
#endif
  return ck_baseline;
}

int ck_level(void) {
  const int asked = atomic_load_explicit(&limit, memory_order_relaxed);
  const int most = best();
  return asked < most ? asked : most;
}

int ck_set_level(int level) {
  atomic_store_explicit(&limit, level < ck_baseline ? ck_baseline : level, memory_order_relaxed);
  return ck_level();
}
