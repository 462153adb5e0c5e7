"""Writes arguments.json: each function with each of its arguments, left out, at both ends, and beyond.

Run with NumPy 2: python3 make_arguments.py
"""
from answers import entry, write

AXES = ["", ", axis=0", ", axis=1", ", axis=-1", ", axis=2"]
FLAT = ["", ", axis=0", ", axis=-1", ", axis=1"]


def texts():
    for name in ["sum", "mean", "max", "min", "prod", "var", "std", "any", "all", "argmax", "argmin",
                 "median", "count_nonzero", "cumsum", "sort", "argsort", "size", "flip"]:
        for axis in AXES:
            yield f"np.{name}(X{axis})"
        for axis in FLAT:
            yield f"np.{name}(X[1]{axis})"
    for name in ["sum", "mean", "max", "min", "prod", "var", "std", "any", "all", "median",
                 "count_nonzero"]:
        for axis in AXES:
            yield f"np.{name}(Z{axis}, keepdims=True)"
        yield f"np.{name}(Z[1], keepdims=True)"
        yield f"np.{name}(np.zeros((2, 3)))"
    for name in ["var", "std"]:
        yield from [f"np.{name}(X, ddof=1)", f"np.{name}(X, axis=0, ddof=1)"]
    for order in ["", ", 1", ", 2", ", np.inf"]:
        yield f"np.linalg.norm(W[:, 1]{order})"
    for order in ["", ", 1", ", np.inf"]:
        yield f"np.linalg.norm(W{order})"
    yield from ["np.linalg.norm(W, axis=0)", "np.linalg.norm(W, axis=1, keepdims=True)"]
    yield from ["np.linalg.norm(W, 'fro')", "np.linalg.norm(np.zeros(3))"]
    for cells in ["[3, 1, 3, 2, 1]", "[2]", "[0, 0]", "[[2, 1], [1, 0]]", "X", "[1, 0, -1]"]:
        yield f"np.unique({cells})"
    for pair in ["X, X", "X, X + 1", "X, W", "X, X[0]", "X[0], X[0]", "X[:1], X[0]", "1, 1"]:
        yield f"np.array_equal({pair})"

    for shift in ["", ", 0", ", 1", ", -1", ", 2", ", k=1", ", 3", ", -4"]:
        yield from [f"np.diag([1, 2]{shift})", f"np.diag([1, 2, 3]{shift})", f"np.diag(W{shift})",
                    f"np.diag(X{shift})"]
    for shift in ["", ", 0", ", 1", ", -1"]:
        yield from [f"np.diagonal(X{shift})", f"np.diagflat(W{shift})", f"np.diagflat([7]{shift})"]
    yield from ["np.trace(X)", "np.trace(W)", "np.trace(X.T)"]
    for rows in ["", "3", "3, 2", "2, 3", "3, k=1", "3, k=-1", "2, 3, 1", "3, 2, -1", "1"]:
        yield f"np.eye({rows})"

    for count in ["", ", 1", ", 2", ", 5", ", num=3"]:
        for end in ["", ", endpoint=True", ", endpoint=False"]:
            yield f"np.linspace(2, 7{count}{end})"
    yield from ["np.linspace(1, -1, 4)", "np.linspace(3, 3, 3)", "np.linspace(0, 1, 7)"]
    for ends in ["0", "1", "5", "2, 5", "5, 2", "0, 1, 0.25", "5, 0, -2", "5, 0, 2", "1, 2, 0.3", "2, 2",
                 "-2, 2", "1, 5, 2", "0, 5, 0"]:
        yield f"np.arange({ends})"
    yield from ["np.arange(1, stop=4)", "np.arange(start=1, stop=4, step=2)"]
    for shape in ["3", "1", "(2, 3)", "(1, 1)", "[2, 2]", "(2,)"]:
        yield from [f"np.zeros({shape})", f"np.ones({shape})", f"np.full({shape}, 2.5)"]
    for like in ["X", "X[0]", "3"]:
        yield from [f"np.zeros_like({like})", f"np.ones_like({like})", f"np.full_like({like}, 2)"]

    for parts in ["(X, Z)", "(X, X)", "(X[0], X[1])", "(X[0], W[0])", "(X, X[0])", "[X]", "[X[0]]",
                  "(X[:, :1], Z)", "(X, W)", "(X[0], X)", "(b, W)", "(W, b)", "(1, 2)", "(X[0], 1)"]:
        for name in ["hstack", "vstack", "column_stack", "concatenate"]:
            yield f"np.{name}({parts})"
        yield from [f"np.concatenate({parts}, axis={axis})" for axis in [0, 1, -1, 2]]
    for values in ["X, Z", "X, X", "X[0], X[1]", "X, 1", "X, X[0]", "W, b"]:
        yield from [f"np.append({values}{axis})" for axis in AXES]
    for pair in ["X[0], W[0]", "X, W[0]", "2, X[0]", "X[0], 3", "b, b"]:
        yield f"np.outer({pair})"
    for reps in ["2", "1", "(2, 1)", "(1, 2)", "(2, 3)", "[3]", "(3,)"]:
        yield from [f"np.tile(X[0], {reps})", f"np.tile(W, {reps})", f"np.tile(2, {reps})"]
    for repeats in ["2", "1", "3"]:
        for axis in AXES:
            yield f"np.repeat(W, {repeats}{axis})"
        yield from [f"np.repeat(X[0], {repeats})", f"np.repeat(5, {repeats})"]

    for shape in ["4, 3", "3, 4", "-1, 3", "2, -1", "-1", "12", "1, 12", "5, 2", "-1, 5", "(6, 2)", "-1, -1"]:
        yield from [f"X.reshape({shape})", f"np.reshape(X, ({shape}))"]
    yield from ["X.reshape((6, 2), order='F')", "X.ravel(order='F')", "X.flatten('F')", "X.ravel('C')"]
    for array in ["X", "X[:1]", "X[:, :1]", "X[:1, :1]", "X[0]", "X[0, 0]"]:
        yield from [f"np.squeeze({array}{axis})" for axis in AXES]
        yield from [f"np.expand_dims({array}, {axis})" for axis in [0, 1, -1, -2, 2]]
        yield from [f"np.atleast_2d({array})", f"np.ndim({array})", f"np.size({array})",
                    f"{array}.T", f"np.transpose({array})"]
    for pair in ["0, 1", "1, 0", "0, 0", "-1, 0", "1, 1", "0, 2"]:
        yield f"np.swapaxes(X, {pair})"

    rows = ["0", "-1", "3", "4", "-4", "-5", ":", "1:", ":1", ":-1", "::2", "::-1", "3:1", "3:1:-1", "1:9",
            "-9:2", "-3:-1", "[0, 2]", "[2]", "[-1, 0]", "[0, 9]", "None", "..."]
    for row in rows:
        yield f"X[{row}]"
        for column in ["0", "-1", "3", ":", "1:", "::-1", "[0, 2]", "[1]", "None", "[True, False, True]"]:
            yield f"X[{row}, {column}]"
    for place in rows[:-1]:
        yield f"X[2][{place}]"
    yield from [
        "X[[0, 1, 3], [2, 1, 0]]", "X[[1], [0, 1, 2]]", "X[[0, 1, 2], [1]]", "X[[0, 1], [0, 1, 2]]",
        "X[[3], [2]]", "X[[1, 2, 3, 0], [0]]", "X[None]", "X[1, None]", "X[1, :, None]", "X[None, 1]",
        "X[:, None, 0]", "X[X > 1]", "X[X > 9]", "X[X[:, 0] > 1]", "X[:, X[0] > 0]", "X[W > 0]", "X[2][X[2] > 0]",
        "X[[True, False, True, False]]", "X[[True, False]]", "X[:][1]", "X[0][0]", "X[1:3][0, 1]", "X[0, 0, 0]",
        "X[0, None, 0, None]", "X[[[0, 1], [1, 0]]]", "X[0.5]", "X[2, [0, 1]]", "X[[0, 1], 2]", "X[1:3, [2, 0]]",
    ]

    pairs = ["0, 0", "0, 2", "2, 0", "3, 2", "X, 1", "X, X", "-3, 2", "1, 1", "-1, -1"]
    for name in ["logical_and", "logical_or", "logical_xor", "greater", "greater_equal", "less", "less_equal",
                 "equal", "not_equal", "maximum", "minimum", "add", "subtract", "multiply", "heaviside"]:
        yield from [f"np.{name}({pair})" for pair in pairs]
    for sign in ["<", "<=", ">", ">=", "==", "!=", "+", "-", "*", "**"]:
        yield from [f"{a} {sign} {b}" for a, b in (pair.split(", ") for pair in pairs)]
    for sign in ["/", "//", "%"]:
        yield from [f"{a} {sign} {b}" for a in ["7", "-7", "6", "-6", "0", "5.5", "-5.5", "0.3"]
                    for b in ["2", "(-2)", "3", "(-3)", "0.1", "(-0.1)"]]
    for name in ["abs", "sign", "square", "floor", "ceil", "rint", "trunc", "reciprocal", "isnan", "isfinite",
                 "isinf", "logical_not", "negative"]:
        yield from [f"np.{name}({x})" for x in ["2.5", "-2.5", "0.5", "1", "-1", "1.5", "3", "Z", "0.2"]]
    yield from [f"np.{name}(0)" for name in ["abs", "sign", "square", "isnan", "isfinite", "isinf", "logical_not"]]
    for digits in ["", ", 0", ", 1", ", 2", ", -1", ", decimals=1"]:
        yield from [f"np.round({x}{digits})" for x in ["2.567", "-2.567", "2.5", "3.5", "-0.5", "15", "25", "X"]]
    for ends in ["0, 1", "None, 1", "0, None", "1, 2", "-1, 1", "2, 1"]:
        yield f"np.clip(Z, {ends})"
    yield from ["np.where(X > 1, X, 0)", "np.where(X > 1, 1, 2)", "np.where(0, 1, 2)", "np.where(2, 1, 3)",
                "np.where(X[0] > 0, X, 9)", "np.where(X > 1, X[0], b)"]
    for name in ["sum", "sort", "cumsum", "diag", "eye", "zeros", "full", "hstack", "concatenate", "append", "outer",
                 "tile", "repeat", "reshape", "squeeze", "flip", "abs", "maximum", "clip", "where", "dot", "array",
                 "copy", "transpose", "round", "unique", "linspace", "arange", "shape", "ones_like", "ravel"]:
        yield f"np.{name}(X, wrong=1)"
    for name in ["sum", "reshape", "copy", "flatten", "dot", "transpose", "argmax", "round", "astype"]:
        yield f"X.{name}(wrong=1)"
    yield from ["X.shape", "X[0].shape", "X.shape[-1]", "W.T.shape", "len(X)", "len(X[0])", "X.ndim", "X[0].ndim",
                "np.dot(X, W)", "np.dot(X[0], W[:, 0])", "X[0] @ W", "X @ W[:, 0]", "X @ X", "np.dot(2, X)",
                "np.matmul(X, W)", "X[0] @ X[1]", "X.T @ X", "[[1, 2], [3, 4]] @ X[:2]", "X[0] @ X"]

    # Words.
    yield from ["np.reshape(X, (6, 2), 'F')", "np.reshape(X, (6, 2), 'C')", "np.reshape(X, -1, order='F')",
                "X.ravel('F')", "X.ravel('f')", "X.ravel('A')", "X.ravel(None)", "X.ravel(1)", "X.flatten('X')",
                "X.flatten(order='X')", "X.sum('F')", "np.sum(X, 'F')", "np.linalg.norm(W, ord='fro')",
                "np.linalg.norm(W, 'fro', keepdims=True)", "np.linalg.norm(W, 'fro', axis=0)",
                "np.linalg.norm(W[:, 1], 'fro')", "np.linalg.norm(W, 'F')", "np.linalg.norm(W, 'FRO')"]
    # Numbers where arrays are wanted.
    yield from ["np.concatenate((1, 2), axis=None)", "np.append(1, 2)", "np.append(1, 2, axis=0)", "np.hstack((X, 1))",
                "np.dot(X[0, 0], X)", "np.dot(X, np.sum(X))", "np.dot(np.sum(X, keepdims=True), X)", "np.dot(-2, 3)",
                "np.matmul(2, X)", "2 @ X", "np.any(2.5, axis=-1)", "np.prod(2.5, axis=-1)", "np.prod(2.5, axis=-2)",
                "np.cumsum(2.5, axis=-1)"]
    # What is true or false in a list, and dimensions that lists and None make.
    yield from ["X[[X[0, 0] > 1, False, True, True]]", "X[[False, True, True, False], 1]",
                "X[[False, True, True, False], [0, 2]]", "np.sum([True, False, True])", "np.array([True, False]) + 1",
                "X[np.array([True, False, True, False])]", "X[0, 0, None]", "X[None, 0, 0]", "X[0, None, 0]",
                "X[0, None, [0, 1]]", "X[[0, 1], None, 2]", "X[None, [0, 1], 2]", "X[[0, 1], 2, None]"]
    # Whole numbers.
    yield from ["np.reciprocal(np.array([1, 2, -1, 4]))", "np.reciprocal(np.array([1, 2, 4.0]))",
                "np.reciprocal(np.array([1, 2, 4], dtype=float))", "np.reciprocal(X > -1)"]


write("arguments.json", [found for found in map(entry, dict.fromkeys(texts())) if found])
