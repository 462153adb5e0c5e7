# One iteration of a network of Dense layers, with the numbers that it had in epynn-repl.
# What each step gives is compared with what it wrote there; then it trains on.
# example
import numpy as np


# What was computed here is what was computed there.
def same(found, expected):
    expected = np.array(expected, dtype=float)
    assert found.shape == expected.shape, (found.shape, expected.shape)
    size = np.max(np.abs(expected[np.isfinite(expected)]), initial=1)
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12 * size)


# The functions of the layers and the loss, and their slopes.
def relu(z):
    return np.where(z > 0, z, 0)


def relu_prime(z):
    return np.where(z > 0, 1, 0)


def MSE(y, a):
    return np.mean((y - a)**2, axis=1, keepdims=True)


def MSE_prime(y, a):
    u = a.shape[1]
    return 2 * (a - y) / u


# The numbers: one sample a row.
X = np.array([[2.0, 0.0, 1.0],
              [0.0, 1.0, 1.0],
              [2.0, 1.0, 0.0],
              [1.0, 0.0, 2.0]])
W = np.array([[1.0, -1.0],
              [2.0, -1.0],
              [2.0, 2.0]])
b = np.array([[-1.0, 1.0]])
Y = np.array([[3.0, 4.0],
              [2.0, 1.0],
              [2.0, 2.0],
              [3.0, 7.0]])
m = X.shape[0]
rate = 0.1

# forward (1): initialize cache
# X stands above.

# forward (2): linear activation X → Z
Z = X @ W + b
same(Z, [[3.0, 1.0],
         [3.0, 2.0],
         [3.0, -2.0],
         [4.0, 4.0]])

# forward (3): non-linear activation Z → A
A = relu(Z)
same(A, [[3.0, 1.0],
         [3.0, 2.0],
         [3.0, 0.0],
         [4.0, 4.0]])

# loss: what each sample costs
loss = MSE(Y, A)
same(loss, [[4.5],
            [1.0],
            [2.5],
            [5.0]])

# backward (1): initialize cache
dA = MSE_prime(Y, A)
same(dA, [[0.0, -3.0],
          [1.0, 1.0],
          [1.0, -2.0],
          [1.0, -3.0]])

# backward (2): gradient of the loss with respect to Z
dZ = dA * relu_prime(Z)
same(dZ, [[0.0, -3.0],
          [1.0, 1.0],
          [1.0, -0.0],
          [1.0, -3.0]])

# backward (3): gradient of the loss with respect to X
dX = dZ @ W.T
same(dX, [[3.0, 3.0, -6.0],
          [0.0, 1.0, 4.0],
          [1.0, 2.0, 2.0],
          [4.0, 5.0, -4.0]])

# gradients (1.1): gradient with respect to W
dW = X.T @ dZ
same(dW, [[3.0, -9.0],
          [2.0, 1.0],
          [3.0, -8.0]])

# gradients (1.2): gradient with respect to b
db = np.sum(dZ, axis=0, keepdims=True)
same(db, [[3.0, -5.0]])

# update: weights and bias take a step down the slope
W = W - rate * dW
b = b - rate * db
same(W, [[0.7, -0.09999999999999998],
         [1.8, -1.1],
         [1.7, 2.8]])
same(b, [[-1.3, 1.5]])

print("all numbers agree")

# On with training, all samples a step.
for epoch in range(10):
    Z = X @ W + b
    A = relu(Z)
    loss = MSE(Y, A)
    print(f"epoch {epoch}  cost {np.mean(loss)!s}")
    dA = MSE_prime(Y, A)
    dZ = dA * relu_prime(Z)
    dX = dZ @ W.T
    dW = X.T @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    W = W - rate * dW
    b = b - rate * db
