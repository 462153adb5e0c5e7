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

/// exp(-|x|) over `first` and, far out, `second`, which are powers of 2; 1 + exp(-|x|), and 1 over
/// that, rounded.
struct logistic {
  struct two tail, whole;
  lanes inverse, first, second;
  int is_far;
};

INLINE struct logistic logistic_parts(lanes x) {
  const lanes size = magnitude(x);
  const struct short_power power =
      short_exponential(-choose(more(size, 760), all(760), size));
  const struct two tail = settled(power.value);
  // Below, 1 + exp(-|x|) is 1.
  const bits is_far = less(power.exponent, -200);
  const lanes unit = power_of_two(choose(is_far, all(-200), power.exponent));
  const struct two head = sum_ordered(all(1), unit * tail.high);
  struct logistic parts = {
      tail, {head.high, head.low + unit * tail.low}, 1 / head.high, unit, all(1), any(is_far)};
  if (parts.is_far) {
    const lanes half = rounded(power.exponent * 0.5);
    parts.first = power_of_two(half);
    parts.second = power_of_two(power.exponent - half);
  }
  return parts;
}

/// What is computed over both powers: only the second multiplication may round.
INLINE lanes raised(lanes value, struct logistic parts) {
  const lanes result = value * parts.first;
  return parts.is_far ? result * parts.second : result;
}

/// 1 / (1 + exp(-|x|)), of a negative x exp(-|x|) times that, over the powers.
INLINE lanes share_of(struct logistic parts, bits is_below) {
  const struct two above = {
      choose(is_below, parts.tail.high, all(1)), choose(is_below, parts.tail.low, all(0))};
  return quotient(above, parts.whole, parts.inverse).high;
}

/// Neither tail overflows nor cancels.
INLINE lanes sigmoid_of(struct logistic parts, lanes share, lanes x) {
  const lanes result = choose(less(x, 0), raised(share, parts), share);
  return choose(is_nan(x), no_number(), result);
}

/// exp(-|x|) / (1 + exp(-|x|))², the share times the other one, which is rounded twice: nothing cancels,
/// and it is good to about three units of the last place.
INLINE lanes slope_of(struct logistic parts, lanes share, lanes x, double factor) {
  const lanes other =
      choose(less(x, 0), parts.inverse, parts.tail.high * parts.inverse);
  return choose(is_nan(x), no_number(), raised(share * other * factor, parts));
}

/// 1 / (1 + exp(-x)).
INLINE lanes f_sigmoid(lanes x, lanes unused) {
  const struct logistic parts = logistic_parts(x);
  return sigmoid_of(parts, share_of(parts, less(x, 0)), x);
}

INLINE lanes scaled_slope(lanes x, double factor) {
  const struct logistic parts = logistic_parts(x);
  return slope_of(parts, share_of(parts, less(x, 0)), x, factor);
}

INLINE lanes f_sigmoid_slope(lanes x, lanes unused) { return scaled_slope(x, 1); }

/// Both, of one exponential.
INLINE struct two both_sigmoid(lanes x, lanes unused) {
  const struct logistic parts = logistic_parts(x);
  const lanes share = share_of(parts, less(x, 0));
  return (struct two){sigmoid_of(parts, share, x), slope_of(parts, share, x, 1)};
}

/// 1 - tanh² would lose every digit of a large x; it is four times the slope of sigmoid at 2x.
INLINE lanes f_tanh_slope(lanes x, lanes unused) { return scaled_slope(2 * x, 4); }

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
