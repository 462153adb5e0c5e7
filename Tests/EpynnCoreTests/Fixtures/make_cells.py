#!/usr/bin/env python3
"""Writes cells.json: what functions of a cell are, from mpmath, at arguments of every size.

    python3 make_cells.py

Each value is its nearest double and what that lacks, in units of its last place.
"""

import json
import math
import pathlib
import random

from mpmath import mp, mpf, exp, expm1, log, log1p, tanh, sinh, cosh, sin, cos, tan, atan, erf, erfc

mp.prec = 1200

SIZES = [0.5, 1e-3, 1e-9, 1e-20, 1e-200, 5e-324, 3.0, 30.0, 700.0, 1e5, 1e9, 1e20, 1e300]


def logistic(x):
    return 1 / (1 + exp(-x))


def slope(x):
    tail = exp(-abs(x))
    return tail / (1 + tail) ** 2


CASES = {
    "exp": (exp, [], True),
    "expm1": (expm1, [], True),
    "log": (log, [], False),
    "log1p": (log1p, [-0.5, -0.999, -1e-10], False),
    "log2": (lambda x: log(x) / log(mpf(2)), [], False),
    "log10": (lambda x: log(x) / log(mpf(10)), [], False),
    "exp2": (lambda x: mpf(2) ** x, [], True),
    "tanh": (tanh, [18.5, 19.5], True),
    "tanh_slope": (lambda x: 4 * slope(2 * x), [18.5, 100.0, 372.0], True),
    "sigmoid": (logistic, [-36.0, -37.5, -709.0, -744.0], True),
    "sigmoid_slope": (slope, [36.0, -709.0, 744.0], True),
    "sinh": (sinh, [21.0, 709.9], True),
    "cosh": (cosh, [21.0, 709.9], True),
    "sin": (sin, [math.pi, math.pi / 2, 1e22], True),
    "cos": (cos, [math.pi, math.pi / 2, 1e22], True),
    "tan": (tan, [math.pi, math.pi / 2, 1e22], True),
    "arctan": (atan, [], True),
    "erf": (erf, [5.9, 0.49, 0.51], True),
    "erfc": (erfc, [5.9, 0.49, 0.51, 26.0, 27.1], True),
}


def spelled(x, truth):
    """The argument, the nearest double, and what is left of it in its last place."""
    nearest = float(truth)
    if math.isinf(nearest):
        return None
    unit = math.ulp(nearest)
    return [x.hex(), nearest.hex(), float((truth - mpf(nearest)) / mpf(unit))]


def arguments(special, both):
    random.seed(7)
    for size in SIZES:
        for _ in range(4):
            x = float(mpf(size) * random.uniform(0.3, 1.7))
            yield x
            if both:
                yield -x
    yield from special


def main():
    table = {}
    for name, (function, special, both) in CASES.items():
        rows = []
        for x in arguments(special, both):
            # Beyond these, mpmath would compute with millions of bits.
            if name in ("exp", "expm1", "sinh", "cosh", "sigmoid", "tanh", "tanh_slope", "exp2",
                        "sigmoid_slope", "erf", "erfc") and abs(x) > 2000:
                continue
            row = spelled(x, function(mpf(x)))
            if row:
                rows.append(row)
        table[name] = rows
    random.seed(8)
    powers = []
    for _ in range(150):
        x = random.choice([random.uniform(0, 3), random.uniform(0.9, 1.1), random.uniform(0, 1e6)])
        y = random.choice([random.uniform(-20, 20), float(random.randint(-30, 30)), 0.5, -0.5, 1 / 3])
        row = spelled(x, mpf(x) ** mpf(y))
        if row:
            powers.append([row[0], y.hex()] + row[1:])
    for x in (-2.0, -3.5, 1.5, 10.0, 3.0):
        for y in (-7, -2, -1, 1, 2, 3, 5, 10, 11, 64):
            row = spelled(x, mpf(x) ** y)
            powers.append([row[0], float(y).hex()] + row[1:])
    table["pow"] = powers
    path = pathlib.Path(__file__).with_name("cells.json")
    path.write_text(json.dumps(table, separators=(",", ":")).replace("],", "],\n") + "\n")


if __name__ == "__main__":
    main()
