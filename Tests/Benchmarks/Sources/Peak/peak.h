#ifndef PEAK_H
#define PEAK_H

/// The most this processor multiplies and adds without fusing the two, in 10⁹ operations a second:
/// independent chains in registers, as wide as a level of the kernels.
double peak(int level);

double seconds(void);

#endif
