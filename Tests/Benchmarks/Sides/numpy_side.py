"""NumPy's side of the benchmark; see compare.py for what it is asked."""

import time

import numpy as np
from workloads import LayerData, answer_requests


class LayerPass:
    """Forward, backward and gradients of one layer of ReLU, with a dA that is given.

    Every array is made once and written again, which NumPy does faster than making new ones.
    """

    def __init__(self, samples, features, units):
        self.data = LayerData(samples, features, units)
        self.z, self.a, self.dZ = (np.empty((samples, units)) for _ in range(3))
        self.is_on = np.empty((samples, units), dtype=bool)
        self.dX = np.empty((samples, features))
        self.dW = np.empty((features, units))
        self.db = np.empty((1, units))

    def run(self, times):
        x, w, b, dA = self.data.x, self.data.w, self.data.b, self.data.dA
        start = time.perf_counter_ns()
        for _ in range(times):
            np.matmul(x, w, out=self.z)
            np.add(self.z, b, out=self.z)
            np.maximum(self.z, 0, out=self.a)
            np.greater(self.z, 0, out=self.is_on)
            np.multiply(dA, self.is_on, out=self.dZ)
            np.matmul(self.dZ, w.T, out=self.dX)
            np.matmul(x.T, self.dZ, out=self.dW)
            np.sum(self.dZ, axis=0, keepdims=True, out=self.db)
        return time.perf_counter_ns() - start

    def outcome(self):
        self.run(1)
        return [self.a, self.dX, self.dW, self.db]


if __name__ == "__main__":
    answer_requests({"large": lambda: LayerPass(1024, 784, 128)})
