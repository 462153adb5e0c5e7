#!/usr/bin/env python3
"""Times this package beside EpyNN, Numba and NumPy on the same work, in alternating rounds.

    python3 Tests/Benchmarks/compare.py [--growth] [--update] [--rounds N] [--folder ENVIRONMENTS]
                                        [--python PYTHON]
"""

import argparse
import collections
import pathlib
import shutil
import subprocess
import sys
import tempfile

import environments
import report
from sides import TOLERANCE, Side, check, take_turns

HERE = pathlib.Path(__file__).resolve().parent
README = HERE / "README.md"

# Here and there name the case; seconds are those of a round on each side; processor is that to which
# both are bound, None where they may take all.
Case = collections.namedtuple("Case", "title beside here there seconds target processor")
CASES = [
    Case("one layer, 4 × 3 × 2", "Numba", "layer", "layer", 0.2, 1, None),
    Case("one layer, 4 × 3 × 2", "EpyNN", "layer", "layer", 0.3, 100, None),
    Case("1,000 epochs, 50 × 11", "Numba, plain loop", "train", "train", 0.2, 1.5, None),
    Case("1,000 epochs, 50 × 11", "EpyNN, its passes alone", "train", "bare", 0.4, None, None),
    Case("1,000 epochs, 50 × 11", "EpyNN, `model.train`", "train", "train", 0.6, 100, None),
    Case("one layer, 1024 × 784 × 128, one processor", "NumPy", "large", "large", 0.5, 1, 0),
    Case("one layer, 1024 × 784 × 128", "NumPy, one thread", "large", "large", 0.5, 1.5, None),
    Case("one layer, 1024 × 784 × 128", "EpyNN, one thread", "large", "large", 0.5, 1.5, None),
]


def main():
    options = read_options()
    program = build()
    if options.growth:
        text = subprocess.run(
            [program, "growth"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
        mark = "growth"
        print(text)
    else:
        with tempfile.TemporaryDirectory() as temporary:
            folder = options.folder or pathlib.Path(temporary)
            text = compare(program, folder, options.python, options.rounds)
        mark = "figures"
    if options.update:
        report.put(text, mark, README)


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--growth", action="store_true", help="how cost grows, instead")
    parser.add_argument("--update", action="store_true", help="put the table into README.md")
    parser.add_argument("--rounds", type=int, default=15, help="rounds of each case (15)")
    parser.add_argument("--folder", type=pathlib.Path, help="keep the environments here")
    parser.add_argument("--python", help="the Python 3.10 to 3.12 that runs the other sides")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds must be at least 1")
    return options


def build():
    """The Swift program, built for release."""
    # Otherwise files that came to or went from the package above are overlooked.
    (HERE / "Package.swift").touch()
    command = ["swift", "build", "-c", "release", "--package-path", HERE]
    if not shutil.which("swift"):
        sys.exit("swift is not on the path")
    if subprocess.run(command, stdout=sys.stderr).returncode:
        sys.exit("the Swift program does not build; see above")
    path = subprocess.run(command + ["--show-bin-path"], check=True, capture_output=True, text=True)
    return pathlib.Path(path.stdout.strip()) / "Benchmark"


def compare(program, folder, python, rounds):
    """Checks that all sides compute the same, then times them; the lines as they are printed."""
    old = environments.epynn_environment(folder, python)
    today = environments.todays_environment(folder, python)
    commands = {
        "here": [program],
        "EpyNN": [old, HERE / "Sides" / "epynn_side.py"],
        "Numba": [today, HERE / "Sides" / "numba_side.py"],
        "NumPy": [today, HERE / "Sides" / "numpy_side.py"],
    }
    sides = {}

    def side(name, processor):
        if (name, processor) not in sides:
            sides[name, processor] = Side(commands[name], processor)
        return sides[name, processor]

    lines = []

    def say(line):
        print(line, flush=True)
        lines.append(line)

    def both(case):
        return side("here", case.processor), side(case.beside.split(",")[0], case.processor)

    try:
        for case in CASES:
            ours, theirs = both(case)
            check(ours.numbers(case.here), theirs.numbers(case.there), case.title)
        say(f"{report.machine()}; medians of {rounds} alternating rounds, all sides equal to"
            f" {TOLERANCE:g}.")
        say(f"EpyNN: {environments.versions(old, 'epynn', 'numpy')}.")
        say(f"Others: {environments.versions(today, 'numba', 'numpy')}.")
        say("")
        say(report.HEAD)
        for case in CASES:
            ours, theirs = both(case)
            there, here, ratio = take_turns(
                lambda: ours.time(case.here, case.seconds),
                lambda: theirs.time(case.there, case.seconds), rounds)
            say(report.row(case.title, case.beside, there, here, ratio, case.target))
    finally:
        for started in sides.values():
            started.close()
    return "\n".join(lines)


if __name__ == "__main__":
    main()
