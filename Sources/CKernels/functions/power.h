/// 2 to the power of x: the whole part is the exponent.
INLINE lanes f_exp2(lanes x, lanes unused) {
  const lanes bound = between(x, -1080, 1025);
  const lanes whole = rounded(bound);
  const struct two r = times((struct two){bound - whole, all(0)}, (struct two){all(ln2[0]), all(ln2[1])});
  const struct power parts = exponential_parts(r.high, r.low);
  const struct two value = sum_ordered(all(1), parts.rest.high);
  const lanes result =
      scaled(value.high + (value.low + parts.rest.low), parts.exponent + whole);
  return choose(is_nan(x), no_number(), result);
}

/// A magnitude above 0 to a power, exp(y·log(x)) with the logarithm and the product in two parts.
INLINE lanes power_of(lanes x, lanes y) {
  const struct two logarithm = precise_logarithm(x);
  const lanes bound = between(y, -0x1p65, 0x1p65);
  const struct two whole = times(logarithm, (struct two){bound, all(0)});
  const lanes high = between(whole.high, -760, 720);
  return exponential_of_two(high, choose((bits)(high == whole.high), whole.low, all(0)));
}

/// A magnitude to a whole power, multiplied out in two parts by squaring.
///
/// Its exponent is kept apart, so that no square overflows.
INLINE lanes whole_power(lanes x, lanes y) {
  const struct reduced start = reduced(x);
  lanes count = magnitude(y);
  lanes base_exponent = start.exponent, exponent = all(0);
  struct two base = {1 + start.f, all(0)}, result = {all(1), all(0)};
  for (int step = 0; step < 11 && any(more(count, 0)); step++) {
    const lanes half = rounded(count * 0.5 - 0.25);
    const bits is_odd = more(count - 2 * half, 0.5);
    const struct two more_of_it = times(result, base);
    result.high = choose(is_odd, more_of_it.high, result.high);
    result.low = choose(is_odd, more_of_it.low, result.low);
    exponent += choose(is_odd, base_exponent, all(0));
    base = times(base, base);
    base_exponent = 2 * base_exponent;
    const struct reduced again = reduced(base.high);
    const lanes unit = power_of_two(between(-again.exponent, -1022, 1022));
    base = (struct two){base.high * unit, base.low * unit};
    base_exponent += again.exponent;
    const struct reduced result_again = reduced(result.high);
    const lanes result_unit = power_of_two(between(-result_again.exponent, -1022, 1022));
    result = (struct two){result.high * result_unit, result.low * result_unit};
    exponent += result_again.exponent;
    count = half;
  }
  const struct two inverse = over((struct two){all(1), all(0)}, result);
  const bits is_inverse = less(y, 0);
  exponent = choose(is_inverse, -exponent, exponent);
  return scaled(
      choose(is_inverse, inverse.high, result.high), between(exponent, -1100, 1100));
}

/// Whether a whole number of less than 2 to the power of 52 is odd.
INLINE bits is_odd_near(lanes y) { return more(magnitude(y - 2 * rounded(y * 0.5)), 0.5); }

/// Whether a number of 2 to the power of 52 or more is odd.
INLINE bits is_odd_far(lanes y) {
  return less(magnitude(y), 0x1p53) & (((bits)y & 1) * ~0ull);
}

/// x to the power of y, with C's ends (ISO C, F.10.4.4).
INLINE lanes f_pow(lanes x, lanes y) {
  const lanes size = magnitude(x);
  const bits is_fit = more(size, 0) & less(size, __builtin_inf());
  const lanes fit = choose(is_fit, size, all(1));
  const lanes exponent = choose(is_nan(y), all(1), y);
  const bits is_small = less(magnitude(exponent), 0x1p52);
  const lanes bound = choose(is_small, exponent, all(0));
  const lanes bound_size = magnitude(bound);
  const bits is_whole = ~is_small | (bits)((bound_size + 0x1p52) - 0x1p52 == bound_size);
  const bits is_odd = (is_small & is_whole & is_odd_near(bound)) | (~is_small & is_odd_far(exponent));
  const bits is_short = is_whole & less(magnitude(exponent), 1025);
  lanes result = choose(
      is_short, whole_power(fit, choose(is_short, exponent, all(1))), power_of(fit, exponent));
  // 0 and infinity.
  const bits is_up = more(exponent, 0);
  result = choose((bits)(size == 0), choose(is_up, all(0), all(__builtin_inf())), result);
  result = choose(
      (bits)(size == __builtin_inf()), choose(is_up, all(__builtin_inf()), all(0)), result);
  // An infinite exponent.
  const bits is_endless = (bits)(magnitude(exponent) == __builtin_inf());
  const bits grows = (is_up & more(size, 1)) | (~is_up & less(size, 1));
  result = choose(is_endless, choose(grows, all(__builtin_inf()), all(0)), result);
  result = choose(is_endless & (bits)(size == 1), all(1), result);
  const bits is_below = (bits)((bits)x >> 63) * ~0ull;
  result = with_sign(result, is_below & is_odd & all_bits(1ull << 63));
  result = choose(less(x, 0) & ~is_whole & is_fit, no_number(), result);
  result = choose(is_nan(x) | is_nan(y), no_number(), result);
  return choose((bits)(y == 0) | (bits)(x == 1), all(1), result);
}
