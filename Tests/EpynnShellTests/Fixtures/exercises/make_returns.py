"""What students would hand in of the exercises here, computed with NumPy from their blanks.

epynn-repl exercise NAME.md --ids ids.txt --out OUT makes the blanks; this writes, for each mistake
that an exercise tells apart, what somebody has who makes it and no other: returns/NAME/MISTAKE/ID.npz,
or a table with as many decimals as are asked for.  make_returns.py PROGRAM
"""
import csv, os, re, subprocess, sys, tempfile
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
IDS = ["ada", "bob"]


def tables(path):
    found, name = {}, None
    for row in csv.reader(open(path)):
        cells = [cell for cell in row if cell]
        if not cells or row[0] == "id":
            continue
        if len(cells) == 1 and re.fullmatch(r"[A-Za-z]+\d*", cells[0]):
            name = cells[0]
            found[name] = []
        else:
            found[name].append([float(cell) for cell in cells])
    return {name: np.array(rows) for name, rows in found.items() if rows}


ACT = {
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0) * 1.0),
    "lrelu": (lambda z: np.where(z > 0, z, 0.1 * z), lambda z: np.where(z > 0, 1, 0.1)),
    "identity": (lambda z: z, lambda z: np.ones_like(z)),
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z: 1 / (2 + np.exp(z) + np.exp(-z))),
    "tanh": (np.tanh, lambda z: 1 / np.cosh(z) ** 2),
    "softmax": (lambda z: np.exp(z) / np.exp(z).sum(1, keepdims=True), None),
}


def solve(given, acts, loss, averages, bug):
    count, t = len(acts), {}
    number = (lambda l: str(l)) if count > 1 else (lambda l: "")
    x, m = given["X"], given["X"].shape[0]
    y = given["Y"]
    inputs = []
    for l in range(1, count + 1):
        k, name = number(l), acts[l - 1]
        inputs.append(x)
        z = x @ given["W" + k]
        if "b" + k in given and bug != "bias-left-out":
            z = z + given["b" + k]
        if name == "softmax" and bug == "softmax-down-columns":
            a = np.exp(z) / np.exp(z).sum(0, keepdims=True)
        elif bug == "activation-left-out" and name != "identity":
            a = z
        else:
            a = ACT[name][0](z)
        t["Z" + k], t["A" + k] = z, a
        x = a
    u = y.shape[1]
    if loss == "MSE":
        da = 2 * (a - y) / u
        t["loss"] = ((a - y) ** 2).mean(1, keepdims=True)
        da = {"half-square": da / 2, "outputs-forgotten": da * u, "two-over-u-forgotten": a - y}.get(bug, da)
    elif loss == "BCE":
        da = (a - y) / (a * (1 - a)) / (1 if averages else u)
    else:
        da = -y / a
    if bug == "sign-turned":
        da = -da
    for l in range(count, 0, -1):
        k, name = number(l), acts[l - 1]
        z, a, w, x = t["Z" + k], t["A" + k], given["W" + k], inputs[l - 1]
        if name == "softmax" and bug not in ("slope-left-out", "softmax-cell-by-cell"):
            dz = a * (da - (da * a).sum(1, keepdims=True))
        elif name == "softmax":
            dz = da if bug == "slope-left-out" else da * a * (1 - a)
        elif bug == "slope-left-out":
            dz = da
        else:
            dz = da * ACT[name][1](a if bug == "slope-at-a" and name != "identity" else z)
        source = da if bug == "gradient-from-da" and name != "identity" else dz
        dw = x.T @ source
        if bug == "gradient-transposed":
            dw = dz.T @ x
        if bug == "gradient-from-output":
            dw = a.T @ dz
        db = dz.sum(0, keepdims=True)
        if bug == "bias-from-da" and name != "identity":
            db = da.sum(0, keepdims=True)
        if bug == "bias-not-summed":
            db = dz
        if bug == "bias-wrong-axis":
            db = dz.sum(1, keepdims=True)
        if averages or bug == "gradient-averaged":
            dw = dw / m
        if averages or bug == "bias-averaged":
            db = db / m
        dx = (da if bug == "input-error-from-da" and name != "identity" else dz) @ w.T
        t["dA" + k], t["dZ" + k], t["dW" + k], t["db" + k], t["dX" + k] = da, dz, dw, db, dx
        da = dx
    return t


def values(text, key):
    return [line.split(":", 1)[1].strip() for line in text.splitlines() if line.startswith(key + ":")]


def main(program):
    for file in sorted(os.listdir(HERE)):
        if not file.endswith(".md"):
            continue
        name, text = file[:-3], open(os.path.join(HERE, file)).read()
        acts = [value.split()[1] for value in values(text, "layer")]
        loss = values(text, "loss")[0]
        averages = bool(values(text, "convention"))
        mistakes = values(text, "distinct")[0].split(", ")
        find = values(text, "find")[0].split()
        decimals = (values(text, "decimals") or [None])[0]
        with tempfile.TemporaryDirectory() as out:
            ids = os.path.join(out, "ids.txt")
            open(ids, "w").write("\n".join(IDS) + "\n")
            subprocess.run([program, "exercise", os.path.join(HERE, file), "--ids", ids, "--out", out], check=True, stdout=subprocess.DEVNULL)
            for mistake in mistakes + ["right"]:
                folder = os.path.join(HERE, "returns", name, mistake)
                os.makedirs(folder, exist_ok=True)
                for place, student in enumerate(IDS):
                    given = tables(os.path.join(out, student + ".csv"))
                    have = solve(given, acts, loss, averages, None if mistake == "right" else mistake)
                    if place == 0:
                        np.savez_compressed(os.path.join(folder, student + ".npz"), **{k: have[k] for k in find})
                        continue
                    with open(os.path.join(folder, student + ".csv"), "w") as table:
                        table.write(f"id;{student}\n")
                        for key in find:
                            table.write(key + "\n")
                            for row in have[key]:
                                cells = ["%.*f" % (int(decimals), c) if decimals else "%.12g" % c for c in row]
                                table.write(";".join(c.replace(".", ",") for c in cells) + "\n")


main(sys.argv[1])
