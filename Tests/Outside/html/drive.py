"""Uses the pages as a student would: by keyboard, with wrong and right answers, on paper."""

import csv
import json
import pathlib
import subprocess
import sys
import time

from browser import Browser

program, exercise = sys.argv[1:]
browser = Browser()


def shown(selector):
    return browser.ask(f"""[...document.querySelectorAll({json.dumps(selector)})]
        .filter((part) => part.getClientRects().length > 0).map((part) => part.innerText)""")


def stepping():
    browser.size(1000)
    browser.open("example.html")
    every = browser.ask("[...document.querySelectorAll('.stop h2')].map((h) => h.textContent)")
    assert len(every) == 10, every
    seen = shown(".stop h2")
    for _ in every[1:]:
        browser.press("ArrowRight")
        seen += shown(".stop h2")
        assert browser.ask("document.activeElement.tagName") == "H2"
    assert seen == every, seen
    for key, place in [("ArrowRight", 9), ("ArrowLeft", 8), ("Home", 0), ("End", 9), ("Home", 0)]:
        browser.press(key)
        assert shown(".stop h2") == [every[place]], key
    for button, place in [("next", 1), ("last", 9), ("back", 8), ("first", 0)]:
        browser.ask(f"document.getElementById('{button}').click()")
        assert shown(".stop h2") == [every[place]], button
    browser.ask("document.getElementById('all').click()")
    assert shown(".stop h2") == every
    assert browser.requested() == [], browser.requested()
    assert browser.complaints() == [], browser.complaints()
    print("all stops by keyboard and by button; no request, no complaint")


def explaining():
    browser.open("example.html")
    browser.press("ArrowRight")
    browser.ask("document.querySelector('.current table.written td[tabindex=\"0\"]').focus()")
    browser.press("ArrowRight")
    browser.press("Enter")
    text = shown(".explanation")[0]
    assert "Z[0,1] = 1" in text and "sum over features n" in text, text
    marked = browser.ask("""[...document.querySelectorAll('.current .marked')].map((cell) =>
        cell.closest('table').dataset.tensor + ':' + cell.textContent).join(' ')""")
    # Row 0 of X, column 1 of W, and the bias.
    assert marked == "X1:2 X1:0 X1:1 W1:-1 W1:-1 W1:2 b1:1", marked
    browser.picture("explanation.png")
    # Each written cell of each stop but the first, which keeps what came, and down from there.
    browser.press("Home")
    empty = browser.ask("""stops.flatMap((stop, place) => {
        go(place);
        return [...stop.querySelectorAll('table.written td[tabindex]')].filter((cell) => {
            cell.click();
            return !panel.querySelector('p, table') || !stop.querySelector('.chosen');
        }).map((cell) => place + ' ' + cell.closest('table').dataset.tensor);
    })""")
    assert empty == [], empty
    print("explanations of all cells, with row and column marked")


def fill(tensor, matrix):
    for r, row in enumerate(matrix):
        for c, number in enumerate(row):
            browser.ask(f"""document.querySelector('[data-tensor="{tensor}"].written')
                .tBodies[0].rows[{r}].cells[{c + 1}].querySelector('input')
                .value = {json.dumps(str(number))}""")


def check(tensor):
    browser.ask(f"document.querySelector('[data-check=\"{tensor}\"]').click()")
    return browser.ask(f"""document.querySelector('[data-check="{tensor}"]')
        .parentElement.nextElementSibling.textContent""")


def relu_backward(given):
    """Z, dZ, dW and db of one layer with relu and MSE, in plain loops."""
    x, w, b, y = (given[name] for name in "XWbY")
    m, n, u = len(x), len(w), len(b[0])
    z = [[sum(x[i][k] * w[k][j] for k in range(n)) + b[0][j] for j in range(u)] for i in range(m)]
    dA = [[2 * (max(z[i][j], 0) - y[i][j]) / u for j in range(u)] for i in range(m)]
    dZ = [[dA[i][j] if z[i][j] > 0 else 0 for j in range(u)] for i in range(m)]
    dW = [[sum(x[i][k] * dZ[i][j] for i in range(m)) for j in range(u)] for k in range(n)]
    db = [[sum(dZ[i][j] for i in range(m)) for j in range(u)]]
    return {"Z": z, "dA": dA, "dZ": dZ, "dW": dW, "db": db}


