#if defined(__linux__) && defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl"))), apply_to = function)
#include "arrays.h"

const struct level ck_level_avx512 = {{CK_FUNCTIONS(ENTRY)}, run, hits};
#pragma clang attribute pop
#endif
