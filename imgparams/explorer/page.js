// The page: the form, the address, the worker. The address's fragment holds the whole state, so a view can be linked.
"use strict";

const RATIOS = ["", "1:1", "5:4", "4:3", "3:2", "16:9", "21:9", "4:5", "3:4", "2:3", "9:16"];
const PATIENCE = 400; // milliseconds before answers of an unfinished run are shown

// name, label, kind, and its words or its placeholder
const FIELDS = [
  ["resolution", "Resolution", "words", ["512", "768", "1K", "1.5K", "2K", "3K", "4K"]],
  ["size", "Exact size", "text", "1920x1080"],
  ["n", "Images", "number", "any"],
  ["seed", "Seed", "number", "any"],
  ["quality", "Quality", "words", ["low", "medium", "high", "xhigh", "max", "auto"]],
  ["output_format", "Format", "words", ["png", "jpeg", "webp", "svg"]],
  ["references", "References", "number", "none"],
  ["prompt", "Prompt", "long", "none"],
];
const MORE = [
  ["references_as", "Given as", "words", ["url", "file"], "references"],
  ["role", "Their role", "words", ["image", "style", "character", "content", "control"], "references"],
  ["mask", "Mask that marks", "words", ["transparent", "white", "black"]],
  ["delivery", "Delivery", "words", ["url", "base64"]],
  ["background", "Background", "words", ["transparent", "opaque", "auto"]],
  ["negative_prompt", "Negative prompt", "long", "none"],
  ["guidance", "Guidance", "number", "any"],
  ["steps", "Steps", "number", "any"],
  ["strength", "Strength, 0 to 1", "number", "any"],
  ["output_compression", "Compression", "number", "any"],
  ["stream", "Stream", "words", ["true", "false"]],
];
const COUNTED = [
  ["exact", "exactly"],
  ["unverified", "exactly but not confirmed"],
  ["changed", "with changes"],
  ["refused", "not at all"],
];
const FILTERS = [["q", "q"], ["provider", "provider"], ["operation", "operation"], ["status", "status-is"]];
const LISTED = [["sort", "sort"], ["list", "list"]];
const VIEW = [...[...FILTERS, ...LISTED].map(([name]) => name), "open", "with"];

const $ = (id) => document.getElementById(id);
const form = $("wish");
const targets = JSON.parse($("names").textContent);
const first = JSON.parse($("first").textContent); // a wish with its answer, there before Python is
const view = Object.fromEntries(VIEW.map((name) => [name, ""]));
const details = new Map(); // what is known of the opened targets, for the newest wish
let run = 0;
let answered = new Set(); // names that the newest wish has an answer for
let shownAt = 0;
let began = 0;
let ready = false; // whether Python has started

// ---- the form

function control([name, label, kind, more, of]) {
  const id = `wish-${name}`;
  const facts = { id, name, "data-field": name, "aria-describedby": `fault-${name}` };
  const words = of || kind !== "words" ? more : ["any", ...more]; // the first is what holds where nothing is chosen
  const input =
    kind === "words"
      ? element("select", facts, ...words.map((word, at) => element("option", { value: at ? word : "" }, word)))
      : element("input", { ...facts, inputmode: kind === "number" ? "decimal" : null, placeholder: more });
  const box = element("input", { type: "checkbox", name: "must", value: name });
  const hint = element("span", { class: "unseen" }, ` hold: ${label}`);
  const must = of ? null : element("label", { class: "must", title: "must not change" }, box, "must", hint);
  const fault = element("p", { class: "fault", id: `fault-${name}` });
  const shape = kind === "long" ? "line long" : "line";
  return element("div", { class: shape }, element("label", { for: id }, label), input, must, fault);
}

function ratioPick(ratio) {
  const [width, height] = (ratio || "0:0").split(":").map(Number);
  const input = element("input", { type: "radio", name: "pick", value: ratio });
  const drawn = picture(ratio ? null : [1, 1], ratio ? [width, height] : null, 26);
  return element("label", { class: "pick" }, input, drawn, element("span", {}, ratio || "any"));
}

function wish() {
  const found = {};
  for (const input of form.querySelectorAll("[data-field]")) {
    if (input.value.trim()) found[input.name] = input.value.trim();
  }
  const boxes = [...form.querySelectorAll("[name=must]:checked")];
  const must = boxes.map((box) => box.value).filter((name) => name in found);
  if (must.length) found.must = must.join(",");
  found.allow = $("allow").value;
  return found;
}

function choose(select, value) {
  const known = [...select.options].some((option) => option.value === value);
  if (!known) select.append(element("option", { value }, value));
  select.value = value;
}

function fill(asked) {
  for (const input of form.querySelectorAll("[data-field]")) {
    const value = asked.get(input.name) ?? "";
    if (input.tagName === "SELECT") choose(input, value);
    else input.value = value;
  }
  const must = (asked.get("must") ?? "").split(",");
  for (const box of form.querySelectorAll("[name=must]")) box.checked = must.includes(box.value);
  choose($("allow"), asked.get("allow") || "kept");
  if (MORE.some(([name]) => asked.get(name))) $("more").open = true;
  pickRatio();
}

