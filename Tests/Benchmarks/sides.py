"""Programs that stay warm between requests, and the rounds in which they take turns."""

import statistics
import subprocess
import sys

from environments import surroundings

TOLERANCE = 1e-9


class Side:
    """A program that answers requests, on one processor where that is wanted."""

    def __init__(self, command, processor=None):
        pinned = [] if processor is None else ["taskset", "-c", str(processor)]
        self.process = subprocess.Popen(
            pinned + [str(word) for word in command], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True, env=surroundings())

    def close(self):
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


def check(ours, theirs, title):
    """Leaves where the two did not compute the same."""
    worst = max((abs(x - y) for x, y in zip(ours, theirs)), default=0)
    # Written so that NaN does not pass.
    if not ours or len(ours) != len(theirs) or not worst <= TOLERANCE:
        sys.exit(f"{title}: {len(ours)} and {len(theirs)} numbers, up to {worst:g} apart")


def take_turns(ours, theirs, rounds):
    """The medians of both sides and of the rounds' ratios; each side begins every other round."""
    here, there = [], []
    for index in range(rounds):
        turns = [(ours, here), (theirs, there)]
        for measure, times in turns if index % 2 == 0 else reversed(turns):
            times.append(measure())
    ratios = [y / x for x, y in zip(here, there)]
    return statistics.median(there), statistics.median(here), statistics.median(ratios)
