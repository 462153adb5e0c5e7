#include "CData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char iris[] = {
#embed "iris.csv"
};
const unsigned char *_Nonnull const cd_iris_start = iris;
const size_t cd_iris_count = sizeof iris;

static const unsigned char digits[] = {
#embed "digits.csv"
};
const unsigned char *_Nonnull const cd_digits_start = digits;
const size_t cd_digits_count = sizeof digits;
