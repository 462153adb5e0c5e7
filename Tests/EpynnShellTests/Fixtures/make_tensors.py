"""Writes the .npz files of VerifyTests with NumPy alone: python3 make_tensors.py"""

import numpy as np

random = np.random.default_rng(3)
X = random.normal(size=(5, 3))
Y = np.eye(2)[[0, 1, 1, 0, 1]]
W1, b1 = random.normal(size=(3, 3)), random.normal(size=(1, 3))
W2, b2 = random.normal(size=(3, 2)), random.normal(size=(1, 2))


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def iteration(t):
    """tanh, then softmax and categorical cross-entropy, gradients of the summed loss."""
    X, Y, W1, b1, W2, b2 = (a.astype(t) for a in (X_, Y_, W1_, b1_, W2_, b2_))
    Z1 = X @ W1 + b1
    A1 = np.tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = softmax(Z2)
    loss = -(Y * np.log(A2)).sum(axis=1, keepdims=True)
    dA2 = -Y / A2
    dZ2 = A2 - Y
    dX2 = dZ2 @ W2.T
    dW2, db2 = A1.T @ dZ2, dZ2.sum(axis=0)
    dZ1 = dX2 * (1 - A1**2)
    dX1, dW1, db1 = dZ1 @ W1.T, X.T @ dZ1, dZ1.sum(axis=0)
    names = "X Y W1 b1 W2 b2 Z1 A1 Z2 A2 loss dA2 dZ2 dX2 dW2 db2 dZ1 dX1 dW1 db1".split()
    here = locals()
    return {name: here[name] for name in names}


X_, Y_, W1_, b1_, W2_, b2_ = X, Y, W1, b1, W2, b2
right = iteration(np.float64)
np.savez_compressed("right.npz", **right)

single = {k: np.asfortranarray(v) for k, v in iteration(np.float32).items()}
for name in ["W1", "W2", "dW1", "dW2"]:
    single[name] = single[name].T
for name in ["b1", "b2", "db1", "db2"]:
    single[name] = single[name].ravel()
single["loss"] = single["loss"].mean()
np.savez("single.npz", **single)

# dZ2 = dA2 ⊙ A2(1 − A2), and what follows from it; db1 is a mean besides.
wrong = dict(right)
wrong["dZ2"] = wrong["dA2"] * wrong["A2"] * (1 - wrong["A2"])
wrong["dX2"] = wrong["dZ2"] @ W2.T
wrong["dW2"], wrong["db2"] = wrong["A1"].T @ wrong["dZ2"], wrong["dZ2"].sum(axis=0)
wrong["dZ1"] = wrong["dX2"] * (1 - wrong["A1"] ** 2)
wrong["dX1"], wrong["dW1"] = wrong["dZ1"] @ W1.T, X.T @ wrong["dZ1"]
wrong["db1"] = wrong["dZ1"].mean(axis=0)
wrong["notes"] = np.array(["mine"])
np.savez("wrong.npz", **wrong)
