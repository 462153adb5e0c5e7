// How far the functions of a cell are off, in units of the last place, against MPFR; and whether every
// level computes the same bits.
//
//     measure [ARGUMENTS]      so many random arguments a function, 10,000,000 unless told

#include "CKernels.h"

#include <math.h>
#include <mpfr.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { chunk = 4096, precision = 160 };

static uint64_t state = 1;

static uint64_t next(void) {
  // splitmix64 (Steele, Lea and Flood 2014).
  uint64_t z = state += 0x9e3779b97f4a7c15ull;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ z >> 27) * 0x94d049bb133111ebull;
  return z ^ z >> 31;
}

static double any_bits(void) {
  const uint64_t word = next();
  double x;
  memcpy(&x, &word, sizeof x);
  return x;
}

static double uniform(double low, double high) {
  return low + (high - low) * ((double)(next() >> 11) * 0x1p-53);
}

typedef int reference(mpfr_t, const mpfr_t, mpfr_rnd_t);

static int sigmoid(mpfr_t y, const mpfr_t x, mpfr_rnd_t r) {
  mpfr_neg(y, x, r);
  mpfr_exp(y, y, r);
  mpfr_add_ui(y, y, 1, r);
  return mpfr_ui_div(y, 1, y, r);
}

static int sigmoid_slope(mpfr_t y, const mpfr_t x, mpfr_rnd_t r) {
  mpfr_t tail;
  mpfr_init2(tail, precision);
  mpfr_abs(tail, x, r);
  mpfr_neg(tail, tail, r);
  mpfr_exp(tail, tail, r);
  mpfr_add_ui(y, tail, 1, r);
  mpfr_sqr(y, y, r);
  const int result = mpfr_div(y, tail, y, r);
  mpfr_clear(tail);
  return result;
}

static int tanh_slope(mpfr_t y, const mpfr_t x, mpfr_rnd_t r) {
  mpfr_t twice;
  mpfr_init2(twice, precision);
  mpfr_mul_2ui(twice, x, 1, r);
  sigmoid_slope(y, twice, r);
  mpfr_clear(twice);
  return mpfr_mul_2ui(y, y, 2, r);
}

static const struct {
  enum ck_function function;
  const char *name;
  reference *truth;
  double low, high;
} cases[] = {
    {ck_exp, "exp", mpfr_exp, -746, 710},
    {ck_expm1, "expm1", mpfr_expm1, -40, 710},
    {ck_log, "log", mpfr_log, 0, 4},
    {ck_log1p, "log1p", mpfr_log1p, -1, 4},
    {ck_log2, "log2", mpfr_log2, 0, 4},
    {ck_log10, "log10", mpfr_log10, 0, 4},
    {ck_exp2, "exp2", mpfr_exp2, -1076, 1025},
    {ck_tanh, "tanh", mpfr_tanh, -20, 20},
    {ck_tanh_slope, "tanh slope", tanh_slope, -375, 375},
    {ck_sigmoid, "sigmoid", sigmoid, -750, 50},
    {ck_sigmoid_slope, "sigmoid slope", sigmoid_slope, -750, 750},
    {ck_sinh, "sinh", mpfr_sinh, -711, 711},
    {ck_cosh, "cosh", mpfr_cosh, -711, 711},
    {ck_sin, "sin", mpfr_sin, -100, 100},
    {ck_cos, "cos", mpfr_cos, -100, 100},
    {ck_tan, "tan", mpfr_tan, -100, 100},
    {ck_arctan, "arctan", mpfr_atan, -5, 5},
    {ck_erf, "erf", mpfr_erf, -6, 6},
    {ck_erfc, "erfc", mpfr_erfc, -6, 28},
    {ck_pow, "pow", NULL, 0, 0},
};

/// The unit of the last place of a number of this size.
static double unit_of(const mpfr_t y) {
  if (mpfr_zero_p(y)) return 0x1p-1074;
  const long exponent = mpfr_get_exp(y) - 53;
  return ldexp(1, exponent < -1074 ? -1074 : (int)exponent);
}

static double error_of(double found, const mpfr_t truth) {
  mpfr_t difference;
  const double nearest = mpfr_get_d(truth, MPFR_RNDN);
  if (isnan(nearest) || isnan(found)) return isnan(nearest) && isnan(found) ? 0 : INFINITY;
  if (nearest == found) {
    if (signbit(nearest) != signbit(found)) return INFINITY;
    if (isinf(nearest) || nearest == 0) return 0;
  }
  if (isinf(found)) return INFINITY;
  mpfr_init2(difference, precision);
  mpfr_sub_d(difference, truth, found, MPFR_RNDN);
  mpfr_abs(difference, difference, MPFR_RNDN);
  mpfr_div_d(difference, difference, unit_of(truth), MPFR_RNDN);
  const double error = mpfr_get_d(difference, MPFR_RNDN);
  mpfr_clear(difference);
  return error;
}

