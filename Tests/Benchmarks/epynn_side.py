"""EpyNN's side of the benchmark: answers the same requests as the Swift program, see compare.py.

`CASE` is answered with the numbers the case comes to, `CASE SECONDS` with the nanoseconds of a run.
"""

import contextlib
import io
import sys
import time

import numpy as np
from epynn.commons.maths import relu
from epynn.dense.models import Dense
from epynn.embedding.models import Embedding
from epynn.network.hyperparameters import model_learning_rate
from epynn.network.models import EpyNN
from epynn.settings import se_hPars


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


class LayerPass:
    """Forward, backward and gradients of one layer of ReLU, with a dA that is given."""

    def __init__(self, samples, features, units):
        congruence = Congruence()
        self.x = congruence.matrix(samples, features)
        self.layer = Dense(units=units, activate=relu)
        self.layer.p["W"] = congruence.matrix(features, units)
        self.layer.p["b"] = congruence.matrix(1, units)
        self.dA = congruence.matrix(samples, units)

    def run(self, times):
        layer, x, dA = self.layer, self.x, self.dA
        start = time.perf_counter_ns()
        for _ in range(times):
            layer.forward(x)
            layer.backward(dA)
            layer.compute_gradients()
        return time.perf_counter_ns() - start

    def outcome(self):
        self.run(1)
        layer = self.layer
        return [layer.fc["A"], layer.bc["dX"], layer.g["dW"], layer.g["db"]]


class BooleanTraining:
    """1,000 epochs of one sigmoid unit on 50 x 11 bits, which learns whether fewer are true.

    `model.train` shuffles, trains, evaluates and reports. The bare loop only passes the data
    forward, computes cost and dA, and passes dA backward, which updates.
    """

    epochs = 1000

    def __init__(self, is_bare):
        self.is_bare = is_bare
        congruence = Congruence()
        self.x = congruence.bits(50, 11)
        self.y = np.where(self.x.sum(axis=1, keepdims=True) > 11 / 2, 0.0, 1.0)
        self.w = congruence.matrix(11, 1)

    def model(self):
        embedding = Embedding(X_data=self.x, Y_data=self.y, relative_size=(1, 0, 0))
        model = EpyNN(layers=[embedding, Dense()])
        model.initialize(loss="MSE", seed=1, se_hPars=se_hPars.copy())
        model.layers[1].p["W"] = self.w.copy()
        model.layers[1].p["b"] = np.zeros((1, 1))
        return model

    def train(self, model):
        if not self.is_bare:
            model.train(self.epochs, init_logs=False)
            return
        model.epochs = self.epochs
        model_learning_rate(model)
        for model.e in range(self.epochs):
            output = model.forward(self.x)
            np.mean(model.training_loss(self.y, output))
            model.backward(model.training_loss(self.y, output, deriv=True))

    def run(self, times):
        spent = 0
        for _ in range(times):
            model = self.model()
            start = time.perf_counter_ns()
            self.train(model)
            spent += time.perf_counter_ns() - start
        return spent

    def outcome(self):
        model = self.model()
        self.train(model)
        return [model.layers[1].p["W"], model.layers[1].p["b"]]


CASES = {
    "layer": lambda: LayerPass(4, 3, 2),
    "train": lambda: BooleanTraining(is_bare=False),
    "bare": lambda: BooleanTraining(is_bare=True),
    "large": lambda: LayerPass(1024, 784, 128),
}


class Silence(io.TextIOBase):
    """Takes what EpyNN reports, at no cost."""

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


def main():
    answers = sys.stdout
    cases = {}
    for line in sys.stdin:
        name, *seconds = line.split()
        if name not in cases:
            cases[name] = CASES[name]()
        case = cases[name]
        with contextlib.redirect_stdout(Silence()):
            if seconds:
                answer = repr(mean_time(case, float(seconds[0])))
            else:
                numbers = np.concatenate([np.ravel(part) for part in case.outcome()])
                answer = " ".join(repr(float(number)) for number in numbers)
        print(answer, file=answers, flush=True)


if __name__ == "__main__":
    main()
