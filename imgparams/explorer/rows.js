// The list: every target in the group of its answer, the best first. Elements are kept and moved, so focus stays.
"use strict";

const GROUPS = [
  ["exact", "Exactly", "as asked, nothing changed"],
  ["unverified", "Exactly, not confirmed", "legal as far as is known, but beyond what is published to work"],
  ["changed", "With changes", "something differs from what you asked for"],
  ["refused", "Not at all", "it needs a change that you do not allow"],
  ["waiting", "Not checked yet", "results appear as they are computed"],
];

/** A change in few words: `n clamped 6 → 4`. */
function changeWords(change) {
  const said = `${change.field} ${change.kind}`;
  if (change.kind === "dropped") return said;
  return change.kind === "added" ? `${said} ${change.became}` : `${said} ${change.asked} → ${change.became}`;
}

function chip(change) {
  const kind = change.refused ? `${change.kind} refused` : change.kind;
  return element("span", { class: `chip ${kind}`, title: change.why }, changeWords(change));
}

function needChips(needs) {
  const counts = new Map();
  for (const need of needs) counts.set(need.kind, (counts.get(need.kind) ?? 0) + 1);
  const words = [...counts].map(([kind, count]) => `needs ${kind}${count > 1 ? ` ×${count}` : ""}`);
  return words.map((text) => element("span", { class: "chip need" }, text));
}

function doubtChips(fields) {
  return fields.map((name) => element("span", { class: "chip doubt" }, `${name} not confirmed`));
}

/** What comes, in words. */
function comesWords(row) {
  const size = row.pixels ? row.pixels.join("×") : "size not specified";
  const count = row.count === null ? "count not specified" : row.count === 1 ? "1 image" : `${row.count} images`;
  return [size, count];
}

class Rows {
  constructor(place, known, open) {
    this.known = known;
    this.rows = new Map(); // name to its newest answer
    this.items = new Map(known.map((target) => [target.name, this.item(target, open)]));
    this.lists = new Map();
    this.shape = null;
    this.current = null; // the name that Tab comes to
    for (const [key, title, why] of GROUPS) place.append(this.group(key, title, why));
    place.addEventListener("keydown", (event) => this.moved(event));
    place.addEventListener("focusin", (event) => this.stand(event.target.closest("button.row")?.dataset.name));
  }

  group(key, title, why) {
    const count = element("span", { class: "count" }, "0");
    const list = element("ul", { "aria-label": title });
    const section = element("section", { class: `group ${key}`, id: key, hidden: true });
    section.append(element("h2", {}, count, ` ${title} `, element("small", {}, why)), list);
    this.lists.set(key, { section, list, count });
    return section;
  }

  item(target, open) {
    const { name } = target;
    const facts = { type: "button", class: "row", "data-name": name, tabindex: "-1", onclick: () => open(name) };
    const button = element("button", facts);
    this.fill(button, target, null);
    return element("li", {}, button);
  }

  fill(button, target, row) {
    const { name, provider, status } = target;
    const maker = element("span", { class: "provider" }, `${provider}/`);
    const title = element("span", { class: "name" }, maker, name.slice(provider.length + 1));
    if (status !== "active") title.append(" ", element("span", { class: `tag ${status}` }, status));
    const comes = row && row.group !== "refused" ? comesWords(row) : ["", ""];
    const problems = (row?.problems ?? []).map((found) => element("span", { class: "chip dropped" }, found.text));
    const chips = row ? [...row.changes.map(chip), ...needChips(row.needs), ...doubtChips(row.unverified), ...problems] : [];
    button.replaceChildren(
      picture(row ? askedShape(this.shape, row.pixels) : null, row?.pixels),
      title,
      element("span", { class: "pixels" }, comes[0]),
      element("span", { class: "images" }, comes[1]),
      element("span", { class: "chips" }, ...chips),
    );
  }

  /** Takes answers in; `show` puts them where they belong. */
  take(rows) {
    for (const row of rows) {
      this.rows.set(row.name, row);
      row.fresh = true;
    }
  }

  /** Puts every target that `keeps` lets pass where it belongs; gives the number in each group. */
  show(keeps, stale) {
    const focused = document.activeElement?.closest?.("button.row");
    const groups = new Map(GROUPS.map(([key]) => [key, []]));
    for (const target of this.known) {
      if (keeps(target)) groups.get(this.rows.get(target.name)?.group ?? "waiting").push(target);
    }
    for (const [key, targets] of groups) {
      const { section, list, count } = this.lists.get(key);
      targets.sort((a, b) => this.compare(a.name, b.name));
      list.replaceChildren(...targets.map((target) => this.placed(target, stale)));
      count.textContent = targets.length;
      section.hidden = targets.length === 0;
    }
    this.stand(this.current);
    if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
    return Object.fromEntries([...groups].map(([key, targets]) => [key, targets.length]));
  }

  placed(target, stale) {
    const item = this.items.get(target.name);
    const row = this.rows.get(target.name);
    if (row?.fresh) {
      this.fill(item.firstChild, target, row);
      row.fresh = false;
    }
    item.firstChild.classList.toggle("stale", stale(target.name));
    return item;
  }

  compare(a, b) {
    const [first, second] = [this.rows.get(a)?.order ?? [], this.rows.get(b)?.order ?? []];
    for (let at = 0; at < first.length; at += 1) if (first[at] !== second[at]) return first[at] - second[at];
    return a < b ? -1 : 1;
  }

  // ---- the keyboard: one row is in the order of Tab, arrows go to the others

  get buttons() {
    return [...document.querySelectorAll("#groups button.row")];
  }

  stand(name) {
    const before = this.items.get(this.current)?.firstChild;
    before?.setAttribute("tabindex", "-1");
    const wanted = this.items.get(name)?.firstChild;
    const button = wanted?.isConnected ? wanted : document.querySelector("#groups button.row");
    button?.setAttribute("tabindex", "0");
    this.current = button?.dataset.name ?? null;
  }

  moved(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined || !event.target.matches("button.row")) return;
    event.preventDefault();
    const all = this.buttons;
    const at = Math.min(Math.max(all.indexOf(event.target) + step, 0), all.length - 1);
    all[at].focus();
  }
}
