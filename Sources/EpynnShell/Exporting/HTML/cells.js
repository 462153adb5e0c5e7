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

