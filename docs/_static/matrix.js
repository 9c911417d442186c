// Filters and sorts the matrix in the page. Without it the table is whole, in the order of the vendors.
"use strict";

/** How a column is asked: by one of its words, by the least number it must allow, or by whether there is such a field. */
const ASKED = {
  aspect_ratio: ["word", "Aspect ratio"],
  resolution: ["word", "Resolution"],
  n: ["least", "Images in one call"],
  references: ["least", "References"],
  quality: ["word", "Quality"],
  output_format: ["word", "Format"],
  background: ["word", "Background"],
  seed: ["has", "Seed"],
  mask: ["has", "Mask"],
  negative_prompt: ["has", "Negative prompt"],
};
const FACTS = { operation: "Operation", status: "Status" };

const box = document.querySelector(".matrix.whole");
const table = box.querySelector("table");
const heads = [...table.tHead.rows[0].cells];
const columns = heads.map((head) => head.textContent);
const lines = [...table.tBodies[0].rows].map((row, place) => ({ row, place, cells: [...row.cells].map(read) }));
const form = document.createElement("form");
form.className = "filters";
form.autocomplete = "off";
const count = document.createElement("p");
count.className = "count";
count.setAttribute("role", "status");
let order = { column: -1, down: false };

function read(cell) {
  const text = (cell.firstChild?.nodeType === Node.TEXT_NODE ? cell.firstChild.data : cell.textContent).trim();
  const words = text.replace(/\(.*\)/, "").replace(/^always /, "").split(" ").filter(Boolean);
  const most = cell.dataset.max === undefined ? (text ? Infinity : -Infinity) : Number(cell.dataset.max);
  return { text, words, most };
}

function field(name, label, input) {
  input.name = name;
  const made = document.createElement("label");
  made.append(...(input.type === "checkbox" ? [input, label] : [label, input]));
  form.append(made);
}

function select(words) {
  const made = document.createElement("select");
  made.append(new Option("any", ""), ...words.map((word) => new Option(word)));
  return made;
}

function input(type, facts = {}) {
  return Object.assign(document.createElement("input"), { type, ...facts });
}

/** Shapes by their shape, tiers by their size, other words as they come. */
function sorted(words) {
  const size = (word) => {
    const [width, height] = word.split(":").map(Number);
    return height ? width / height : parseFloat(word) * (word.endsWith("K") ? 1024 : 1);
  };
  const numbers = words.every((word) => !Number.isNaN(size(word)) || word === "auto");
  return numbers ? words.sort((a, b) => (size(a) || 0) - (size(b) || 0)) : words;
}

function passes({ row, cells }, asked) {
  const name = row.dataset.target.toLowerCase();
  if (!(asked.get("q") ?? "").toLowerCase().split(/\s+/).every((word) => name.includes(word))) return false;
  for (const fact of Object.keys(FACTS)) if (asked.get(fact) && row.dataset[fact] !== asked.get(fact)) return false;
  return columns.every((column, at) => {
    const value = asked.get(column);
    if (!value) return true;
    const kind = ASKED[column]?.[0];
    if (kind === "word") return cells[at].words.includes(value);
    return kind === "least" ? cells[at].most >= Number(value) : cells[at].text !== "";
  });
}

function show() {
  const asked = new FormData(form);
  const shown = lines.filter((line) => passes(line, asked));
  const { column, down } = order;
  if (column >= 0) {
    const key = ({ cells }) => cells[column];
    const numbers = columns[column] in ASKED && ASKED[columns[column]][0] === "least";
    shown.sort((a, b) => {
      const [one, other] = [key(a), key(b)];
      if (!one.text || !other.text) return Number(!one.text) - Number(!other.text); // empty cells last, either way
      const first = numbers ? one.most - other.most || 0 : one.words.length - other.words.length;
      return (down ? -1 : 1) * (first || one.text.localeCompare(other.text)) || a.place - b.place;
    });
  }
  table.tBodies[0].replaceChildren(...shown.map(({ row }) => row));
  const all = shown.length === lines.length;
  count.textContent = all ? `${lines.length} targets` : `${shown.length} of ${lines.length} targets`;
  heads.forEach((head, at) => {
    if (at === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
}

function keep() {
  const asked = [...new FormData(form)].filter(([, value]) => value);
  const state = new URLSearchParams(asked).toString().replaceAll("%3A", ":").replaceAll("%2F", "/");
  history.replaceState(null, "", state ? `#${state}` : "#");
}

function fromAddress() {
  const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  for (const part of form.elements) {
    if (part.type === "checkbox") part.checked = state.has(part.name);
    else if (part.name) part.value = state.get(part.name) ?? "";
  }
  show();
}

field("q", "Name", input("search", { placeholder: "flux edit" }));
for (const [fact, label] of Object.entries(FACTS)) {
  field(fact, label, select([...new Set(lines.map(({ row }) => row.dataset[fact]))].sort()));
}
for (const [column, [kind, label]] of Object.entries(ASKED)) {
  const at = columns.indexOf(column);
  if (at < 0) continue;
  const words = kind === "word" ? sorted([...new Set(lines.flatMap(({ cells }) => cells[at].words))]) : [];
  const numbers = { min: 1, placeholder: "any", inputMode: "numeric" };
  field(column, label, kind === "word" ? select(words) : kind === "least" ? input("number", numbers) : input("checkbox"));
}
form.append(Object.assign(input("reset"), { value: "Clear" }));
heads.forEach((head, column) => {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: columns[column] });
  button.addEventListener("click", () => {
    const numbers = column > 0; // most first, names from A
    const again = order.column === column;
    order = again && order.down !== numbers ? { column: -1, down: false } : { column, down: again ? !order.down : numbers };
    show();
  });
  head.replaceChildren(button);
});
for (const link of table.querySelectorAll("sup a")) link.title = document.getElementById(link.hash.slice(1)).textContent;
form.addEventListener("input", () => {
  show();
  keep();
});
form.addEventListener("reset", () => setTimeout(() => (show(), keep())));
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", () => location.hash.includes("=") && fromAddress());
box.before(form, count);
fromAddress();
