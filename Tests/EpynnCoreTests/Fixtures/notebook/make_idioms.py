"""Writes idioms.json: random expressions as notebooks have them, and what NumPy makes of each.

Run with NumPy 2: python3 make_idioms.py
"""
import random

from answers import entry, write

rng = random.Random(13)


def one(*options):
    option = rng.choice(options)
    return option() if callable(option) else option


def number():
    return one("2", "0.5", "1.5", "3", "-1", "(-0.25)", "1e-1")


def mask(d):
    if d <= 0:
        return one("(Z > 0)", "(Y == 2)", "(A <= 1.5)", "(dA != 0)", "(Z >= 1)", "(Y < 3)")
    return one(
        lambda: f"({make((4, 2), d - 1)} > {number()})",
        lambda: f"(~{mask(d - 1)})",
        lambda: f"({mask(d - 1)} & {mask(d - 1)})",
        lambda: f"({mask(d - 1)} | {mask(d - 1)})",
        lambda: f"np.isnan({make((4, 2), d - 1)})",
        lambda: f"np.logical_and({mask(d - 1)}, {mask(d - 1)})",
    )


def index(count):
    return "[" + ", ".join(str(rng.randrange(count)) for _ in range(4)) + "]"


def cellwise(shape, d):
    other = {
        (4, 2): [(4, 2), (2,), (1, 2), (4, 1), ()], (3, 2): [(3, 2), (2,), (1, 2), ()],
        (4, 3): [(4, 3), (3,), (4, 1), ()], (4, 1): [(4, 1), ()], (1, 2): [(1, 2), (2,), ()],
    }.get(shape, [shape, ()])
    a, c = make(shape, d - 1), make(rng.choice(other), d - 1)
    if rng.random() < 0.06:
        c = make(rng.choice([(4,), (3,), (2,), (3, 2)]), d - 1)
    return one(
        lambda: f"({a} {one('+', '-', '*')} {c})",
        lambda: f"({a} / (np.abs({c}) + 2))",
        lambda: f"np.{one('maximum', 'minimum', 'add', 'subtract', 'multiply')}({a}, {c})",
        lambda: f"np.{one('exp', 'tanh', 'sin', 'cos', 'abs', 'floor', 'sign', 'square')}"
        f"(0.1 * {a})",
        lambda: f"np.clip({a}, {one('0', '-1', 'None')}, {one('1', '2.5')})",
        lambda: f"({a} ** 2)",
        lambda: f"({a} % 3)",
        lambda: f"({a} // 2)",
        lambda: f"(-{a})",
        lambda: f"{a}.copy()",
        lambda: f"({a}).astype(int)",
        lambda: f"np.float64({number()}) * {a}",
        lambda: f"np.zeros_like({a})",
        lambda: f"np.full_like({a}, {number()})",
    )


LEAVES = {
    (4, 2): ["Z", "A", "dA", "Y", "X[:, :2]", "X[:, ::2]", "X[:, [0, 2]]", "np.ones((4, 2))",
             "np.eye(2)[[0, 1, 1, 0]]", "np.array([[1, 2], [3, 4.5], [5, 6], [-7, 8]])"],
    (4, 3): ["X", "X[::-1]", "X[[3, 2, 1, 0]]"],
    (3, 2): ["W", "W[::-1, :]", "np.zeros((3, 2))", "Z[1:]"],
    (1, 2): ["b", "Z[0:1]", "W[-1:]", "b[[0]]"],
    (4, 1): ["X[:, 1:2]", "np.ones((4, 1))", "X[:, 0][:, None]", "Z[:, -1:]"],
    (4,): ["X[:, 0]", "Z[:, 1]", "np.arange(4)", "A[:, -1]"],
    (3,): ["X[0]", "X[-1]", "W[:, 0]", "np.array([1, -2, 0.5])", "np.linspace(0, 1, 3)"],
    (2,): ["Z[2]", "b[0]", "W[0]", "np.array([0.5, 1.5])", "np.zeros(2)"],
    (8,): ["Z.ravel()", "A.flatten()", "np.arange(8)", "Y.reshape(-1)"],
    (): ["Z[1, 0]", "X[2][1]", "len(X)", "X.size", "X.shape[0]", "W.shape[1]", "X.ndim", "np.pi"],
}


