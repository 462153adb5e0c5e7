#include "arrays.h"

array_function *const ck_arrays_baseline[] = {CK_FUNCTIONS(ENTRY)};
