#if defined(__linux__) && defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "arrays.h"

array_function *const ck_arrays_avx2[] = {CK_FUNCTIONS(ENTRY)};
#pragma clang attribute pop
#endif
