"""A copy of the package with all mutations in it at once, each behind its number, built once."""

import hashlib
import os
import re
import shutil
import subprocess

from mutations import declared, mutations, tail

CORE = "Sources/EpynnCore"
# What is written here, and not copied.
HEADER = "Sources/CKernels/include/CKernels.h"
OWN = {HEADER, "Sources/CKernels/mutation.c", f"{CORE}/Mutations.swift", "Package.resolved"}
# Optimized, for thousands of runs pay for it; checked as a debug build is.
FLAGS = ["-Xswiftc", "-O", "-Xcc", "-O2"]
SWITCH_HEADER = """
/// Whether a mutation is not the one that is asked for; notes that a test came here.
int mutation_is_off(int number);
"""
SWITCH = """#include "CKernels.h"
#include <stdio.h>
#include <stdlib.h>

enum { most = 4096 };
static int chosen = -1;
static volatile unsigned char reached[most];

int mutation_is_off(int number) {
  reached[number] = 1;
  return number != chosen;
}

__attribute__((constructor)) static void choose(void) {
  const char *text = getenv("MUTANT");
  if (text) chosen = atoi(text);
}

__attribute__((destructor)) static void report(void) {
  const char *path = getenv("MUTANTS_REACHED");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  for (int number = 0; number < most; number++)
    if (reached[number]) fprintf(file, "%d\\n", number);
  fclose(file);
}
"""
IS_LIVE = """internal import CKernels

public func isLive(_ number: Int32) -> Bool { mutation_is_off(number) != 0 }
"""


def ranked(package, seed):
    """All mutations of the core, at most one a line, in the order of the seed.

    The order is that of a hash, so that a change elsewhere leaves it as it is.
    """
    found = []
    for path in sorted((package / CORE).rglob("*.swift")):
        found += mutations(str(path.relative_to(package / CORE)), path.read_text())
    found.sort(key=lambda m: hashlib.sha256(f"{seed} {m.key}".encode()).digest())
    taken, chosen = set(), []
    for mutation in found:
        lines = {(mutation.file, line) for line in range(mutation.first, mutation.last + 1)}
        if not lines & taken:
            taken |= lines
            chosen.append(mutation)
    return chosen, len(found)


def copy(package, tree):
    """Makes the tree what is in the package's working folder, and touches nothing that is the same."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=package, check=True,
        stdout=subprocess.PIPE, text=True).stdout.split("\n")
    wanted = {name for name in listed if name and (package / name).is_file()}
    for path in sorted(tree.rglob("*")) if tree.exists() else []:
        name = str(path.relative_to(tree))
        if path.is_file() and not name.startswith(".build/") and name not in wanted | OWN:
            path.unlink()
    for name in wanted - OWN:
        if not name.startswith(CORE) and not name.startswith("Tests/Mutation"):
            _write(tree / name, (package / name).read_bytes(), package / name)


def _write(path, content, like=None):
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if like:
        shutil.copymode(like, path)


def write(package, tree, numbered):
    """Writes the core with these mutations, by number, and what they need."""
    by_file = {}
    for number, mutation in numbered.items():
        by_file.setdefault(mutation.file, []).append((number, mutation))
    for path in (package / CORE).rglob("*"):
        if not path.is_file():
            continue
        name = str(path.relative_to(package / CORE))
        content = path.read_bytes()
        if name in by_file:
            text = content.decode()
            edits = [
                (place, length, new.format(n=number, operator=tail(number)))
                for number, mutation in by_file[name] for place, length, new in mutation.edits]
            for place, length, new in sorted(edits, reverse=True):
                text = text[:place] + new + text[place + length:]
            content = text.encode()
        _write(tree / CORE / name, content)
    header = (package / HEADER).read_text()
    last = header.rindex("#endif")
    _write(
        tree / HEADER,
        (header[:last] + SWITCH_HEADER + header[last:]).encode())
    _write(tree / "Sources/CKernels/mutation.c", SWITCH.encode())


def declare(tree, numbered):
    text = IS_LIVE + "".join(declared(m, number) for number, m in numbered.items())
    _write(tree / CORE / "Mutations.swift", text.encode())


def build(tree, *arguments):
    """The lines that the build printed, and whether it succeeded."""
    run = subprocess.run(
        ["swift", "build", *FLAGS, *arguments], cwd=tree, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, env=dict(os.environ, LANG="C.UTF-8"))
    return run.stdout, run.returncode == 0


ERROR = re.compile(rf"^\S*/{CORE}/(\S*\.swift):(\d+):\d+: error: ", re.M)


def fitting(package, tree, numbered):
    """Those of the mutations that the compiler takes: all are built, and those that it names leave."""
    numbered = dict(numbered)
    while True:
        write(package, tree, numbered)
        output, succeeded = build(
            tree, "--target", "EpynnCore", "-Xswiftc", "-continue-building-after-errors")
        if succeeded:
            return numbered
        errors = {(file, int(line)) for file, line in ERROR.findall(output)}
        guilty = set().union(*(_guilty(package, numbered, *error) for error in errors))
        if not guilty:
            raise SystemExit("the mutated copy does not build:\n" + output[-4000:])
        for number in guilty:
            del numbered[number]
        print(f"{len(guilty)} mutations do not compile, {len(numbered)} are left", flush=True)


def _guilty(package, numbered, file, line):
    """The mutations that an error at a line of the copy comes from."""
    if file == "Mutations.swift":
        raise SystemExit(f"Mutations.swift:{line} does not compile")
    there = {n: m for n, m in numbered.items() if m.file == file}
    direct = {n for n, m in there.items() if m.first <= line <= m.last}
    if direct:
        return direct
    # A variable that is never set, or a function that returns nothing, is found at its end.
    lines = (package / CORE / file).read_text().split("\n")
    indent = len(lines[line - 1]) - len(lines[line - 1].lstrip())
    first = line
    while first > 1:
        first -= 1
        text = lines[first - 1]
        if text.strip() and len(text) - len(text.lstrip()) < max(indent, 1):
            break
    body = {n for n, m in there.items() if first <= m.first <= line and "dropped" in m.label}
    return body or {n for n, m in there.items() if abs(m.first - line) < 12} or set(there)
