"""Writes printed.json: random matrices as NumPy prints them, and the numbers that the text holds.

Each entry is the text and the shape and cells, each as the bits of its Float64 in hexadecimal.
Run with NumPy 2: python3 make_printed.py
"""
import json
import re
import struct

import numpy as np

rng = np.random.default_rng(7)
entries = []
for case in range(240):
    shape = (int(rng.integers(1, 7)), int(rng.integers(1, 6)))
    scale = 10.0 ** rng.integers(-9, 9) if case % 3 == 0 else 1.0
    matrix = rng.standard_normal(shape) * scale
    if case % 5 == 0:
        matrix = np.round(matrix, 1)
    if case % 7 == 0:
        matrix[0, 0] = 0
    precision = [17, 8, 4, 2][case % 4]
    mode = "unique" if precision == 17 else "maxprec"
    options = dict(
        precision=precision, floatmode=mode, linewidth=[40, 75, 120][case % 3],
        suppress=bool(case % 2), threshold=10_000)
    with np.printoptions(**options):
        plain, array = str(matrix), repr(matrix)
    form = [plain, array, array.replace("array(", "tensor("),
            array.replace("array(", "np.array(")][(case // 4) % 4]
    if form.startswith("tensor") and case % 8 < 4:
        form = form[:-1] + ", dtype=torch.float64)"
    words = re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", array)
    cells = [float(word) for word in words][: matrix.size]
    if precision == 17:
        assert cells == matrix.ravel().tolist()
    bits = [struct.pack(">d", cell).hex() for cell in cells]
    entries.append([form, list(shape), bits])

with open("printed.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(entry) for entry in entries) + "\n]\n")
