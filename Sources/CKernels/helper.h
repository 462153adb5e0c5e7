#ifndef HELPER_H
#define HELPER_H

#include <stddef.h>

/// Does the pieces 0 to `pieces` - 1 of some work in any order, on this thread and on one more as
/// far as a processor is free for that. All are done when it returns.
void ck_share(void (*work)(const void *context, size_t piece), const void *context, size_t pieces);

#endif
