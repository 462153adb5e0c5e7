"""What the scripts beside it share: draws, central differences, and how a file is written."""

import json

import numpy as np


def drawn(random, *shape):
    """Normal numbers with three decimals, smaller where many are summed."""
    return np.round(random.normal(size=shape) / max(shape) ** 0.5, 3)


def inputs(random, *shape):
    return np.round(random.normal(size=shape), 3)


def targets(random, loss, m, u, soft=False):
    """Rows that suit the loss; soft ones are any probabilities, or shares of 1."""
    if loss == "BCE":
        draw = random.uniform(size=(m, u)).round(3)
        return draw if soft else draw.round()
    if loss == "CCE":
        shares = random.integers(1, 9, (m, u)) if soft else np.eye(u)[random.integers(0, u, m)]
        return shares / shares.sum(axis=1, keepdims=True)
    return inputs(random, m, u)


def prove(objective, moved, gradient, what):
    """Asserts the gradient of objective() by the cells of `moved`, an array that it reads."""
    h = 1e-5
    slopes = np.zeros_like(moved)
    for cell in np.ndindex(*moved.shape):
        before = moved[cell]
        moved[cell] = before + h
        above = objective()
        moved[cell] = before - h
        below = objective()
        moved[cell] = before
        slopes[cell] = (above - below) / (2 * h)
    assert slopes.shape == gradient.shape, (what, slopes.shape, gradient.shape)
    off = np.abs(slopes - gradient).max()
    assert off <= 1e-6 * np.abs(gradient).max() + 1e-10, (what, off, slopes, gradient)


def is_clear_of_bends(name, z, margin=1e-3):
    bends = {"relu": [0], "lrelu": [0], "elu": [0], "hardtanh": [-1, 1]}.get(name, [])
    return all(np.abs(z - bend).min() > margin for bend in bends)


def write(path, cases):
    """One case a line; each number in the fewest digits, 17 at most, that read back as it."""
    names = [case["name"] for case in cases]
    assert len(set(names)) == len(names), names
    lines = [
        json.dumps(case, allow_nan=False, separators=(",", ":"), default=lambda a: a.tolist())
        for case in cases
    ]
    with open(path, "w") as file:
        file.write("[\n" + ",\n".join(lines) + "\n]\n")
    print(path, len(cases), "cases")
