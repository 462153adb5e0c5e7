/// (exp(2|x|) - 1) / (exp(2|x|) + 1): no digit is lost near 0, and nothing overflows.
INLINE lanes f_tanh(lanes x, lanes unused) {
  const lanes size = magnitude(x);
  // Above, the result is 1.
  const struct power parts = exponential_parts(2 * between(size, 0, 20), all(0));
  const struct two quotient = over(exponential_and(parts, -1), exponential_and(parts, 1));
  lanes result = with_sign(quotient.high, sign_of(x));
  result = choose(less(size, 0x1p-27), x, result);
  return choose(is_nan(x), no_number(), result);
}

/// exp(-|x|) as a number between √½ and √2 and an exponent, and 1 + exp(-|x|).
struct logistic {
  lanes exponent;
  struct two tail, whole;
};

INLINE struct logistic logistic_parts(lanes x) {
  const lanes size = magnitude(x);
  const struct short_power parts =
      short_exponential(-choose(more(size, 760), all(760), size));
  const struct two tail = settled(parts.value);
  const lanes unit = power_of_two(
      choose(less(parts.exponent, -200), all(-200), parts.exponent));
  const struct two whole = sum_ordered(all(1), unit * tail.high);
  return (struct logistic){
      parts.exponent, tail, {whole.high, whole.low + unit * tail.low}};
}

/// 1 / (1 + exp(-|x|)), and exp(-|x|) times it, over two powers of 2.
struct shares {
  lanes first, second;
  struct two large, small;
};

INLINE struct shares logistic_shares(lanes x) {
  const struct logistic parts = logistic_parts(x);
  const struct two large = inverse_of(parts.whole);
  // Both powers are within the range, and only the second multiplication may round.
  const lanes half = rounded(parts.exponent * 0.5);
  return (struct shares){
      power_of_two(half), power_of_two(parts.exponent - half), large, times(parts.tail, large)};
}

/// The share of 1 that x has, by exp(-|x|), so that neither tail overflows nor cancels.
INLINE lanes sigmoid_of(struct shares shares, lanes x) {
  const lanes below = shares.small.high * shares.first * shares.second;
  const lanes result = choose(less(x, 0), below, shares.large.high);
  return choose(is_nan(x), no_number(), result);
}

/// The product of both shares.
INLINE lanes slope_of(struct shares shares, lanes x, double factor) {
  const struct two large = shares.large, small = shares.small;
  const lanes product =
      small.high * large.high + (small.high * large.low + small.low * large.high);
  const lanes result = product * factor * shares.first * shares.second;
  return choose(is_nan(x), no_number(), result);
}

/// 1 / (1 + exp(-x)).
INLINE lanes f_sigmoid(lanes x, lanes unused) { return sigmoid_of(logistic_shares(x), x); }

/// exp(-|x|) / (1 + exp(-|x|))².
INLINE lanes f_sigmoid_slope(lanes x, lanes unused) {
  return slope_of(logistic_shares(x), x, 1);
}

/// Both, of one exponential.
INLINE struct two both_sigmoid(lanes x, lanes unused) {
  const struct shares shares = logistic_shares(x);
  return (struct two){sigmoid_of(shares, x), slope_of(shares, x, 1)};
}

/// 1 - tanh² would lose every digit of a large x; it is four times the slope of sigmoid at 2x.
INLINE lanes f_tanh_slope(lanes x, lanes unused) {
  return slope_of(logistic_shares(2 * x), 2 * x, 4);
}

/// (E + E / (1 + E)) / 2 of E = exp(|x|) - 1.
INLINE lanes f_sinh(lanes x, lanes unused) {
  const lanes size = between(magnitude(x), 0, 720);
  const struct power parts = exponential_parts(size, all(0));
  const struct two less_1 = exponential_and(parts, -1);
  const struct two head = sum_ordered(all(1), parts.rest.high);
  const struct two one_more = {head.high, head.low + parts.rest.low};
  const struct two quotient = over(less_1, one_more);
  // E / (1 + E) has no exponent of its own: both had the same.
  const lanes unit = unit_of(parts);
  const struct two small = {quotient.high * unit, quotient.low * unit};
  const struct two whole = plus(less_1, small);
  lanes result = scaled(whole.high, parts.exponent - 1);
  result = choose(less(size, 0x1p-27), magnitude(x), result);
  return choose(is_nan(x), no_number(), with_sign(result, sign_of(x)));
}

INLINE lanes f_cosh(lanes x, lanes unused) {
  const struct power parts = exponential_parts(between(magnitude(x), 0, 720), all(0));
  const struct two head = sum_ordered(all(1), parts.rest.high);
  const struct two value = {head.high, head.low + parts.rest.low};
  const struct two inverse = over((struct two){all(1), all(0)}, value);
  const lanes unit = unit_of(parts);
  const lanes square = unit * unit;
  const struct two whole =
      plus(value, (struct two){inverse.high * square, inverse.low * square});
  return choose(is_nan(x), no_number(), scaled(whole.high, parts.exponent - 1));
}
