"""Random networks as lines for the program: over every activation, loss and convention."""

import itertools
import random

ACTIVATIONS = [
    "identity", "relu", "lrelu LRELU_alpha=0.2", "elu ELU_alpha=1.5", "sigmoid", "tanh", "softplus",
    "silu", "gelu", "hardtanh", "softmax softmax_temperature=0.7", "lrelu", "elu", "softmax",
]
# Bent at 0, with slopes of its own, of functions that PyTorch has otherwise.
OWN = ["activation = where(Z > 0, Z, 0.1 * Z) + maximum(Z, -1)", "activation = Z * erfc(-Z)"]
LOSSES = ["MSE", "MAE", "MSLE", "CCE", "BCE", "half-square", "BCE-sum"]
CONVENTIONS = [
    "", "half-squares", "outputs-summed", "loss-averaged", "gradients-averaged", "update-averaged",
    "biases-frozen", "epynn", "deeplearning.ai", "pytorch", "nielsen", "mazur",
]
OUTPUTS = {
    "MSLE": ["relu", "softplus", "sigmoid"], "CCE": ["softmax", "softmax softmax_temperature=1.3"],
    "BCE": ["sigmoid"], "BCE-sum": ["sigmoid"],
}


def text(rows):
    return "[" + ", ".join("[" + ", ".join(map(repr, row)) + "]" for row in rows) + "]"


def normal(source, rows, columns, size=1.0):
    return [[source.gauss(0, size) for _ in range(columns)] for _ in range(rows)]


def target(source, loss, rows, columns):
    if loss == "CCE":
        return [[1.0 if place == row % columns else 0.0 for place in range(columns)]
                for row in range(rows)]
    if loss in ("BCE", "BCE-sum"):
        return [[float(source.random() < 0.5) for _ in range(columns)] for _ in range(rows)]
    if loss == "MSLE":
        return [[source.uniform(0, 3) for _ in range(columns)] for _ in range(rows)]
    return normal(source, rows, columns)


def networks(count, seed=17):
    """The lines of each network, and a word for what is special about it."""
    source = random.Random(seed)
    hidden = itertools.cycle(ACTIVATIONS)
    conventions = itertools.cycle(CONVENTIONS)
    for number in range(count):
        loss = LOSSES[number % len(LOSSES)]
        layers = 1 + number % 4
        # Of one sample the second process has none.
        m, n = 1 if number == 12 else source.randint(3, 9), source.randint(1, 5)
        lines = [f"seed {number + 1}", f"X = {text(normal(source, m, n))}"]
        units = [source.randint(1, 4) for _ in range(layers)]
        if loss == "CCE":
            units[-1] = source.randint(2, 4)
        special = []
        for place, width in enumerate(units):
            last = place == layers - 1
            outputs = OUTPUTS.get(loss)
            activation = source.choice(outputs) if last and outputs else next(hidden)
            plain = "nobias" if source.random() < 0.15 else ""
            lines.append(f"dense {width} {activation} {plain}".strip())
            if not plain:
                name = f"b{place + 1}" if layers > 1 else "b"
                lines.append(f"{name} = {text(normal(source, 1, width, 0.3))}")
        lines.append(f"loss {loss}")
        lines.append(f"Y = {text(target(source, loss, m, units[-1]))}")
        convention = next(conventions)
        if convention:
            lines.append(f"convention {convention}")
            special.append(convention)
        if layers > 1 and number % 3 == 0:
            lines.append(OWN[number // 3 % 2])
            special.append("own activation")
        lines.append(f"rate {source.choice([0.1, 0.03, 0.25])}")
        if number % 4 == 1 and layers > 1:
            lines.append("rate 0.02 layer 1")
            special.append("own rate")
        if number % 5 == 2:
            lines.append("clip 0.25")
            special.append("clip")
        if number % 6 == 3:
            lines.append(f"freeze W{1 if layers > 1 else ''}")
            special.append("frozen")
        if number % 7 == 4:
            schedule = source.choice(["exp_decay", "lin_decay"])
            lines += [f"set schedule {schedule}", "set decay_k 0.01"]
            special.append(schedule)
        if number % 10 == 9:
            lines.append(f"dA{layers if layers > 1 else ''} = {text(normal(source, m, units[-1]))}")
            special.append("given dA")
        if number % 8 == 5 and "given dA" not in special:
            lines.append("train 3")
            special.append("trained")
        yield lines, f"{layers} layers, m = {m}, {loss}" + "".join(f", {word}" for word in special)


# Outputs that are 0 or 1 to the last digits, targets that are met or nearly so: there autograd's own
# slopes lose their digits.
FULL = [[38.0, 1.5], [60.0, -3.0], [-800.0, 2.0], [20.0, 0.5], [-37.0, 0.25], [0.0, 0.0]]
EDGES = [
    (["sigmoid"], "BCE"), (["sigmoid"], "BCE-sum"), (["tanh"], "MSE"), (["softmax"], "CCE"),
    (["sigmoid", "sigmoid"], "BCE"), (["tanh", "sigmoid"], "BCE-sum"), (["silu", "softmax"], "CCE"),
    (["softplus", "sigmoid"], "BCE"), (["sigmoid"], "MAE"), (["relu"], "MAE"), (["silu"], "MSLE"),
]


def at_the_edges():
    """The lines of networks in which functions are full."""
    for activations, loss in EDGES:
        lines = [f"X = {text(FULL)}"]
        several = len(activations) > 1
        for place, activation in enumerate(activations, 1):
            lines.append(f"dense 2 {activation}")
            lines.append(f"W{place if several else ''} = [[1, -1], [0.5, 2]]")
        target = [[0.0, 1.0], [1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0], [1.0, 0.0]]
        if loss == "MAE" and activations == ["relu"]:
            target = [[38.75, 0.0], [58.5 + 1e-9, 0.0], [0.0, 804.0], [20.25, 1e-13], [0, 0], [0, 0]]
        lines += [f"loss {loss}", f"Y = {text(target)}", "rate 0.001"]
        yield lines, f"{' and '.join(activations)}, {loss}, at the edges"
