// Activations of z and their slopes, of which some have a hyperparameter p.

INLINE lanes f_identity(lanes z, lanes unused) { return z; }

INLINE lanes f_one(lanes z, lanes unused) { return all(1); }

INLINE lanes f_relu(lanes z, lanes unused) {
  return choose(is_nan(z) | more(z, 0), z, all(0));
}

INLINE lanes f_relu_slope(lanes z, lanes unused) {
  return choose(is_nan(z), z, choose(more(z, 0), all(1), all(0)));
}

INLINE lanes f_lrelu(lanes z, lanes p) { return choose(more(z, 0), z, p * z); }

INLINE lanes f_lrelu_slope(lanes z, lanes p) {
  return choose(is_nan(z), z, choose(more(z, 0), all(1), p));
}

INLINE lanes f_elu(lanes z, lanes p) { return choose(more(z, 0), z, p * f_expm1(z, p)); }

INLINE lanes f_elu_slope(lanes z, lanes p) {
  return choose(more(z, 0), all(1), p * f_exp(z, p));
}

/// max(z, 0) is taken out, so that exp neither overflows nor is lost beside a 1.
INLINE lanes f_softplus(lanes z, lanes unused) {
  return choose(more(z, 0), z, all(0)) + f_log1p(f_exp(-magnitude(z), z), z);
}

INLINE lanes f_silu(lanes z, lanes unused) {
  const lanes share = f_sigmoid(z, z);
  return choose((bits)(share == 0), all(0), z * share);
}

/// s · (1 + z · (1 - s)) of the sigmoid s; 1 - s is the sigmoid of -z.
INLINE lanes f_silu_slope(lanes z, lanes unused) {
  const lanes share = f_sigmoid(z, z), rest = f_sigmoid(-z, z);
  // Far out z times a share of 0 is 0, whatever z is.
  return choose((bits)(share == 0) | (bits)(rest == 0), share, share * (1 + z * rest));
}

/// The share of a normal distribution below z, by erfc, which keeps its digits where 1 + erf has lost
/// them.
INLINE lanes normal_share(lanes z) { return f_erfc(-z / 0x1.6a09e667f3bcdp+0, z) / 2; }

INLINE lanes f_gelu(lanes z, lanes unused) {
  const lanes chance = normal_share(z);
  return choose((bits)(chance == 0), all(0), z * chance);
}

INLINE lanes f_gelu_slope(lanes z, lanes unused) {
  const lanes density = f_exp(-z * z / 2, z) / 0x1.40d931ff62706p+1;
  return normal_share(z) + choose((bits)(density == 0), all(0), z * density);
}

INLINE lanes f_hardtanh(lanes z, lanes unused) { return between(z, -1, 1); }

INLINE lanes f_hardtanh_slope(lanes z, lanes unused) {
  const lanes slope = choose(more(z, -1) & less(z, 1), all(1), all(0));
  return choose(is_nan(z), z, slope);
}
