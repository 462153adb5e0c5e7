"""Runs a notebook of one cell, '!epynn-repl verify mine.npz', and prints what it says."""

import os
import sys

import nbformat
from nbclient import NotebookClient

# As a hub starts it: what its Python has installed comes first.
os.environ["PATH"] = f"{os.path.dirname(sys.executable)}:{os.environ['PATH']}"
book = nbformat.v4.new_notebook(
    cells=[nbformat.v4.new_code_cell("!epynn-repl verify mine.npz; echo status $?")])
NotebookClient(book, timeout=60).execute()
said = "".join(output["text"] for output in book.cells[0].outputs)
print(said)
assert "status 0" in said
