"""EpyNN's side of the benchmark; see compare.py for what it is asked."""

import time

import numpy as np
from epynn.commons.maths import relu
from epynn.dense.models import Dense
from epynn.embedding.models import Embedding
from epynn.network.hyperparameters import model_learning_rate
from epynn.network.models import EpyNN
from epynn.settings import se_hPars
from workloads import BooleanData, LayerData, answer_requests


class LayerPass:
    """Forward, backward and gradients of one layer of ReLU, with a dA that is given."""

    def __init__(self, samples, features, units):
        data = LayerData(samples, features, units)
        self.x, self.dA = data.x, data.dA
        self.layer = Dense(units=units, activate=relu)
        self.layer.p["W"] = data.w
        self.layer.p["b"] = data.b

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
        self.data = BooleanData()

    def model(self):
        embedding = Embedding(
            X_data=self.data.x, Y_data=self.data.y, relative_size=(1, 0, 0))
        model = EpyNN(layers=[embedding, Dense()])
        model.initialize(loss="MSE", seed=1, se_hPars=se_hPars.copy())
        model.layers[1].p["W"] = self.data.w.copy()
        model.layers[1].p["b"] = np.zeros((1, 1))
        return model

    def train(self, model):
        if not self.is_bare:
            model.train(self.epochs, init_logs=False)
            return
        x, y = self.data.x, self.data.y
        model.epochs = self.epochs
        model_learning_rate(model)
        for model.e in range(self.epochs):
            output = model.forward(x)
            np.mean(model.training_loss(y, output))
            model.backward(model.training_loss(y, output, deriv=True))

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


if __name__ == "__main__":
    answer_requests({
        "layer": lambda: LayerPass(4, 3, 2),
        "train": lambda: BooleanTraining(is_bare=False),
        "bare": lambda: BooleanTraining(is_bare=True),
        "large": lambda: LayerPass(1024, 784, 128),
    })
