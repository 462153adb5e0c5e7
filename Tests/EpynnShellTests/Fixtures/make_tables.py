"""Writes one table of progress as spreadsheets save it: `python3 make_tables.py` beside `tables`.

Each file holds the same rows. What differs: bytes of letters, what stands between fields, which
fields are quoted, how lines end, and what a spreadsheet does to a table that it took apart wrongly.
"""

import pathlib

HEADER = [
    "name", "lesson", "title", "version", "item", "items", "reached", "question", "outcome", "tries",
    "wrong", "mistakes", "hints", "minutes",
]
ROWS = [
    ["Zoë Müller", "gradients", "Gradients", "bfcdba1fa4a87ef9", "7", "19", "10", "What is dW[0,1]?",
     "helped", "2", "'-13; 7", "slope-left-out; ", "1", "4"],
    ["Zoë Müller", "gradients", "Gradients", "bfcdba1fa4a87ef9", "10", "19", "10",
     'Which shape has "dW", then?', "open", "1", "(2, 3)", "the other way round;; so Wᵀ", "0", "0"],
    ["Zoë Müller", "xor", "XOR", "0a", "", "9", "2", "", "", "", "", "", "", ""],
]
TABLE = [HEADER] + ROWS


def quoted(field):
    return '"' + field.replace('"', '""') + '"'


def lines(separator, quotes, end="\r\n"):
    """The table with the fields quoted that `quotes` says must be."""
    return end.join(
        separator.join(quoted(f) if quotes(f) else f for f in row) for row in TABLE) + end


def where_needed(separator):
    return lambda field: any(sign in field for sign in separator + '"\n')


def is_text(field):
    return field != "" and not field.isdigit()


FILES = {
    # The program's own.
    "program.csv": lines(",", lambda f: True).encode(),
    # Excel, 'CSV UTF-8': a byte-order mark, quotes where needed.
    "excel-utf8.csv": b"\xef\xbb\xbf" + lines(",", where_needed(",")).encode(),
    # Excel where the comma is the decimal sign.
    "excel-semicolons.csv": b"\xef\xbb\xbf" + lines(";", where_needed(";")).encode(),
    # Excel, 'Unicode Text': UTF-16 with tabs.
    "excel-unicode.csv": lines("\t", where_needed("\t")).encode("utf-16"),
    # The same below a line that names the separator.
    "excel-sep.csv": b"sep=;\r\n" + lines(";", where_needed(";")).encode(),
    # LibreOffice: quotes around texts, lines end in a line feed.
    "libreoffice.csv": lines(",", is_text, "\n").encode(),
    # Numbers: quotes where needed, no line end behind the last row.
    "numbers.csv": lines(",", where_needed(","), "\n").encode().rstrip(b"\n"),
    # A spreadsheet of the time when a carriage return alone ended a line.
    "carriage-returns.csv": lines(";", where_needed(";"), "\r").encode(),
}

# Excel, 'CSV': Windows-1252. What is no letter of it becomes a question mark.
FILES["excel-windows.csv"] = lines(";", where_needed(";")).encode("cp1252", "replace")

# A spreadsheet that parts fields at semicolons opened the program's table, which has commas, and
# saved it: the quotes of the first field go, and what stood between semicolons has a column.
def taken_apart(line):
    first, rest = line[1:].split('"', 1)
    cells = (first + rest).split(";")
    return ";".join(quoted(c) if any(s in c for s in ';"\n') else c for c in cells)


FILES["excel-taken-apart.csv"] = ("\r\n".join(
    taken_apart(line) for line in lines(",", lambda f: True).split("\r\n") if line) + "\r\n").encode()

folder = pathlib.Path(__file__).parent / "tables"
folder.mkdir(exist_ok=True)
for name, content in FILES.items():
    (folder / name).write_bytes(content)
