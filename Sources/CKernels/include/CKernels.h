#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>

/// The instruction sets that a kernel is compiled for, each a superset of the one before.
enum ck_level {
  /// What every processor of the architecture has.
  ck_baseline,
  /// AVX2, never with fused multiply-add.
  ck_avx2,
  /// AVX-512 with its foundation, DQ and VL.
  ck_avx512,
};

/// The instruction set in use: the best that the processor has, unless a lower one was set.
int ck_level(void);

/// Sets the highest level that may be used, for tests and measurements, and returns the level that
/// is now in use. It holds for the whole process; no result depends on it.
int ck_set_level(int level);

/// EpyNN's guard against a division by 0 and the logarithm of 0, in losses.
#define CK_GUARD 1e-16

/// The functions of a cell `x`, which some take together with a second one or a parameter.
///
/// The bits are the same at every level. The largest errors that Tests/Precision/run has found among
/// 10,000,000 arguments each, half of them any bits, in units of the last place: exp 0.750, expm1 0.535,
/// log 0.620, log1p 0.660, tanh 0.542, sigmoid 0.865, sin 0.846, cos 0.815, erf 0.807, pow 0.524; of the
/// slopes 3.134. Among 2,000,000 or fewer: erfc 0.742, log2 and log10 0.500, exp2 0.751, sinh
/// 0.526, cosh 0.533, tan 0.926, arctan 0.695. Errors above 0.7 of exp, exp2, erf and erfc are of subnormal
/// results, which are rounded twice.
#define CK_FUNCTIONS(F) \
  F(exp) \
  F(expm1) \
  F(log) \
  F(log1p) \
  F(log2) \
  F(log10) \
  F(exp2) \
  F(tanh) \
  F(tanh_slope) \
  F(sigmoid) \
  F(sigmoid_slope) \
  F(sinh) \
  F(cosh) \
  F(sin) \
  F(cos) \
  F(tan) \
  F(arctan) \
  F(erf) \
  F(erfc) \
  F(pow) \
  F(identity) \
  F(one) \
  F(relu) \
  F(relu_slope) \
  F(lrelu) \
  F(lrelu_slope) \
  F(elu) \
  F(elu_slope) \
  F(softplus) \
  F(silu) \
  F(silu_slope) \
  F(gelu) \
  F(gelu_slope) \
  F(hardtanh) \
  F(hardtanh_slope) \
  F(square) \
  F(square_slope) \
  F(distance) \
  F(distance_slope) \
  F(log_square) \
  F(log_square_slope) \
  F(cross_entropy) \
  F(cross_entropy_slope) \
  F(binary_entropy) \
  F(binary_entropy_slope) \
  F(half_square) \
  F(half_square_slope)

/// Those that share their work with their slope, `NAME_slope`.
#define CK_BOTH(F) F(sigmoid)

#define CK_NAME(name) ck_##name,
enum ck_function { CK_FUNCTIONS(CK_NAME) ck_function_count };

/// What a function is called here.
const char *ck_function_text(enum ck_function function);

/// One cell.
double ck_value(enum ck_function function, double x, double p);

/// Whether both can be computed together.
int ck_shares_work(enum ck_function function, enum ck_function slope);

/// Many cells, into a result that may be `x`; of `p` every `step`th is taken, 0 or 1.
void ck_map(
    enum ck_function function, const double *x, const double *p, size_t step, double *result,
    size_t count);

/// A matrix read where it lies; swapping the two steps reads its transpose.
struct ck_matrix {
  const double *cells;
  /// Cells from one row to the next.
  size_t row_step;
  /// Cells from one column to the next.
  size_t column_step;
};

/// The product of a (rows, inner) and an (inner, columns) matrix, written row after row.
///
/// Each cell is 0, plus one product after the other in ascending order of the inner index, each
/// product and each sum rounded to double: the bits are those of the plain triple loop. Only which
/// of two NaN a cell keeps, their sign and payload, is left to the processor.
///
/// The result must not overlap the operands. A large product is shared with one more thread if
/// `threads` is above 1; it has ended when the function returns.
void ck_product(
    size_t rows, size_t inner, size_t columns, struct ck_matrix left, struct ck_matrix right,
    double *result, int threads);

#include "CIteration.h"

#endif
