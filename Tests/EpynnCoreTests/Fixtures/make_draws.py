"""Writes draws.json: 10,000 draws of each kind at five seeds, as NumPy makes them.

Run as `python3 make_draws.py > draws.json` with the NumPy that the file names. A draw is kept as
the formula that the program reads, its shape and a checksum of its bits, the sum of bits * (2i + 1)
modulo 2**64. Of normal draws, whose last bit hangs on the C library's log, each last byte is kept
too, so that every single one that differs is found, and checksums of a hundred at a time.
"""

import base64
import json
import struct

import numpy as np

SEEDS = [0, 1, 42, 20_241_127, 4_294_967_295]
COUNT = 10_000
BLOCK = 100

# Drawn one after the other from one generator, so that each begins where the last one ended.
SHARED = [
    "random(10000)",
    "normal(1, 2, 10000)",
    "standard_normal((100, 100))",
    "normal(loc=-3, scale=0.25, size=(1, 3))",
    "normal(size=(3, 2))",
    "uniform(-0.3, 1.7, (2500, 4))",
    "uniform(high=5, size=10)",
    "permutation(10000)",
    "permutation([3, 1, 4, 1, 5, 9, 2, 6])",
    "permutation([[1, 2], [3, 4], [5, 6]])",
    "choice(10, 10000)",
    "choice([2.5, -1, 7], (5, 2))",
    "choice(10001, 10000, replace=False)",
    "choice(10000, 9999, replace=False)",
    "choice(20000, 300, False)",
    "choice(12, 7, replace=False)",
    "choice(4, 10000, p=[0.1, 0.2, 0.3, 0.4])",
    "choice(5, 4, replace=False, p=[0.05, 0.05, 0.5, 0.3, 0.1])",
    "choice(7)",
    "random()",
]
LEGACY = [
    "rand(10000)",
    "randn(10000)",
    "randn(11, 9)",
    "random_sample((100, 100))",
    "randint(0, 10, 10000)",
    "randint(7, size=(100, 100))",
    "randint(-5, 4294967291, 10000)",
    "randint(0, 9007199254740992, 10000)",
    "randint(3, 4, 10)",
    "randn()",
    "randint(2)",
]
MODERN = [
    "integers(0, 10, 10000)",
    "integers(7, size=(100, 100))",
    "integers(-5, 4294967291, 10000)",
    "integers(0, 9007199254740992, 10000)",
    "integers(1, 6, 10000, endpoint=True)",
    "integers(3, 4, 10)",
    "integers(2)",
    "standard_normal()",
]


def bits(number):
    return struct.unpack("<Q", struct.pack("<d", float(number)))[0]


def checksum(numbers):
    return sum(bits(x) * (2 * i + 1) for i, x in enumerate(numbers)) % 2**64


def drawn(call, value):
    matrix = np.atleast_2d(np.asarray(value, dtype=float))
    cells = matrix.ravel()
    entry = {"call": call, "shape": list(matrix.shape)}
    if "norm" in call or "randn" in call:
        entry["lastBytes"] = base64.b64encode(bytes(bits(x) & 255 for x in cells)).decode()
        blocks = range(0, len(cells), BLOCK)
    else:
        blocks = [0]
    size = len(cells) if blocks == [0] else BLOCK
    entry["checksums"] = [checksum(cells[i : i + size]) for i in blocks]
    return entry


def stream(make, seed, calls):
    generator = make(seed)
    draws = [drawn(call, eval("g." + call, {"g": generator})) for call in calls]
    kind = {"default_rng": "default_rng"}.get(make.__name__, "RandomState")
    return {"kind": kind, "seed": str(seed), "draws": draws}


streams = []
for seed in SEEDS:
    streams.append(stream(np.random.RandomState, seed, SHARED + LEGACY))
    streams.append(stream(np.random.default_rng, seed, SHARED + MODERN))
for seed in [[1, 2, 3], [5], list(range(700))]:
    for make in [np.random.RandomState, np.random.default_rng]:
        streams.append(stream(make, seed, ["random((3, 2))", "permutation(9)"]))
print(json.dumps({"numpy": np.__version__, "block": BLOCK, "streams": streams}, indent=0))