function pickRatio() {
  const value = form.elements.aspect_ratio.value.trim();
  for (const radio of form.querySelectorAll("[name=pick]")) radio.checked = radio.value === value;
}

function faults(problems) {
  for (const place of document.querySelectorAll(".fault")) place.textContent = "";
  for (const input of form.querySelectorAll("[data-field]")) input.removeAttribute("aria-invalid");
  for (const problem of problems) {
    const place = $(`fault-${problem.field}`) ?? $("fault-");
    place.textContent += `${place.textContent && "; "}${problem.why}`;
    form.querySelector(`[data-field="${problem.field}"]`)?.setAttribute("aria-invalid", "true");
    if (place.closest("details")) place.closest("details").open = true;
  }
}

// ---- the address

function fragment() {
  const state = new URLSearchParams(wish());
  for (const name of VIEW) if (view[name]) state.set(name, view[name]);
  return state.toString().replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%2C", ",");
}

function fromAddress() {
  const state = new URLSearchParams(location.hash.slice(1) || first.wish);
  for (const name of VIEW) view[name] = state.get(name) ?? "";
  fill(state);
  for (const [name, id] of [...FILTERS, ...LISTED]) {
    if (name === "q") $(id).value = view.q;
    else choose($(id), view[name]);
  }
  ask();
  if (!view.open) closePanel();
  beside();
}

function toAddress() {
  history.replaceState(null, "", `#${fragment()}`);
}

// ---- asking

function keeps(target) {
  const words = view.q.toLowerCase().split(/\s+/);
  return (
    words.every((word) => `${target.name} ${target.model}`.toLowerCase().includes(word)) &&
    (!view.provider || target.provider === view.provider) &&
    (!view.operation || (target.operation || "generate") === view.operation) &&
    (view.status ? ["any", target.status].includes(view.status) : ["active", "preview"].includes(target.status))
  );
}

/** Whether this is the wish whose answer is in the page. */
function isFirst(asked) {
  const names = Object.keys(asked);
  return names.length === Object.keys(first.wish).length && names.every((name) => asked[name] === first.wish[name]);
}

function ask() {
  run += 1;
  answered = new Set();
  details.clear();
  began = performance.now();
  shownAt = began;
  document.body.dataset.busy = "";
  delete document.body.dataset.run; // set when all is answered: how long it took
  const asked = wish();
  if (isFirst(asked)) {
    HEARD.read({ problems: [], shape: first.shape });
    HEARD.rows({ rows: first.rows, done: targets.length, all: targets.length });
    worker.postMessage({ kind: "stop", run });
  } else {
    const seenFirst = [...targets.filter(keeps), ...targets.filter((target) => !keeps(target))];
    const names = seenFirst.map((target) => target.name);
    worker.postMessage({ kind: "ask", run, wish: JSON.stringify(asked), names });
  }
  openAll();
}

function openAll() {
  const asked = JSON.stringify(wish());
  for (const name of new Set([view.open, view.open && view.with])) {
    if (name) worker.postMessage({ kind: "open", run, wish: asked, name });
  }
}

function show() {
  const settings = { each: view.list === "routes", sort: view.sort };
  const counts = rows.show(keeps, (name) => (ready || answered.size > 0) && !answered.has(name), settings);
  shownAt = performance.now();
  if (!answered.size) return;
  const links = COUNTED.flatMap(([key, words]) => [counted(key, counts[key], words), " · "]).slice(0, -1);
  const models = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const kept = targets.filter(keeps).length;
  const routes = `${kept === targets.length ? "" : `${kept} of `}${targets.length} routes`;
  const all = element("span", { class: "all" }, view.list === "routes" ? routes : `${models} models, ${routes}`);
  $("status").replaceChildren(...links, " ", all);
}

/** A number that leads to its group. */
function counted(key, count, words) {
  const facts = { href: `#${key}`, class: key, onclick: (event) => jump(event, key) };
  return element("a", facts, element("b", {}, String(count)), ` ${words}`);
}

function jump(event, key) {
  event.preventDefault();
  const section = $(key);
  section.scrollIntoView({ block: "start" });
  section.querySelector("button.row")?.focus({ preventScroll: true });
}

const HEARD = {
  stage({ text, done }) {
    if (!answered.size) $("status").textContent = text;
    $("progress").value = done;
  },
  ready() {
    ready = true;
  },
  read({ problems, shape }) {
    faults(problems);
    rows.shape = shape ?? null;
    if (problems.length) {
      delete document.body.dataset.busy;
      show();
      $("status").textContent = "This can't be requested; see the marked field.";
    }
  },
  rows({ rows: found, done, all }) {
    rows.take(found);
    for (const row of found) answered.add(row.name);
    $("progress").value = done / all;
    if (done === all) {
      delete document.body.dataset.busy;
      document.body.dataset.run = `${Math.round(performance.now() - began)} ms`;
    }
    if (done === all || performance.now() - shownAt > PATIENCE) show();
  },
  opened({ detail }) {
    details.set(detail.name, detail);
    const [one, other] = [details.get(view.open), details.get(view.with)];
    if (one && !view.with) openPanel(one, detailOf(one, rows.shape, { close: closed, open, compare }));
    else if (one && other) openPanel(one, comparisonOf([other, one], rows.shape, { close: closed, open: openAlone }));
  },
  failed({ text }) {
    $("status").textContent = text;
    delete document.body.dataset.busy;
  },
  broken({ text }) {
    $("status").textContent = `Python could not be started in this browser: ${text}`;
    delete document.body.dataset.busy;
  },
};

