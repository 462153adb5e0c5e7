# One iteration of a network of Dense layers, with the numbers that it had in epynn-repl.
# What each step gives is compared with what it wrote there; then it trains on.
# network
import numpy as np


# What was computed here is what was computed there.
def same(found, expected):
    expected = np.array(expected, dtype=float)
    assert found.shape == expected.shape, (found.shape, expected.shape)
    size = np.max(np.abs(expected[np.isfinite(expected)]), initial=1)
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12 * size)


# The functions of the layers and the loss, and their slopes.
def clipping(*gradients):
    norm = sum(np.sum((gradient + 1e-16)**2) for gradient in gradients)**0.5
    return min(1.0, 0.25 / (float(norm) + 1e-16))


def lrelu(z, LRELU_alpha=0.3):
    return np.where(z > 0, z, LRELU_alpha * z)


def lrelu_prime(z, LRELU_alpha=0.3):
    return np.where(z > 0, 1, LRELU_alpha)


def softmax(z, softmax_temperature=1):
    powers = np.exp((z - np.max(z, axis=1, keepdims=True)) / softmax_temperature)
    return powers / np.sum(powers, axis=1, keepdims=True)


def own1(z):
    return np.maximum(z, 0) * z


def own1_prime(z):
    return np.where(z > 0, 1, 0) * z + np.maximum(z, 0)


def CCE(y, a):
    return np.sum(-y * np.log(a + 1e-16), axis=1, keepdims=True)


def CCE_prime(y, a):
    return -y / (a + 1e-16)


# The numbers: one sample a row.
X = np.array([[0.1, -0.2],
              [1.0, 0.30000000000000004],
              [0.0, 2e-07]])
W1 = np.array([[1.0, 0.5, -1.0],
               [2.0, 1.0, 0.0]])
b1 = np.array([[0.0, 0.0, 0.0]])
W2 = np.array([[1.0, 0.0],
               [0.5, 1.0],
               [-1.0, 2.0]])
W3 = np.array([[1.0, -1.0],
               [0.25, 0.0]])
b3 = np.array([[0.0, 0.0]])
Y = np.array([[1.0, 0.0],
              [0.0, 1.0],
              [1.0, 0.0]])
m = X.shape[0]
rate1 = 0.1
rate2 = 0.05
rate3 = 0.1

# 1.forward (1): initialize cache
# X stands above.

# 1.forward (2): linear activation X → Z
Z1 = X @ W1 + b1
same(Z1, [[-0.30000000000000004, -0.15000000000000002, -0.1],
          [1.6, 0.8, -1.0],
          [4e-07, 2e-07, 0.0]])

# 1.forward (3): non-linear activation Z → A
A1 = own1(Z1)
same(A1, [[-0.0, -0.0, -0.0],
          [2.5600000000000005, 0.6400000000000001, -0.0],
          [1.5999999999999997e-13, 3.9999999999999994e-14, 0.0]])

# 2.forward (1): initialize cache
X2 = A1
same(X2, [[-0.0, -0.0, -0.0],
          [2.5600000000000005, 0.6400000000000001, -0.0],
          [1.5999999999999997e-13, 3.9999999999999994e-14, 0.0]])

# 2.forward (2): linear activation X → Z
Z2 = X2 @ W2
same(Z2, [[0.0, 0.0],
          [2.880000000000001, 0.6400000000000001],
          [1.7999999999999997e-13, 3.9999999999999994e-14]])

# 2.forward (3): non-linear activation Z → A
A2 = lrelu(Z2, LRELU_alpha=0.2)
same(A2, [[0.0, 0.0],
          [2.880000000000001, 0.6400000000000001],
          [1.7999999999999997e-13, 3.9999999999999994e-14]])

# 3.forward (1): initialize cache
X3 = A2
same(X3, [[0.0, 0.0],
          [2.880000000000001, 0.6400000000000001],
          [1.7999999999999997e-13, 3.9999999999999994e-14]])

# 3.forward (2): linear activation X → Z
Z3 = X3 @ W3 + b3
same(Z3, [[0.0, 0.0],
          [3.040000000000001, -2.880000000000001],
          [1.8999999999999997e-13, -1.7999999999999997e-13]])

# 3.forward (3): non-linear activation Z → A
A3 = softmax(Z3, softmax_temperature=0.5)
same(A3, [[0.5, 0.5],
          [0.9999927897519977, 7.210248002261701e-06],
          [0.500000000000185, 0.499999999999815]])

# loss: what each sample costs
loss = CCE(Y, A3)
same(loss, [[0.6931471805599451],
            [11.840007210260131],
            [0.6931471805595751]])

# 3.backward (1): initialize cache
dA3 = CCE_prime(Y, A3)
same(dA3, [[-1.9999999999999996, -0.0],
           [-0.0, -138691.48463027237],
           [-1.9999999999992597, -0.0]])

# 3.backward (2): gradient of the loss with respect to Z
dZ3 = A3 * (dA3 - np.sum(dA3 * A3, axis=1, keepdims=True)) / 0.5
same(dZ3, [[-0.9999999999999998, 0.9999999999999998],
           [1.999985579476257, -1.999985579476257],
           [-0.9999999999996297, 0.9999999999996297]])

# 3.backward (3): gradient of the loss with respect to X
dX3 = dZ3 @ W3.T
same(dX3, [[-1.9999999999999996, -0.24999999999999994],
           [3.999971158952514, 0.4999963948690643],
           [-1.9999999999992595, -0.24999999999990744]])

