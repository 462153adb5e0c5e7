#ifndef CITERATION_H
#define CITERATION_H

#include "CKernels.h"

/// What an instruction does with the regions it names; every one writes `c`.
enum ck_operation {
  /// a · b, a · bᵀ and aᵀ · b, summed in ascending order of the inner index.
  ck_product_plain,
  ck_product_right_transposed,
  ck_product_left_transposed,
  /// aᵀ · b, and the columns of b summed into d.
  ck_gradients,
  /// a · b and aᵀ · b, to each row of which d is added.
  ck_product_plus,
  ck_turned_product_plus,
  /// Cell by cell; sizes of 1 are stretched.
  ck_plus,
  ck_minus,
  ck_times,
  ck_divide,
  /// c minus b, one cell, times a.
  ck_descend,
  /// `first` of each cell of a, with `number` as its parameter.
  ck_apply,
  /// The same, and `second` of it into `d`.
  ck_apply_both,
  /// a times `first` of b.
  ck_times_slope,
  /// The shares of each row of a; `number` is the temperature.
  ck_shares,
  /// Each row of a through the Jacobian of the shares of b; d has room for two rows.
  ck_pull_shares_back,
  /// Each column summed in the order of the rows.
  ck_sum_rows,
  /// `first` of targets a and outputs b, summed along each row, over `number`.
  ck_loss,
  /// `first` of targets a and outputs b, over `number`.
  ck_loss_slope,
  /// By what dW and db are multiplied, where their norm may be `number`.
  ck_clip,
  ck_copy,
};

enum {
  /// The cells of a vector.
  ck_room = 8,
};

/// Where a tensor lies in the memory of an iteration, row after row.
///
/// Behind it there must be room up to a multiple of `ck_room` cells and for as many more: whole vectors
/// read and write there.
struct ck_region {
  size_t offset, rows, columns;
};

/// One operation of a compiled iteration.
struct ck_instruction {
  enum ck_operation operation;
  enum ck_function first, second;
  double number;
  struct ck_region a, b, c, d;
};

/// Runs instructions one after the other. All they name must lie inside the memory, and what a
/// product writes apart from what it reads.
void ck_run(const struct ck_instruction *instructions, size_t count, double *memory);

/// Where an iteration leaves what is told of it: its loss summed over the samples in one cell, and what is
/// compared. A region of no rows is not there.
struct ck_places {
  struct ck_region loss, targets, outputs;
};

/// The loss summed over the samples, how many outputs say what their targets say, and
/// whether all parameters are finite.
struct ck_outcome {
  double loss;
  size_t hits;
  int is_finite;
};

/// What the last run of an iteration came to.
struct ck_outcome ck_outcome_of(
    struct ck_places places, const struct ck_region *parameters, size_t count,
    const double *memory);

/// How many outputs say what their targets say: of one column each number rounded to a whole one, of
/// several the place of the first largest.
size_t ck_hits(const double *targets, const double *outputs, size_t rows, size_t columns);

/// The shares of softmax of a row, `exp((z - max) / temperature)` over their sum.
void ck_softmax(const double *z, size_t count, double temperature, double *shares);

/// How shares change with each z, `J[i,j] = ∂s[i]/∂z[j]`, row after row.
void ck_softmax_jacobian(
    const double *shares, size_t count, double temperature, double *jacobian);

/// `min(1, clip / (‖dW, db‖ + 1e-16))`, the norm that of both together, each cell with 1e-16 more.
double ck_clipping(
    const double *dW, size_t weights, const double *db, size_t biases, double clip);

#endif
