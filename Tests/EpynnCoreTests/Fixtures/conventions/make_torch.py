# Made by PyTorch 2.15.0 (CPU, float64) with NumPy 2.4.6: python3 make_torch.py
"""Writes torch.json and torch-1.npz: autograd of the mean losses and one step of SGD.

torch.json has the program's layout, W (n, u) and b (1, u), torch-1.npz that of nn.Linear,
W (u, n) and b (u,). `cost` is the number that the loss of torch.nn returns.
"""

import numpy as np
import torch
from torch import nn

from common import drawn, inputs, is_clear_of_bends, prove, targets, write

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

# lrelu has the program's slope, where PyTorch's own default is 0.01.
HYPERPARAMETERS = {"LRELU_alpha": 0.3, "ELU_alpha": 1.0, "softmax_temperature": 1.0}
ACTIVATIONS = {
    "identity": nn.Identity(),
    "relu": nn.ReLU(),
    "lrelu": nn.LeakyReLU(HYPERPARAMETERS["LRELU_alpha"]),
    "elu": nn.ELU(HYPERPARAMETERS["ELU_alpha"]),
    "sigmoid": nn.Sigmoid(),
    "tanh": nn.Tanh(),
    "softplus": nn.Softplus(threshold=700),  # above it PyTorch returns z itself
    "silu": nn.SiLU(),
    "gelu": nn.GELU(approximate="none"),
    "hardtanh": nn.Hardtanh(),
    "softmax": nn.Softmax(dim=1),
}
LOSSES = {"MSE": nn.MSELoss(), "MAE": nn.L1Loss(), "BCE": nn.BCELoss()}
LOGITS = nn.CrossEntropyLoss()


def mean_loss(loss, A, Y):
    """CCE is written out, since nn.CrossEntropyLoss starts from Z and leaves no A between."""
    return -(Y * A.log()).sum(dim=1).mean() if loss == "CCE" else LOSSES[loss](A, Y)


def forward(X, linears, activations, shifts=None):
    """[(Z, A)] of each layer. Shifts are added to Z and A, to be moved by finite differences."""
    passed, A = [], X
    for k, (linear, name) in enumerate(zip(linears, activations)):
        Z = linear(A)
        if shifts:
            Z = Z + torch.from_numpy(shifts[k][0])
        A = ACTIVATIONS[name](Z)
        if shifts:
            A = A + torch.from_numpy(shifts[k][1])
        passed.append((Z, A))
    return passed


def attempt(random, m, n, units, activations, loss, rate, soft):
    """A case, or nothing where a bend is near, an output is at its end or a gradient is 0."""
    X = torch.tensor(inputs(random, m, n), requires_grad=True)
    Y = torch.tensor(targets(random, loss, m, units[-1], soft))
    linears = [nn.Linear(a, b) for a, b in zip([n] + units, units)]
    for linear in linears:
        linear.weight.data = torch.tensor(drawn(random, *linear.weight.shape))
        linear.bias.data = torch.tensor(drawn(random, *linear.bias.shape))
    start = [(linear.weight.detach().clone(), linear.bias.detach().clone()) for linear in linears]
    passed = forward(X, linears, activations)
    for Z, A in passed:
        Z.retain_grad()
        A.retain_grad()
    output = passed[-1][1]
    cost = mean_loss(loss, output, Y)
    cost.backward()
    apart = {"MAE": (output - Y).abs(), "BCE": output * (1 - output), "CCE": output}
    clear = [is_clear_of_bends(f, Z.detach().numpy()) for f, (Z, _) in zip(activations, passed)]
    steep = [linear.weight.grad.abs().max() > 1e-4 for linear in linears]
    if not all(clear + steep) or loss in apart and apart[loss].min() < 1e-3:
        return None
    if loss == "CCE":
        logits = passed[-1][0].detach().clone().requires_grad_()
        cost = LOGITS(logits, Y)
        cost.backward()
        assert (logits.grad - passed[-1][0].grad).abs().max() < 1e-12
        assert abs(cost - mean_loss(loss, output, Y)) < 1e-12
    check(X, Y, linears, activations, loss, passed)
    torch.optim.SGD([p for l in linears for p in l.parameters()], lr=rate).step()
    layers, before = [], X
    for linear, (W, b), (Z, A) in zip(linears, start, passed):
        tensors = {
            "W": W.T, "b": b[None], "Z": Z, "A": A, "dA": A.grad, "dZ": Z.grad, "dX": before.grad,
            "dW": linear.weight.grad.T, "db": linear.bias.grad[None],
            "W_new": linear.weight.T, "b_new": linear.bias[None],
        }
        layers.append({name: t.detach().numpy().copy() for name, t in tensors.items()})
        before = A
    return {
        "convention": "pytorch", "samples": "rows", "activations": activations,
        "hyperparameters": HYPERPARAMETERS, "loss": loss, "rate": rate,
        "X": X.detach().numpy(), "Y": Y.numpy(), "layers": layers, "cost": cost.item(),
    }


