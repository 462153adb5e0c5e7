#if defined(__linux__) && defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "arrays.h"

const struct level ck_level_avx2 = {{CK_FUNCTIONS(ENTRY)}, run, hits};
#pragma clang attribute pop
#endif
