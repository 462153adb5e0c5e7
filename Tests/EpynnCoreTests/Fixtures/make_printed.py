"""Writes numpy_printed.json: matrices as NumPy prints them: python3 make_printed.py"""

import json

import numpy as np

random = np.random.default_rng(11)
cases = []
for index in range(160):
    precision = 1 + index % 8
    shape = tuple(random.integers(1, 5, size=2))
    x = random.normal(size=shape)
    kind = index // 8 % 5
    if kind == 1:
        x = np.where(random.random(shape) < 0.5, 0.0, x)
    elif kind == 2:
        x = x * 10.0 ** random.integers(-9, 9)
    elif kind == 3:
        x = x * 10.0 ** random.integers(-6, 6, size=shape)
    elif kind == 4:
        x = np.round(x * 8) / 8
    with np.printoptions(precision=precision):
        cases.append({"precision": precision, "rows": x.tolist(), "text": str(x)})

with open("numpy_printed.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
