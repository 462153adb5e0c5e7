// Functions of a cell, written for as many cells at once as `LANES` says before this is included.
//
// Nothing but IEEE additions, multiplications, divisions, comparisons and bits: the same bits come out
// at every width and on every processor.

#include <stddef.h>
#include <stdint.h>

#include "coefficients.h"

// A fused multiply-add would round once where the formula rounds twice.
#pragma clang fp contract(off)
// Vectors are only handed to what is inlined.
#pragma clang diagnostic ignored "-Wpsabi"
#pragma clang diagnostic ignored "-Wunused-function"
#pragma clang diagnostic ignored "-Wunused-const-variable"

#define INLINE static inline __attribute__((always_inline))

typedef double lanes __attribute__((vector_size(LANES * 8), aligned(8), may_alias));
/// The bits of each, and what a comparison gives: all ones where it holds.
typedef uint64_t bits __attribute__((vector_size(LANES * 8), aligned(8), may_alias));

/// A number in two parts, the second at most half a unit of the first one's last digit.
struct two {
  lanes high, low;
};

INLINE lanes all(double number) { return number - (lanes){}; }
INLINE bits all_bits(uint64_t word) { return word | (bits){}; }

INLINE lanes choose(bits holds, lanes yes, lanes no) {
  return (lanes)((holds & (bits)yes) | (~holds & (bits)no));
}

INLINE lanes magnitude(lanes x) { return (lanes)((bits)x & all_bits(INT64_MAX)); }
INLINE bits sign_of(lanes x) { return (bits)x & all_bits(1ull << 63); }
INLINE lanes with_sign(lanes x, bits sign) { return (lanes)((bits)x | sign); }
INLINE bits less(lanes x, double limit) { return (bits)(x < all(limit)); }
INLINE bits more(lanes x, double limit) { return (bits)(x > all(limit)); }
INLINE bits is_nan(lanes x) { return (bits)(x != x); }

/// The one NaN that every processor is given, for what is none.
INLINE lanes no_number(void) { return (lanes)all_bits(0x7ff8ull << 48); }

INLINE int any(bits holds) {
  uint64_t some = 0;
  for (size_t lane = 0; lane < LANES; lane++) some |= holds[lane];
  return some != 0;
}

INLINE lanes between(lanes x, double low, double high) {
  x = choose(less(x, low), all(low), x);
  return choose(more(x, high), all(high), x);
}

/// Adding it leaves a whole number in the last bits.
static const double whole_maker = 0x1.8p52;

INLINE lanes rounded(lanes x) { return (x + whole_maker) - whole_maker; }

/// 2 to the power of a whole number from -1022 to 1023.
INLINE lanes power_of_two(lanes exponent) {
  return (lanes)(((bits)(exponent + whole_maker) + 1023) << 52);
}

/// A number times 2 to the power of a whole number of twice the range, rounded once.
INLINE lanes scaled(lanes x, lanes exponent) {
  const lanes half = rounded(exponent * 0.5);
  return x * power_of_two(half) * power_of_two(exponent - half);
}

/// The first 26 bits; what is left has at most 27.
INLINE lanes front(lanes x) { return (lanes)((bits)x & all_bits(~0ull << 27)); }

/// The sum and what its rounding lost; the first must not be the smaller one (Dekker 1971).
INLINE struct two sum_ordered(lanes x, lanes y) {
  const lanes sum = x + y;
  return (struct two){sum, (x - sum) + y};
}

/// The same of any two (Knuth, The Art of Computer Programming, volume 2, 4.2.2).
INLINE struct two sum(lanes x, lanes y) {
  const lanes sum = x + y;
  const lanes second = sum - x;
  return (struct two){sum, (x - (sum - second)) + (y - second)};
}

/// The product and what its rounding lost (Dekker 1971).
INLINE struct two product(lanes x, lanes y) {
  const lanes high = x * y;
  const lanes x1 = front(x), y1 = front(y);
  const lanes x2 = x - x1, y2 = y - y1;
  return (struct two){high, ((x1 * y1 - high) + (x1 * y2 + x2 * y1)) + x2 * y2};
}

INLINE struct two square(lanes x) {
  const lanes high = x * x;
  const lanes x1 = front(x);
  const lanes x2 = x - x1;
  return (struct two){high, (x1 * x1 - high) + x2 * (x + x1)};
}

INLINE struct two settled(struct two x) { return sum_ordered(x.high, x.low); }

INLINE struct two plus(struct two x, struct two y) {
  const struct two high = sum(x.high, y.high);
  return sum_ordered(high.high, high.low + (x.low + y.low));
}

INLINE struct two times(struct two x, struct two y) {
  const struct two high = product(x.high, y.high);
  return sum_ordered(high.high, high.low + (x.high * y.low + x.low * y.high));
}

/// A quotient in two parts, of a divisor whose inverse is known about.
INLINE struct two quotient(struct two x, struct two y, lanes inverse) {
  const lanes first = x.high * inverse;
  const struct two back = product(first, y.high);
  const lanes rest = ((x.high - back.high) - back.low) + (x.low - first * y.low);
  return sum_ordered(first, rest * inverse);
}

INLINE struct two over(struct two x, struct two y) { return quotient(x, y, 1 / y.high); }

INLINE struct two pair_of(const double *parts) {
  return (struct two){all(parts[0]), all(parts[1])};
}

/// A polynomial by its coefficients, the constant first; even and odd powers side by side, for one
/// waits less for the other.
INLINE lanes polynomial(const double *coefficients, const size_t count, lanes x) {
  const lanes square = x * x;
  const size_t even = (count - 1) / 2 * 2, odd = count / 2 * 2 - 1;
  lanes first = all(coefficients[even]), second = all(coefficients[odd]);
  for (size_t k = even; k > 0; k -= 2) first = first * square + coefficients[k - 2];
  for (size_t k = odd; k > 1; k -= 2) second = second * square + coefficients[k - 2];
  return first + x * second;
}

#define POLYNOMIAL(name, x) polynomial(name, sizeof name / sizeof name[0], x)
