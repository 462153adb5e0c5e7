"use strict";

// Matrices are arrays of rows; a number is a matrix of one cell.

const cellwise = {
  "*": (x, y) => x * y,
  "/": (x, y) => x / y,
  "+": (x, y) => x + y,
  "-": (x, y) => x - y,
  "**": (x, y) => (y === 2 ? x * x : Math.pow(x, y)),
  "==": (x, y) => Number(x === y),
  "!=": (x, y) => Number(x !== y),
  "<": (x, y) => Number(x < y),
  "<=": (x, y) => Number(x <= y),
  ">": (x, y) => Number(x > y),
  ">=": (x, y) => Number(x >= y),
  "//": (x, y) => Math.floor(x / y),
  "%": (x, y) => x - y * Math.floor(x / y),
  "&": (x, y) => Number(x !== 0 && y !== 0),
  "|": (x, y) => Number(x !== 0 || y !== 0),
};

/** 1 - erf(x): a series near 0, a continued fraction far out. */
function erfc(x) {
  if (x < 0) return 2 - erfc(-x);
  if (x < 2.5) {
    let [term, sum] = [x, x];
    for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum) && n < 200; n += 1) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 1 - 2 / Math.sqrt(Math.PI) * sum;
  }
  let fraction = 0;
  for (let n = 120; n > 0; n -= 1) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

const functions = {
  exp: Math.exp, log: Math.log, log1p: Math.log1p, expm1: Math.expm1, sqrt: Math.sqrt,
  abs: Math.abs, sign: Math.sign, sin: Math.sin, cos: Math.cos, tan: Math.tan, sinh: Math.sinh,
  cosh: Math.cosh, tanh: Math.tanh, arctan: Math.atan, floor: Math.floor, ceil: Math.ceil,
  square: (x) => x * x, erfc, erf: (x) => 1 - erfc(x),
  maximum: (x, y) => Math.max(x, y), minimum: (x, y) => Math.min(x, y),
  where: (condition, x, y) => (condition !== 0 ? x : y),
};

/** A function of the cells that stand at the same place; sizes of 1 are stretched. */
function combined(matrices, body) {
  const rows = Math.max(...matrices.map((matrix) => matrix.length));
  const columns = Math.max(...matrices.map((matrix) => matrix[0].length));
  for (const matrix of matrices) {
    const fits = (size, whole) => size === whole || size === 1;
    if (!fits(matrix.length, rows) || !fits(matrix[0].length, columns)) throw new Error("shapes");
  }
  const cell = (matrix, row, column) =>
    matrix[matrix.length === 1 ? 0 : row][matrix[0].length === 1 ? 0 : column];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      body(...matrices.map((matrix) => cell(matrix, row, column)))));
}

function product(left, right) {
  if (left[0].length !== right.length) throw new Error("shapes");
  return left.map((row) => right[0].map((_, column) => {
    let sum = 0;
    for (let index = 0; index < row.length; index += 1) sum += row[index] * right[index][column];
    return sum;
  }));
}

function transposed(matrix) {
  return matrix[0].map((_, column) => matrix.map((row) => row[column]));
}

