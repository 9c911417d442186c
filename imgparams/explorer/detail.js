// One target, opened: what it makes of the wish, the exact request, and its whole table.
"use strict";

const UNKNOWN = {
  refused: "the vendor refuses fields that are not listed here",
  ignored: "the vendor ignores fields that are not listed here",
  forwarded: "fields that are not listed here are passed on",
  unsaid: "the vendor does not document what it does with fields that are not listed here",
};

const span = (kind, ...children) => element("span", { class: kind }, ...children);
const line = (kind, ...children) => element("p", { class: kind }, ...children);

function section(title, ...children) {
  return element("section", {}, element("h3", {}, title), ...children);
}

/** A section of a list; nothing where the list is empty. */
function listed(title, items) {
  if (!items.length) return null;
  return section(title, element("ul", { class: "plain" }, ...items.map((item) => element("li", {}, ...[item].flat()))));
}

function linked(text) {
  return /^https:\/\/\S+$/.test(text) ? element("a", { href: text, rel: "noreferrer" }, text) : text;
}

/** A text to copy, with its button. */
function copied(text, title, id) {
  const button = element("button", { type: "button", class: "copy" }, "Copy");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren($(id)); // where the browser gives no clipboard
      button.textContent = "Selected";
    }
  });
  const code = element("pre", { id, tabindex: "0", role: "region", "aria-label": title }, text);
  return element("section", {}, element("h3", {}, title, button), code);
}

function verdict(detail, shape) {
  if (detail.group === "refused") {
    return line("verdict refused", "Not as asked. The request below is the nearest possible.");
  }
  const word = { exact: "Exactly", unverified: "Exactly, not confirmed" }[detail.group] ?? "With changes";
  const drawn = picture(askedShape(shape, detail.pixels), detail.pixels, 56);
  const words = span("", element("strong", {}, word), element("br"), comesWords(detail).join(", "));
  return line(`verdict ${detail.group}`, drawn, words);
}

function about(detail) {
  const facts = {
    call: `${detail.method} ${detail.path}${detail.content === "multipart" ? " (multipart)" : ""}`,
    target: detail.target === detail.name ? "" : detail.target,
    model: detail.model,
    status: detail.status + (detail.retired ? `, ends ${detail.retired}` : ""),
    docs: linked(detail.docs),
    checked: detail.checked,
    others: UNKNOWN[detail.unknown],
    note: detail.note,
  };
  const said = Object.entries(facts).filter(([, value]) => value);
  const lines = said.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]);
  return section("About", element("dl", {}, ...lines));
}

// ---- the table

/** The vendor's own name of a field that no intent has, else "". */
function vendorOnly(row) {
  return /^provider_options\.[^.]+\.(.+)$/.exec(row.field)?.[1] ?? "";
}

function fieldCell(row) {
  const vendor = vendorOnly(row);
  const cell = element("th", { scope: "row", class: vendor ? "vendor" : null }, vendor || row.field);
  if (row.required) cell.append(element("span", { class: "required", title: "required" }, " *"));
  const wires = row.wires.join(", ");
  if (!vendor && wires && wires !== row.field) cell.append(span("wires", wires));
  return cell;
}

function takesCell(row) {
  const cell = element("td", {}, row.takes);
  if (row.default && row.wires.length) cell.append(span("default", `; default ${row.default}`));
  if (row.now) cell.append(line("now", `with these choices: ${row.now}`));
  for (const limit of row.limits) cell.append(line("limit", limit));
  if (row.note) cell.append(line("note", row.note));
  if (row.disputed) cell.append(line("disputed", `disputed: ${row.disputed}`));
  if (row.source) cell.append(line("note", "source: ", linked(row.source)));
  return cell;
}

function table(title, takes) {
  if (!takes.length) return null;
  const heads = ["field", "accepts"].map((text) => element("th", { scope: "col" }, text));
  const rows = takes.map((row) => element("tr", {}, fieldCell(row), takesCell(row)));
  const made = element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows));
  return section(title, element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": title }, made));
}

function ruleItem(rule) {
  const effect = rule.effect === "refused" ? "" : ` (${rule.effect})`;
  return [rule.why, span("effect", effect), rule.source ? span("note", " ", linked(rule.source)) : ""];
}

// ---- the whole

function nameLink(name, open) {
  return element("button", { type: "button", class: "link", onclick: () => open(name) }, name);
}

function headerOf(title, close, ...buttons) {
  const facts = { type: "button", class: "close", "aria-keyshortcuts": "Escape", onclick: close };
  const name = element("h2", { tabindex: "-1", id: "detail-name" }, title);
  return element("header", {}, name, span("buttons", ...buttons, element("button", facts, "Close")));
}

