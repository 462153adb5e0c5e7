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

