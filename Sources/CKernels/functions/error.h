/// erfc(x) for x from 1/2 on: exp(-x²) times a polynomial in each sixteenth of an octave.
struct complement {
  struct two value;
  lanes exponent;
};

INLINE struct complement complement_parts(lanes x) {
  const lanes bound = choose(is_nan(x), all(1), between(x, 0.5, 31.9));
  // The place in the table: the exponent and the first four bits behind the point.
  const bits place = ((bits)bound >> 48) - (1022ull << 4);
  lanes middle, high, low, rest;
  lanes column[sizeof complement_table[0] / sizeof(double)];
  enum { columns = sizeof complement_table[0] / sizeof(double) };
  for (size_t lane = 0; lane < LANES; lane++) {
    const double *row = complement_table[place[lane]];
    for (size_t k = 0; k < columns; k++) column[k][lane] = row[k];
  }
  middle = column[0], high = column[1], low = column[2];
  const lanes d = bound - middle;
  rest = column[columns - 1];
  for (size_t k = columns - 1; k > 3; k--) rest = rest * d + column[k - 1];
  const struct two scaled_value = sum_ordered(high, low + rest * d);
  const struct two squared = square(bound);
  const struct power power = exponential_parts(-squared.high, -squared.low);
  const struct two head = sum_ordered(all(1), power.rest.high);
  const struct two value =
      times((struct two){head.high, head.low + power.rest.low}, scaled_value);
  return (struct complement){value, power.exponent};
}

/// erf(x) of |x| up to 1/2 in two parts: x·(2/√π + x²·P(x²)).
INLINE struct two error_start(lanes x) {
  const struct two first = product(x, all(erf_start[0]));
  const lanes z = x * x;
  const lanes rest = x * z * POLYNOMIAL(erf_rest, z);
  return sum_ordered(first.high, first.low + (x * erf_start[1] + rest));
}

INLINE lanes f_erf(lanes x, lanes unused) {
  const lanes size = magnitude(x);
  const struct two start = error_start(between(size, 0, 0.5));
  const struct complement parts = complement_parts(between(size, 0.5, 6.5));
  const lanes unit = power_of_two(parts.exponent);
  const struct two far = sum_ordered(all(1), -(parts.value.high * unit));
  lanes result = choose(
      less(size, 0.5), start.high, far.high + (far.low - parts.value.low * unit));
  // Below, the parts of a product would be lost: there the series has but one term.
  const lanes large = choose(less(size, 0x1p-300), size * 0x1p200, all(0));
  const lanes tiny = (large * erf_start[0] + large * erf_start[1]) * 0x1p-200;
  result = choose(less(size, 0x1p-300), tiny, result);
  return choose(is_nan(x), no_number(), with_sign(result, sign_of(x)));
}

INLINE lanes f_erfc(lanes x, lanes unused) {
  const lanes size = magnitude(x);
  const struct two start = error_start(between(x, -0.5, 0.5));
  const struct two near_0 = sum_ordered(all(1), -start.high);
  const struct complement parts = complement_parts(size);
  const lanes above = scaled(parts.value.high, parts.exponent);
  const lanes unit = power_of_two(between(parts.exponent, -200, 0));
  const struct two below = sum_ordered(all(2), -(parts.value.high * unit));
  lanes result = choose(
      less(x, 0), below.high + (below.low - parts.value.low * unit), above);
  result = choose(more(x, 30), all(0), result);
  result = choose(less(size, 0.5), near_0.high + (near_0.low - start.low), result);
  return choose(is_nan(x), no_number(), result);
}
