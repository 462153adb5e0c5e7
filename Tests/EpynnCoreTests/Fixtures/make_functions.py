"""Writes activations/NAME.json and losses/NAME.json with mpmath: python3 make_functions.py

Values and slopes of each row of the tables, computed with 60 digits and rounded once. A point of an
activation is [z, value, slope], of a loss [y, a, term, slope], for one output.
"""

import json
import math

from mpmath import mp, mpf

mp.dps = 100  # 60 digits are left where some cancel

SQRT2 = mp.sqrt(2)
GUARD = mpf(1e-16)


def sigmoid(z):
    return 1 / (1 + mp.exp(-z))


def normal_share(z):
    """The share of a normal distribution below z; mpmath's erfc ends at about 1e100."""
    if abs(z) > 1e50:
        return mpf(z > 0)
    return mp.erfc(-z / SQRT2) / 2


# name: value, slope, points of its own
ACTIVATIONS = {
    "identity": (lambda z: z, lambda z: 1, []),
    "relu": (lambda z: z if z > 0 else 0, lambda z: int(z > 0), []),
    "lrelu": (
        lambda z: z if z > 0 else mpf(0.3) * z,
        lambda z: 1 if z > 0 else mpf(0.3),
        [],
    ),
    "elu": (
        lambda z: z if z > 0 else mp.expm1(z),
        lambda z: 1 if z > 0 else mp.exp(z),
        [],
    ),
    "sigmoid": (sigmoid, lambda z: 1 / (mp.exp(z / 2) + mp.exp(-z / 2)) ** 2, []),
    "tanh": (mp.tanh, lambda z: 1 / mp.cosh(z) ** 2, []),
    "softplus": (
        lambda z: max(z, 0) + mp.log1p(mp.exp(-abs(z))),
        sigmoid,
        [],
    ),
    "silu": (
        lambda z: z * sigmoid(z),
        lambda z: sigmoid(z) * (1 + z * sigmoid(-z)),
        [-1.2784645427610737, -1.2784645427610739],
    ),
    "gelu": (
        lambda z: z * normal_share(z),
        lambda z: normal_share(z) + z * mp.exp(-(z**2) / 2) / mp.sqrt(2 * mp.pi),
        [-0.7517915246935645, -0.7517915246935644],
    ),
    "hardtanh": (
        lambda z: max(-1, min(1, z)),
        lambda z: int(-1 < z < 1),
        [sign * z for z in (1.0, math.nextafter(1, 0), math.nextafter(1, 2)) for sign in (1, -1)],
    ),
}

# name: term, slope, targets, outputs
LOSSES = {
    "MSE": (lambda y, a: (y - a) ** 2, lambda y, a: 2 * (a - y), "any", "any"),
    "MAE": (
        lambda y, a: abs(y - a),
        lambda y, a: (a - y) / (abs(a - y) + GUARD),
        "any",
        "any",
    ),
    "MSLE": (
        lambda y, a: (mp.log1p(y) - mp.log1p(a)) ** 2,
        lambda y, a: 2 * (mp.log1p(a) - mp.log1p(y)) / (1 + a),
        "positive",
        "positive",
    ),
    "CCE": (
        lambda y, a: -y * mp.log(a + GUARD),
        lambda y, a: -y / (a + GUARD),
        "share",
        "share",
    ),
    "BCE": (
        lambda y, a: -y * mp.log(a + GUARD) - (1 - y) * mp.log(1 - a + GUARD),
        lambda y, a: (a - y) / (a - a**2 + GUARD),
        "share",
        "share",
    ),
    "half-square": (lambda y, a: (a - y) ** 2 / 2, lambda y, a: a - y, "any", "any"),
}
# Of one output the sum over the outputs is their mean.
LOSSES["BCE-sum"] = LOSSES["BCE"]

SPREAD = (
    [10.0**k for k in range(-300, -20, 40)]
    + [10.0**k for k in range(-20, 0, 2)]
    + [0.137 * k for k in range(1, 290)]
    + [50.0, 100.0, 300.0, 500.0, 699.0, 700.0, 709.7, 710.0, 744.4, 745.2, 1e3, 1e5, 1e10]
    + [1e100, 1e150, 1e300]
)
NUMBERS = {
    "any": [sign * x for x in (0.0, 1e-300, 1e-9, 0.4, 1.0, 3.7, 1e4, 1e75) for sign in (1, -1)],
    "positive": [0.0, 1e-300, 1e-9, 0.4, 1.0, 3.7, 1e4],
    "share": [0.0, 0.013, 0.25, 0.5, 0.77, 0.93, 1.0],
}


def write(file, points):
    rows = [json.dumps([float(x) for x in point]) for point in points]
    with open(file, "w") as f:
        f.write("[\n" + ",\n".join(rows) + "\n]\n")


for name, (value, slope, own) in ACTIVATIONS.items():
    zs = [0.0] + [sign * z for z in SPREAD for sign in (1, -1)] + own
    write(f"activations/{name}.json", [(z, value(mpf(z)), slope(mpf(z))) for z in zs])

for name, (term, slope, targets, outputs) in LOSSES.items():
    pairs = [(mpf(y), mpf(a)) for y in NUMBERS[targets] for a in NUMBERS[outputs]]
    # A logarithm of 0 has no digits but the guard's.
    if "LE" not in name and targets != "any":
        pairs = [(y, a) for y, a in pairs if 0 < a < 1]
    write(f"losses/{name}.json", [(y, a, term(y, a), slope(y, a)) for y, a in pairs])
