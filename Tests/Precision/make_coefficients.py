#!/usr/bin/env python3
"""Writes Sources/CKernels/functions/coefficients.h: what the functions of a cell are made of.

    python3 Tests/Precision/make_coefficients.py

Needs mpmath. Polynomials interpolate at the zeros of a Chebyshev polynomial, which comes close to the
best one (Trefethen, Approximation Theory and Approximation Practice, chapters 2 to 4).
"""

import pathlib

from mpmath import mp, mpf, cos, pi, erfc, exp, erf, sqrt, log, atan, atanh, sin, floor, ldexp

mp.prec = 1300

TARGET = pathlib.Path(__file__).resolve().parents[2] / "Sources/CKernels/functions/coefficients.h"


def double(number):
    return float(number)


def pair(number):
    high = double(number)
    return high, double(number - mpf(high))


def cut(number, bits):
    """The number's first bits, rounded to the nearest."""
    _, exponent = mp.frexp(number)
    unit = ldexp(mpf(1), int(exponent) - bits)
    return double(mp.nint(number / unit) * unit)


def spell(number):
    return float.hex(double(number))


def polynomial(function, low, high, degree):
    """Coefficients of the interpolating polynomial, the constant first."""
    low, high = mpf(low), mpf(high)
    count = degree + 1
    nodes = [
        (low + high) / 2 + (high - low) / 2 * cos((2 * k + 1) * pi / (2 * count))
        for k in range(count)]
    values = [function(x) for x in nodes]
    # Newton's divided differences, multiplied out.
    differences = list(values)
    for order in range(1, count):
        for k in range(count - 1, order - 1, -1):
            differences[k] = (differences[k] - differences[k - 1]) / (nodes[k] - nodes[k - order])
    coefficients = [mpf(0)] * count
    for k in range(count - 1, -1, -1):
        shifted = [mpf(0)] + coefficients[:-1]
        coefficients = [s - nodes[k] * c for s, c in zip(shifted, coefficients)]
        coefficients[0] += differences[k]
    return coefficients


def array(name, numbers, note):
    body = ",\n    ".join(spell(x) for x in numbers)
    return f"/// {note}\nstatic const double {name}[] = {{\n    {body}}};\n"


def constants(name, number, bits, note):
    """A number in pieces: all but the last have so many bits, so that times a whole number is exact."""
    pieces = []
    rest = number
    for count in bits:
        piece = cut(rest, count)
        pieces.append(piece)
        rest -= mpf(piece)
    pieces.append(double(rest))
    return array(name, pieces, note)




def exponential_rest(r):
    r = mpf(r)
    if abs(r) < mpf(2) ** -100:
        return mpf(1) / 6
    return (exp(r) - 1 - r - r * r / 2) / r ** 3


def logarithm_rest(z):
    """(atanh(s) / s - 1) * 2 / z of z = s²."""
    z = mpf(z)
    s = sqrt(z)
    if z < mpf(2) ** -200:
        return mpf(2) / 3
    return (atanh(s) / s - 1) * 2 / z


def logarithm_tail(z):
    """What stands behind z/3 + z²/5 in atanh(s)/s - 1, over z³."""
    z = mpf(z)
    if z < mpf(2) ** -200:
        return mpf(1) / 7
    s = sqrt(z)
    return (atanh(s) / s - 1 - z / 3 - z * z / 5) / z ** 3


def sine_rest(z):
    z = mpf(z)
    if z < mpf(2) ** -200:
        return -mpf(1) / 6
    r = sqrt(z)
    return (sin(r) / r - 1) / z


def cosine_rest(z):
    z = mpf(z)
    if z < mpf(2) ** -200:
        return mpf(1) / 24
    return (cos(sqrt(z)) - 1 + z / 2) / z ** 2


def arctan_rough(z):
    z = mpf(z)
    if z < mpf(2) ** -200:
        return mpf(1)
    return atan(sqrt(z)) / sqrt(z)


def error_rest(z):
    z = mpf(z)
    if z < mpf(2) ** -200:
        return -2 / sqrt(pi) / 3
    x = sqrt(z)
    return (erf(x) / x - 2 / sqrt(pi)) / z


def scaled_complement(x):
    x = mpf(x)
    return exp(x * x) * erfc(x)


