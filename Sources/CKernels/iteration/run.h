// The instructions of an iteration, compiled for the level whose file includes this.

#include "CIteration.h"

#include "cellwise.h"

#include "rowwise.h"

#include "small_product.h"

#include "clipping.h"
#include "softmax.h"

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
      case ck_gradients:
        multiply_and_sum(
            view_of(memory, i->a, 1), view_of(memory, i->b, 0), c, memory + i->d.offset);
        break;
      case ck_plus: combine(ck_plus, i, memory); break;
      case ck_minus: combine(ck_minus, i, memory); break;
      case ck_times: combine(ck_times, i, memory); break;
      case ck_divide: combine(ck_divide, i, memory); break;
      case ck_descend: descend(a, b[0], c, count); break;
      case ck_apply: functions[i->first](a, &i->number, 0, c, padded(count)); break;
      case ck_apply_both:
#define CASE(name) \
  if (i->first == ck_##name) \
    both_arrays_##name(a, i->number, c, memory + i->d.offset, padded(count));
        CK_BOTH(CASE)
        break;
      case ck_times_slope:
        for (size_t start = 0; start < count; start += run_chunk) {
          double slopes[run_chunk];
          const size_t rest = padded(count) - start;
          const size_t length = rest < run_chunk ? rest : run_chunk;
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
          const size_t width = i->c.columns, place = row * width;
          double *shares = memory + i->d.offset, *slopes = shares + width, *dZ = c + place;
          shares_of(functions[ck_exp], b + place, width, i->number, shares);
          for (size_t k = 0; k < width; k++) dZ[k] = 0;
          for (size_t k = 0; k < width; k++) {
            jacobian_row(shares, k, width, i->number, slopes);
            for (size_t j = 0; j < width; j++) dZ[j] = dZ[j] + a[place + k] * slopes[j];
          }
        }
        break;
      case ck_sum_rows: sum_rows(a, i->a.rows, i->a.columns, c); break;
      case ck_loss:
        if (i->b.columns == 1) {
          functions[i->first](a, b, 1, c, padded(count));
          finish_terms(c, i->number, padded(count));
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
          functions[i->first](a, b, 1, c, padded(count));
          break;
        }
        for (size_t start = 0; start < count; start += run_chunk) {
          double slopes[run_chunk];
          const size_t rest = padded(count) - start;
          const size_t length = rest < run_chunk ? rest : run_chunk;
          functions[i->first](a + start, b + start, 1, slopes, length);
          combine_row(ck_divide, slopes, 1, &i->number, 0, c + start, length);
        }
        break;
      case ck_clip:
        c[0] = clipping(
            a, i->a.rows * i->a.columns, b, i->b.rows * i->b.columns, i->number);
        break;
      case ck_copy:
        for (size_t k = 0; k < count; k += LANES) *(lanes *)(c + k) = *(const lanes *)(a + k);
        break;
    }
  }
}