def check(X, Y, linears, activations, loss, passed):
    shifts = [(np.zeros(Z.shape), np.zeros(A.shape)) for Z, A in passed]

    @torch.no_grad()
    def cost():
        return mean_loss(loss, forward(X, linears, activations, shifts)[-1][1], Y).item()

    moved = [(X.detach().numpy(), X.grad)]
    for linear, (Z, A), (dZ, dA) in zip(linears, passed, shifts):
        moved += [(p.detach().numpy(), p.grad) for p in linear.parameters()]
        moved += [(dZ, Z.grad), (dA, A.grad)]
    for number, (array, gradient) in enumerate(moved):
        prove(cost, array, gradient.numpy(), (activations, loss, number))


def case(number, m, n, units, activations, loss, rate, soft=False):
    random = np.random.default_rng(number)
    while (found := attempt(random, m, n, units, activations, loss, rate, soft)) is None:
        pass
    shape = "x".join(map(str, [m, n] + units)) + ("-soft" if soft else "")
    return {"name": f"{loss}-{'-'.join(activations)}-{shape}"} | found


def save_as_pytorch(path, case):
    arrays = {"X": case["X"], "Y": case["Y"]}
    for k, layer in enumerate(case["layers"], 1):
        arrays |= {name + str(k): layer[name] for name in ("Z", "A", "dA", "dZ")}
        arrays |= {name + str(k): layer[name].T.copy() for name in ("W", "dW")}
        arrays |= {name + str(k): layer[name][0] for name in ("b", "db")}
    np.savez(path, **arrays)


HIDDEN = "tanh relu silu lrelu sigmoid elu gelu softplus hardtanh softmax".split() * 4
LASTS = {"MSE": ["identity", "sigmoid", "tanh"], "MAE": ["identity", "softplus", "tanh"],
         "BCE": ["sigmoid"], "CCE": ["softmax"]}
SIZES = [(4, 3, [2]), (7, 2, [3, 4]), (1, 4, [3, 2]), (5, 3, [4, 3, 2]),
         (3, 3, [3]), (2, 2, [2, 2]), (4, 4, [4, 4, 4])]
plan = [(6, 2, [3], [name], "MSE", 0.1) for name in ACTIVATIONS]
for loss, lasts in LASTS.items():
    for at, (m, n, units) in enumerate(SIZES):
        hidden = [HIDDEN.pop(0) for _ in units[1:]]
        last = lasts[(at + 1) % len(lasts)]
        plan.append((m, n, units, hidden + [last], loss, [0.1, 0.5, 0.01][at % 3]))
plan += [(6, 5, [3, 1], ["relu", "sigmoid"], "BCE", 0.1),
         (3, 2, [2], ["sigmoid"], "BCE", 0.1, True),
         (5, 2, [4, 3], ["tanh", "softmax"], "CCE", 0.1, True)]
cases = [case(number, *row) for number, row in enumerate(plan)]
save_as_pytorch("torch-1.npz", next(c for c in cases if c["name"] == "CCE-relu-softmax-7x2x3x4"))
write("torch.json", cases)