def given_in(table):
    tensors, name = {}, None
    for row in csv.reader(table.splitlines()):
        if row[0] in ["id", "X", "W", "b", "Y", "Z", "dZ", "dW", "db"]:
            name = row[0]
            tensors[name] = []
        elif name != "id":
            tensors[name].append([float(cell) for cell in row if cell])
    return tensors


def answering():
    browser.open("student/ada.html")
    given = given_in(browser.ask("data.csv"))
    right = relu_backward(given)
    assert check("Z1") == "nothing is filled in yet"
    fill("Z1", right["Z"])
    assert check("Z1") == "Z is right", check("Z1")
    fill("dZ1", right["dA"])
    said = check("dZ1")
    assert "dA as it came" in said, said
    wrong_dW = relu_backward(given) | {"dZ": right["dA"]}
    carried = [[sum(given["X"][i][k] * wrong_dW["dZ"][i][j] for i in range(4)) for j in range(2)]
               for k in range(3)]
    fill("dW1", carried)
    assert "follows from your earlier numbers" in check("dW1"), check("dW1")
    fill("dW1", [["1/", "x"]])
    assert "is no number" in check("dW1"), check("dW1")
    fill("dW1", right["dW"])
    assert check("dW1") == "dW is right", check("dW1")
    fill("db1", [[number / 4 for number in right["db"][0]]])
    assert "your loss is a mean over samples" in check("db1"), check("db1")
    browser.size(800)
    browser.ask("document.getElementById('all').click()")
    browser.picture("answers.png")
    browser.ask("document.querySelector('[data-tensor=\"dZ1\"].written input').focus()")
    grade("save wrong", "2.75", "dZ: slope-left-out")
    fill("dZ1", right["dZ"])
    assert check("dZ1") == "dZ is right", check("dZ1")
    fill("db1", right["db"])
    assert check("db1") == "db is right", check("db1")
    grade("save right", "5 of 5 points")
    assert browser.requested() == [] and browser.complaints() == [], browser.complaints()
    print("wrong and right answers told, saved, and read by 'grade'")


def grade(name, *words):
    for old in browser.downloads.iterdir():
        old.unlink()
    browser.call("Page.setDownloadBehavior", behavior="allow",
                 downloadPath=str(browser.downloads))
    browser.ask("document.getElementById('save').click()")
    for _ in range(100):
        files = [file for file in browser.downloads.iterdir() if file.suffix == ".csv"]
        if files and files[0].stat().st_size > 0:
            break
        time.sleep(0.05)
    assert files[0].name == "ada-answers.csv", files
    told = subprocess.run([program, "grade", exercise, str(files[0])], capture_output=True,
                          text=True).stdout
    for word in words:
        assert word in told, (name, told)


def computing():
    """The script comes to what the program computed, to the last digits."""
    count = 0
    for table in sorted(pathlib.Path("formulas").glob("*.csv")):
        browser.open(table.with_suffix(".html"))
        tensors, name = {}, None
        for row in csv.reader(table.read_text().splitlines()):
            if row[0][0].isalpha() and row[0] not in ["nan", "inf"]:
                name = row[0]
                tensors[name] = []
            else:
                tensors[name].append([float(cell) for cell in row])
        for name, matrix in tensors.items():
            if name.endswith("_new") or name in ["X", "Y"]:
                continue
            key = "loss0" if name == "loss" else name
            found = browser.ask(f"tensorsWith(new Map())('{key}').map((row) => row.map(String))")
            assert len(found) == len(matrix), (table, name)
            for mine, others in zip(matrix, found):
                for number, other in zip(mine, map(float, others)):
                    same = number == other or (number != number and other != other)
                    near = abs(number - other) <= 1e-12 * max(1, abs(number))
                    # What stands on the guard's 1e-16 has no more digits than that.
                    assert same or near or abs(number) > 1e9, (table, name, number, other)
                    count += 1
    assert count > 3000, count
    print(f"{count} numbers computed by the script agree to 1e-12")


