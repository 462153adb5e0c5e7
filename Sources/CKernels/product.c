#include "blocks.h"
#include "helper.h"

#include <stdint.h>
#include <stdlib.h>

enum {
  /// Multiplications below which packing costs more than it saves where no tile fits in the result.
  cells_packing_worth = 256,
  /// Multiplications below which a second thread costs more than it saves.
  thread_worth = 8 << 20,
  /// Multiplications of a piece; waiting for one must not matter.
  piece_worth = 1 << 20,
  /// Cells of the right operand that are packed at once.
  block_cells = 1 << 20,
  /// Terms of a block that has all the columns there is room for.
  block_depth = 1 << 10,
};

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

/// The product of the transposes in the other order; its result is written transposed.
static struct product transposed(const struct product *p) {
  return (struct product){
      p->columns, p->inner, p->rows,
      {p->right.cells, p->right.column_step, p->right.row_step},
      {p->left.cells, p->left.column_step, p->left.row_step},
      p->result, p->column_step, p->row_step};
}

static size_t rounded_up(size_t length, size_t unit) { return (length + unit - 1) / unit * unit; }

static size_t parts(size_t length, size_t part) { return (length + part - 1) / part; }

static void sum_piece(const void *context, size_t piece) {
  const struct block *b = context;
  b->kernels->sum(b, piece);
}

/// Divides a block into pieces of about as many multiplications, and shares them.
static void share(struct block *b) {
  const size_t height = b->kernels->height, columns = b->p.columns;
  b->piece_rows = rounded_up(piece_worth / (b->p.inner * columns) + 1, height);
  if (b->piece_rows == height)
    b->piece_columns =
        lesser(columns, rounded_up(piece_worth / (b->p.inner * height) + 1, widest));
  b->pieces_across = parts(columns, b->piece_columns);
  ck_share(sum_piece, b, parts(b->p.rows, b->piece_rows) * b->pieces_across);
}

/// Block after block, each packed before it is summed.
static void sum_blocks(
    const struct product *p, size_t wide, size_t deep, double *panels, bool shared) {
  const struct kernels *kernels = ck_kernels();
  for (size_t k = 0; k < p->inner; k += deep)
    for (size_t j = 0; j < p->columns; j += wide) {
      struct block b = {kernels, *p, k > 0, 0, panels, p->rows, lesser(wide, p->columns - j), 1};
      b.p.inner = lesser(deep, p->inner - k);
      b.p.columns = b.piece_columns;
      b.p.left.cells += k * p->left.column_step;
      b.p.right.cells += k * p->right.row_step + j * p->right.column_step;
      b.p.result += j * p->column_step;
      b.packed_columns = rounded_up(b.p.columns, narrowest);
      kernels->pack(&b);
      if (shared)
        share(&b);
      else
        kernels->sum(&b, 0);
    }
}

void ck_product(
    size_t rows, size_t inner, size_t columns, struct ck_matrix left, struct ck_matrix right,
    double *result, int threads) {
  // A narrow result would leave most of a tile empty; its transpose lies along the tile.
  struct product p = {rows, inner, columns, left, right, result, columns, 1};
  if (columns < narrowest && columns < rows) p = transposed(&p);
  if (p.columns >= narrowest && ck_stays_unpacked(&p)) {
    ck_sum_unpacked(&p);
    return;
  }
  if (columns >= narrowest && columns < widest && columns < rows) p = transposed(&p);
  const size_t multiplications = rows * inner * columns;
  // Wide before deep: each block but the first reads its part of the result again.
  const size_t room = block_cells / lesser(inner + 1, block_depth);
  const size_t wide = lesser(rounded_up(p.columns, widest), room / widest * widest);
  const size_t deep = multiplications == 0 ? 0 : lesser(inner, block_cells / wide);
  void *memory = multiplications < cells_packing_worth
                     ? NULL
                     : malloc(wide * deep * sizeof(double) + 64);
  if (memory == NULL) {
    sum_cells(&p);
    return;
  }
  // From a multiple of 64, the bytes of a cache line, so that no vector of a panel lies across two.
  double *panels = (double *)(((uintptr_t)memory + 63) / 64 * 64);
  sum_blocks(&p, wide, deep, panels, threads > 1 && multiplications >= thread_worth);
  free(memory);
}
