// One cell at a time: of two lanes, which every processor has, the first.
#define LANES 2

#include "CKernels.h"
#include "functions.h"

#define SCALAR(name) \
  static double scalar_##name(double x, double p) { \
    return f_##name((lanes){x, x}, (lanes){p, p})[0]; \
  }
CK_FUNCTIONS(SCALAR)

#define ENTRY(name) scalar_##name,
static double (*const scalars[])(double, double) = {CK_FUNCTIONS(ENTRY)};

double ck_value(enum ck_function function, double x, double p) {
  return scalars[function](x, p);
}

#define TEXT(name) #name,
static const char *const texts[] = {CK_FUNCTIONS(TEXT)};

const char *ck_function_text(enum ck_function function) { return texts[function]; }
