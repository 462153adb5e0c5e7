"""Writes the files of FileNameTests with NumPy and safetensors: python3 make_named.py

Two layers, tanh and softmax with CCE, under the names that programs have them by; the numbers are
those of right.npz beside this folder.
"""

import numpy as np
from safetensors.numpy import save_file

right = dict(np.load("../right.npz"))
X, Y = right["X"], right["Y"]


def torch_names(keep=lambda a: a, layers=("fc1", "fc2"), bias_list=True):
    """Weights and their gradients (u, n), biases as lists, as torch.nn.Linear has them."""
    out = {"input": X, "target": Y}
    for k, layer in enumerate(layers, 1):
        out[f"{layer}.weight"] = right[f"W{k}"].T
        out[f"{layer}.bias"] = right[f"b{k}"].ravel()
        out[f"{layer}.weight.grad"] = right[f"dW{k}"].T
        out[f"{layer}.bias.grad"] = right[f"db{k}"].ravel()
    return {name: np.ascontiguousarray(keep(a)) for name, a in out.items()}


save_file(torch_names(), "torch.safetensors")
save_file(torch_names(lambda a: a.astype(np.float32), ("0", "2")), "sequential.safetensors")

wrong = torch_names()
wrong["fc1.weight.grad"][2, 0] *= 2
save_file(wrong, "wrong.safetensors")

course = {"A0": X, "Y": Y, "AL": right["A2"], "dAL": right["dA2"]}
for k in (1, 2):
    for name in ("W", "b", "Z", "dZ", "dW", "db"):
        course[f"{name}_{k}"] = right[f"{name}{k}"]
course["A_1"], course["dA_prev_2"] = right["A1"], right["dX2"]
np.savez("course.npz", **course)

lists = {"x": X, "y": Y}
for k in (1, 2):
    lists[f"weights.{k - 1}"], lists[f"biases.{k - 1}"] = right[f"W{k}"], right[f"b{k}"]
    lists[f"weights.{k - 1}.grad"], lists[f"grad_bias.{k - 1}"] = right[f"dW{k}"], right[f"db{k}"]
lists["delta_out"] = right["dZ2"]
np.savez("lists.npz", **lists)

# One layer, relu, MSE, gradients of the summed loss: the layer at the start, all in small letters.
x = np.array([[2.0, 0, 1], [0, 1, 1], [2, 1, 0], [1, 0, 2]])
W1, b1 = np.array([[1.0, -1], [2, -1], [2, 2]]), np.array([[-1.0, 1]])
y = np.array([[3.0, 4], [2, 1], [2, 2], [3, 7]])
z1 = x @ W1 + b1
a1 = np.maximum(z1, 0)
dz1 = (a1 - y) * (z1 > 0)
np.savez("lower.npz", x=x, w1=W1, b1=b1, y=y, z1=z1, a1=a1, dz1=dz1, dw1=x.T @ dz1, db1=dz1.sum(0))
