// The instructions of an iteration, compiled for the level whose file includes this.

#include "CIteration.h"

/// Cells that are computed before they are used.
enum { run_chunk = 64, small_terms = 64 };

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

/// So many vectors of neighbouring rows of a result of few columns; of the last, cells that the one
/// before has as well are summed twice, to the same bits.
INLINE void tall_column(
    const size_t parts, struct view a, struct view b, const double *bias, double *c,
    const size_t *starts) {
  for (size_t j = 0; j < b.columns; j++) {
    lanes sums[4] = {all(0), all(0), all(0), all(0)};
    for (size_t k = 0; k < b.rows; k++) {
      const double factor = b.cells[k * b.row_step + j * b.column_step];
      const double *left = a.cells + k * a.column_step;
      for (size_t part = 0; part < parts; part++)
        sums[part] = sums[part] + factor * *(const lanes *)(left + starts[part]);
    }
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

INLINE void tall_columns(struct view a, struct view b, const double *bias, double *c) {
  for (size_t i = 0; i < a.rows; i += 4 * LANES) {
    const size_t left = a.rows - i;
    const size_t parts = left >= 4 * LANES ? 4 : (left + LANES - 1) / LANES;
    size_t starts[4];
    for (size_t part = 0; part < parts; part++) {
      const size_t start = i + part * LANES;
      starts[part] = start + LANES <= a.rows ? start : a.rows - LANES;
    }
    switch (parts) {
      case 1: tall_column(1, a, b, bias, c, starts); break;
      case 2: tall_column(2, a, b, bias, c, starts); break;
      case 3: tall_column(3, a, b, bias, c, starts); break;
      default: tall_column(4, a, b, bias, c, starts);
    }
  }
}

/// Rows of more than one vector and at most two, of few terms.
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

INLINE void add_to_rows(const double *bias, double *c, size_t rows, size_t columns);

/// a · b, to each row of which a bias is added where there is one.
INLINE void multiply(struct view a, struct view b, const double *bias, double *c) {
  // Where a result is large, packing and a second thread are worth their while.
  const size_t work = a.rows * a.columns * b.columns;
  if (work < 4096 && b.columns > 0) {
    if (a.rows >= LANES && a.row_step == 1 && b.columns <= 4)
      return tall_columns(a, b, bias, c);
    if (b.columns <= LANES && b.rows <= small_terms) return short_rows(a, b, bias, c);
    if (b.columns <= 2 * LANES && b.column_step == 1 && bias == NULL)
      return two_vectors(a, b, c);
  }
  ck_product(
      a.rows, a.columns, b.columns, (struct ck_matrix){a.cells, a.row_step, a.column_step},
      (struct ck_matrix){b.cells, b.row_step, b.column_step}, c, 2);
  if (bias != NULL) add_to_rows(bias, c, a.rows, b.columns);
}

INLINE lanes combined_lanes(enum ck_operation operation, lanes x, lanes y) {
  switch (operation) {
    case ck_plus: return x + y;
    case ck_minus: return x - y;
    case ck_times: return x * y;
    default: return x / y;
  }
}

INLINE double combined_cells(enum ck_operation operation, double x, double y) {
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
    for (size_t k = 0; k < count; k++) c[k] = combined_cells(operation, x[k * x_step], y[k * y_step]);
    return;
  }
  const lanes last_left = x_step ? last_of(x, count) : all(x[0]);
  const lanes last_right = y_step ? last_of(y, count) : all(y[0]);
  size_t k = 0;
  for (; k + LANES <= count; k += LANES) {
    const lanes left = x_step ? *(const lanes *)(x + k) : all(x[0]);
    const lanes right = y_step ? *(const lanes *)(y + k) : all(y[0]);
    *(lanes *)(c + k) = combined_lanes(operation, left, right);
  }
  if (k < count) *(lanes *)(c + count - LANES) = combined_lanes(operation, last_left, last_right);
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
    combine_row(operation, x, left != 1 || count == 1, y, right != 1 || count == 1, c, count);
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
  size_t k = 0;
  for (; k + LANES <= count; k += LANES)
    *(lanes *)(c + k) = *(const lanes *)(c + k) - rate * *(const lanes *)(a + k);
  for (; k < count; k++) c[k] = c[k] - rate * a[k];
}

/// Sums of one term each: from 0 on, so that a -0 becomes one.
INLINE void finish_terms(double *c, double divisor, size_t count) {
  static const double zero = 0;
  combine_row(ck_plus, &zero, 0, c, 1, c, count);
  if (divisor != 1) combine_row(ck_divide, c, 1, &divisor, 0, c, count);
}

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

static void run(
    array_function *const *functions, const struct ck_instruction *i, const struct ck_instruction *end,
    double *memory) {
  for (; i < end; i++) {
    const double *a = memory + i->a.offset, *b = memory + i->b.offset;
    double *c = memory + i->c.offset;
    const size_t count = i->c.rows * i->c.columns;
    switch (i->operation) {
      case ck_product_plain:
        multiply(view_of(memory, i->a, 0), view_of(memory, i->b, 0), NULL, c);
        break;
      case ck_product_plus:
        multiply(
            view_of(memory, i->a, 0), view_of(memory, i->b, 0), memory + i->d.offset, c);
        break;
      case ck_turned_product_plus:
        multiply(
            view_of(memory, i->a, 1), view_of(memory, i->b, 0), memory + i->d.offset, c);
        break;
      case ck_product_right_transposed:
        multiply(view_of(memory, i->a, 0), view_of(memory, i->b, 1), NULL, c);
        break;
      case ck_product_left_transposed:
        multiply(view_of(memory, i->a, 1), view_of(memory, i->b, 0), NULL, c);
        break;
      case ck_plus: combine(ck_plus, i, memory); break;
      case ck_minus: combine(ck_minus, i, memory); break;
      case ck_times: combine(ck_times, i, memory); break;
      case ck_divide: combine(ck_divide, i, memory); break;
      case ck_descend: descend(a, b[0], c, count); break;
      case ck_apply: functions[i->first](a, &i->number, 0, c, count); break;
      case ck_apply_both:
#define CASE(name) \
  if (i->first == ck_##name) both_arrays_##name(a, i->number, c, memory + i->d.offset, count);
        CK_BOTH(CASE)
        break;
      case ck_times_slope:
        for (size_t start = 0; start < count; start += run_chunk) {
          double slopes[run_chunk];
          const size_t length = count - start < run_chunk ? count - start : run_chunk;
          functions[i->first](b + start, &i->number, 0, slopes, length);
          combine_row(ck_times, a + start, 1, slopes, 1, c + start, length);
        }
        break;
      case ck_shares:
        for (size_t row = 0; row < i->c.rows; row++)
          shares_of(
              functions[ck_exp], a + row * i->c.columns, i->c.columns, i->number,
              c + row * i->c.columns);
        break;
      case ck_pull_shares_back:
        for (size_t row = 0; row < i->c.rows; row++) {
          double *shares = memory + i->d.offset;
          const size_t place = row * i->c.columns;
          shares_of(functions[ck_exp], b + place, i->c.columns, i->number, shares);
          pull_back_row(a + place, shares, i->c.columns, i->number, c + place);
        }
        break;
      case ck_sum_rows: sum_rows(a, i->a.rows, i->a.columns, c); break;
      case ck_loss:
        if (i->b.columns == 1) {
          functions[i->first](a, b, 1, c, count);
          // From 0 on, as sums are: a -0 becomes one.
          finish_terms(c, i->number, count);
          break;
        }
        for (size_t row = 0; row < i->c.rows; row++) {
          double sum = 0;
          for (size_t start = 0; start < i->b.columns; start += run_chunk) {
            double terms[run_chunk];
            const size_t rest = i->b.columns - start;
            const size_t length = rest < run_chunk ? rest : run_chunk;
            const size_t place = row * i->b.columns + start;
            functions[i->first](a + place, b + place, 1, terms, length);
            for (size_t k = 0; k < length; k++) sum += terms[k];
          }
          c[row] = sum / i->number;
        }
        break;
      case ck_loss_slope:
        if (i->number == 1) {
          functions[i->first](a, b, 1, c, count);
          break;
        }
        for (size_t start = 0; start < count; start += run_chunk) {
          double slopes[run_chunk];
          const size_t length = count - start < run_chunk ? count - start : run_chunk;
          functions[i->first](a + start, b + start, 1, slopes, length);
          combine_row(ck_divide, slopes, 1, &i->number, 0, c + start, length);
        }
        break;
      case ck_clip:
        c[0] = clipping(
            a, i->a.rows * i->a.columns, b, i->b.rows * i->b.columns, i->number);
        break;
      case ck_copy: memmove(c, a, count * sizeof(double)); break;
    }
  }
}
