#!/usr/bin/env python3
"""Packs a tree (bin, share) as an archive and as a wheel: packages.py TREE VERSION FOLDER.

The wheel's tag says what the program asks of a machine, as read out of the program itself.
"""

import base64
import gzip
import hashlib
import io
import os
import pathlib
import platform
import re
import subprocess
import sys
import tarfile
import time
import zipfile

tree, version, out = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
epoch = int(os.environ["SOURCE_DATE_EPOCH"])
machine = platform.machine()
system = {"Linux": "linux", "Darwin": "macos"}[platform.system()]
files = sorted(path for path in tree.rglob("*") if path.is_file())

SUMMARY = "Step through Dense layers: forward, backward, gradients, update."
METADATA = f"""Metadata-Version: 2.1
Name: epynn-repl
Version: {version}
Summary: {SUMMARY}
License: MIT
Requires-Python: >=3.7
Description-Content-Type: text/plain

A debugger for the Dense layer of a neural network, in the terminal. The wheel holds the program
'epynn-repl', which needs no Python: in a notebook, '!epynn-repl verify mine.npz'.
"""


def mode(path):
    return 0o755 if path.parent.name == "bin" else 0o644


def asked(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def platform_tag(program):
    """The oldest system on which the program starts."""
    if system == "macos":
        least = re.search(r"minos (\d+)\.(\d+)", asked("otool", "-l", program))
        return f"macosx_{least[1]}_{least[2]}_{machine}"
    needed = asked("objdump", "-p", program)
    libraries = set(re.findall(r"NEEDED\s+(\S+)", needed))
    known = {"libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1",
             "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}
    assert libraries <= known, f"not part of glibc: {libraries - known}"
    minor = max(int(number) for number in re.findall(r"GLIBC_2\.(\d+)", needed))
    return f"manylinux_2_{minor}_{machine}"


def archive():
    name = f"epynn-repl-{version}-{system}-{machine}"
    with open(out / f"{name}.tar.gz", "wb") as file, gzip.GzipFile(
            filename="", mode="wb", fileobj=file, mtime=epoch) as packed, tarfile.open(
            fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path in files:
            entry = tarfile.TarInfo(f"{name}/{path.relative_to(tree)}")
            entry.size, entry.mode, entry.mtime = path.stat().st_size, mode(path), epoch
            with open(path, "rb") as content:
                tar.addfile(entry, content)


def wheel():
    tag = f"py3-none-{platform_tag(tree / 'bin/epynn-repl')}"
    stem = f"epynn_repl-{version}"
    content = {}
    for path in files:
        place = path.relative_to(tree)
        under = "scripts/" + path.name if path.parent.name == "bin" else f"data/{place}"
        content[f"{stem}.data/{under}"] = (path.read_bytes(), mode(path))
    content[f"{stem}.dist-info/METADATA"] = (METADATA.encode(), 0o644)
    content[f"{stem}.dist-info/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: epynn-repl\nRoot-Is-Purelib: false\nTag: {tag}\n".encode(),
        0o644)
    record = io.StringIO()
    for name, (data, _) in content.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record.write(f"{name},sha256={digest},{len(data)}\n")
    record.write(f"{stem}.dist-info/RECORD,,\n")
    content[f"{stem}.dist-info/RECORD"] = (record.getvalue().encode(), 0o644)
    with zipfile.ZipFile(out / f"{stem}-{tag}.whl", "w", zipfile.ZIP_DEFLATED) as file:
        for name, (data, permissions) in content.items():
            entry = zipfile.ZipInfo(name, time.gmtime(epoch)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100000 | permissions) << 16
            file.writestr(entry, data)


archive()
wheel()