# 3.gradients (1.1): gradient with respect to W
dW3 = X3.T @ dZ3 / m
same(dW3, [[1.9199861562971472, -1.9199861562971472],
           [0.42666359028825496, -0.42666359028825496]])

# 3.gradients (1.2): gradient with respect to b
db3 = np.sum(dZ3, axis=0, keepdims=True) / m
same(db3, [[-4.80684112413865e-06, 4.80684112413865e-06]])

# 2.backward (1): initialize cache
dA2 = dX3
same(dA2, [[-1.9999999999999996, -0.24999999999999994],
           [3.999971158952514, 0.4999963948690643],
           [-1.9999999999992595, -0.24999999999990744]])

# 2.backward (2): gradient of the loss with respect to Z
dZ2 = dA2 * lrelu_prime(Z2, LRELU_alpha=0.2)
same(dZ2, [[-0.3999999999999999, -0.04999999999999999],
           [3.999971158952514, 0.4999963948690643],
           [-1.9999999999992595, -0.24999999999990744]])

# 2.backward (3): gradient of the loss with respect to X
dX2 = dZ2 @ W2.T
same(dX2, [[-0.3999999999999999, -0.24999999999999994, 0.29999999999999993],
           [3.999971158952514, 2.4999819743453213, -2.9999783692143858],
           [-1.9999999999992595, -1.2499999999995373, 1.4999999999994447]])

# 2.gradients (1.1): gradient with respect to W
dW2 = X2.T @ dZ2 / m
same(dW2, [[3.4133087223060397, 0.42666359028825496],
           [0.8533271805765099, 0.10666589757206374],
           [0.0, 0.0]])

# 2.gradients (1.2): gradient with respect to b
# Passed over: no bias.

# 1.backward (1): initialize cache
dA1 = dX2
same(dA1, [[-0.3999999999999999, -0.24999999999999994, 0.29999999999999993],
           [3.999971158952514, 2.4999819743453213, -2.9999783692143858],
           [-1.9999999999992595, -1.2499999999995373, 1.4999999999994447]])

# 1.backward (2): gradient of the loss with respect to Z
dZ1 = dA1 * own1_prime(Z1)
same(dZ1, [[-0.0, -0.0, 0.0],
           [12.799907708648046, 3.999971158952514, -0.0],
           [-1.5999999999994074e-06, -4.999999999998149e-07, 5e-324]])

# 1.backward (3): gradient of the loss with respect to X
dX1 = dZ1 @ W1.T
same(dX1, [[0.0, 0.0],
           [14.799893288124304, 29.599786576248608],
           [-1.8499999999993148e-06, -3.6999999999986297e-06]])

# 1.gradients (1.1): gradient with respect to W
dW1 = X.T @ dZ1 / m
same(dW1, [[4.266635902882682, 1.333323719650838, 0.0],
           [1.279990770864698, 0.3999971158952182, 0.0]])

# 1.gradients (1.2): gradient with respect to b
db1 = np.sum(dZ1, axis=0, keepdims=True) / m
same(db1, [[4.266635369549349, 1.3333235529841714, 0.0]])

# update: weights and bias take a step down the slope
W1 = W1 - rate1 * (clipping(dW1, db1) * dW1)
W2 = W2 - rate2 * (clipping(dW2) * dW2)
W3 = W3 - rate3 * (clipping(dW3, db3) * dW3)
b3 = b3 - rate3 * (clipping(dW3, db3) * db3)
same(W1, [[0.9834943088558753, 0.494841971517461, -1.0],
          [1.995048292656763, 0.9984525914552385, 0.0]])
same(W2, [[0.9879668632480763, -0.0015041420939904673],
          [0.49699171581201906, 0.9996239644765024],
          [-1.0, 2.0]])
same(W3, [[0.9827432877509857, -0.9827432877509857],
          [0.2461651750557746, 0.0038348249442254]])
same(b3, [[4.320357927265767e-08, -4.320357927265767e-08]])

print("all numbers agree")

# On with training, all samples a step.
for epoch in range(10):
    Z1 = X @ W1 + b1
    A1 = own1(Z1)
    X2 = A1
    Z2 = X2 @ W2
    A2 = lrelu(Z2, LRELU_alpha=0.2)
    X3 = A2
    Z3 = X3 @ W3 + b3
    A3 = softmax(Z3, softmax_temperature=0.5)
    loss = CCE(Y, A3)
    print(f"epoch {epoch}  cost {np.mean(loss)!s}")
    dA3 = CCE_prime(Y, A3)
    dZ3 = A3 * (dA3 - np.sum(dA3 * A3, axis=1, keepdims=True)) / 0.5
    dX3 = dZ3 @ W3.T
    dW3 = X3.T @ dZ3 / m
    db3 = np.sum(dZ3, axis=0, keepdims=True) / m
    dA2 = dX3
    dZ2 = dA2 * lrelu_prime(Z2, LRELU_alpha=0.2)
    dX2 = dZ2 @ W2.T
    dW2 = X2.T @ dZ2 / m
    dA1 = dX2
    dZ1 = dA1 * own1_prime(Z1)
    dX1 = dZ1 @ W1.T
    dW1 = X.T @ dZ1 / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    W1 = W1 - rate1 * (clipping(dW1, db1) * dW1)
    W2 = W2 - rate2 * (clipping(dW2) * dW2)
    W3 = W3 - rate3 * (clipping(dW3, db3) * dW3)
    b3 = b3 - rate3 * (clipping(dW3, db3) * db3)
