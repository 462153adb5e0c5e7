#ifndef LEVELS_H
#define LEVELS_H

#include "CKernels.h"

typedef void array_function(const double *, const double *, size_t, double *, size_t);

extern array_function *const ck_arrays_baseline[ck_function_count];
extern array_function *const ck_arrays_avx2[ck_function_count];
extern array_function *const ck_arrays_avx512[ck_function_count];

#endif
