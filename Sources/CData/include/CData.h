#ifndef CDATA_H
#define CDATA_H

#include <stddef.h>

// The bytes of the CSV files beside data.c: as an array literal in Swift they take a minute to compile.
extern const unsigned char *_Nonnull const cd_iris_start;
extern const size_t cd_iris_count;
extern const unsigned char *_Nonnull const cd_digits_start;
extern const size_t cd_digits_count;

#endif
