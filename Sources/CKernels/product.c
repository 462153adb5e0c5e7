// For the processors of a thread, on Linux.
#define _GNU_SOURCE

#include "product.h"

#include <pthread.h>
#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// Adds `depth` products to each cell of a tile, which begin at 0 unless they continue.
INLINE void sum_tile(
    const size_t width, size_t depth, const double *left, const double *right, double *cells,
    size_t row_step, bool continues) {
  eight sums[height][widest / 8] = {0};
  if (continues)
    for (size_t row = 0; row < height; row++)
      for (size_t part = 0; part < width / 8; part++)
        sums[row][part] = *(const eight *)(cells + row * row_step + part * 8);
  for (size_t k = 0; k < depth; k++, left += height, right += width) {
#pragma clang loop unroll(full)
    for (size_t row = 0; row < height; row++)
#pragma clang loop unroll(full)
      for (size_t part = 0; part < width / 8; part++)
        sums[row][part] = sums[row][part] + left[row] * *(const eight *)(right + part * 8);
  }
  for (size_t row = 0; row < height; row++)
    for (size_t part = 0; part < width / 8; part++)
      *(eight *)(cells + row * row_step + part * 8) = sums[row][part];
}

/// Lays `width` lines of an operand side by side, term after term; missing lines are 0.
INLINE void pack(
    const size_t width, double *packed, const double *cells, size_t line_step, size_t term_step,
    size_t lines, size_t depth) {
  for (size_t k = 0; k < depth; k++, packed += width, cells += term_step) {
    if (lines < width) {
      for (size_t line = 0; line < width; line++)
        packed[line] = line < lines ? cells[line * line_step] : 0;
    } else if (line_step == 1) {
      memcpy(packed, cells, width * sizeof(double));
    } else {
#pragma clang loop unroll(full)
      for (size_t line = 0; line < width; line++) packed[line] = cells[line * line_step];
    }
  }
}

INLINE void copy(
    double *to, size_t to_row, size_t to_column, const double *from, size_t from_row,
    size_t from_column, size_t rows, size_t columns) {
  for (size_t row = 0; row < rows; row++)
    for (size_t column = 0; column < columns; column++)
      to[row * to_row + column * to_column] = from[row * from_row + column * from_column];
}

/// Tile after tile; each row of tiles meets `width_limit` packed columns over `depth_limit` terms.
INLINE void sum_tiles(const size_t width, const struct product *p) {
  double strip[height * depth_limit];
  double edge[height * widest];
  for (size_t k = 0; k < p->inner; k += depth_limit) {
    const size_t depth = lesser(depth_limit, p->inner - k);
    for (size_t first = 0; first < p->columns; first += width_limit) {
      const size_t end = first + lesser(width_limit, p->columns - first);
      for (size_t j = first; j < end; j += width)
        pack(
            width, p->panels + (j - first) * depth,
            p->right.cells + k * p->right.row_step + j * p->right.column_step,
            p->right.column_step, p->right.row_step, lesser(width, end - j), depth);
      for (size_t i = 0; i < p->rows; i += height) {
        const size_t rows = lesser(height, p->rows - i);
        pack(
            height, strip, p->left.cells + i * p->left.row_step + k * p->left.column_step,
            p->left.row_step, p->left.column_step, rows, depth);
        for (size_t j = first; j < end; j += width) {
          const double *panel = p->panels + (j - first) * depth;
          const size_t columns = lesser(width, end - j);
          double *cells = p->result + i * p->row_step + j * p->column_step;
          if (rows == height && columns == width && p->column_step == 1) {
            sum_tile(width, depth, strip, panel, cells, p->row_step, k > 0);
            continue;
          }
          if (k > 0) copy(edge, width, 1, cells, p->row_step, p->column_step, rows, columns);
          sum_tile(width, depth, strip, panel, edge, width, k > 0);
          copy(cells, p->row_step, p->column_step, edge, width, 1, rows, columns);
        }
      }
    }
  }
}

#if defined(__linux__) && defined(__x86_64__)
// The width of a tile is what the registers hold: the same tile for each target would not do.
__attribute__((target("avx512f"))) static void sum_tiles_avx512(const struct product *p) {
  sum_tiles(16, p);
}

__attribute__((target("avx2"))) static void sum_tiles_avx2(const struct product *p) {
  sum_tiles(8, p);
}
#endif