// ---- the panel

const narrow = matchMedia("(max-width: 80rem)");
let cameFrom = null;

function open(name) {
  cameFrom = document.activeElement;
  view.open = name;
  if (view.with === name) view.with = "";
  history.pushState(null, "", `#${fragment()}`); // so that going back closes it
  beside();
  openAll();
  if (!ready) openPanel({ name }, waitingFor(name, { close: closed }));
}

function openAlone(name) {
  view.with = "";
  open(name);
}

/** Puts a target aside, to be compared with the one that is opened next. */
function compare(name) {
  view.open = "";
  view.with = name;
  toAddress();
  closePanel();
  beside();
  $("beside").querySelector("button").focus();
}

/** Says what is being compared while the other is not chosen yet. */
function beside() {
  $("beside").hidden = !view.with || Boolean(view.open);
  $("beside-name").textContent = view.with;
}

function openPanel(detail, inside) {
  const panel = $("detail");
  const key = `${detail.name} ${view.with}`;
  const fresh = panel.dataset.key !== key;
  const top = panel.scrollTop;
  panel.replaceChildren(...inside);
  panel.dataset.key = key;
  panel.dataset.name = detail.name;
  panel.hidden = false;
  document.body.classList.add("open");
  document.body.classList.toggle("two", Boolean(view.with));
  shade();
  markOpen();
  panel.scrollTop = fresh ? 0 : top;
  if (fresh) $("detail-name").focus({ preventScroll: true });
}

function closePanel() {
  $("detail").hidden = true;
  delete $("detail").dataset.name;
  delete $("detail").dataset.key;
  document.body.classList.remove("open", "two");
  shade();
  markOpen();
}

function closed() {
  const name = view.open;
  view.open = "";
  view.with = "";
  toAddress();
  closePanel();
  beside();
  const row = rows.items.get(name)?.firstChild;
  (row?.isConnected ? row : cameFrom)?.focus();
}

/** Where the panel covers the rest, the rest can't be reached. */
function shade() {
  const covered = document.body.classList.contains("open") && narrow.matches;
  form.inert = covered;
  $("main").inert = covered;
}

function markOpen() {
  for (const button of document.querySelectorAll("button.row[aria-current]")) button.removeAttribute("aria-current");
  for (const name of [view.open, view.with]) {
    if (name) rows.items.get(name)?.firstChild.setAttribute("aria-current", "true");
  }
}

// ---- the start

$("ratios").append(...RATIOS.map(ratioPick));
$("fields").append(...FIELDS.map(control));
$("more-fields").append(...MORE.map(control));
for (const [name, id] of [...FILTERS, ...LISTED]) {
  const given = ["provider", "operation", "status"].includes(name);
  const words = given ? [...new Set(targets.map((target) => target[name]))].filter(Boolean).sort() : [];
  $(id).append(...words.map((word) => element("option", {}, word)));
  $(id).addEventListener("input", () => {
    view[name] = $(id).value;
    toAddress();
    show();
  });
}

const rows = new Rows($("groups"), targets, open);
const source = new Blob([$("worker").textContent], { type: "text/javascript" });
const worker = new Worker(URL.createObjectURL(source));
worker.onmessage = ({ data }) => {
  if (data.run === undefined || data.run === run) HEARD[data.kind](data);
};
worker.onerror = (event) => HEARD.broken({ text: event.message ?? "no worker" });

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => {
  if (event.target.name === "pick") form.elements.aspect_ratio.value = event.target.value;
  else if (event.target.name === "aspect_ratio") pickRatio();
  toAddress();
  ask();
});
$("reset").addEventListener("click", () => {
  history.replaceState(null, "", "#");
  fromAddress();
  toAddress();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && (view.open || view.with)) closed();
  if (event.key === "/" && !event.target.matches("input, select, textarea")) {
    event.preventDefault();
    $("q").focus();
  }
});
narrow.addEventListener("change", shade);
addEventListener("hashchange", fromAddress);

$("beside-cancel").addEventListener("click", closed);
fromAddress();
show();

/** Starts Python; called when the last of the page is there. */
function begin() {
  const carried = [...document.querySelectorAll("script.part")];
  const parts = Object.fromEntries(carried.map((part) => [part.dataset.name, part.textContent]));
  worker.postMessage({ kind: "start", parts, lock: $("lock").textContent, tables: $("tables").textContent });
  for (const part of carried) part.remove(); // eight megabytes of text
}
