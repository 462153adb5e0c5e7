"""Makes the fixtures of MistakeCaseTests: python make_mistakes.py [FOLDER_OF_CASES]

A case is a folder with all.npz, sparse.npz and typed.epynn. What the person computed stands below by
hand, as NumPy, from what the case says in words. It is held against the person's own tensors, and
then evaluated on another random layer of the same shapes, activations and loss: other.npz.
"""

import json
import re
import shutil
import sys
from pathlib import Path

import numpy as np

np.seterr(all="ignore")


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z, axis=1):
    e = np.exp(z - z.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)


ACTIVATIONS = {
    "identity": (lambda z: z, lambda z: np.ones_like(z)),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0) * 1.0),
    "lrelu": (lambda z: np.where(z > 0, z, 0.01 * z), lambda z: np.where(z > 0, 1, 0.01)),
    "softmax": (softmax, None),
}

# name: (activations, loss, rate, what the person computed in running order)
MEAN = {"dW1": 'f["X1"].T @ f["dZ1"] / m', "db1": 'f["dZ1"].sum(0, keepdims=True) / m'}
MEAN2 = MEAN | {"dW2": 'f["A1"].T @ f["dZ2"] / m', "db2": 'f["dZ2"].sum(0, keepdims=True) / m'}
SLOPE = 'sigmoid(f["Z2"]) * (1 - sigmoid(f["Z2"]))'
CASES = {
    "01-out-slope-missing-u2": ("sigmoid,sigmoid", "MSE", 0.3, {"dZ2": 'f["A2"] - f["Y"]'}),
    "02-out-slope-missing-u3": ("tanh,sigmoid", "MSE", 0.5, {"dZ2": 'f["A2"] - f["Y"]'}),
    "04-sigmoid-formula-at-z": (
        "sigmoid,sigmoid", "MSE", 0.5, {"dZ2": 'f["dA2"] * f["Z2"] * (1 - f["Z2"])'}),
    "06-tanh-formula-at-z": ("tanh,sigmoid", "BCE", 0.1, {"dZ1": 'f["dA1"] * (1 - f["Z1"] ** 2)'}),
    "07-slope-at-output-tanh": (
        "tanh,sigmoid", "BCE", 0.1, {"dZ1": 'f["dA1"] * (1 - np.tanh(f["A1"]) ** 2)'}),
    "08-slope-at-output-sigmoid": (
        "sigmoid", "MSE", 0.5, {"dZ": 'f["dA"] * sigmoid(f["A"]) * (1 - sigmoid(f["A"]))'}),
    "09-relu-ge-at-a": ("relu,softmax", "CCE", 0.05, {"dZ1": 'f["dA1"]'}),
    "10-hidden-slope-omitted": ("relu,softmax", "CCE", 0.05, {"dZ1": 'f["dA1"]'}),
    "12-activation-for-slope": ("tanh,sigmoid", "BCE", 0.1, {"dZ1": 'f["dA1"] * f["A1"]'}),
    "14-wrong-activations-slope-relu": (
        "relu,softmax", "CCE", 0.05, {"dZ1": 'f["dA1"] * sigmoid(f["Z1"]) * (1 - sigmoid(f["Z1"]))'}),
    "16-wrong-activations-slope-a1ma": (
        "tanh,sigmoid", "BCE", 0.1, {"dZ1": 'f["dA1"] * f["A1"] * (1 - f["A1"])'}),
    "18-leaky-upstream-dropped": (
        "lrelu LRELU_alpha=0.01,identity", "MSE", 0.05,
        {"dZ1": 'np.where(f["Z1"] > 0, f["dA1"], 0.01)'}),
    "20-slope-twice": (
        "tanh,sigmoid", "BCE", 0.1, {"dZ2": '(f["A2"] - f["Y"]) * f["A2"] * (1 - f["A2"])'}),
    "22-in-place-activation": (
        "sigmoid,sigmoid", "MSE", 0.3, {"Z1": 'sigmoid(f["X1"] @ f["W1"] + f["b1"])'}),
    "24-error-averaged-twice": (
        "tanh,sigmoid", "BCE", 0.1, {"dZ1": 'f["dA1"] * (1 - f["A1"] ** 2) / m'} | MEAN2),
    "25-dx-from-da": ("sigmoid,sigmoid", "MSE", 0.3, {"dX2": 'f["dA2"] @ f["W2"].T'}),
    "27-dx-updated-w-mean": (
        "tanh,sigmoid", "BCE", 0.1,
        {"dX2": 'f["dZ2"] @ (f["W2"] - rate * f["A1"].T @ f["dZ2"] / m).T'} | MEAN2),
    "28-dx-updated-w-sgd": (
        "sigmoid,sigmoid", "MSE", 0.1,
        {"dX2": 'f["dZ2"] @ (f["W2"] - rate * f["A1"].T @ f["dZ2"]).T'}),
    "30-dx-from-value": ("sigmoid,sigmoid", "MSE", 0.5, {"dX2": 'f["A2"] @ f["W2"].T'}),
    "32-dx-not-transposed": ("relu,sigmoid", "BCE", 0.1, {"dX2": 'f["dZ2"] @ f["W2"]'}),
    "33-da-of-last-layer": ("relu,sigmoid", "BCE", 0.1, {"dA1": 'f["dA2"]'}),
    "34-dw-from-own-output": ("tanh,sigmoid", "BCE", 0.1, {"dW2": 'f["A2"].T @ f["dZ2"]'}),
    "36-dw-transposed-square": ("relu,sigmoid", "BCE", 0.1, {"dW2": 'f["dZ2"].T @ f["A1"]'}),
    "37-dw-from-own-weight": (
        "sigmoid,sigmoid", "MSE", 0.1,
        {"dX2": 'f["dA2"] @ f["W2"].T', "dW2": 'f["W2"] * f["dZ2"]'}),
    "39-dw-factor2": ("relu,softmax", "CCE", 0.05, {"dW2": '2 * f["A1"].T @ f["dZ2"]'}),
    "41-dw-regularised": (
        "sigmoid,sigmoid", "MSE", 0.3, {"dW2": 'f["A1"].T @ f["dZ2"] / m - 0.1 * f["W2"]'}),
    "42-db-mean-only": (
        "sigmoid,sigmoid", "MSE", 0.3, {"db2": 'f["dZ2"].mean(0, keepdims=True)'}),
    "44-db-total-scalar": (
        "sigmoid,sigmoid", "MSE", 0.3, {"db2": 'f["dZ2"].sum(keepdims=True)'}),
    "46-db-unsummed": ("sigmoid,sigmoid", "MSE", 0.3, {"db2": 'f["dZ2"]'}),
    "47-db-wrong-axis": ("sigmoid,sigmoid", "MSE", 0.3, {"db2": 'f["dZ2"].sum(1, keepdims=True)'}),
    "48-avg-missing-convention": ("tanh,sigmoid", "BCE", 0.1, MEAN2),
    "49-avg-in-loss": (
        "sigmoid,sigmoid", "MSE", 0.3, {"dA2": '2 * (f["A2"] - f["Y"]) / U / m'} | MEAN2),
    "50-y-minus-a-u1": ("sigmoid,sigmoid", "MSE", 0.5, {"dA2": 'f["Y"] - f["A2"]'}),
    "51-y-minus-a-u2": ("sigmoid,sigmoid", "MSE", 0.3, {"dA2": 'f["Y"] - f["A2"]'}),
    "52-linreg-sign": (
        "identity", "MSE", 0.1,
        {"dA": '2 * (f["Y"] - f["A"])', "dW": 'f["X"].T @ f["dZ"] / m',
         "db": 'f["dZ"].sum(0, keepdims=True) / m'}),
    "53-half-square": ("sigmoid,sigmoid", "MSE", 0.5, {"dA2": 'f["A2"] - f["Y"]'}),
    "55-upstream-missing-l1": ("sigmoid,sigmoid", "MSE", 0.5, {"dX2": f'({SLOPE}) @ f["W2"].T'}),
    # The labels are class numbers in the file, and one-hot rows at the prompt.
    "57-labels-not-onehot": (
        "relu,softmax", "CCE", 0.05,
        {"dA2": '-labels / (f["A2"] + 1e-16)', "dZ2": 'f["A2"] - labels'}),
    "59-softmax-total": ("relu,softmax", "CCE", 0.05, {"A2": 'np.exp(f["Z2"]) / np.exp(f["Z2"]).sum()'}),
    "60-softmax-columns": ("softmax", "CCE", 0.1, {"A": 'softmax(f["Z"], 0)'}),
    "61-softmax-cellwise": ("softmax", "CCE", 0.1, {"dZ": 'f["dA"] * f["A"] * (1 - f["A"])'}),
    "63-relu-npmax": ("relu,softmax", "CCE", 0.05, {"A1": 'np.max(f["Z1"], 0, keepdims=True)'}),
    "65-forward-no-bias": ("tanh,sigmoid", "BCE", 0.1, {"Z1": 'f["X1"] @ f["W1"]'}),
    "66-nan-log0": (
        "tanh,sigmoid", "BCE", 0.1,
        {"loss": '(-f["Y"] * np.log(f["A2"]) - (1 - f["Y"]) * np.log(1 - f["A2"])).mean(1, keepdims=True)',
         "dA2": '(f["A2"] - f["Y"]) / (f["A2"] * (1 - f["A2"])) / U'}),
    "68-bias-not-updated": ("sigmoid,sigmoid", "MSE", 0.3, {"b2_new": 'f["b2"]', "b1_new": 'f["b1"]'}),
    "70-rate-twice": (
        "sigmoid,sigmoid", "MSE", 0.3,
        {"W1_new": 'f["W1"] - rate * rate * f["dW1"]', "W2_new": 'f["W2"] - rate * rate * f["dW2"]'}),
    "72-relu-slope-one-at-zero": ("relu", "MSE", 0.1, {"dZ": 'f["dA"] * (f["Z"] >= 0)'}),
    "74-zero-init": ("tanh,sigmoid", "BCE", 0.1, {}),
    "75-dw-elementwise": ("identity", "MSE", 0.1, {"dW": 'f["X"] * f["dZ"]'}),
    "77-nll-slope-course-mean": (
        "tanh,sigmoid", "BCE", 0.1, {"dZ1": 'f["dA1"] * (1 - f["A1"] ** 2) * f["Z1"]'} | MEAN2),
}

