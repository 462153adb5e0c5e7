/// exp(x) as 2 to the power of `exponent` times 1 + `rest`.
struct power {
  lanes exponent;
  struct two rest;
};

/// x = k·ln 2 + r, |r| at most ln(2)/2, and exp(r) - 1 = r + r²/2 + r³·C(r), the first two terms exact.
///
/// The reduction is that of Cody and Waite (Software Manual for the Elementary Functions, chapter 6).
/// `x` must lie between -1080 and 1080; `low` is what belongs to it below its last digit.
INLINE struct power exponential_parts(lanes x, lanes low) {
  const lanes k = rounded(x * log2_e[0]);
  const lanes large = x - k * ln2[0];
  const struct two reduced = sum_ordered(large, -(k * ln2[1]));
  const lanes r = reduced.high;
  const struct two squared = square(r);
  const struct two head = sum_ordered(r, squared.high * 0.5);
  const lanes cube = squared.high * r * POLYNOMIAL(exp_rest, r);
  const lanes left = reduced.low + low;
  const lanes tail = squared.low * 0.5 + (left + left * (head.high + cube));
  return (struct power){k, sum_ordered(head.high, head.low + (tail + cube))};
}

/// exp(x + low), rounded once more where it is subnormal.
INLINE lanes exponential_of_two(lanes x, lanes low) {
  const struct power parts = exponential_parts(x, low);
  const struct two value = sum_ordered(all(1), parts.rest.high);
  return scaled(value.high + (value.low + parts.rest.low), parts.exponent);
}

/// exp(x) over 2 to the power of `exponent`: a number between √½ and √2 and what its rounding lost.
///
/// Only 1 + r is exact, so that it is good to a third of a unit of the last place, and soon computed.
struct short_power {
  lanes exponent;
  struct two value;
};

INLINE struct short_power short_exponential(lanes x) {
  const lanes k = rounded(x * log2_e[0]);
  const lanes large = x - k * ln2[0];
  const struct two reduced = sum_ordered(large, -(k * ln2[1]));
  const lanes r = reduced.high;
  const lanes rest = r * r * (0.5 + r * POLYNOMIAL(exp_short, r));
  const struct two head = sum_ordered(all(1), r);
  return (struct short_power){k, {head.high, head.low + (reduced.low + rest)}};
}

INLINE lanes f_exp(lanes x, lanes unused) {
  const lanes result = exponential_of_two(between(x, -760, 720), all(0));
  return choose(is_nan(x), no_number(), result);
}

/// 1 over 2 to the power of `exponent`, or 0 where nothing is left of it beside 1.
INLINE lanes unit_of(struct power parts) {
  return choose(more(parts.exponent, 64), all(0), power_of_two(between(-parts.exponent, -64, 64)));
}

/// (exp(x) + addend) over 2 to the power of `exponent`, in two parts; the addend is 1 or -1.
INLINE struct two exponential_and(struct power parts, double addend) {
  const struct two constant = sum(all(1), addend * unit_of(parts));
  const struct two head = sum(constant.high, parts.rest.high);
  return sum_ordered(head.high, head.low + (constant.low + parts.rest.low));
}

INLINE lanes f_expm1(lanes x, lanes unused) {
  // Below, the result is -1.
  const struct power parts = exponential_parts(between(x, -37.5, 720), all(0));
  const struct two value = exponential_and(parts, -1);
  lanes result = scaled(value.high, parts.exponent);
  // So small a number is its own; its square would be lost.
  result = choose(less(magnitude(x), 0x1p-54), x, result);
  return choose(is_nan(x), no_number(), result);
}
