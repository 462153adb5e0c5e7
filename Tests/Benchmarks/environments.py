"""The Pythons that the other sides run in: virtual environments, made where they are missing."""

import os
import shutil
import subprocess
import sys

# EpyNN asks for a NumPy without wheels for today's Pythons; the last 1.x runs it as well. What it
# prints with is as it asks. Its other requirements are not imported.
EPYNN = [
    ["numpy<2", "matplotlib", "pygments", "tabulate==0.8.9", "termcolor==1.1.0", "texttable==1.6.4",
     "threadpoolctl"],
    ["--no-deps", "epynn==1.2.13"],
]
TODAY = [["numpy>=2", "numba", "threadpoolctl"]]

# Both NumPy 1.x and today's Numba have wheels for these.
PYTHONS = ["python3.12", "python3.11", "python3.10"]


def epynn_environment(folder, wanted):
    return environment(folder / "epynn", wanted, EPYNN, "import epynn, threadpoolctl")


def todays_environment(folder, wanted):
    return environment(folder / "today", wanted, TODAY, "import numba, threadpoolctl")


def environment(folder, wanted, installs, trial):
    """The Python of a virtual environment that passes a trial."""
    python = folder.absolute() / "bin" / "python"
    if not python.exists():
        base = wanted or suitable_python()
        try:
            subprocess.run([base, "-m", "venv", folder], check=True)
        except subprocess.CalledProcessError:
            sys.exit(f"{base} makes no virtual environment; on Debian, install python3-venv")
    # A second run must not ask the network.
    if subprocess.run([python, "-c", trial], capture_output=True).returncode:
        pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        for packages in installs:
            subprocess.run(pip + packages, check=True)
    return python


def suitable_python():
    """This Python where all sides have wheels for it, else one that is installed."""
    if (3, 10) <= sys.version_info[:2] <= (3, 12):
        return sys.executable
    for name in PYTHONS:
        path = shutil.which(name)
        # A name may be there that only tells that its version is not chosen.
        if path and subprocess.run([path, "-c", ""], capture_output=True).returncode == 0:
            return path
    sys.exit(
        "EpyNN needs NumPy 1.x and Numba a newer Python; both have wheels for Python 3.10 to 3.12."
        f" This is {sys.version_info[0]}.{sys.version_info[1]}, and none of them is on the path."
        " Name one with --python.")


def surroundings():
    """One thread for BLAS, on the kernel that BLAS itself takes for this processor."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS_")}
    names = ["OPENBLAS", "OMP", "MKL", "BLIS", "VECLIB_MAXIMUM", "NUMEXPR"]
    return kept | {f"{name}_NUM_THREADS": "1" for name in names} | {"MPLBACKEND": "Agg"}


def versions(python, *modules):
    """Versions of modules, and what threadpoolctl says of the BLAS."""
    code = (
        "import numpy, importlib.metadata as found, platform, threadpoolctl\n"
        "parts = [f'Python {platform.python_version()}']\n"
        f"parts += [f'{{name}} {{found.version(name)}}' for name in {list(modules)!r}]\n"
        "parts += [f\"{p['internal_api']} {p['version']}, kernel {p.get('architecture')},"
        " {p['num_threads']} thread\" for p in threadpoolctl.threadpool_info()]\n"
        "print(', '.join(parts))")
    done = subprocess.run(
        [python, "-c", code], check=True, capture_output=True, text=True, env=surroundings())
    return done.stdout.strip()