# These follow the convention that gradients are means; it is no mistake of theirs.
AVERAGED = {"24-error-averaged-twice", "27-dx-updated-w-mean", "77-nll-slope-course-mean"}

# Where the first tensor of the file that is wrong is not the one that the case names.
FIRST = {"37-dw-from-own-weight": "dX2", "52-linreg-sign": "dA", "57-labels-not-onehot": "dA2"}


def loss_of(loss, y, a):
    if loss == "MSE":
        return ((a - y) ** 2).mean(1, keepdims=True)
    if loss == "BCE":
        guard = 1e-16
        return (-y * np.log(a + guard) - (1 - y) * np.log(1 - a + guard)).mean(1, keepdims=True)
    return -(y * np.log(a + 1e-16)).sum(1, keepdims=True)


def slope_of(loss, y, a):
    if loss == "MSE":
        return 2 * (a - y) / a.shape[1]
    if loss == "BCE":
        return (a - y) / (a.shape[1] * (a - a * a + 1e-16))
    return -y / (a + 1e-16)


def run(given, case):
    """All tensors of an iteration, with the person's formulas in their places, as far as they fit."""
    f = dict(given)
    try:
        iterate(f, given, case)
    except ValueError:
        pass
    return f


def iterate(f, given, case):
    names, loss, rate, own = case
    names = [name.split()[0] for name in names.split(",")]
    count = len(names)
    key = lambda name, layer: name + (str(layer) if count > 1 else "")
    y = given["Y"]
    labels = y if y.shape[1] == 1 else y.argmax(1)[:, None].astype(float)
    units = given[key("W", count)].shape[1]
    scope = {"np": np, "f": f, "sigmoid": sigmoid, "softmax": softmax, "rate": rate, "U": units,
             "m": len(y), "labels": labels}

    def put(name, right):
        f[name] = eval(own[name], scope) if name in own else right()

    one_hot = np.eye(units)[labels[:, 0].astype(int)] if loss == "CCE" else y
    x = given[key("X", 1)]
    for k in range(1, count + 1):
        put(key("Z", k), lambda: x @ f[key("W", k)] + f[key("b", k)])
        put(key("A", k), lambda: ACTIVATIONS[names[k - 1]][0](f[key("Z", k)]))
        x = f[key("A", k)]
    put("loss", lambda: loss_of(loss, one_hot, x))
    put(key("dA", count), lambda: slope_of(loss, one_hot, x))
    for k in range(count, 0, -1):
        slope = ACTIVATIONS[names[k - 1]][1]
        d, a, z = f[key("dA", k)], f[key("A", k)], f[key("Z", k)]
        put(key("dZ", k),
            lambda: d * slope(z) if slope else a * (d - (d * a).sum(1, keepdims=True)))
        dz = f[key("dZ", k)]
        put(key("dX", k), lambda: dz @ f[key("W", k)].T)
        if k > 1:
            put(key("dA", k - 1), lambda: f[key("dX", k)])
        before = f[key("A", k - 1)] if k > 1 else f[key("X", 1)]
        put(key("dW", k), lambda: before.T @ dz)
        put(key("db", k), lambda: dz.sum(0, keepdims=True))
    for k in range(1, count + 1):
        for name in "Wb":
            if f["d" + key(name, k)].shape == f[key(name, k)].shape:
                put(key(name, k) + "_new", lambda: f[key(name, k)] - rate * f["d" + key(name, k)])