def sizes():
    for name, limit in [("example", 200_000), ("blanks", 200_000), ("large", 1_000_000),
                        ("network", 1_000_000), ("session", 1_000_000)]:
        size = pathlib.Path(f"{name}.html").stat().st_size
        assert size < limit, (name, size)
        print(f"{name}.html has {size} bytes")


def looks():
    """No text is cut and nothing stands out of the page, light, dark and without a script."""
    pages = ["example", "blanks", "key", "network", "session", "curve", "student/ada"]
    for page in pages:
        browser.open(f"{page}.html")
        assert browser.ask("document.querySelector('main') !== null"), page
        browser.ask("document.getElementById('all')?.click()")
        for width in [400, 800, 1400]:
            browser.size(width)
            wide = browser.ask("document.documentElement.scrollWidth")
            assert wide <= width, (page, width, wide)
            cut = browser.ask("""[...document.querySelectorAll('h1,h2,p,td,th,caption,button,dd')]
                .filter((part) => part.getClientRects().length > 0
                    && part.scrollWidth > part.clientWidth + 1
                    && getComputedStyle(part).overflowX === 'visible'
                    && getComputedStyle(part).display !== 'inline')
                .map((part) => part.textContent.slice(0, 60))""")
            assert cut == [], (page, width, cut)
            browser.picture(f"{pathlib.Path(page).name}-{width}.png")
    browser.size(800)
    browser.call("Emulation.setEmulatedMedia",
                 features=[{"name": "prefers-color-scheme", "value": "dark"}])
    browser.open("blanks.html")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert browser.ask(paper) == "rgb(22, 24, 28)", browser.ask(paper)
    browser.press("End")
    browser.picture("dark.png")
    browser.ask("document.getElementById('theme').click()")
    assert browser.ask(paper) == "rgb(255, 255, 255)", browser.ask(paper)
    browser.call("Emulation.setEmulatedMedia", features=[])
    print("nothing cut at 400, 800 and 1400 pixels; light and dark")


def without_script():
    browser.open("example.html")
    whole = browser.ask("document.querySelectorAll('.stop').length")
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open("example.html")
    assert len(shown(".stop h2")) == whole
    assert shown("button") == [] and shown(".explanation") == []
    browser.picture("without-script.png")
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    print("without a script the whole pass")


def paper():
    for page in ["example", "key", "network"]:
        browser.open(f"{page}.html")
        headings = browser.ask("[...document.querySelectorAll('.stop h2')].map((h) => h.innerText)")
        stops = browser.ask("""[...document.querySelectorAll('.stop')].map((s) => s.textContent)""")
        for name, width, height in [("A4", 8.27, 11.69), ("Letter", 8.5, 11)]:
            file = f"{page}-{name}.pdf"
            browser.paper(file, width, height)
            text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True,
                                  text=True, check=True).stdout
            sheets = text.split("\f")
            assert "First" not in text and len(stops) > 0, "buttons are no matter of paper"
            titles = browser.ask("""[...document.querySelectorAll('.stop h2')]
                .map((h) => h.textContent)""")
            for title in titles:
                assert any(title[:30] in sheet for sheet in sheets), (file, title)
            if page == "key":
                last = [sheet for sheet in sheets if sheet.strip()][-1]
                assert last.strip().startswith("Key"), last
            assert headings is not None
    print("printed on A4 and Letter")


try:
    for part in [stepping, explaining, answering, computing, sizes, looks, without_script, paper]:
        part()
finally:
    browser.close()
