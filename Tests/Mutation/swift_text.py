"""Swift's text, read far enough to know code from comments and strings."""


def masked(text):
    """The text with comments and strings blanked out, of the same length and lines."""
    out = []
    place = 0
    while place < len(text):
        end = _end_of_comment(text, place) or _end_of_string(text, place)
        if end:
            # A string stays something that an operator can stand beside.
            mark = " " if text.startswith("/", place) else "\""
            out.append("".join("\n" if c == "\n" else mark for c in text[place:end]))
            place = end
        else:
            out.append(text[place])
            place += 1
    return "".join(out)


def _end_of_comment(text, place):
    if text.startswith("//", place):
        end = text.find("\n", place)
        return len(text) if end < 0 else end
    if not text.startswith("/*", place):
        return None
    depth = 0
    while place < len(text):
        if text.startswith("/*", place):
            depth, place = depth + 1, place + 2
        elif text.startswith("*/", place):
            depth, place = depth - 1, place + 2
            if depth == 0:
                return place
        else:
            place += 1
    return place


def _end_of_string(text, place):
    hashes = 0
    while text.startswith("#", place + hashes):
        hashes += 1
    if not text.startswith("\"", place + hashes):
        return None
    quote = "\"\"\"" if text.startswith("\"\"\"", place + hashes) else "\""
    place += hashes + len(quote)
    escape, close = "\\" + "#" * hashes, quote + "#" * hashes
    while place < len(text) and not text.startswith(close, place):
        if text.startswith(escape + "(", place):
            place = _end_of_interpolation(text, place + len(escape))
        elif text.startswith(escape, place):
            place += len(escape) + 1
        else:
            place += 1
    return place + len(close)


def _end_of_interpolation(text, place):
    depth = 0
    while place < len(text):
        end = _end_of_comment(text, place) or _end_of_string(text, place)
        if end:
            place = end
            continue
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        place += 1
        if depth == 0:
            return place
    return place
