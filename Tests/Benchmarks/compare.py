#!/usr/bin/env python3
"""Times this package and EpyNN 1.2.13 on the same work, in alternating rounds on one machine.

    python3 Tests/Benchmarks/compare.py [--rounds N] [--folder ENVIRONMENT] [--python PYTHON]
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent

# EpyNN asks for a NumPy without wheels for today's Pythons; the last 1.x runs it as well. What it
# prints with is as it asks. Its other requirements are not imported.
PACKAGES = [
    "numpy<2", "matplotlib", "pygments", "tabulate==0.8.9", "termcolor==1.1.0", "texttable==1.6.4",
    "threadpoolctl",
]
EPYNN = "epynn==1.2.13"

# NumPy 1.x has wheels for these.
PYTHONS = ["python3.12", "python3.11", "python3.10", "python3.9"]

# Name here, name at EpyNN, seconds of a round on each side, target, what it is.
CASES = [
    ("layer", "layer", 0.3, 100, "one layer, 4 x 3 x 2"),
    ("train", "train", 0.6, 100, "1,000 epochs, EpyNN's model.train"),
    ("train", "bare", 0.4, None, "1,000 epochs, EpyNN's passes alone"),
    ("large", "large", 0.5, 1.5, "one layer, 1024 x 784 x 128"),
]
TOLERANCE = 1e-9


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15, help="rounds of each case (15)")
    parser.add_argument("--folder", type=pathlib.Path, help="keep EpyNN's environment here")
    parser.add_argument("--python", help="the Python 3.9 to 3.12 that runs EpyNN")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds must be at least 1")
    program = build()
    with tempfile.TemporaryDirectory() as temporary:
        python = environment(options.folder or pathlib.Path(temporary), options.python)
        with Side([program]) as ours, Side([python, HERE / "epynn_side.py"]) as epynn:
            for name, at_epynn, *_ in CASES:
                check(ours.numbers(name), epynn.numbers(at_epynn), at_epynn)
            print(f"both agree to {TOLERANCE:g}; {options.rounds} rounds each")
            print(versions(python))
            print(f"{'':36}{'EpyNN':>10}{'here':>10}{'ratio':>9}{'best':>9}{'target':>9}")
            for case in CASES:
                print(compare(ours, epynn, case, options.rounds), flush=True)


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


def environment(folder, wanted):
    """The Python of a virtual environment with EpyNN in it, made where it is missing."""
    python = folder.absolute() / "bin" / "python"
    if not python.exists():
        base = wanted or suitable_python()
        try:
            subprocess.run([base, "-m", "venv", folder], check=True)
        except subprocess.CalledProcessError:
            sys.exit(f"{base} makes no virtual environment; on Debian, install python3-venv")
    # A second run must not ask the network.
    if subprocess.run([python, "-c", "import epynn, threadpoolctl"], capture_output=True).returncode:
        pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run(pip + PACKAGES, check=True)
        subprocess.run(pip + ["--no-deps", EPYNN], check=True)
    return python


def suitable_python():
    """This Python where NumPy 1.x has wheels for it, else one that is installed."""
    if (3, 9) <= sys.version_info[:2] <= (3, 12):
        return sys.executable
    for name in PYTHONS:
        path = shutil.which(name)
        # A name may be there that only tells that its version is not chosen.
        if path and subprocess.run([path, "-c", ""], capture_output=True).returncode == 0:
            return path
    sys.exit(
        "EpyNN needs NumPy 1.x, which has wheels for Python 3.9 to 3.12 only; this is"
        f" {sys.version_info[0]}.{sys.version_info[1]}, and none of them is on the path."
        " Name one with --python.")


def surroundings():
    """One thread for EpyNN's BLAS, on the kernel that BLAS itself takes for this processor."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS_")}
    names = ["OPENBLAS", "OMP", "MKL", "BLIS", "VECLIB_MAXIMUM", "NUMEXPR"]
    return kept | {f"{name}_NUM_THREADS": "1" for name in names} | {"MPLBACKEND": "Agg"}


def versions(python):
    code = (
        "import platform, numpy, threadpoolctl\n"
        "blas = ', '.join(f\"{p['internal_api']} {p['version']} for {p.get('architecture')},"
        " {p['num_threads']} thread\" for p in threadpoolctl.threadpool_info())\n"
        "print(f'Python {platform.python_version()}, NumPy {numpy.__version__}, {blas}')")
    done = subprocess.run(
        [python, "-c", code], check=True, capture_output=True, text=True, env=surroundings())
    return f"{EPYNN} on {done.stdout.strip()}"


class Side:
    """A program that stays warm between requests."""

    def __init__(self, command):
        self.command = command

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=surroundings())
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def numbers(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().split()
        if not answer:
            sys.exit(f"no answer to '{request}'")
        return [float(number) for number in answer]

    def time(self, name, seconds):
        return self.numbers(f"{name} {seconds}")[0]


def check(ours, theirs, name):
    """Leaves where the two did not compute the same."""
    worst = max((abs(x - y) for x, y in zip(ours, theirs)), default=0)
    # Written so that NaN does not pass.
    if len(ours) != len(theirs) or not worst <= TOLERANCE:
        sys.exit(f"{name}: {len(ours)} and {len(theirs)} numbers, up to {worst:g} apart")


def compare(ours, epynn, case, rounds):
    name, at_epynn, seconds, target, title = case
    here, there = [], []
    for index in range(rounds):
        # Each begins every other round.
        if index % 2 == 0:
            here.append(ours.time(name, seconds))
        there.append(epynn.time(at_epynn, seconds))
        if index % 2 == 1:
            here.append(ours.time(name, seconds))
    ratios = [y / x for x, y in zip(here, there)]
    wanted = "" if target is None else f"{target:g}x"
    return (
        f"{title:36}{span(statistics.median(there)):>10}{span(statistics.median(here)):>10}"
        f"{statistics.median(ratios):8.1f}x{max(ratios):8.1f}x{wanted:>9}")


def span(nanoseconds):
    for unit, size in [("s", 1e9), ("ms", 1e6), ("us", 1e3)]:
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.3g} ns"


if __name__ == "__main__":
    main()