def another(given, loss, seed, kind):
    """Random numbers of the same shapes."""
    draw = np.random.default_rng(seed)
    other = {}
    for name, array in given.items():
        shape = array.shape
        if name == "Y" and loss == "CCE":
            chosen = draw.permutation(np.arange(shape[0]) % 3)
            other[name] = chosen[:, None] * 1.0 if shape[1] == 1 else np.eye(shape[1])[chosen]
        elif name == "Y" and loss == "BCE":
            other[name] = draw.permuted(np.arange(array.size) % 2).reshape(shape) * 1.0
        elif kind == "72":
            other[name] = draw.integers(-2, 3, shape) * 1.0
        else:
            other[name] = draw.normal(size=shape).round(2)
    if kind == "66":
        # One sample's output rounds to 1, and the others' are far from it.
        other["W2"] *= 60
        other["X1"][1:] *= 0.01
        other["b1"] *= 0
        other["W2"] *= np.sign(np.tanh(other["X1"][:1] @ other["W1"]) @ other["W2"])
    return other


def main(source):
    here = Path(__file__).parent
    table = []
    for seed, (name, case) in enumerate(CASES.items()):
        activations, loss, rate, own = case
        folder = Path(source) / name
        target = here / name
        target.mkdir(exist_ok=True)
        everything = dict(np.load(folder / "all.npz"))
        sparse = dict(np.load(folder / "sparse.npz"))
        typed = (folder / "typed.epynn").read_text().splitlines()
        if folder.resolve() != target.resolve():
            for file in ["all.npz", "sparse.npz", "typed.epynn"]:
                shutil.copyfile(folder / file, target / file)
        is_input = lambda key: re.fullmatch(r"[XWb]\d?|Y", key)
        given = {key: array for key, array in everything.items() if is_input(key)}
        theirs = run(given, case)
        # Up to the first step that is theirs, and as far beyond as the file goes with it.
        beside = [key for key in everything if key in theirs and not (
            theirs[key].shape == everything[key].shape
            and np.allclose(theirs[key], everything[key], 1e-9, 1e-12, equal_nan=True))]
        convention = MEAN2 if name in AVERAGED else {}
        right = run(given, (activations, loss, rate, convention))
        order = [key for key in theirs if not is_input(key)]
        wrong = [key for key in order if not (
            right[key].shape == theirs[key].shape
            and np.allclose(right[key], theirs[key], 1e-9, 1e-12))]

        def first(held):
            return next((key for key in wrong if key in held), None)

        first_typed = next(line.split()[1] for line in typed if line.startswith("mine"))
        # What is typed of W and b was updated.
        updated = first_typed + "_new" if first_typed[0] in "Wb" else first_typed
        entry = {
            "name": name, "activations": activations, "loss": loss, "rate": rate,
            "all": first(everything), "sparse": first(sparse),
            "typed": first_typed if own else None,
        }
        assert entry["all"] not in beside and entry["sparse"] not in beside, (name, beside)
        if name in FIRST:
            assert entry["all"] == FIRST[name], entry
        keys = {entry["all"], entry["sparse"], updated if own else None} - {None}
        # A layer on which the mistake shows.
        for further in range(100):
            other = another(given, loss, seed + 1000 * further, name[:2])
            result = run(other, case)
            plain = run(other, (activations, loss, rate, convention))
            if all(result[key].shape != plain[key].shape
                   or not np.allclose(result[key], plain[key]) for key in keys):
                break
        else:
            sys.exit(f"{name}: no layer shows it")
        for key in sorted(keys):
            other["want_" + key] = result[key]
        np.savez(target / "other.npz", **other)
        table.append(entry)
        print(name, entry["all"], entry["sparse"], entry["typed"], "beside:", beside)
    rows = ",\n".join("  " + json.dumps(row) for row in table)
    (here / "cases.json").write_text(f"[\n{rows}\n]\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
