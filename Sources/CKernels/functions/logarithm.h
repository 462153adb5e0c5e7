/// x = 2 to the power of `exponent` times 1 + f, which lies between √½ and √2.
struct reduced {
  lanes exponent, f;
};

/// x must be above 0 and finite.
INLINE struct reduced reduced(lanes x) {
  const bits is_small = less(x, 0x1p-1022);
  x = choose(is_small, x * 0x1p54, x);
  const uint64_t root = 0x3fe6a09e667f3bcdull;
  // A power behind the bias, for a shift is of bits without a sign.
  const bits raised = ((bits)x - root + (1024ull << 52)) >> 52;
  const lanes exponent = (lanes)(raised | all_bits(0x433ull << 52)) - (0x1p52 + 1024);
  const lanes m = (lanes)((bits)x - ((raised - 1024) << 52));
  return (struct reduced){exponent - choose(is_small, all(54), all(0)), m - 1};
}

/// log(1 + f) and what belongs to it below its last digit.
///
/// f - f²/2 + s·(f²/2 + R(s²)) of s = f/(2 + f), the series of 2·atanh(s) with its first terms
/// multiplied out (Tang 1990 has it so); f - f²/2 is exact.
INLINE struct two logarithm_of_one_and(lanes f) {
  const lanes s = f / (2 + f);
  const lanes z = s * s;
  const struct two squared = square(f);
  const lanes half = squared.high * 0.5;
  const struct two head = sum_ordered(f, -half);
  const lanes rest = s * (half + z * POLYNOMIAL(log_rest, z));
  return (struct two){head.high, head.low + (rest - squared.low * 0.5)};
}

/// k·ln 2 more.
INLINE lanes with_exponent(lanes k, struct two x) {
  const struct two head = sum(k * ln2[0], x.high);
  return head.high + (head.low + (x.low + k * ln2[1]));
}

/// What a logarithm is of numbers that have no finite one.
INLINE lanes logarithm_ends(lanes x, lanes result) {
  result = choose((bits)(x == 0), all(-__builtin_inf()), result);
  result = choose((bits)(x == __builtin_inf()), x, result);
  return choose(is_nan(x) | less(x, 0), no_number(), result);
}

/// A number of which a logarithm can be computed, in the place of one that has none.
INLINE lanes fit_for_logarithm(lanes x) {
  const bits fits = more(x, 0) & less(x, __builtin_inf());
  return choose(fits, x, all(1));
}

INLINE lanes f_log(lanes x, lanes unused) {
  const struct reduced parts = reduced(fit_for_logarithm(x));
  return logarithm_ends(x, with_exponent(parts.exponent, logarithm_of_one_and(parts.f)));
}

/// log(1 + x): what 1 + x loses is added to the logarithm by its first terms.
INLINE lanes f_log1p(lanes x, lanes unused) {
  const lanes above = fit_for_logarithm(1 + x);
  const lanes lost = choose(less(magnitude(x), 1), x - (above - 1), 1 - (above - x));
  const struct reduced parts = reduced(above);
  const lanes low = lost * power_of_two(between(-parts.exponent, -1022, 1022));
  const lanes f = parts.f;
  const struct two start = logarithm_of_one_and(f);
  const lanes more_of_it = low - low * f * (1 - f + f * f);
  const struct two head = sum(start.high, more_of_it);
  lanes result =
      with_exponent(parts.exponent, (struct two){head.high, head.low + start.low});
  result = logarithm_ends(1 + x, result);
  return choose(less(magnitude(x), 0x1p-54), x, result);
}

/// log(x) in two parts, good to 2 to the power of -66 of it: 2·atanh(s) with its first terms in two
/// parts. x must be above 0 and finite.
INLINE struct two precise_logarithm(lanes x) {
  const struct reduced parts = reduced(x);
  const lanes f = parts.f;
  const struct two s = over((struct two){f, all(0)}, sum_ordered(all(2), f));
  const struct two z = times(s, s);
  const lanes tail = z.high * POLYNOMIAL(log_tail, z.high);
  const struct two second = plus(pair_of(fifth), (struct two){tail, all(0)});
  const struct two first = plus(pair_of(third), times(z, second));
  const struct two series = plus((struct two){all(1), all(0)}, times(z, first));
  const struct two near = times((struct two){2 * s.high, 2 * s.low}, series);
  const lanes k = parts.exponent;
  const struct two large = sum_ordered(k * ln2[0], k * ln2[1]);
  return plus((struct two){large.high, large.low + k * ln2[2]}, near);
}

INLINE lanes f_log2(lanes x, lanes unused) {
  const lanes fit = fit_for_logarithm(x);
  const struct reduced parts = reduced(fit);
  const struct two near =
      times(precise_logarithm(parts.f + 1), pair_of(log2_e));
  const struct two whole = plus((struct two){parts.exponent, all(0)}, near);
  return logarithm_ends(x, whole.high);
}

INLINE lanes f_log10(lanes x, lanes unused) {
  return logarithm_ends(
      x, times(precise_logarithm(fit_for_logarithm(x)), pair_of(log10_e)).high);
}
