// Operations cell by cell.

/// Behind the cells of each region its last vector has room, and one more: what whole vectors write
/// there is never read as a cell.
INLINE size_t padded(size_t count) { return (count + LANES - 1) / LANES * LANES; }

/// Cells that are computed before they are used.
enum { run_chunk = 64, small_terms = 64 };

INLINE lanes combined(enum ck_operation operation, lanes x, lanes y) {
  switch (operation) {
    case ck_plus: return x + y;
    case ck_minus: return x - y;
    case ck_times: return x * y;
    default: return x / y;
  }
}

/// A row of both; a step of 0 reads one cell again and again.
INLINE void combine_row(
    const enum ck_operation operation, const double *x, size_t x_step, const double *y,
    size_t y_step, double *c, size_t count) {
  if (count < LANES) {
    const lanes left = x_step ? part_of(x, count) : all(x[0]);
    const lanes right = y_step ? part_of(y, count) : all(y[0]);
    const lanes part = combined(operation, left, right);
    memcpy(c, &part, count * sizeof(double));
    return;
  }
  const lanes last_left = x_step ? last_of(x, count) : all(x[0]);
  const lanes last_right = y_step ? last_of(y, count) : all(y[0]);
  size_t k = 0;
  for (; k + LANES <= count; k += LANES) {
    const lanes left = x_step ? *(const lanes *)(x + k) : all(x[0]);
    const lanes right = y_step ? *(const lanes *)(y + k) : all(y[0]);
    *(lanes *)(c + k) = combined(operation, left, right);
  }
  if (k < count) *(lanes *)(c + count - LANES) = combined(operation, last_left, last_right);
}

INLINE void add_to_rows(const double *bias, double *c, size_t rows, size_t columns) {
  for (size_t row = 0; row < rows; row++, c += columns)
    combine_row(ck_plus, c, 1, bias, 1, c, columns);
}

INLINE void combine(
    const enum ck_operation operation, const struct ck_instruction *i, double *memory) {
  const double *x = memory + i->a.offset, *y = memory + i->b.offset;
  double *c = memory + i->c.offset;
  const size_t count = i->c.rows * i->c.columns;
  const size_t left = i->a.rows * i->a.columns, right = i->b.rows * i->b.columns;
  if ((left == count || left == 1) && (right == count || right == 1)) {
    combine_row(
        operation, x, left != 1 || count == 1, y, right != 1 || count == 1, c, padded(count));
    return;
  }
  for (size_t row = 0; row < i->c.rows; row++) {
    combine_row(
        operation, x, i->a.columns != 1, y, i->b.columns != 1, c, i->c.columns);
    x += i->a.rows == 1 ? 0 : i->a.columns;
    y += i->b.rows == 1 ? 0 : i->b.columns;
    c += i->c.columns;
  }
}

/// c - rate · a, of a parameter and its gradient.
INLINE void descend(const double *a, double rate, double *c, size_t count) {
  for (size_t k = 0; k < count; k += LANES)
    *(lanes *)(c + k) = *(const lanes *)(c + k) - rate * *(const lanes *)(a + k);
}

/// Sums of one term each: from 0 on, so that a -0 becomes one.
INLINE void finish_terms(double *c, double divisor, size_t count) {
  static const double zero = 0;
  combine_row(ck_plus, &zero, 0, c, 1, c, count);
  if (divisor != 1) combine_row(ck_divide, c, 1, &divisor, 0, c, count);
}
