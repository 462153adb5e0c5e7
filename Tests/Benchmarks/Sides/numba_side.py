"""Numba's side of the benchmark; see compare.py for what it is asked.

Plain loops as a person would write them for speed, without fastmath. Sizes are read from the arrays
while it runs. Each case is called from one compiled function, so that Python's calls do not count.
"""

import math
import time

import numpy as np
from numba import njit
from workloads import BooleanData, LayerData, answer_requests


# Inlined it takes two thirds of the time.
@njit(error_model="numpy", forceinline=True)
def layer_pass(x, w, b, dA, z, a, dZ, dX, dW, db):
    """Forward, backward and gradients of one layer of ReLU."""
    samples, features = x.shape
    units = w.shape[1]
    for m in range(samples):
        for u in range(units):
            total = 0.0
            for n in range(features):
                total += x[m, n] * w[n, u]
            total += b[0, u]
            z[m, u] = total
            a[m, u] = total if total > 0.0 else 0.0
            dZ[m, u] = dA[m, u] if total > 0.0 else 0.0
    for m in range(samples):
        for n in range(features):
            total = 0.0
            for u in range(units):
                total += dZ[m, u] * w[n, u]
            dX[m, n] = total
    for n in range(features):
        for u in range(units):
            total = 0.0
            for m in range(samples):
                total += x[m, n] * dZ[m, u]
            dW[n, u] = total
    for u in range(units):
        total = 0.0
        for m in range(samples):
            total += dZ[m, u]
        db[0, u] = total


@njit(error_model="numpy")
def layer_passes(times, x, w, b, dA, z, a, dZ, dX, dW, db):
    for _ in range(times):
        layer_pass(x, w, b, dA, z, a, dZ, dX, dW, db)


class LayerPass:
    """One layer of ReLU with a dA that is given.

    Every array is made once: making them in each pass takes Numba three times as long.
    """

    def __init__(self, samples, features, units):
        data = LayerData(samples, features, units)
        shapes = [(samples, units)] * 3 + [(samples, features), (features, units), (1, units)]
        self.results = [np.empty(shape) for shape in shapes]
        self.arguments = [data.x, data.w, data.b, data.dA, *self.results]
        layer_passes(1, *self.arguments)

    def run(self, times):
        start = time.perf_counter_ns()
        layer_passes(times, *self.arguments)
        return time.perf_counter_ns() - start

    def outcome(self):
        self.run(1)
        _, a, _, dX, dW, db = self.results
        return [a, dX, dW, db]


@njit(error_model="numpy")
def train(epochs, rate, x, y, w, b, dZ, costs):
    """One sigmoid unit, MSE, one batch; the cost of each epoch is kept."""
    samples, features = x.shape
    for epoch in range(epochs):
        for m in range(samples):
            total = 0.0
            for n in range(features):
                total += x[m, n] * w[n, 0]
            dZ[m] = total + b[0, 0]
        loss = 0.0
        db = 0.0
        for m in range(samples):
            a = 1.0 / (1.0 + math.exp(-dZ[m]))
            error = y[m, 0] - a
            loss += error * error
            dZ[m] = -2.0 * error * a * (1.0 - a)
            db += dZ[m]
        costs[epoch] = loss / samples
        for n in range(features):
            total = 0.0
            for m in range(samples):
                total += x[m, n] * dZ[m]
            w[n, 0] -= rate * total
        b[0, 0] -= rate * db


@njit(error_model="numpy")
def trainings(times, epochs, rate, x, y, start, w, b, dZ, costs):
    for _ in range(times):
        w[:] = start
        b[:] = 0.0
        train(epochs, rate, x, y, w, b, dZ, costs)


class BooleanTraining:
    """1,000 epochs of one sigmoid unit on 50 x 11 bits."""

    def __init__(self):
        data = BooleanData()
        samples, features = data.x.shape
        self.w, self.b = np.empty((features, 1)), np.empty((1, 1))
        self.arguments = [
            1000, 0.1, data.x, data.y, data.w, self.w, self.b, np.empty(samples), np.empty(1000)]
        trainings(1, *self.arguments)

    def run(self, times):
        start = time.perf_counter_ns()
        trainings(times, *self.arguments)
        return time.perf_counter_ns() - start

    def outcome(self):
        self.run(1)
        return [self.w, self.b]


if __name__ == "__main__":
    answer_requests({"layer": lambda: LayerPass(4, 3, 2), "train": BooleanTraining})
