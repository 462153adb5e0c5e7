"""What each Python side shares: the data, the clock, and how requests are answered.

`CASE` is answered with the numbers the case comes to, `CASE SECONDS` with the nanoseconds of a run.
"""

import contextlib
import io
import sys

import numpy as np


class Congruence:
    """Numbers that any program makes alike: s <- (1103515245 s + 12345) mod 2**31, from 1."""

    def __init__(self):
        self.state = 1

    def next(self):
        self.state = (self.state * 1103515245 + 12345) % (1 << 31)
        return self.state

    def matrix(self, rows, columns):
        """From -1 up to 1."""
        numbers = [self.next() / (1 << 30) - 1 for _ in range(rows * columns)]
        return np.array(numbers).reshape(rows, columns)

    def bits(self, rows, columns):
        numbers = [float(self.next() >> 30) for _ in range(rows * columns)]
        return np.array(numbers).reshape(rows, columns)


class LayerData:
    """X, W, b and dA of one layer."""

    def __init__(self, samples, features, units):
        congruence = Congruence()
        self.x = congruence.matrix(samples, features)
        self.w = congruence.matrix(features, units)
        self.b = congruence.matrix(1, units)
        self.dA = congruence.matrix(samples, units)


class BooleanData:
    """50 x 11 bits, label 0 where most are true, and the weights of one unit."""

    def __init__(self):
        congruence = Congruence()
        self.x = congruence.bits(50, 11)
        self.y = np.where(self.x.sum(axis=1, keepdims=True) > 11 / 2, 0.0, 1.0)
        self.w = congruence.matrix(11, 1)


class Silence(io.TextIOBase):
    """Takes what a library reports, at no cost."""

    def write(self, text):
        return len(text)


def mean_time(case, seconds):
    """The mean time of a run, over as many runs as fit."""
    spent = runs = 0
    while spent < seconds * 1e9:
        # The clock is read after ever more runs, so that reading it does not count.
        more = max(1, runs // 8)
        spent += case.run(more)
        runs += more
    return spent / runs


def answer_requests(makers):
    """Answers what stands on the standard input, each case made once."""
    answers = sys.stdout
    cases = {}
    for line in sys.stdin:
        name, *seconds = line.split()
        with contextlib.redirect_stdout(Silence()):
            if name not in cases:
                cases[name] = makers[name]()
            case = cases[name]
            if seconds:
                answer = repr(mean_time(case, float(seconds[0])))
            else:
                numbers = np.concatenate([np.ravel(part) for part in case.outcome()])
                answer = " ".join(repr(float(number)) for number in numbers)
        print(answer, file=answers, flush=True)
