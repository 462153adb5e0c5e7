// Products of few cells, for which packing would take longer than they do.

/// A view of an operand: cells from one row and from one column to the next.
struct view {
  const double *cells;
  size_t rows, columns, row_step, column_step;
};

INLINE struct view view_of(const double *memory, struct ck_region region, int is_turned) {
  const double *cells = memory + region.offset;
  if (is_turned) return (struct view){cells, region.columns, region.rows, 1, region.columns};
  return (struct view){cells, region.rows, region.columns, region.columns, 1};
}

typedef double pair __attribute__((vector_size(16), aligned(8), may_alias));
typedef double four __attribute__((vector_size(32), aligned(8), may_alias));

/// A result of a few columns, whose row is one vector: the right operand is laid out in vectors once.
///
/// What is stored and read again has one size, for the processor waits where it has two.
#define SHORT_ROWS(count, vector, ...) \
  INLINE void short_rows_##count( \
      struct view a, struct view b, const double *bias, double *c) { \
    vector right[small_terms], added = {}; \
    for (size_t k = 0; k < b.rows; k++) { \
      const double *cells = b.cells + k * b.row_step; \
      const size_t step = b.column_step; \
      (void)step; \
      right[k] = (vector){__VA_ARGS__}; \
    } \
    if (bias != NULL) { \
      const double *cells = bias; \
      const size_t step = 1; \
      (void)step; \
      added = (vector){__VA_ARGS__}; \
    } \
    for (size_t i = 0; i < a.rows; i++, c += count) { \
      const double *left = a.cells + i * a.row_step; \
      vector sum = {}; \
      for (size_t k = 0; k < b.rows; k++) sum = sum + left[k * a.column_step] * right[k]; \
      if (bias != NULL) sum = sum + added; \
      memcpy(c, &sum, count * sizeof(double)); \
    } \
  }

SHORT_ROWS(1, pair, cells[0])
SHORT_ROWS(2, pair, cells[0], cells[step])
SHORT_ROWS(3, four, cells[0], cells[step], cells[2 * step])
SHORT_ROWS(4, four, cells[0], cells[step], cells[2 * step], cells[3 * step])

/// A result of at most one vector a row.
INLINE void short_rows(struct view a, struct view b, const double *bias, double *c) {
  switch (b.columns) {
    case 1: return short_rows_1(a, b, bias, c);
    case 2: return short_rows_2(a, b, bias, c);
    case 3: return short_rows_3(a, b, bias, c);
    case 4: return short_rows_4(a, b, bias, c);
  }
  lanes right[small_terms], added = {};
  for (size_t k = 0; k < b.rows; k++) {
    double row[LANES] = {0};
    for (size_t j = 0; j < b.columns; j++) row[j] = b.cells[k * b.row_step + j * b.column_step];
    memcpy(&right[k], row, sizeof row);
  }
  if (bias != NULL) memcpy(&added, bias, b.columns * sizeof(double));
  for (size_t i = 0; i < a.rows; i++) {
    lanes sum = all(0);
    for (size_t k = 0; k < b.rows; k++)
      sum = sum + a.cells[i * a.row_step + k * a.column_step] * right[k];
    if (bias != NULL) sum = sum + added;
    memcpy(c + i * b.columns, &sum, b.columns * sizeof(double));
  }
}

enum { tall_parts = 4 };

/// So many vectors of neighbouring rows of a result of few columns; the columns of b may be summed on
/// the way, for each addition waits for the one before it.
INLINE void tall_column(
    const size_t parts, struct view a, struct view b, const double *bias, double *c,
    const size_t *starts, double *totals) {
  for (size_t j = 0; j < b.columns; j++) {
    lanes sums[tall_parts] = {0};
    double total = 0;
    for (size_t k = 0; k < b.rows; k++) {
      const double factor = b.cells[k * b.row_step + j * b.column_step];
      total = total + factor;
      const double *left = a.cells + k * a.column_step;
      for (size_t part = 0; part < parts; part++)
        sums[part] = sums[part] + factor * *(const lanes *)(left + starts[part]);
    }
    if (totals != NULL) totals[j] = total;
    for (size_t part = 0; part < parts; part++) {
      if (bias != NULL) sums[part] = sums[part] + bias[j];
      double *cells = c + starts[part] * b.columns + j;
      if (b.columns == 1)
        *(lanes *)cells = sums[part];
      else
        for (size_t lane = 0; lane < LANES; lane++) cells[lane * b.columns] = sums[part][lane];
    }
  }
}

