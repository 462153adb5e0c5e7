# Made by NumPy 2.4.6 on Python 3.11: python3 make_nielsen.py
"""Writes nielsen.json: two conventions whose gradients all belong to the summed loss.

Loss "MSE" is half the squared error summed over outputs here, BCE is summed over outputs too.
`nielsen` divides the rate by m in the update; `mazur` does not, and leaves the biases alone, though
db is in the file. `cost` is the mean over samples in both.
"""

import numpy as np

from common import drawn, inputs, prove, targets, write

ACTIVATIONS = {  # the value of z, the slope by the value
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a * a),
}
LOSSES = {  # the loss summed over samples and outputs, its slope by a
    "MSE": (lambda y, a: 0.5 * np.sum((a - y) ** 2), lambda y, a: a - y),
    "BCE": (
        lambda y, a: -np.sum(y * np.log(a) + (1 - y) * np.log(1 - a)),
        lambda y, a: (a - y) / (a * (1 - a)),
    ),
}


def forward(X, weights, activations, shifts=None):
    """[(Z, A)] of each layer. Shifts are added to Z and A, to be moved by finite differences."""
    passed, A = [], X
    for k, ((W, b), name) in enumerate(zip(weights, activations)):
        more_z, more_a = shifts[k] if shifts else (0, 0)
        Z = A @ W + b + more_z
        A = ACTIVATIONS[name][0](Z) + more_a
        passed.append((Z, A))
    return passed


def backward(X, Y, weights, activations, loss, passed):
    """A dictionary of gradients for each layer."""
    found, dA = [], LOSSES[loss][1](Y, passed[-1][1])
    for k in reversed(range(len(weights))):
        dZ = dA * ACTIVATIONS[activations[k]][1](passed[k][1])
        before = passed[k - 1][1] if k else X
        dX = dZ @ weights[k][0].T
        db = dZ.sum(axis=0, keepdims=True)
        found.insert(0, {"dA": dA, "dZ": dZ, "dX": dX, "dW": before.T @ dZ, "db": db})
        dA = dX
    return found


def check(X, Y, weights, activations, loss, passed, gradients):
    shifts = [(np.zeros_like(Z), np.zeros_like(A)) for Z, A in passed]

    def total():
        return LOSSES[loss][0](Y, forward(X, weights, activations, shifts)[-1][1])

    prove(total, X, gradients[0]["dX"], "X")
    for (W, b), (more_z, more_a), g in zip(weights, shifts, gradients):
        moved = {"dW": W, "db": b, "dZ": more_z, "dA": more_a}
        for name, array in moved.items():
            prove(total, array, g[name], name)
    if activations[-1] == "sigmoid" and loss == "BCE":
        assert np.abs(gradients[-1]["dZ"] - (passed[-1][1] - Y)).max() < 1e-14


def attempt(random, convention, m, n, units, activations, loss, rate):
    """A case, or nothing where an output is at its end."""
    X, Y = inputs(random, m, n), targets(random, loss, m, units[-1])
    if loss == "MSE":  # as far as a sigmoid goes
        Y = np.round(random.uniform(size=Y.shape), 2)
    weights = [(drawn(random, a, b), drawn(random, 1, b)) for a, b in zip([n] + units, units)]
    passed = forward(X, weights, activations)
    A = passed[-1][1]
    if loss == "BCE" and (A * (1 - A)).min() < 1e-3:
        return None
    gradients = backward(X, Y, weights, activations, loss, passed)
    check(X, Y, weights, activations, loss, passed, gradients)
    layers = []
    for (W, b), (Z, A), g in zip(weights, passed, gradients):
        if convention == "nielsen":
            after = {"W_new": W - (rate / m) * g["dW"], "b_new": b - (rate / m) * g["db"]}
        else:
            after = {"W_new": W - rate * g["dW"], "b_new": b}
        layers.append({"W": W, "b": b, "Z": Z, "A": A} | g | after)
    return {
        "convention": convention, "samples": "rows", "activations": activations, "loss": loss,
        "rate": rate, "X": X, "Y": Y, "layers": layers,
        "cost": LOSSES[loss][0](Y, passed[-1][1]) / m,
    }


def case(number, convention, m, n, units, activations, loss, rate):
    random = np.random.default_rng(200 + number)
    activations = activations.split()
    arguments = (convention, m, n, units, activations, loss, rate)
    while (found := attempt(random, *arguments)) is None:
        pass
    shape = "x".join(map(str, [m, n] + units))
    return {"name": f"{convention}-{loss}-{'-'.join(activations)}-{shape}"} | found


plan = [
    ("nielsen", 5, 3, [2], "sigmoid", "MSE", 3.0),
    ("nielsen", 4, 2, [3, 2], "sigmoid sigmoid", "MSE", 0.5),
    ("nielsen", 6, 4, [3, 4, 2], "tanh sigmoid tanh", "MSE", 0.1),
    ("nielsen", 3, 3, [3, 3], "tanh sigmoid", "MSE", 3.0),
    ("nielsen", 5, 3, [2], "sigmoid", "BCE", 0.5),
    ("nielsen", 7, 3, [4, 3], "sigmoid sigmoid", "BCE", 0.1),
    ("nielsen", 4, 3, [4, 2, 1], "tanh sigmoid sigmoid", "BCE", 3.0),
    ("nielsen", 3, 3, [3, 3, 3], "sigmoid tanh sigmoid", "BCE", 0.5),
    ("mazur", 1, 2, [2, 2], "sigmoid sigmoid", "MSE", 0.5),
    ("mazur", 1, 3, [4, 2], "tanh sigmoid", "MSE", 0.5),
    ("mazur", 5, 3, [2, 2], "sigmoid tanh", "MSE", 0.1),
    ("mazur", 3, 3, [3, 3], "sigmoid sigmoid", "MSE", 0.5),
]
write("nielsen.json", [case(number, *row) for number, row in enumerate(plan)])