STEPS = 16
OCTAVES = range(-1, 5)
DEGREE = 11


def complement_table():
    """erfcx around the middle of each sixteenth of an octave: middle, value in two, the rest."""
    rows = []
    for octave in OCTAVES:
        for step in range(STEPS):
            low = mpf(2) ** octave * (1 + mpf(step) / STEPS)
            width = mpf(2) ** octave / STEPS
            middle = low + width / 2
            value = scaled_complement(middle)

            def rest(d, middle=middle, value=value):
                if abs(d) < mpf(2) ** -200:
                    return 2 * middle * value - 2 / sqrt(pi)
                return (scaled_complement(middle + d) - value) / d

            coefficients = polynomial(rest, -width / 2, width / 2, DEGREE - 1)
            rows.append([middle, *pair(value), *coefficients])
    body = ",\n    ".join("{" + ", ".join(spell(x) for x in row) + "}" for row in rows)
    return (
        "/// exp(x²)·erfc(x) in each sixteenth of an octave from 1/2 to 32: its middle, the value there\n"
        "/// in two parts, and the polynomial of the distance that is added.\n"
        f"static const double complement_table[{len(rows)}][{len(rows[0])}] = {{\n    {body}}};\n")


def fraction_words():
    """2/π as words of 32 bits, the first with the bits of 2**-1 to 2**-32."""
    number = 2 / pi
    words = []
    for _ in range(40):
        number *= mpf(2) ** 32
        word = int(floor(number))
        words.append(word)
        number -= word
    body = ", ".join(f"0x{word:08x}" for word in words)
    return f"/// 2/π, its bits behind the point, 32 a word.\nstatic const unsigned two_over_pi[] = {{{body}}};\n"


def main():
    half = log(mpf(2)) / 2 * mpf("1.01")
    s = (sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)
    square = s * s * mpf("1.02")
    quarter = (pi / 4 * mpf("1.01")) ** 2
    parts = [
        constants("ln2", log(mpf(2)), [42, 42], "ln 2 in pieces, which times an exponent are exact."),
        array("log2_e", pair(1 / log(mpf(2))), "1 / ln 2 in two parts."),
        array("log10_e", pair(1 / log(mpf(10))), "1 / ln 10 in two parts."),
        array("exp_rest", polynomial(exponential_rest, -half, half, 9),
              "(exp(r) - 1 - r - r²/2) / r³ where |r| is at most ln(2)/2."),
        array("exp_short", polynomial(exponential_rest, -half, half, 8), "The same, good to 2 to the power of -57."),
        array("log_rest", polynomial(logarithm_rest, 0, square, 7),
              "(atanh(s)/s - 1) · 2/z of z = s² where 1 + f = (1 + s)/(1 - s) lies between √½ and √2."),
        array("log_tail", polynomial(logarithm_tail, 0, square, 8),
              "(atanh(s)/s - 1 - z/3 - z²/5) / z³ there."),
        array("third", pair(mpf(1) / 3), "1/3 in two parts."),
        array("fifth", pair(mpf(1) / 5), "1/5 in two parts."),
        f"/// 2/π.\nstatic const double two_over_pi_rounded = {spell(2 / pi)};\n",
        constants("half_pi", pi / 2, [33, 33, 33], "π/2 in pieces, which times 20 bits are exact."),
        array("half_pi_pair", pair(pi / 2), "π/2 in two parts."),
        array("sin_rest", polynomial(sine_rest, 0, quarter, 6), "(sin(r)/r - 1) / z of z = r² up to π/4."),
        array("cos_rest", polynomial(cosine_rest, 0, quarter, 6), "(cos(r) - 1 + z/2) / z² there."),
        array("arctan_rough", polynomial(arctan_rough, 0, mpf("1.001"), 9), "atan(x)/x of x² up to 1, to 8 digits."),
        array("erf_start", pair(2 / sqrt(pi)), "2/√π in two parts."),
        array("erf_rest", polynomial(error_rest, 0, mpf("0.2501"), 11), "(erf(x)/x - 2/√π) / x² up to 1/2."),
        complement_table(),
        fraction_words(),
    ]
    text = "// Made by Tests/Precision/make_coefficients.py.\n\n" + "\n".join(parts)
    TARGET.write_text(text)


if __name__ == "__main__":
    main()
