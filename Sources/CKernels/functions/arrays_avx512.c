#if defined(__linux__) && defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl"))), apply_to = function)
#include "arrays.h"

array_function *const ck_arrays_avx512[] = {CK_FUNCTIONS(ENTRY)};
#pragma clang attribute pop
#endif