const reductions = {
  sum: (numbers) => numbers.reduce((sum, number) => sum + number, 0),
  mean: (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length,
  max: (numbers) => Math.max(...numbers),
  min: (numbers) => Math.min(...numbers),
};

function reduced(kind, matrix, axis) {
  const body = reductions[kind];
  if (axis === "rows") return [transposed(matrix).map(body)];
  if (axis === "columns") return matrix.map((row) => [body(row)]);
  return [[body(matrix.flat())]];
}

function softmax(matrix, temperature) {
  return matrix.map((row) => {
    const largest = Math.max(...row);
    const powers = row.map((z) => Math.exp((z - largest) / temperature));
    const sum = reductions.sum(powers);
    return powers.map((power) => power / sum);
  });
}

/** dA times the Jacobian of softmax, a sample at a time. */
function softmaxPulledBack(error, z, temperature) {
  const shares = softmax(z, temperature);
  return shares.map((row, sample) => {
    const meant = reductions.sum(row.map((share, unit) => share * error[sample][unit]));
    return row.map((share, unit) => share * (error[sample][unit] - meant) / temperature);
  });
}

/** The value of a formula. `tensors` says what its names are, `letters` what z, y, a and u are. */
function valueOf(formula, tensors, letters = {}) {
  const value = (part) => valueOf(part, tensors, letters);
  const [kind, ...parts] = formula;
  switch (kind) {
    case "number": return [[parts[0]]];
    case "tensor": return tensors(parts[0]);
    case "letter": return letters[parts[0]];
    case "negated": return value(parts[0]).map((row) => row.map((number) => -number));
    case "transposed": return transposed(value(parts[0]));
    case "reduced": return reduced(parts[0], value(parts[1]), parts[2]);
    case "call": return combined(parts.slice(1).map(value), functions[parts[0]]);
    case "activation": {
      const z = value(parts[1]);
      return "temperature" in parts[0]
        ? softmax(z, parts[0].temperature) : valueOf(parts[0].formula, tensors, { z });
    }
    case "slope": return valueOf(parts[0].slope, tensors, { z: value(parts[1]) });
    case "loss": {
      const [y, a] = [value(parts[1]), value(parts[2])];
      const terms = valueOf(parts[0].formula, tensors, { y, a, u: [[a[0].length]] });
      return reduced(parts[0].isMean ? "mean" : "sum", terms, "columns");
    }
    case "loss slope": {
      const [y, a] = [value(parts[1]), value(parts[2])];
      return valueOf(parts[0].slope, tensors, { y, a, u: [[a[0].length]] });
    }
    case "@": return product(value(parts[0]), value(parts[1]));
    case "*":
      if (parts[1][0] === "slope" && "temperature" in parts[1][1]) {
        return softmaxPulledBack(value(parts[0]), value(parts[1][2]), parts[1][1].temperature);
      }
      return combined(parts.map(value), cellwise["*"]);
    default: return combined(parts.map(value), cellwise[kind]);
  }
}

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

// Where a cell comes from

const panel = document.createElement("aside");
panel.className = "explanation";
panel.setAttribute("aria-live", "polite");

function unmark() {
  for (const cell of document.querySelectorAll(".marked, .chosen")) {
    cell.classList.remove("marked", "chosen");
  }
}

/** Row and column of a cell, as its tensor counts them. */
function placeOf(cell) {
  const table = cell.closest("table");
  const row = Number(cell.parentElement.cells[0].textContent);
  const column = Number(table.tHead.rows[0].cells[cell.cellIndex].textContent);
  return table.dataset.turned ? [column, row] : [row, column];
}

function mark(section, marks) {
  for (const part of marks.split(" ").filter(Boolean)) {
    const [name, top, left, bottom, right] = part.split(/[:,-]/);
    for (const table of section.querySelectorAll(`table[data-tensor="${name}"]`)) {
      for (const cell of table.querySelectorAll("tbody td:not(.left-out)")) {
        const [row, column] = placeOf(cell);
        if (row >= top && row <= bottom && column >= left && column <= right) {
          cell.classList.add("marked");
        }
      }
    }
  }
}

function explain(section, name, row, column) {
  unmark();
  const template = document.getElementById(`from-${name}-${row}-${column}`);
  panel.replaceChildren();
  if (template) {
    panel.append(template.content.cloneNode(true));
    mark(section, template.dataset.marks);
    for (const button of panel.querySelectorAll("button[data-cell]")) {
      button.addEventListener("click", () => explain(section, ...button.dataset.cell.split("-")));
    }
  } else {
    panel.textContent = "No step of this page computed this number, or it is hidden or left out.";
  }
  for (const table of section.querySelectorAll(`table[data-tensor="${name}"]`)) {
    for (const cell of table.querySelectorAll("tbody td:not(.left-out)")) {
      const [r, c] = placeOf(cell);
      if (r === Number(row) && c === Number(column)) cell.classList.add("chosen");
    }
  }
  section.append(panel);
}

function explainCell(cell) {
  const table = cell.closest("table");
  explain(cell.closest("section"), table.dataset.tensor, ...placeOf(cell));
}

/** The cell beside one, in the direction of an arrow key. */
function neighbour(cell, key) {
  const [down, across] = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
  }[key];
  const rows = [...cell.closest("tbody").rows];
  const row = rows[rows.indexOf(cell.parentElement) + down];
  const beside = row?.cells[cell.cellIndex + across];
  return beside?.hasAttribute("tabindex") ? beside : undefined;
}

function setUpCells() {
  for (const table of document.querySelectorAll("table[data-tensor]")) {
    table.setAttribute("role", "grid");
    const cells = [...table.querySelectorAll("tbody td:not(.left-out)")]
      .filter((cell) => !cell.querySelector("input"));
    for (const [place, cell] of cells.entries()) cell.tabIndex = place === 0 ? 0 : -1;
    table.addEventListener("click", (event) => {
      const cell = event.target.closest("td[tabindex]");
      if (cell) explainCell(cell);
    });
    table.addEventListener("keydown", (event) => {
      const cell = event.target.closest("td[tabindex]");
      if (!cell) return;
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        explainCell(cell);
      } else if (event.key.startsWith("Arrow")) {
        event.preventDefault();
        event.stopPropagation();
        const beside = neighbour(cell, event.key);
        if (!beside) return;
        cell.tabIndex = -1;
        beside.tabIndex = 0;
        beside.focus();
      }
    });
  }
}

// Stepping

let current = 0;

function go(place, movesFocus = true) {
  current = Math.max(0, Math.min(place, stops.length - 1));
  for (const [index, stop] of stops.entries()) stop.classList.toggle("current", index === current);
  unmark();
  panel.remove();
  document.getElementById("place").textContent = `${current + 1} of ${stops.length}`;
  for (const [name, isOff] of [
    ["first", current === 0], ["back", current === 0],
    ["next", current === stops.length - 1], ["last", current === stops.length - 1],
  ]) document.getElementById(name).disabled = isOff;
  const heading = stops[current].querySelector("h2");
  if (movesFocus) heading.focus({ preventScroll: document.body.classList.contains("one-step") });
}

function setUpStepping() {
  document.getElementById("first").addEventListener("click", () => go(0));
  document.getElementById("back").addEventListener("click", () => go(current - 1));
  document.getElementById("next").addEventListener("click", () => go(current + 1));
  document.getElementById("last").addEventListener("click", () => go(stops.length - 1));
  const all = document.getElementById("all");
  all.addEventListener("click", () => {
    const isOne = document.body.classList.toggle("one-step");
    all.setAttribute("aria-pressed", String(!isOne));
    go(current);
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input") || event.altKey || event.ctrlKey || event.metaKey) return;
    const place = {
      ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: stops.length - 1,
    }[event.key];
    if (place === undefined) return;
    event.preventDefault();
    go(place);
  });
  document.body.classList.add("one-step");
  go(0, false);
}

document.body.classList.add("has-script");
document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const isDark = root.dataset.theme
    ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
});
document.getElementById("save")?.addEventListener("click", save);
setUpCells();
if (stops.length > 0) setUpStepping();
