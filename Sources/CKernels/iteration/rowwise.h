// Operations on whole rows and columns.

/// How many numbers round to their targets, halves to the even neighbour.
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