INLINE void tall_columns(
    struct view a, struct view b, const double *bias, double *c, double *totals) {
  for (size_t i = 0; i < a.rows; i += tall_parts * LANES) {
    const size_t left = a.rows - i;
    const size_t parts =
        left >= tall_parts * LANES ? tall_parts : (left + LANES - 1) / LANES;
    size_t starts[tall_parts];
    for (size_t part = 0; part < parts; part++) {
      const size_t start = i + part * LANES;
      // Of several columns the last vector ends with the rows, for its cells lie apart.
      starts[part] = b.columns == 1 || start + LANES <= a.rows ? start : a.rows - LANES;
    }
    switch (parts) {
      case 1: tall_column(1, a, b, bias, c, starts, totals); break;
      case 2: tall_column(2, a, b, bias, c, starts, totals); break;
      case 3: tall_column(3, a, b, bias, c, starts, totals); break;
      default: tall_column(4, a, b, bias, c, starts, totals);
    }
  }
}

/// Rows of at most one vector, of any number of terms; what stands behind a row is the next one, which
/// is written after it, or the room behind the last.
INLINE void one_vector(struct view a, struct view b, double *c) {
  for (size_t i = 0; i < a.rows; i++) {
    lanes sum = all(0);
    for (size_t k = 0; k < b.rows; k++)
      sum = sum + a.cells[i * a.row_step + k * a.column_step] *
                      *(const lanes *)(b.cells + k * b.row_step);
    *(lanes *)(c + i * b.columns) = sum;
  }
}

/// Rows of more than one vector and at most two.
INLINE void two_vectors(struct view a, struct view b, double *c) {
  const size_t second = b.columns - LANES;
  for (size_t i = 0; i < a.rows; i++) {
    lanes sums[2] = {all(0), all(0)};
    for (size_t k = 0; k < b.rows; k++) {
      const double factor = a.cells[i * a.row_step + k * a.column_step];
      const double *right = b.cells + k * b.row_step;
      sums[0] = sums[0] + factor * *(const lanes *)right;
      sums[1] = sums[1] + factor * *(const lanes *)(right + second);
    }
    *(lanes *)(c + i * b.columns) = sums[0];
    *(lanes *)(c + i * b.columns + second) = sums[1];
  }
}

/// Where a result is large, packing and a second thread are worth their while.
INLINE int is_small(struct view a, struct view b) {
  return a.rows * a.columns * b.columns < 4096 && b.columns > 0;
}

INLINE int is_tall(struct view a, struct view b) {
  return is_small(a, b) && a.rows >= LANES && a.row_step == 1 && b.columns <= 4;
}

/// a · b, to each row of which a bias is added where there is one.
INLINE void multiply(struct view a, struct view b, const double *bias, double *c) {
  if (is_tall(a, b)) return tall_columns(a, b, bias, c, NULL);
  if (is_small(a, b)) {
    if (b.columns <= LANES && b.rows <= small_terms) return short_rows(a, b, bias, c);
    if (b.columns <= 2 * LANES && b.column_step == 1 && bias == NULL)
      return b.columns <= LANES ? one_vector(a, b, c) : two_vectors(a, b, c);
  }
  ck_product(
      a.rows, a.columns, b.columns, (struct ck_matrix){a.cells, a.row_step, a.column_step},
      (struct ck_matrix){b.cells, b.row_step, b.column_step}, c, 2);
  if (bias != NULL) add_to_rows(bias, c, a.rows, b.columns);
}

/// a · b, and the columns of b summed in the order of its rows, which lie one behind the other.
INLINE void multiply_and_sum(struct view a, struct view b, double *c, double *totals) {
  if (is_tall(a, b)) return tall_columns(a, b, NULL, c, totals);
  multiply(a, b, NULL, c);
  sum_rows(b.cells, b.rows, b.columns, totals);
}
