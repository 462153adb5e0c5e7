// For the clock.
#define _GNU_SOURCE

#include "peak.h"

#include "CKernels.h"

#include <stddef.h>
#include <time.h>

#pragma clang fp contract(off)

enum { chains = 10, steps = 20000, runs = 400 };

double seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

#if defined(__x86_64__)
#define REGISTER "+v"
#else
#define REGISTER "+w"
#endif

// What is multiplied passes through an empty instruction: the compiler must not know that each
// product is the same.
#define CHAINS(name, target, bytes)                                             \
  target __attribute__((noinline)) static double name(double x, double y) {     \
    typedef double vector __attribute__((vector_size(bytes)));                  \
    vector sums[chains] = {0}, left = (vector){0} + x, right = (vector){0} + y; \
    for (size_t step = 0; step < steps; step++)                                 \
      _Pragma("clang loop unroll(full)") for (size_t i = 0; i < chains; i++) {  \
        vector product = left * right;                                          \
        __asm__("" : REGISTER(product), REGISTER(left));                        \
        sums[i] = sums[i] + product;                                            \
      }                                                                         \
    vector all = {0};                                                           \
    for (size_t i = 0; i < chains; i++) all = all + sums[i];                    \
    return all[0];                                                              \
  }

CHAINS(chains_16, , 16)
#if defined(__x86_64__)
CHAINS(chains_32, __attribute__((target("avx2"))), 32)
CHAINS(chains_64, __attribute__((target("avx512f"))), 64)
#endif

double peak(int level) {
  double (*run)(double, double) = chains_16;
  double lanes = 2;
#if defined(__x86_64__)
  if (level == ck_avx2) run = chains_32, lanes = 4;
  if (level == ck_avx512) run = chains_64, lanes = 8;
#endif
  double least = 1;
  for (int i = 0; i < runs; i++) {
    const double begin = seconds();
    volatile double kept = run(0.5, 0.25);
    (void)kept;
    const double time = seconds() - begin;
    if (time < least) least = time;
  }
  return 2e-9 * steps * chains * lanes / least;
}
