// All functions of a cell: a row of `CK_FUNCTIONS` in include/CKernels.h and `f_NAME` in one of these.

#include "lanes.h"

#include "exponential.h"

#include "logarithm.h"

#include "power.h"

#include "hyperbolic.h"

#include "circular.h"

#include "error.h"

#include "activations.h"

#include "losses.h"
