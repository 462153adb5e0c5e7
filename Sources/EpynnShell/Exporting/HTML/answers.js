const data = JSON.parse(document.getElementById("data").textContent);
const stops = [...document.querySelectorAll(".stop")];

// Answers

/** The tensors of the pass; those that `own` has are taken as they are. */
function tensorsWith(own) {
  const known = new Map(Object.entries(data.givens ?? {}));
  const formulas = new Map((data.steps ?? []).map((step) => [step.tensor, step.formula]));
  return function tensor(name) {
    if (own.has(name)) return own.get(name);
    if (!known.has(name)) {
      if (!formulas.has(name)) throw new Error(name);
      known.set(name, valueOf(formulas.get(name), tensor));
    }
    return known.get(name);
  };
}

/** What was typed in a box: its number, half of its last digit, and its text; undefined if none. */
function numberIn(input) {
  const text = input.value.trim().replace("−", "-").replace(/^([-+]?\d+),(\d+)$/, "$1.$2");
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return undefined;
  const [digits, power] = text.toLowerCase().split("e");
  const decimals = (digits.split(".")[1] ?? "").length - Number(power ?? 0);
  const typed = 0.5 * Math.pow(10, -decimals);
  const asked = 0.5 * Math.pow(10, -data.decimals);
  return { number: Number(text), half: Math.min(typed, asked), text };
}

function agrees(answer, number) {
  const room = Math.max(answer.half * (1 + 1e-9), 1e-9 * Math.abs(number));
  return Math.abs(answer.number - number) <= room;
}

function inputsOf(blank) {
  const table = document.querySelector(`[data-tensor="${blank.tensor}"].written`);
  return [...table.tBodies[0].rows].map((row) =>
    [...row.cells].slice(1).map((cell) => cell.querySelector("input")));
}

/** The tensors that were filled in whole, as far as they are no number short. */
function ownTensors(except) {
  const own = new Map();
  for (const blank of data.blanks) {
    if (blank.tensor === except) break;
    const answers = inputsOf(blank).map((row) => row.map((input) => input && numberIn(input)));
    if (answers.flat().every(Boolean)) {
      own.set(blank.tensor, answers.map((row) => row.map((answer) => answer.number)));
    }
  }
  return own;
}

function sameEverywhere(answers, matrix) {
  return answers.length === matrix.length && answers[0].length === matrix[0].length
    && answers.every((row, r) =>
      row.every((answer, c) => !answer.typed || agrees(answer.typed, matrix[r][c])));
}

function computed(formula, tensors) {
  try { return valueOf(formula, tensors); } catch { return undefined; }
}

function check(blank, said) {
  const cells = inputsOf(blank).map((row) => row.map((input) => ({
    input, typed: input ? numberIn(input) : undefined,
  })));
  const all = cells.flat().filter((cell) => cell.input);
  for (const cell of all) cell.input.removeAttribute("aria-invalid");
  const unread = all.filter((cell) => cell.input.value.trim() !== "" && !cell.typed);
  if (unread.length > 0) {
    for (const cell of unread) cell.input.setAttribute("aria-invalid", "true");
    said.textContent = `'${unread[0].input.value.trim()}' is no number`;
    return;
  }
  const filled = all.filter((cell) => cell.typed);
  if (filled.length === 0) {
    said.textContent = "nothing is filled in yet";
    return;
  }
  const formula = data.steps.find((step) => step.tensor === blank.tensor).formula;
  const right = computed(formula, tensorsWith(new Map()));
  if (!right) {
    said.textContent = "this page cannot compute it";
    return;
  }
  if (sameEverywhere(cells, right)) {
    said.textContent = filled.length === all.length
      ? `${blank.name} is right` : `right so far: ${all.length - filled.length} left to fill in`;
    return;
  }
  for (const [r, row] of cells.entries()) {
    for (const [c, cell] of row.entries()) {
      if (cell.typed && !agrees(cell.typed, right[r][c])) {
        cell.input.setAttribute("aria-invalid", "true");
      }
    }
  }
  said.textContent = reason(blank, formula, cells);
}

/** Why numbers are not the right ones, where that is known. */
function reason(blank, formula, cells) {
  const wrong = cells.flat().filter((cell) => cell.input?.getAttribute("aria-invalid")).length;
  const own = ownTensors(blank.tensor);
  if (own.size > 0) {
    const carried = computed(formula, tensorsWith(own));
    if (carried && sameEverywhere(cells, carried)) {
      return `${blank.name} follows from your earlier numbers, which are wrong`;
    }
  }
  for (const tensors of [tensorsWith(own), tensorsWith(new Map())]) {
    for (const mistake of blank.mistakes) {
      const matrix = computed(mistake.formula, tensors);
      if (matrix && sameEverywhere(cells, matrix)) return `not yet: ${mistake.says}`;
    }
  }
  return `not yet: ${wrong} of ${cells.flat().length} ${wrong === 1 ? "is" : "are"} wrong`;
}

/** The table that `grade` and `verify` read. */
function answersAsTable() {
  let text = data.csv;
  for (const blank of data.blanks) {
    text += `${blank.name}\r\n`;
    for (const row of inputsOf(blank)) {
      const cells = row.map((input) => {
        const typed = input ? numberIn(input)?.text ?? input.value.trim() : "";
        return /[",\r\n]/.test(typed) ? `"${typed.replaceAll('"', '""')}"` : typed;
      });
      text += cells.join(",") + (cells.length === 1 ? ",\r\n" : "\r\n");
    }
  }
  return text;
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([answersAsTable()], { type: "text/csv" }));
  link.download = data.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

for (const button of document.querySelectorAll("[data-check]")) {
  const blank = data.blanks.find((blank) => blank.tensor === button.dataset.check);
  const said = button.parentElement.nextElementSibling;
  button.addEventListener("click", () => check(blank, said));
  for (const input of inputsOf(blank).flat().filter(Boolean)) {
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") check(blank, said); });
  }
}

