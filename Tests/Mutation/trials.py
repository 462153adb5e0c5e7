"""Runs suites of the built copy, with and without a mutation."""

import collections
import concurrent.futures
import os
import re
import resource
import select
import signal
import subprocess
import time

# The programs that EpynnREPLTests start do not hear of mutations, and LineEditor knows no core.
TARGETS = ["EpynnCoreTests", "EpynnDataTests", "EpynnLessonsTests", "EpynnShellTests"]
WORKERS = 2
MEMORY = 8 << 30
FAILED = re.compile(r"✘ Test (\S+?)(?:\(.*)? recorded an issue")

Suite = collections.namedtuple("Suite", "name seconds reached failed")


def suites(package):
    """TARGET.SUITE of all suites."""
    return [
        f"{target}.{name}" for target in TARGETS
        for path in sorted((package / "Tests" / target).rglob("*.swift"))
        for name in re.findall(r"^@Suite.* struct (\w+)", path.read_text(), re.M)]


def run(tree, names, limit, environment):
    """Runs suites until something fails: `None`, the test that failed, "crash" or "timeout"."""
    process = subprocess.Popen(
        [tree / ".build/debug/epynn-replPackageTests.xctest", "--testing-library", "swift-testing",
         "--filter", f"^({'|'.join(map(re.escape, names))})/"],
        cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        env=dict(os.environ, SWIFT_BACKTRACE="enable=no", NO_COLOR="1", TERM="dumb", **environment),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)))
    end, last = time.monotonic() + limit, b""
    try:
        while True:
            ready, _, _ = select.select([process.stdout], [], [], max(0, end - time.monotonic()))
            if not ready:
                return "timeout"
            piece = os.read(process.stdout.fileno(), 1 << 16)
            if not piece:
                break
            lines = (last + piece).split(b"\n")
            last = lines.pop()
            for line in lines:
                failed = FAILED.match(line.decode(errors="replace"))
                if failed:
                    return failed.group(1)
        try:
            return None if process.wait(max(1, end - time.monotonic())) == 0 else "crash"
        except subprocess.TimeoutExpired:
            return "timeout"
    finally:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()
        process.stdout.close()


def measured(tree, name, folder):
    """How long a suite takes without a mutation, and which ones it comes by."""
    file = folder / name
    start = time.monotonic()
    failed = run(tree, [name], 580, {"MUTANTS_REACHED": str(file)})
    seconds = time.monotonic() - start
    reached = [int(line) for line in file.read_text().split()] if file.exists() else []
    return Suite(name, round(seconds, 2), reached, failed)


def stages(chosen):
    """Suites in the order of their time, the quick ones together."""
    stage, total, most = [], 0, 3
    for suite in sorted(chosen, key=lambda suite: suite.seconds):
        if stage and total + suite.seconds > most:
            yield stage
            stage, total, most = [], 0, most * 3
        stage.append(suite)
        total += suite.seconds
    if stage:
        yield stage


def tried(tree, number, reaching):
    """Who killed a mutation; `None` where it survived all suites that come by it."""
    for stage in stages(reaching):
        limit = max(30, 8 * sum(suite.seconds for suite in stage))
        killer = run(tree, [suite.name for suite in stage], limit, {"MUTANT": str(number)})
        if killer:
            return killer
    return None


def each(work, items):
    """What the work gives for each item, as it comes, as many at once as there are workers."""
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        futures = {pool.submit(work, item): item for item in items}
        for future in concurrent.futures.as_completed(futures):
            yield futures[future], future.result()
