// The terms of losses, of a target y and an output a, and their slopes by a.

INLINE lanes f_square(lanes y, lanes a) { return (y - a) * (y - a); }

INLINE lanes f_square_slope(lanes y, lanes a) { return 2 * (a - y); }

INLINE lanes f_distance(lanes y, lanes a) { return magnitude(y - a); }

INLINE lanes f_distance_slope(lanes y, lanes a) {
  return (a - y) / (magnitude(a - y) + CK_GUARD);
}

INLINE lanes f_log_square(lanes y, lanes a) {
  const lanes difference = f_log1p(y, y) - f_log1p(a, a);
  return difference * difference;
}

INLINE lanes f_log_square_slope(lanes y, lanes a) {
  return 2 * (f_log1p(a, a) - f_log1p(y, y)) / (1 + a);
}

INLINE lanes f_cross_entropy(lanes y, lanes a) { return -y * f_log(a + CK_GUARD, a); }

INLINE lanes f_cross_entropy_slope(lanes y, lanes a) { return -y / (a + CK_GUARD); }

INLINE lanes f_binary_entropy(lanes y, lanes a) {
  return -y * f_log(a + CK_GUARD, a) - (1 - y) * f_log(1 - a + CK_GUARD, a);
}

INLINE lanes f_binary_entropy_slope(lanes y, lanes a) { return (a - y) / (a - a * a + CK_GUARD); }

INLINE lanes f_half_square(lanes y, lanes a) { return (a - y) * (a - y) / 2; }

INLINE lanes f_half_square_slope(lanes y, lanes a) { return a - y; }
