// Operations on whole rows and columns.

/// The shares of a row; NaN beats every number.
static void shares_of(
    array_function *exponential, const double *z, size_t count, double temperature,
    double *shares) {
  double largest = z[0];
  for (size_t k = 1; k < count && largest == largest; k++)
    if (z[k] != z[k] || z[k] > largest) largest = z[k];
  for (size_t k = 0; k < count; k++) shares[k] = (z[k] - largest) / temperature;
  exponential(shares, shares, 0, shares, count);
  double total = 0;
  for (size_t k = 0; k < count; k++) total += shares[k];
  for (size_t k = 0; k < count; k++) shares[k] = shares[k] / total;
}

/// dZ[j] is the sum over i of dA[i] · J[i,j], J[i,j] = -s[i] · s[j] / t and J[i,i] = s[i] times the
/// sum of the other shares / t: near 1 the difference 1 - s[i] has no digits left.
static void pull_back_row(
    const double *dA, const double *shares, size_t count, double temperature, double *dZ) {
  for (size_t j = 0; j < count; j++) dZ[j] = 0;
  for (size_t i = 0; i < count; i++) {
    double others = 0;
    for (size_t j = 0; j < count; j++)
      if (j != i) others += shares[j];
    for (size_t j = 0; j < count; j++) {
      const double slope = (j == i ? shares[i] * others : -shares[i] * shares[j]) / temperature;
      dZ[j] = dZ[j] + dA[i] * slope;
    }
  }
}

/// By what a gradient is multiplied, as in EpyNN.
INLINE double clipping(const double *dW, size_t weights, const double *db, size_t biases, double clip) {
  double squares = 0, more_of_them = 0;
  for (size_t k = 0; k < weights; k++) squares += (dW[k] + CK_GUARD) * (dW[k] + CK_GUARD);
  for (size_t k = 0; k < biases; k++) more_of_them += (db[k] + CK_GUARD) * (db[k] + CK_GUARD);
  const double coefficient = clip / (__builtin_sqrt(squares + more_of_them) + CK_GUARD);
  return coefficient < 1 ? coefficient : 1;
}

INLINE size_t hits(const double *targets, const double *outputs, size_t count) {
  size_t found = 0, k = 0;
  bits hits = {};
  for (; k + LANES <= count; k += LANES) {
    const lanes x = *(const lanes *)(outputs + k);
    const lanes whole = choose(less(magnitude(x), 0x1p51), rounded(x), x);
    hits -= (bits)(whole == *(const lanes *)(targets + k));
  }
  for (size_t lane = 0; lane < LANES; lane++) found += hits[lane];
  for (; k < count; k++) {
    const double x = outputs[k];
    const double whole = x < 0x1p51 && x > -0x1p51 ? (x + whole_maker) - whole_maker : x;
    found += whole == targets[k];
  }
  return found;
}

INLINE void sum_rows(const double *a, size_t rows, size_t columns, double *c) {
  if (columns < LANES) {
    for (size_t column = 0; column < columns; column++) {
      double sum = 0;
      for (size_t row = 0; row < rows; row++) sum += a[row * columns + column];
      c[column] = sum;
    }
    return;
  }
  for (size_t column = 0; column < columns; column++) c[column] = 0;
  for (size_t row = 0; row < rows; row++, a += columns)
    for (size_t column = 0; column < columns; column++) c[column] += a[column];
}
