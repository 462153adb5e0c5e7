# Made by NumPy 2.4.6 on Python 3.11: python3 make_deeplearning.py
"""Writes deeplearning.json, deeplearning-1.npz to -3.npz and deeplearning-wrong.npz.

Samples are columns, W is (u, n), b is (u, 1). dA, dZ and dX belong to the loss summed over
samples, dW and db to its mean, which is the cost; BCE is summed over outputs.
"""

import numpy as np

from common import drawn, inputs, is_clear_of_bends, prove, targets, write


def relu(Z):
    return np.maximum(0, Z)


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def softmax(Z):
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


ACTIVATIONS = {"relu": relu, "tanh": np.tanh, "sigmoid": sigmoid, "softmax": softmax}


def forward_propagation(X, parameters, activations, shifts={}):
    """The cache. Shifts are added to Z and A, to be moved by finite differences."""
    cache = {"A0": X}
    for k, name in enumerate(activations, 1):
        Z = np.dot(parameters[f"W{k}"], cache[f"A{k - 1}"]) + parameters[f"b{k}"]
        cache[f"Z{k}"] = Z + shifts.get(f"Z{k}", 0)
        cache[f"A{k}"] = ACTIVATIONS[name](cache[f"Z{k}"]) + shifts.get(f"A{k}", 0)
    return cache


def summed_loss(A, Y, loss):
    if loss == "CCE":
        return -np.sum(Y * np.log(A))
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def activation_backward(dA, Z, A, name):
    if name == "relu":
        return dA * (Z > 0)
    if name == "tanh":
        return dA * (1 - A**2)
    if name == "sigmoid":
        return dA * A * (1 - A)
    jacobians = [np.diag(a) - np.outer(a, a) for a in A.T]
    return np.stack([np.dot(J, d) for J, d in zip(jacobians, dA.T)], axis=1)


def backward_propagation(Y, parameters, cache, activations, loss, flipped=False):
    """The gradients; flipped, the last dZ is Y - A, and what follows is made of it."""
    m, K, grads = Y.shape[1], len(activations), {}
    A = cache[f"A{K}"]
    grads[f"dA{K}"] = -Y / A if loss == "CCE" else -(Y / A - (1 - Y) / (1 - A))
    for k in range(K, 0, -1):
        A_prev, Z, A = cache[f"A{k - 1}"], cache[f"Z{k}"], cache[f"A{k}"]
        dZ = activation_backward(grads[f"dA{k}"], Z, A, activations[k - 1])
        if k == K:
            assert np.abs(dZ - (A - Y)).max() < 1e-14
            dZ = Y - A if flipped else dZ
        grads[f"dZ{k}"] = dZ
        grads[f"dW{k}"] = 1 / m * np.dot(dZ, A_prev.T)
        grads[f"db{k}"] = 1 / m * np.sum(dZ, axis=1, keepdims=True)
        grads[f"dA{k - 1}"] = np.dot(parameters[f"W{k}"].T, dZ)
    return grads


def check(X, Y, parameters, activations, loss, cache, grads):
    shifts = {name: np.zeros_like(a) for name, a in cache.items() if name != "A0"}

    def total():
        passed = forward_propagation(X, parameters, activations, shifts)
        return summed_loss(passed[f"A{len(activations)}"], Y, loss)

    for name, array in ({"A0": X} | shifts).items():
        prove(total, array, grads["d" + name], name)
    for name, array in parameters.items():
        prove(lambda: total() / Y.shape[1], array, grads["d" + name], name)


def attempt(random, n, m, units, activations, loss, rate):
    """A case, or nothing where a bend is near, an output is at its end or a gradient is 0."""
    X, Y = inputs(random, n, m), targets(random, loss, m, units[-1]).T.copy()
    parameters = {}
    for k, (before, u) in enumerate(zip([n] + units, units), 1):
        parameters |= {f"W{k}": drawn(random, u, before), f"b{k}": drawn(random, u, 1)}
    cache = forward_propagation(X, parameters, activations)
    grads = backward_propagation(Y, parameters, cache, activations, loss)
    A = cache[f"A{len(units)}"]
    clear = [is_clear_of_bends(f, cache[f"Z{k}"]) for k, f in enumerate(activations, 1)]
    steep = [np.abs(grads[f"d{name}"]).max() > 1e-3 for name in parameters]
    if not all(clear + steep) or (A if loss == "CCE" else A * (1 - A)).min() < 1e-3:
        return None
    check(X, Y, parameters, activations, loss, cache, grads)
    layers = []
    for k in range(1, len(units) + 1):
        W, b, dW, db = (t[f"{p}{k}"] for t, p in [
            (parameters, "W"), (parameters, "b"), (grads, "dW"), (grads, "db")])
        layers.append({
            "W": W, "b": b, "Z": cache[f"Z{k}"], "A": cache[f"A{k}"], "dA": grads[f"dA{k}"],
            "dZ": grads[f"dZ{k}"], "dX": grads[f"dA{k - 1}"], "dW": dW, "db": db,
            "W_new": W - rate * dW, "b_new": b - rate * db})
    return {
        "convention": "deeplearning.ai", "samples": "columns", "activations": activations,
        "loss": loss, "rate": rate, "X": X, "Y": Y, "layers": layers,
        "cost": summed_loss(A, Y, loss) / m}


def case(number, n, m, units, hidden, loss, rate):
    random = np.random.default_rng(100 + number)
    activations = hidden + ["softmax" if loss == "CCE" else "sigmoid"]
    while (found := attempt(random, n, m, units, activations, loss, rate)) is None:
        pass
    return {"name": f"{loss}-{'-'.join(activations)}-{'x'.join(map(str, [m, n] + units))}"} | found


def save(path, case, flipped=False):
    layers = list(enumerate(case["layers"], 1))
    parameters = {f"{name}{k}": layer[name] for k, layer in layers for name in ("W", "b")}
    cache = forward_propagation(case["X"], parameters, case["activations"])
    grads = backward_propagation(
        case["Y"], parameters, cache, case["activations"], case["loss"], flipped)
    del cache["A0"], grads["dA0"]
    np.savez(path, X=case["X"], Y=case["Y"], **parameters, **cache, **grads)
    print(path, case["name"])


rows = [  # features, samples, units, hidden activations
    (3, 5, [1], []), (2, 6, [3, 1], ["tanh"]), (4, 5, [3, 2], ["relu"]),
    (2, 1, [4, 3], ["tanh"]), (3, 7, [4, 3, 1], ["relu", "tanh"]),
    (3, 3, [3], []), (2, 2, [2, 2], ["tanh"]), (3, 3, [3, 3, 3], ["relu", "relu"])]
cases = [case(at, *row, "BCE", [0.1, 1.2, 0.5][at % 3]) for at, row in enumerate(rows)]
rows = [(n, m, units[:-1] + [max(units[-1], 2)], hidden) for n, m, units, hidden in rows]
cases += [case(8 + at, *row, "CCE", [0.01, 0.5, 0.1][at % 3]) for at, row in enumerate(rows)]
by_name = {c["name"]: c for c in cases}
save("deeplearning-1.npz", by_name["BCE-tanh-sigmoid-6x2x3x1"])
save("deeplearning-2.npz", by_name["CCE-relu-softmax-5x4x3x2"])
save("deeplearning-3.npz", by_name["BCE-relu-relu-sigmoid-3x3x3x3x3"])
save("deeplearning-wrong.npz", by_name["BCE-relu-sigmoid-5x4x3x2"], flipped=True)
write("deeplearning.json", cases)