/** The inside of the panel while Python starts. */
function waitingFor(name, { close }) {
  return [headerOf(name, close), line("note", "Starting Python…")];
}

/** The inside of the panel for an opened target. */
function detailOf(detail, shape, { close, open, compare }) {
  const beside = { type: "button", class: "close", onclick: () => compare(detail.name) };
  const header = headerOf(detail.name, close, detail.unknown_target ? null : element("button", beside, "Compare"));
  if (detail.unknown_target) return [header, line("verdict refused", detail.unknown_target)];
  const changes = detail.changes.map((change) => [chip(change), " ", span("why", change.why)]);
  const needs = detail.needs.map((need) => [span("chip need", `${need.at}: ${need.kind}`), " ", span("why", need.why)]);
  const calls = detail.calls.map((call) => element("code", {}, call));
  const operations = detail.operations.map((other) => nameLink(other, open));
  return [
    header,
    verdict(detail, shape),
    listed(changes.length === 1 ? "1 change" : `${changes.length} changes`, changes),
    listed("Before it can be sent", needs),
    listed("Warnings", [...detail.problems, ...detail.warnings].map((found) => found.text)),
    copied(detail.request, "Request", "request"),
    detail.curl ? copied(detail.curl, "As curl", "curl") : null,
    listed(calls.length > 1 ? `All images in ${calls.length} calls` : "All images", calls),
    copied(detail.python, "In Python", "python"),
    about(detail),
    listed("Operations", operations),
    table("What it accepts", detail.takes.filter((row) => !vendorOnly(row))),
    table("Vendor-specific fields", detail.takes.filter(vendorOnly)),
    listed("Rules", detail.rules.map(ruleItem)),
  ].filter(Boolean);
}

// ---- two beside each other

const VERDICTS = {
  exact: "Exactly",
  unverified: "Exactly, not confirmed",
  changed: "With changes",
  refused: "Not at all",
};

/** The inside of the panel for two opened targets: what each makes of the wish, and each field of both. */
function comparisonOf(both, shape, { close, open }) {
  const header = headerOf("Compared", close);
  const unknown = both.filter((detail) => detail.unknown_target);
  if (unknown.length) return [header, ...unknown.map((detail) => line("verdict refused", detail.unknown_target))];
  const names = () => both.map(({ name }) => element("th", { scope: "col" }, nameLink(name, open)));
  const results = [
    ["result", both.map((detail) => VERDICTS[detail.group])],
    ["size", both.map((detail) => (detail.pixels ? detail.pixels.join("×") : ""))],
    ["images", both.map((detail) => (detail.count ? String(detail.count) : ""))],
    ["changes", both.map((detail) => detail.changes.map(changeWords).join("; ") || "none")],
    ["needs", both.map((detail) => detail.needs.map((need) => `${need.at}: ${need.kind}`).join("; "))],
    ["not confirmed", both.map((detail) => detail.unverified.join(", "))],
    ["status", both.map((detail) => detail.status)],
  ];
  const fields = both.map((detail) => new Map(detail.takes.filter((row) => !vendorOnly(row)).map((row) => [row.field, row])));
  const all = ["prompt", ...[...FIELDS, ...MORE].map(([name]) => name), ...fields.flatMap((of) => [...of.keys()])];
  const known = [...new Set(all)].filter((name) => fields.some((of) => of.has(name)));
  const accepts = known.map((name) => [name, fields.map((of) => acceptsWords(of.get(name)))]);
  return [
    header,
    pairs("With this request", names(), results.filter(([, cells]) => cells.some(Boolean))),
    pairs("What they accept", names(), accepts),
    ...both.map((detail, at) => copied(detail.request, `Request: ${detail.name}`, `request-${at}`)),
  ];
}

function acceptsWords(row) {
  if (!row) return "no such field";
  const words = `${row.takes}${row.default && row.wires.length ? `; default ${row.default}` : ""}`;
  return row.now ? `${words}; with these choices: ${row.now}` : words;
}

function pairs(title, names, lines) {
  const body = lines.map(([name, cells]) => {
    const facts = { class: cells[0] === cells[1] ? "same" : "differs" };
    return element("tr", facts, element("th", { scope: "row" }, name), ...cells.map((cell) => element("td", {}, cell)));
  });
  const head = element("thead", {}, element("tr", {}, element("td"), ...names));
  const made = element("table", { class: "pairs" }, head, element("tbody", {}, ...body));
  return section(title, element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": title }, made));
}
