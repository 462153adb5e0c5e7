"""The layer of idioms.json and arguments.json, and what NumPy makes of a text about it.

Each entry is the text, then either "error", or NumPy's shape, the sum of the cells and their sum
weighted by 1, 2, 3, ... (as they are written, so that every digit of every cell counts).
"""
import json
import warnings

import numpy as np

warnings.filterwarnings("ignore")

X = np.array([[2.5, 0, 1], [0, 1, 1.25], [2, 1, 0], [1, 0, 2]])
W = np.array([[1, -1.5], [2, -1], [2, 2.25]])
b = np.array([[-1, 1.0]])
Y = np.array([[3, 4.0], [2, 1], [2, 2], [3, 7]])
Z = X @ W + b
A = np.maximum(Z, 0)
dA = A - Y  # of MSE over two outputs: 2 (A - Y) / 2


def entry(text):
    """The entry of a text; None where NumPy's answer is no matrix of finite numbers."""
    try:
        value = np.asarray(eval(text), dtype=float)
    except Exception:
        return [text, "error"]
    cells = value.ravel()
    if value.ndim > 2 or cells.size == 0 or not np.all(np.isfinite(cells)):
        return None
    weights = np.arange(1, cells.size + 1)
    return [text, list(value.shape), float(cells.sum()), float((cells * weights).sum())]


def write(path, entries):
    with open(path, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(entry) for entry in entries) + "\n]\n")
    print(len(entries), sum(entry[1] == "error" for entry in entries), "errors")
