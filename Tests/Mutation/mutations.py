"""The mutations of a file: where each can be made, and how its text is written behind a switch."""

import collections
import re

from swift_text import masked

# Key names it whatever else changes in the file; edits are (place, length, text) with {n} for its number;
# operator is the declaration that the text needs, first and last the lines that it takes part in.
Mutation = collections.namedtuple("Mutation", "file line text key label edits declaration first last")

SWAPS = {
    "+": "-", "-": "+", "*": "/", "/": "*", "<": "<=", "<=": "<", ">": ">=", ">=": ">",
    "==": "!=", "!=": "==", "&&": "||", "||": "&&", "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=",
}
OPERATOR = re.compile(
    r"(?<= )(?:\+|-|\*|/|<|<=|>|>=|==|!=|&&|\|\||\+=|-=|\*=|/=)(?= )|\.\.<|\.\.\.(?=[\w(\-])")
LITERAL = re.compile(r"(?:(?<![\w.$])|(?<=\.\.\.))[01](?:\.0)?(?![\w]|\.\d)")
TRUTH = re.compile(r"(?<![\w.])(?:true|false)(?!\w)")
NOT = re.compile(r"(?<![\w!=)\]}?])!(?=[\w(.$])")
EXTREME = re.compile(r"(?<![\w.])(?:min|max)(?=\()|(?<=\.)(?:min|max)(?=\(\))")

# What cannot be mutated where it stands: it is no code that runs, or says what a type is.
DECLARATION = re.compile(
    r"\s*(?:import|internal import|@|#|extension|protocol|associatedtype|typealias|precedencegroup"
    r"|(?:(?:public|package|private|fileprivate) )*(?:struct|enum|class|actor|extension|typealias)\b"
    r"|case \w+ = |where )")
# A broken promise ends the program: there is no test that outlives it.
PROMISE = re.compile(r"\s*(?:precondition|preconditionFailure|assert|fatalError)\(")

KEYWORDS = (
    r"(?!(?:return|let|var|if|guard|for|while|switch|case|default|throw|defer|do|func|static|private"
    r"|public|package|fileprivate|else|repeat|break|continue|mutating|try\?|self\.init|super|lazy"
    r"|indirect|typealias|struct|enum|extension|init|precondition|preconditionFailure|fatalError)\b)")
TARGET = r"[A-Za-z_$][\w.?!$]*(?:\[[^{}=]*\][\w.?!]*)*"
ASSIGNMENT = re.compile(rf"{KEYWORDS}{TARGET} (?:[-+*/%&|^]|&\+|<<|>>)?= .*", re.S)
# No type is whole without what its initializer writes.
INITIALIZED = re.compile(r"self\.(\w+) = \1")
CALL = re.compile(rf"{KEYWORDS}(?:_ = )?(?:try )?{TARGET}\(.*\)", re.S)
# A line that begins or ends so goes on.
GOES_ON = re.compile(r"(?:[-+*/=<>&|?:,.(\[]|->)$")
CONTINUES = re.compile(r"(?:[.+*/=<>&|?:)\]]|- |else\b|where\b|throws\b|in\b)")
EXIT = r"(?:return|continue|break|throw)\b[^{}]*"


def mutations(file, text):
    """All of them, in the order of the lines."""
    code = masked(text)
    lines, plain = code.split("\n"), text.split("\n")
    starts, place, seen = [], 0, collections.Counter()
    for line in lines:
        starts.append(place)
        place += len(line) + 1
    depths = _depths(lines)
    found = []
    for number, line in enumerate(lines):
        if not line.strip() or DECLARATION.match(line) or PROMISE.match(line):
            continue
        shown = plain[number].strip()
        seen[shown] += 1
        which = f" ({seen[shown]})" if seen[shown] > 1 else ""
        labels = collections.Counter()

        def add(label, edits, declaration="", last=number):
            labels[label] += 1
            if labels[label] > 1:
                label += f" ({labels[label]})"
            found.append(Mutation(
                file, number + 1, shown, f"{file}: {shown}{which}: {label}", label,
                [(starts[number] + at, length, text) for at, length, text in edits],
                declaration, number + 1, last + 1))

        for at, length, label, new, declaration in _swaps(line):
            add(label, [(at, length, new)], declaration)
        statement = _statement(lines, depths, number)
        if statement:
            begin, last, end = statement
            offset = starts[last] - starts[number]
            add("dropped", [(begin, 0, "if isLive({n}) {{ "), (offset + end, 0, " }}")], last=last)
        exit = re.match(rf"\s*if .*( )\{{ {EXIT}\}}$", line)
        if exit and depths[number] == 0:
            add("exit dropped", [(exit.start(1), 0, ", isLive({n})")])
    return found


