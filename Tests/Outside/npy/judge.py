"""Mutated .npy files, judged by NumPy and by the program.

Where the two differ on purpose, a kind below says why; any other difference fails."""

import collections
import io
import os
import random
import re
import subprocess
import sys
import tempfile
import warnings
from concurrent.futures import ThreadPoolExecutor

import numpy as np

PROGRAM = os.environ["EPYNN_REPL"]
TYPES = "<f8 >f8 <f4 >f4 <f2 |i1 <i2 >i4 <i8 |u1 <u2 <u4 >u8 |b1".split()
SHAPES = [(), (1,), (5,), (3, 4), (1, 6), (4, 1)]
# What a header is made of, so that damage is not only noise.
PIECES = [b"'", b'"', b",", b"(", b")", b"{", b"}", b" ", b"\n", b"#", b"L", b"1", b"0", b"_", b"-",
          b"True", b"False", b"descr", b"shape", b"<", b">", b"=", b"|", b"f4", b"f8", b"i2", b"d", b"u"]

TYPE_NAMES = "f8 <f8 =f8 |f8 d <d f >f e ? b B h l Q i4 u8 <c16 c8 S3 <U2 M8[s] V8 O f16 g float64 int <i3 f8,i4".split()
SPACES = [b" ", b"\n", b"\t", b"\x0c", b"\r\n", b"# note\n", b"#\r"]
TOKENS = ([b"\x0b", b"\xa0", b",", b"()", b"(3,)", b"((3), 4)", b"(3)", b"0", b"03",
           b"00", b"1_0", b"12L", b"-1", b"True", b"False", b"None", b"'shape': (2,),", b"'more': 1,", b"[", b"]",
           b"u", b"b", b"''", b"\\", b"\0", b"\xe9", b"\xff", b"{", b"}", b"(", b")", b":"]
          + [f"'{name}'".encode() for name in TYPE_NAMES])


def originals():
    rng = np.random.default_rng(1)
    for kind in TYPES:
        for shape in SHAPES:
            for order in "CF":
                for version in [(1, 0), (2, 0), (3, 0)]:
                    values = rng.integers(0, 100, shape) if "f" not in kind else rng.normal(size=shape)
                    array = np.asarray(values).astype(kind, order=order)
                    file = io.BytesIO()
                    np.lib.format.write_array(file, array, version=version)
                    yield file.getvalue()


def rearranged(file, draw):
    """The header's tokens doubled, left out, exchanged or replaced: nearer to Python than noise is."""
    start = 10 if file[6] == 1 else 12
    end = start + int.from_bytes(file[8:start], "little")
    tokens = re.findall(rb"'[^']*'|\d+|\w+|\s+|.", file[start:end])
    for _ in range(draw.choice([1, 1, 2])):
        place, other = draw.randrange(len(tokens)), draw.randrange(len(tokens))
        way = draw.randrange(10)
        if way < 3:
            tokens.insert(place, draw.choice(SPACES))
        elif way < 5:
            tokens[3] = f"'{draw.choice(TYPE_NAMES)}'".encode()
        elif way == 5:
            tokens.insert(place, draw.choice(TOKENS))
        elif way == 6:
            tokens[place] = draw.choice(TOKENS)
        elif way == 7:
            tokens[place], tokens[other] = tokens[other], tokens[place]
        elif way == 8:
            tokens.insert(place, tokens[other])
        elif len(tokens) > 1:
            del tokens[place]
    header = b"".join(tokens)
    return file[:8] + len(header).to_bytes(start - 8, "little") + header + file[end:]


def damaged(file, draw):
    """One change as a rule, two or three at times, most of them in the header's text.

    Where that grows or shrinks its length goes along, as a rule, so that the text is what is judged."""
    file = bytearray(file)
    for _ in range(draw.choice([1, 1, 1, 2, 3])):
        if len(file) < 12:
            break
        end = len(file) if draw.random() < 0.1 else min(len(file), 72)
        place = draw.randrange(end)
        before = len(file)
        way = draw.randrange(16)
        if way == 0:
            file[place] = draw.randrange(256)
        elif way == 1:
            file[place] ^= 1 << draw.randrange(8)
        elif way in (2, 3, 4):
            del file[place:place + draw.choice([1, 1, 1, 2, 3])]
        elif way == 5:
            del file[draw.randrange(len(file) + 1):]
            continue
        elif way == 6:
            file += bytes(draw.randint(1, 9))
            continue
        elif way in (7, 8, 9):
            piece = draw.choice(PIECES)
            file[place:place + len(piece)] = piece
        else:
            file[place:place] = draw.choice(PIECES)
        length = file[8] + len(file) - before
        if place > 11 and 0 <= length <= 255 and draw.random() < 0.9:
            file[8] = length
    return bytes(file)


def by_numpy(file):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return np.load(file, allow_pickle=False)
    except Exception:
        return None


def by_program(file):
    lines = f"t = load('{file}')\nset precision full\nset notation numpy\nt\n"
    run = subprocess.run([PROGRAM], input=lines, capture_output=True, text=True, timeout=60)
    if run.returncode not in (0, 2):
        sys.exit(f"{file}: status {run.returncode}: {run.stderr}")
    if run.returncode == 2:
        return None, run.stderr.strip().splitlines()[-1]
    shown = run.stdout.split("notation is numpy\n")[1]
    names = {"np": np, "nan": np.nan, "inf": np.inf}
    return np.atleast_2d(np.asarray(eval(shown, names), dtype=float)), run.stdout


def on_purpose(array, header):
    """Why the program refuses what NumPy reads; None where it should not."""
    if not isinstance(array, np.ndarray):
        return "an archive by its first bytes"
    if array.dtype.kind not in "fiub" or array.dtype.itemsize > 8:
        return "a type that is no number of 64 bits or fewer"
    if array.size == 0:
        return "an array without a cell"
    if array.ndim > 2:
        return "more than two dimensions"
    spelled = re.search(rb"'descr'\s*:\s*[uUrR]?['\"]([^'\"]*)", header)
    if spelled and not re.fullmatch(rb"[<>|=]?([fiub][1248]|[dfebBhHiIlLqQ?])", spelled[1]):
        return "a type by another of NumPy's names, as float64 or 1<i2"
    if b"-" in header:
        return "a negative size, which to NumPy means the rest of the file"
    return None


def same(theirs, ours):
    theirs = np.atleast_2d(theirs.astype(float))
    return theirs.shape == ours.shape and np.array_equal(theirs, ours, equal_nan=True)


def judge(task):
    path, data = task
    with open(path, "wb") as file:
        file.write(data)
    theirs = by_numpy(path)
    ours, said = by_program(path)
    os.remove(path)
    if theirs is None and ours is None:
        return "both refuse", None
    if theirs is None:
        return "DIFFERS: only the program reads", (data, said)
    if ours is None:
        kind = on_purpose(theirs, data[:128])
        return (f"on purpose: {kind}", None) if kind else ("DIFFERS: only NumPy reads", (data, said))
    return ("both read the same", None) if same(theirs, ours) else ("DIFFERS: other numbers", (data, said))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    draw = random.Random(19)
    files = list(originals())
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        tasks = [(f"{folder}/{n}.npy", draw.choice([damaged, rearranged])(draw.choice(files), draw)) for n in range(count)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for kind, example in pool.map(judge, tasks):
                counts[kind] += 1
                if example and counts[kind] <= 10:
                    print(kind, example[0][:140], example[1][-200:])
    for kind, number in sorted(counts.items()):
        print(f"{number:6} {kind}")
    sys.exit(any(kind.startswith("DIFFERS") for kind in counts))


main()
