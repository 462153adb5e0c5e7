# Made by mpmath 1.3.0 on Python 3.11: python3 make_losses.py
"""Writes losses.json: each loss, a sample at a time, over two matrices without a layer.

`per_sample` has one number a row of Y and A, computed with 40 digits and rounded once. MSE, MAE,
MSLE and BCE are means over the outputs of a row, CCE and half-square sums.
"""

import random

from mpmath import mp, mpf

from common import write

mp.dps = 40
GUARD = mpf(1e-16)


def bce(y, a):
    return -y * mp.log(a + GUARD) - (1 - y) * mp.log(1 - a + GUARD)


def bce_slope(y, a):
    return -y / (a + GUARD) + (1 - y) / (1 - a + GUARD)


# name: the term of an output, its slope by a, whether the terms of a row are averaged
LOSSES = {
    "MSE": (lambda y, a: (y - a) ** 2, lambda y, a: 2 * (a - y), True),
    "MAE": (lambda y, a: abs(y - a), lambda y, a: mp.sign(a - y), True),
    "MSLE": (
        lambda y, a: (mp.log1p(y) - mp.log1p(a)) ** 2,
        lambda y, a: 2 * (mp.log1p(a) - mp.log1p(y)) / (1 + a),
        True,
    ),
    "CCE": (lambda y, a: -y * mp.log(a + GUARD), lambda y, a: -y / (a + GUARD), False),
    "BCE": (bce, bce_slope, True),
    "half-square": (lambda y, a: (a - y) ** 2 / 2, lambda y, a: a - y, False),
}
SHAPES = [(1, 1), (4, 3), (2, 5), (5, 1), (1, 4), (3, 3)]


def check(loss, y, a):
    """The slope by central differences, with a step that is small beside the guard too."""
    term, slope, _ = LOSSES[loss]
    h = mpf("1e-20")
    difference = (term(y, a + h) - term(y, a - h)) / (2 * h)
    assert abs(difference - slope(y, a)) <= 1e-6 * abs(slope(y, a)) + 1e-12, (loss, y, a)


def shares(row):
    """Three decimals each, and 1 in all."""
    first = [round(x / sum(row), 3) for x in row[:-1]]
    return first + [round(1 - sum(first), 3)]


def one_hot(label, u):
    return [float(j == label) for j in range(u)]


def drawn(loss, draw, m, u):
    """Y and A that suit the loss; a square has a cell with y = a, and outputs of 0 and 1."""
    def matrix(low, high):
        return [[round(draw.uniform(low, high), 3) for _ in range(u)] for _ in range(m)]

    if loss == "MSLE":
        Y, A = matrix(0, 9), matrix(0, 9)
    elif loss in ("MSE", "MAE", "half-square"):
        Y, A = matrix(-3, 3), matrix(-3, 3)
    else:
        Y, A = matrix(0, 1), matrix(0.001, 0.999)
        if loss == "CCE" and u > 1:
            A = [shares(row) for row in A]
            Y = [one_hot(draw.randrange(u), u) if i % 2 else shares(row) for i, row in enumerate(Y)]
    if m == u > 1:
        A[0][0] = Y[0][0]
        if loss in ("CCE", "BCE"):
            Y[1], A[1] = one_hot(0, u), one_hot(2, u)
            Y[2], A[2] = one_hot(0, u), [1.0, 1e-17, 0.0]
    return Y, A


def case(loss, m, u):
    draw = random.Random(f"{loss} {m} {u}")
    Y, A = drawn(loss, draw, m, u)
    term, _, is_mean = LOSSES[loss]
    per_sample = []
    for row_y, row_a in zip(Y, A):
        cells = [(mpf(y), mpf(a)) for y, a in zip(row_y, row_a)]
        for y, a in cells:
            check(loss, y, a)
        per_sample.append(float(sum(term(y, a) for y, a in cells) / (u if is_mean else 1)))
    return {"name": f"{loss}-{m}x{u}", "loss": loss, "Y": Y, "A": A, "per_sample": per_sample}


write("losses.json", [case(loss, m, u) for loss in LOSSES for m, u in SHAPES])
