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
