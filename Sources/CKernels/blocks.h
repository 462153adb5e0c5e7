#ifndef BLOCKS_H
#define BLOCKS_H

#include "product.h"

/// A product of some terms and some columns, whose right operand lies packed in memory, divided
/// into pieces, each some rows and some columns of the result.
struct block {
  const struct kernels *kernels;
  struct product p;
  /// Whether earlier terms are in the result already.
  bool continues;
  /// Columns with those that fill the last tile.
  size_t packed_columns;
  double *panels;
  size_t piece_rows, piece_columns, pieces_across;
};

/// What an instruction set does with a block.
struct kernels {
  /// Rows of a tile.
  size_t height;
  void (*pack)(const struct block *);
  void (*sum)(const struct block *, size_t piece);
};

/// The kernels of the instruction set in use.
const struct kernels *ck_kernels(void);

#endif