def make(shape, d):
    if d <= 0 or rng.random() < 0.12:
        return rng.choice(LEAVES[shape]) if shape or rng.random() < 0.6 else number()
    if shape and rng.random() < 0.35:
        return cellwise(shape, d)
    d -= 1
    if shape == (4, 2):
        return one(
            lambda: f"({make((4, 3), d)} @ {make((3, 2), d)})",
            lambda: f"np.dot({make((4, 3), d)}, {make((3, 2), d)})",
            lambda: f"np.where({mask(d)}, {make((4, 2), d)}, {one('0', make((4, 2), d))})",
            lambda: f"np.hstack(({make((4, 1), d)}, {make((4, 1), d)}))",
            lambda: f"np.concatenate(({make((4, 1), d)}, {make((4, 1), d)}), axis=1)",
            lambda: f"np.vstack([{make((3, 2), d)}, {make((1, 2), d)}])",
            lambda: f"({make((4,), d)}[:, np.newaxis] * {make((2,), d)})",
            lambda: f"np.outer({make((4,), d)}, {make((2,), d)})",
            lambda: f"{make((8,), d)}.reshape({one('4, 2', '(4, 2)', '-1, 2', '4, -1')})",
            lambda: f"np.tile({make((2,), d)}, (4, 1))",
            lambda: f"{make((4, 2), d)}[{index(4)}]",
            lambda: f"{make((4, 2), d)}[::-1, ::-1]",
            lambda: f"({make((4, 2), d)} * {mask(d)})",
            lambda: f"np.column_stack([{make((4,), d)}, {make((4,), d)}])",
            lambda: f"({make((4, 2), d)} - {make((4, 2), d)}.max(axis=1, keepdims=True))",
        )
    if shape == (3, 2):
        return one(
            lambda: f"({make((4, 3), d)}.T @ {make((4, 2), d)})",
            lambda: f"np.dot(np.transpose({make((4, 3), d)}), {make((4, 2), d)})",
            lambda: f"np.outer({make((3,), d)}, {make((2,), d)})",
        )
    if shape == (4, 3):
        return one(
            lambda: f"({make((4, 2), d)} @ {make((3, 2), d)}.T)",
            lambda: f"np.append({make((4, 2), d)}, {make((4, 1), d)}, axis=1)",
            lambda: f"np.hstack([{make((4, 1), d)}, {make((4, 2), d)}])",
        )
    if shape == (1, 2):
        return one(
            lambda: f"np.sum({make((4, 2), d)}, axis=0, keepdims=True)",
            lambda: f"{make((2,), d)}[None, :]",
            lambda: f"{make((2,), d)}.reshape(1, -1)",
        )
    if shape == (4, 1):
        return one(
            lambda: f"{make((4, 2), d)}.{one('sum', 'mean', 'max')}(axis=1, keepdims=True)",
            lambda: f"{make((4,), d)}[:, None]",
            lambda: f"{make((4,), d)}.reshape({one('-1, 1', '(4, 1)')})",
            lambda: f"np.expand_dims({make((4,), d)}, {one('1', '-1')})",
        )
    if shape == (4,):
        return one(
            lambda: f"np.{one('sum', 'mean', 'max', 'min', 'std', 'var', 'argmax')}"
            f"({make((4, 2), d)}, axis={one('1', '-1')})",
            lambda: f"({make((4, 3), d)} @ {make((3,), d)})",
            lambda: f"{make((4, 2), d)}[np.arange(4), {one('[0, 1, 1, 0]', '1')}]",
            lambda: f"np.linalg.norm({make((4, 3), d)}, axis=1)",
            lambda: f"np.squeeze({make((4, 1), d)})",
            lambda: f"{make((4, 1), d)}.{one('ravel', 'flatten')}()",
            lambda: f"{make((4,), d)}.T",
            lambda: f"{make((4,), d)}[::-1]",
            lambda: f"np.append({make((3,), d)}, {number()})",
        )
    if shape == (3,):
        return one(
            lambda: f"{make((4, 3), d)}.{one('sum', 'mean', 'max', 'std', 'min')}(axis=0)",
            lambda: f"({make((4, 3), d)}.T @ {make((4,), d)})",
            lambda: f"{make((4, 3), d)}[{one('0', '-1', '2')}]",
            lambda: f"np.dot({make((3, 2), d)}, {make((2,), d)})",
            lambda: f"{make((3,), d)}.T",
        )
    if shape == (2,):
        return one(
            lambda: f"{make((4, 2), d)}.{one('sum', 'mean', 'var', 'prod', 'argmin')}(axis=0)",
            lambda: f"({make((3,), d)} @ {make((3, 2), d)})",
            lambda: f"{make((4, 2), d)}[{one('0', '-2')}]",
            lambda: f"np.diag({make((4, 2), d)}[:2])",
        )
    if shape == (8,):
        return one(
            lambda: f"{make((4, 2), d)}.{one('ravel', 'flatten')}()",
            lambda: f"np.concatenate([{make((4,), d)}, {make((4,), d)}])",
            lambda: f"np.hstack(({make((4,), d)}, {make((4,), d)}))",
            lambda: f"np.cumsum({make((4, 2), d)})",
        )
    return one(
        lambda: f"np.{one('sum', 'mean', 'max', 'min', 'std', 'var')}({make((4, 2), d)})",
        lambda: f"{make((4, 3), d)}.{one('sum', 'mean', 'max')}()",
        lambda: f"np.dot({make((4,), d)}, {make((4,), d)})",
        lambda: f"({make((3,), d)} @ {make((3,), d)})",
        lambda: f"np.linalg.norm({make(rng.choice([(3, 2), (4,)]), d)})",
        lambda: f"{make((4, 2), d)}[{mask(d)}].sum()",
        lambda: f"np.{one('any', 'all', 'sum')}({mask(d)})",
        lambda: f"np.trace({make((4, 2), d)})",
        lambda: f"{make((8,), d)}[{one('0', '-1', '5')}]",
        lambda: f"(np.sum({make((4, 2), d)}) / {one('X.shape[0]', 'len(Y)', 'Y.size')})",
    )


entries, seen = [], set()
while len(entries) < 2000:
    text = make(rng.choice(list(LEAVES)), rng.randrange(1, 5))
    if len(text) > 160 or text in seen:
        continue
    seen.add(text)
    entries += filter(None, [entry(text)])
write("idioms.json", entries)
