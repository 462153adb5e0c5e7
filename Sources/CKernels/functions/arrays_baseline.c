#include "arrays.h"

const struct level ck_level_baseline = {{CK_FUNCTIONS(ENTRY)}, run, hits};