def _swaps(line):
    for match in OPERATOR.finditer(line):
        sign = match.group()
        other = SWAPS.get(sign, sign + " one further")
        if sign == "==" and re.match(r".*\bfunc ", line):
            continue
        yield match.start(), len(sign), f"{sign} to {other}" if sign in SWAPS else other, \
            f"{sign}{{operator}}", "binary"
    for match in LITERAL.finditer(line):
        old = match.group()
        new = old.replace("0", "1", 1) if old[0] == "0" else "0" + old[1:]
        yield match.start(), len(old), f"{old} to {new}", f"(isLive({{n}}) ? {old} : {new})", ""
    for match in TRUTH.finditer(line):
        old = match.group()
        new = "false" if old == "true" else "true"
        yield match.start(), len(old), f"{old} to {new}", f"(isLive({{n}}) ? {old} : {new})", ""
    for match in NOT.finditer(line):
        yield match.start(), 1, "! dropped", "!{operator}", "not"
    for match in EXTREME.finditer(line):
        if re.search(r"func $", line[:match.start()]):
            continue
        old = match.group()
        new = "max" if old == "min" else "min"
        yield match.start(), 3, f"{old} to {new}", f"{old}{{n}}", \
            "method" if line[match.start() - 1] == "." else "function"


def _depths(lines):
    """How many round and square brackets are open where each line begins."""
    depths, depth = [], 0
    stack = []
    for line in lines:
        depths.append(depth)
        for character in line:
            if character in "([":
                depth += 1
            elif character in ")]":
                depth -= 1
            elif character == "{":
                # Within braces a closure's statements stand as others do.
                stack.append(depth)
                depth = 0
            elif character == "}" and stack:
                depth = stack.pop()
    return depths


def _statement(lines, depths, number):
    """Where a statement that can be left out begins in this line, and the line and column of its end."""
    line = lines[number]
    begin = len(line) - len(line.lstrip())
    before = next((l.rstrip() for l in reversed(lines[:number]) if l.strip()), "")
    if depths[number] or GOES_ON.search(before) and not re.search(r"(?:case .*|default):$", before):
        return None
    inner = re.match(r"(\s*(?:\} else )?(?:if|for|while) .* \{ )([^{}]*) \}$", line)
    if inner and (ASSIGNMENT.fullmatch(inner.group(2)) or CALL.fullmatch(inner.group(2))):
        return inner.end(1), number, inner.end(2)
    if re.match(r"\s*" + EXIT + "$", line) and re.match(r"\s*if .*\{$", before):
        if lines[number + 1].strip() == "}":
            return begin, number, len(line.rstrip())
    last, body = number, line
    while last + 1 < len(lines) and last - number < 12:
        following = lines[last + 1]
        if depths[last + 1] > 0 or CONTINUES.match(following.strip()) or GOES_ON.search(
                lines[last].rstrip()):
            last += 1
            body += "\n" + following
        else:
            break
    body = body.strip()
    if body.count("{") != body.count("}") or body.count("(") != body.count(")"):
        return None
    if INITIALIZED.fullmatch(body) or not (ASSIGNMENT.fullmatch(body) or CALL.fullmatch(body)):
        return None
    return begin, last, len(lines[last].rstrip())


