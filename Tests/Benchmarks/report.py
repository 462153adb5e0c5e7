"""The tables as Markdown, and the place in the README where they stand."""

import datetime
import os
import re
import subprocess

HEAD = "| | beside | there | here | ratio | target |\n| --- | --- | ---: | ---: | ---: | ---: |"


def row(title, beside, there, here, ratio, target):
    wanted = "" if target is None else f"{target:g}×"
    return f"| {title} | {beside} | {span(there)} | {span(here)} | {factor(ratio)} | {wanted} |"


def factor(ratio):
    return f"{ratio:.0f}×" if ratio >= 100 else f"{ratio:.1f}×" if ratio >= 10 else f"{ratio:.2f}×"


def span(nanoseconds):
    for unit, size in [("s", 1e9), ("ms", 1e6), ("µs", 1e3)]:
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.3g} ns"


def machine():
    """The day, the processor, the system and the compiler."""
    return f"{datetime.date.today():%d %B %Y}, ".lstrip("0") + ", ".join([
        f"{processor()} with {len(os.sched_getaffinity(0))} processors", system(),
        "Swift " + first(r"version ([\d.]+)", shown("swift", "--version"))])


def processor():
    """Its name, and the widest vectors it has."""
    facts = open("/proc/cpuinfo").read()
    widest = next((n for f, n in [("avx512f", "AVX-512"), ("avx2", "AVX2")] if f in facts), "SSE2")
    return first(r"model name\s*: (.*)", facts) + f" ({widest})"


def system():
    return first(r'PRETTY_NAME="(.*)"', open("/etc/os-release").read())


def shown(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def first(pattern, text):
    found = re.search(pattern, text)
    return found[1].strip() if found else "?"


def put(text, mark, readme):
    """Puts text between the two comments of that mark."""
    old = readme.read_text()
    begin, end = f"<!-- {mark} -->\n", f"<!-- end of {mark} -->"
    before, rest = old.split(begin)
    readme.write_text(f"{before}{begin}\n{text}\n\n{end}{rest.split(end)[1]}")
