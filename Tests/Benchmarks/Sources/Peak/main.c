#include "CKernels.h"
#include "peak.h"

#include <stdio.h>
#include <stdlib.h>

enum { samples = 1024, features = 784, units = 128, rounds = 60 };

static double *numbers(size_t count) {
  double *cells = malloc(count * sizeof(double));
  if (cells == NULL) exit(1);
  for (size_t i = 0; i < count; i++) cells[i] = (double)rand() / RAND_MAX - 0.5;
  return cells;
}

static int ascending(const void *x, const void *y) {
  const double a = *(const double *)x, b = *(const double *)y;
  return (a > b) - (a < b);
}

static double median(double *times) {
  qsort(times, rounds, sizeof(double), ascending);
  return times[rounds / 2];
}

/// The three products of a layer in turn, as medians, each as 10⁹ operations a second and as a
/// share of the peak.
int main(void) {
  const double *x = numbers(samples * features), *w = numbers(features * units);
  const double *dz = numbers(samples * units);
  double *z = numbers(samples * units), *dx = numbers(samples * features);
  double *dw = numbers(features * units);
  static const char *const levels[] = {"baseline", "AVX2", "AVX-512"};
  printf("%-9s %8s %8s %15s %15s %15s\n", "", "peak", "threads", "X W", "dZ W^T", "X^T dZ");
  for (int level = ck_set_level(ck_avx512); level >= ck_baseline; level--) {
    ck_set_level(level);
    const double most = peak(level);
    for (int threads = 1; threads <= 2; threads++) {
      double times[3][rounds];
      for (int round = 0; round < rounds; round++) {
        const double begin = seconds();
        ck_product(
            samples, features, units, (struct ck_matrix){x, features, 1},
            (struct ck_matrix){w, units, 1}, z, threads);
        const double first = seconds();
        ck_product(
            samples, units, features, (struct ck_matrix){dz, units, 1},
            (struct ck_matrix){w, 1, units}, dx, threads);
        const double second = seconds();
        ck_product(
            features, samples, units, (struct ck_matrix){x, 1, features},
            (struct ck_matrix){dz, units, 1}, dw, threads);
        times[0][round] = first - begin;
        times[1][round] = second - first;
        times[2][round] = seconds() - second;
      }
      printf("%-9s %8.1f %8d", levels[level], most, threads);
      for (int i = 0; i < 3; i++) {
        const double speed = 2e-9 * samples * features * units / median(times[i]);
        printf(" %8.1f %4.0f %%", speed, 100 * speed / most);
      }
      printf("\n");
    }
  }
}