# How an operator is declared; its name has a tail of its own, so that each use has one candidate.
TAIL = "~^%|"
PRECEDENCE = {
    "+": "Addition", "-": "Addition", "*": "Multiplication", "/": "Multiplication",
    "<": "Comparison", "<=": "Comparison", ">": "Comparison", ">=": "Comparison",
    "==": "Comparison", "!=": "Comparison", "&&": "LogicalConjunction", "||": "LogicalDisjunction",
    "+=": "Assignment", "-=": "Assignment", "*=": "Assignment", "/=": "Assignment",
    "..<": "RangeFormation", "...": "RangeFormation",
}


def tail(number):
    digits = ""
    while True:
        digits += TAIL[number % len(TAIL)]
        number //= len(TAIL)
        if number == 0:
            return digits


def declared(mutation, number):
    """What must be declared for the mutation's text to mean what it should."""
    if not mutation.declaration:
        return ""
    old, _, new = mutation.label.partition(" (")[0].partition(" to ")
    if mutation.declaration == "function":
        return (
            f"func {old}{number}<T: Comparable>(_ a: T, _ b: T) -> T {{\n"
            f"  isLive({number}) ? {old}(a, b) : {new}(a, b)\n}}\n"
            f"func {old}{number}<T: Comparable>(_ a: T, _ b: T, _ c: T) -> T {{\n"
            f"  isLive({number}) ? {old}(a, b, c) : {new}(a, b, c)\n}}\n")
    if mutation.declaration == "method":
        return (
            f"extension Sequence where Element: Comparable {{\n  func {old}{number}() -> Element? {{\n"
            f"    isLive({number}) ? {old}() : {new}()\n  }}\n}}\n")
    if mutation.declaration == "not":
        name = "!" + tail(number)
        return (
            f"prefix operator {name}\n"
            f"prefix func {name} (a: Bool) -> Bool {{ isLive({number}) ? !a : a }}\n")
    if old.endswith(" one further"):
        old = old.split()[0]
    name = old + tail(number)
    text = f"infix operator {name}: {PRECEDENCE[old]}Precedence\n"

    def body(a, b, result, generic=""):
        return (
            f"func {name} {generic}(a: {a}, b: {b}) -> {result} {{\n"
            f"  isLive({number}) ? a {old} b : a {new} b\n}}\n")

    if old in ("+", "-"):
        return text + body("T", "T", "T", "<T: AdditiveArithmetic>") \
            + body("Expression", "Expression", "Expression")
    if old in ("*", "/"):
        return text + body("T", "T", "T", "<T: BinaryInteger>") \
            + body("T", "T", "T", "<T: FloatingPoint>") \
            + body("Expression", "Expression", "Expression")
    if old in ("<", "<=", ">", ">="):
        return text + body("T", "T", "Bool", "<T: Comparable>") \
            + body("(T, U)", "(T, U)", "Bool", "<T: Comparable, U: Comparable>")
    if old in ("==", "!="):
        return text + body("T", "T", "Bool", "<T: Equatable>") \
            + body("(T, U)", "(T, U)", "Bool", "<T: Equatable, U: Equatable>") \
            + body("T?", "_OptionalNilComparisonType", "Bool", "<T>")
    if old in ("&&", "||"):
        return text + (
            f"func {name} (a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool {{\n"
            f"  isLive({number}) ? try a {old} b() : try a {new} b()\n}}\n")
    if old in ("..<", "..."):
        kind = "Range" if old == "..<" else "ClosedRange"
        return text + (
            f"func {name} (a: Int, b: Int) -> {kind}<Int> {{\n"
            f"  a {old} (isLive({number}) ? b : b + 1)\n}}\n")
    assigned = f"  if isLive({number}) {{ a {old} b }} else {{ a {new} b }}\n}}\n"
    kinds = ["AdditiveArithmetic"] if old in ("+=", "-=") else ["BinaryInteger", "FloatingPoint"]
    return text + "".join(
        f"func {name} <T: {kind}>(a: inout T, b: T) {{\n{assigned}" for kind in kinds)
