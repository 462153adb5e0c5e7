"""Makes the files of VerificationReportTests, and judges with NumPy what is said of them.

python make_reports.py                    writes the files
python make_reports.py .build/debug/epynn-repl   evaluates each expression on the file's own arrays

Two layers, tanh and sigmoid, BCE; a mistake in one formula; the tensors laid as programs lay them.
"""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
MISTAKES = {
    "slope": ("dZ1", lambda f: f["dA1"]),
    "factor": ("dZ1", lambda f: f["dA1"] * (1 - f["A1"] ** 2) * f["Z1"]),
    "input": ("dX2", lambda f: f["dA2"] @ f["W2"].T),
    "weights": ("dW2", lambda f: f["A1"].T @ f["dA2"]),
    "axis": ("db1", lambda f: f["dZ1"].sum(1, keepdims=True)),
    "total": ("db1", lambda f: f["dZ1"].sum(keepdims=True)),
}
# How a program lays its arrays: the name, and the array as the rows have it.
LAYOUTS = {
    "rows": lambda name, array: array,
    "columns": lambda name, array: array.T,
    "torch": lambda name, array: array.T if "W" in name else array,
    "flat": lambda name, array: array.ravel() if "b" in name and 1 in array.shape else array,
    "number": lambda name, array: array.reshape(()) if array.size == 1 else array,
    "sparse": lambda name, array: None if name[:2] in ("dA", "dX", "lo") else array,
}
CASES = [
    ("factor", "rows"), ("factor", "columns"), ("factor", "torch"), ("factor", "sparse"),
    ("slope", "columns"), ("input", "sparse"), ("input", "columns"), ("weights", "torch"),
    ("weights", "columns"), ("axis", "flat"), ("axis", "columns"), ("total", "number"),
]


def tensors(wrong=None):
    draw = np.random.default_rng(3)
    m, n, h, u = 5, 3, 4, 2
    f = {name: draw.normal(size=shape).round(2) for name, shape in
         [("X1", (m, n)), ("W1", (n, h)), ("b1", (1, h)), ("W2", (h, u)), ("b2", (1, u))]}
    f["Y"] = draw.integers(0, 2, (m, u)) * 1.0

    def put(name, right):
        f[name] = wrong[1](f) if wrong and wrong[0] == name else right

    put("Z1", f["X1"] @ f["W1"] + f["b1"])
    put("A1", np.tanh(f["Z1"]))
    put("Z2", f["A1"] @ f["W2"] + f["b2"])
    put("A2", 1 / (1 + np.exp(-f["Z2"])))
    put("dA2", (f["A2"] - f["Y"]) / (f["A2"] * (1 - f["A2"])) / u)
    put("dZ2", f["dA2"] * f["A2"] * (1 - f["A2"]))
    put("dX2", f["dZ2"] @ f["W2"].T)
    put("dW2", f["A1"].T @ f["dZ2"])
    put("db2", f["dZ2"].sum(0, keepdims=True))
    put("dA1", f["dX2"])
    put("dZ1", f["dA1"] * (1 - f["A1"] ** 2))
    put("dW1", f["X1"].T @ f["dZ1"])
    put("db1", f["dZ1"].sum(0, keepdims=True))
    return f


def laid(f, layout):
    kept = {name: LAYOUTS[layout](name, array) for name, array in f.items()}
    return {name: array for name, array in kept.items() if array is not None}


def judge(program):
    for mistake, layout in CASES:
        path = HERE / f"{mistake}-{layout}.npz"
        said = json.loads(subprocess.run(
            [program, "verify", path, "--activation", "tanh,sigmoid", "--loss", "BCE", "--json"],
            capture_output=True, text=True).stdout)
        f = dict(np.load(path))
        right = laid(tensors(), layout)
        first = said["first"]
        for found in first["findings"]:
            for key, wanted in [("numpy", f[first["tensor"]]), ("expected", right[first["tensor"]])]:
                value = eval(found[key], {"np": np, "f": f})
                same = np.shape(value) == np.shape(wanted) and np.allclose(value, wanted, 1e-9)
                print(path.stem, first["tensor"], first["made_in"], key, same, found[key])


if len(sys.argv) > 1:
    judge(sys.argv[1])
else:
    for mistake, layout in CASES:
        np.savez(HERE / f"{mistake}-{layout}.npz", **laid(tensors(MISTAKES[mistake]), layout))
    np.savez(HERE / "right.npz", **tensors())
    # A name that a terminal would act on, and a product left out of one sum.
    f = tensors()
    dW = f["dW1"].copy()
    dW[1, 2] -= f["X1"][3, 1] * f["dZ1"][3, 2]
    np.savez(HERE / "slip.npz", **(f | {"dW1": dW}))
    del f["dW1"]
    np.savez(HERE / "hostile.npz", **f, **{"d\"W\x1b[31m\u202e\\é": dW})