static const double ends[] = {
    0.0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 0x1p-1074, -0x1p-1074, 0x1p-1022, -0x1p-1022,
    0x1.fffffffffffffp-1023, 0x1.fffffffffffffp+1023, -0x1.fffffffffffffp+1023, 709.78, 709.79,
    -745.1, -745.2, 1e300, -1e300, 1e-300, INFINITY, -INFINITY, NAN, 0x1p-27, 0x1p-54, 0x1p52,
    0x1p53, -0x1p52, 0x1.921fb54442d18p+0, 0x1.921fb54442d18p+1, 27.2, 26.5, 6.5, 22, -37.4, -37.6,
    0x1.fffffffffffffp-1, 0x1.0000000000001p+0, 1023, 1024, -1074, -1075, 0x1p20, 0x1p19,
    0x1.6a09e667f3bcdp+0, 0x1.6a09e667f3bcdp-1, 0x1.6a09e667f3bccp-1};

int main(int count, char **words) {
  const long arguments = count > 1 ? atol(words[1]) : 10000000;
  const int highest = ck_level();
  int differing = 0;
  mpfr_set_emin(-1200);
  mpfr_t x, p, truth;
  mpfr_init2(x, precision), mpfr_init2(p, precision), mpfr_init2(truth, precision);
  printf("%ld arguments each, levels 0 to %d\n", arguments, highest);
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    if (count > 2 && strcmp(words[2], cases[k].name) != 0) continue;
    double worst = 0, at = 0, with = 0;
    long cells = 0;
    while (cells < arguments) {
      double in[chunk], second[chunk], out[3][chunk];
      const int filled = chunk - (int)(next() % 9);
      for (int cell = 0; cell < filled; cell++) {
        const int place = (int)(cells + cell);
        const int is_end = place < (int)(sizeof ends / sizeof ends[0]);
        second[cell] = 0;
        switch (next() & 1) {
          case 0: in[cell] = any_bits(); break;
          default: in[cell] = uniform(cases[k].low, cases[k].high);
        }
        if (is_end) in[cell] = ends[place];
        if (cases[k].truth != NULL) continue;
        const uint64_t kind = next() % 6;
        in[cell] = kind == 0 ? any_bits() : kind == 1 ? uniform(0.9, 1.1) : uniform(-3, 100);
        second[cell] = kind == 0 ? any_bits() : kind == 1 ? uniform(-4000, 4000) : kind == 2 ?
            (double)((int64_t)(next() % 81) - 40) : kind == 3 ? (double)(next() % 7) : uniform(-60, 60);
        const size_t all = sizeof ends / sizeof ends[0];
        if (place < (int)(all * all)) in[cell] = ends[place % all], second[cell] = ends[place / all];
      }
      for (int level = 0; level <= highest; level++) {
        ck_set_level(level);
        ck_map(cases[k].function, in, second, 1, out[level], filled);
        if (memcmp(out[0], out[level], filled * sizeof(double)) != 0) differing++;
      }
      for (int cell = 0; cell < filled; cell++) {
        const double alone = ck_value(cases[k].function, in[cell], second[cell]);
        if (memcmp(&alone, &out[0][cell], sizeof alone) != 0) differing++;
        mpfr_set_d(x, in[cell], MPFR_RNDN);
        mpfr_set_d(p, second[cell], MPFR_RNDN);
        if (cases[k].truth != NULL)
          cases[k].truth(truth, x, MPFR_RNDN);
        else
          mpfr_pow(truth, x, p, MPFR_RNDN);
        const double error = error_of(out[0][cell], truth);
        if (error > worst || isinf(error)) {
          if (isinf(error) && !isinf(worst))
            printf("%s(%a, %a) = %a, not %a\n", cases[k].name, in[cell], second[cell], out[0][cell],
                   mpfr_get_d(truth, MPFR_RNDN));
          worst = error, at = in[cell], with = second[cell];
        }
      }
      cells += filled;
    }
    printf("%-14s %.6f ulp at %a %a\n", cases[k].name, worst, at, with);
    fflush(stdout);
  }
  printf("levels and single cells that differ: %d\n", differing);
  return differing != 0;
}