/// Cell after cell, for results smaller than a tile, or where there is no memory to pack.
static void sum_cells(const struct product *p) {
  for (size_t i = 0; i < p->rows; i++)
    for (size_t j = 0; j < p->columns; j++) {
      const double *left = p->left.cells + i * p->left.row_step;
      const double *right = p->right.cells + j * p->right.column_step;
      double sum = 0;
      for (size_t k = 0; k < p->inner; k++)
        sum = sum + left[k * p->left.column_step] * right[k * p->right.row_step];
      p->result[i * p->row_step + j * p->column_step] = sum;
    }
}

/// Cells in the panels of a product.
static size_t panel_cells(const struct product *p) {
  const size_t columns = lesser(width_limit, p->columns);
  return lesser(depth_limit, p->inner) * ((columns + widest - 1) / widest * widest);
}

static void compute(const struct product *p) {
#if defined(__linux__) && defined(__x86_64__)
  const int level = ck_level();
  if (level >= ck_avx512)
    sum_tiles_avx512(p);
  else if (level == ck_avx2)
    sum_tiles_avx2(p);
  else
#endif
    sum_tiles(8, p);
}

static void *compute_half(void *half) {
  compute(half);
  return NULL;
}

/// Starts the second thread, on Linux on any processor but this one: in a virtual machine a
/// sleeping processor may pass for one in use, and both would run here, one after the other.
static bool start(pthread_t *thread, struct product *half) {
#if defined(__GLIBC__)
  const int here = sched_getcpu();
  cpu_set_t others;
  pthread_attr_t elsewhere;
  if (here >= 0 && sched_getaffinity(0, sizeof others, &others) == 0) {
    CPU_CLR(here, &others);
    if (CPU_COUNT(&others) == 0 || pthread_attr_init(&elsewhere) != 0) return false;
    pthread_attr_setaffinity_np(&elsewhere, sizeof others, &others);
    const bool started = pthread_create(thread, &elsewhere, compute_half, half) == 0;
    pthread_attr_destroy(&elsewhere);
    return started;
  }
#endif
  return pthread_create(thread, NULL, compute_half, half) == 0;
}

/// About half of a length, in whole tiles.
static size_t half_of(size_t length, size_t tile) {
  return lesser(length, (length / 2 + tile - 1) / tile * tile);
}

/// One half of the result on a second thread, whose panels follow the first one's: memory the
/// thread asked for itself would be new to the process each time.
static void compute_on_two(struct product first) {
  struct product second = first;
  second.panels += panel_cells(&first);
  if (first.rows >= first.columns) {
    first.rows = half_of(first.rows, height);
    second.rows -= first.rows;
    second.left.cells += first.rows * first.left.row_step;
    second.result += first.rows * first.row_step;
  } else {
    first.columns = half_of(first.columns, widest);
    second.columns -= first.columns;
    second.right.cells += first.columns * first.right.column_step;
    second.result += first.columns * first.column_step;
  }
  pthread_t thread;
  const bool started = start(&thread, &second);
  compute(&first);
  if (started)
    pthread_join(thread, NULL);
  else
    compute(&second);
}

/// The product of the transposes in the other order; its result is written transposed.
static struct product transposed(const struct product *p) {
  return (struct product){
      p->columns, p->inner, p->rows,
      {p->right.cells, p->right.column_step, p->right.row_step},
      {p->left.cells, p->left.column_step, p->left.row_step},
      p->result, p->column_step, p->row_step, NULL};
}

void ck_product(
    size_t rows, size_t inner, size_t columns, struct ck_matrix left, struct ck_matrix right,
    double *result, int threads) {
  // A narrow result would leave most of a tile empty; its transpose lies along the tile.
  struct product p = {rows, inner, columns, left, right, result, columns, 1, NULL};
  if (columns < narrowest && columns < rows) p = transposed(&p);
  if (p.columns >= narrowest && ck_stays_unpacked(&p)) {
    ck_sum_unpacked(&p);
    return;
  }
  if (columns >= narrowest && columns < widest && columns < rows) p = transposed(&p);
  const size_t multiplications = rows * inner * columns;
  const bool shared = threads > 1 && multiplications >= thread_worth;
  const size_t bytes = panel_cells(&p) * (shared ? 2 : 1) * sizeof(double) + 64;
  void *memory = multiplications < cells_packing_worth ? NULL : malloc(bytes);
  if (memory == NULL) {
    sum_cells(&p);
    return;
  }
  // From a multiple of 64, the bytes of a cache line, so that no vector of a panel lies across two.
  p.panels = (double *)(((uintptr_t)memory + 63) / 64 * 64);
  if (shared)
    compute_on_two(p);
  else
    compute(&p);
  free(memory);
}
