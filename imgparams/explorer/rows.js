// The list: models in the group of their best route, the best first, their other routes inside. Elements are kept and
// moved, so focus stays.
"use strict";

const GROUPS = [
  ["exact", "Exactly, confirmed", "as asked, nothing changed"],
  ["unverified", "Exactly, not confirmed", "legal as far as is known, but beyond what is published to work"],
  ["changed", "With changes", "something differs from what you asked for"],
  ["refused", "Not at all", "it needs a change that you do not allow"],
  ["waiting", "Not checked yet", "results appear as they are computed"],
];
const PLACE = Object.fromEntries(GROUPS.map(([key], at) => [key, at]));

/** Other orders than by what is lost: what to compare of a row, most first. */
const SORTS = {
  pixels: (row) => (row?.pixels ? row.pixels[0] * row.pixels[1] : 0),
  images: (row) => row?.count ?? 0,
};

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

/** A name without its maker or provider. */
function tail(name) {
  return name.slice(name.indexOf("/") + 1);
}

class Rows {
  constructor(place, known, open) {
    this.known = known;
    this.rows = new Map(); // name to its newest answer
    this.items = new Map(known.map((target) => [target.name, this.item(target, open)]));
    this.models = new Map(); // model to its element
    this.unfolded = new Set(); // models that show all their routes
    this.lists = new Map();
    this.shape = null;
    this.current = null; // the name that Tab comes to
    for (const [key, title, why] of GROUPS) place.append(this.group(key, title, why));
    place.addEventListener("keydown", (event) => this.moved(event));
    place.addEventListener("focusin", (event) => this.stand(event.target.closest("button.row")?.dataset.name));
  }

  group(key, title, why) {
    const count = element("span", { class: "count" }, "0");
    const list = element("ul", { class: "models", "aria-label": title });
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
    button.dataset.group = row?.group ?? "waiting";
    button.className = `row ${button.dataset.group}`;
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

  /** Puts every target that `keeps` lets pass where it belongs; gives the number of models in each group. */
  show(keeps, stale, { each, sort }) {
    const focused = document.activeElement?.closest?.("#groups button");
    const models = new Map();
    for (const target of this.known) {
      const key = each ? target.name : target.model;
      if (keeps(target)) models.set(key, [...(models.get(key) ?? []), target]);
    }
    const groups = new Map(GROUPS.map(([key]) => [key, []]));
    for (const [model, targets] of models) {
      targets.sort((a, b) => this.loss(a.name, b.name) || b.own - a.own || (a.name < b.name ? -1 : 1));
      groups.get(this.groupOf(targets[0].name)).push({ model, targets });
    }
    for (const [key, entries] of groups) {
      const { section, list, count } = this.lists.get(key);
      entries.sort((a, b) => this.order(a, b, sort));
      list.replaceChildren(...entries.map((entry) => this.placed(entry, stale)));
      count.textContent = entries.length;
      section.hidden = entries.length === 0;
    }
    this.stand(this.current);
    if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
    return Object.fromEntries([...groups].map(([key, entries]) => [key, entries.length]));
  }

  /** A model with its best route in sight and the others below, folded unless asked for; of equal ones its maker's. */
  placed({ model, targets }, stale) {
    if (!this.models.has(model)) {
      const more = element("button", { type: "button", class: "more", tabindex: "-1", onclick: () => this.fold(model) });
      this.models.set(model, element("li", { class: "model", "data-model": model }, more, element("ul")));
    }
    const place = this.models.get(model);
    const [more, list] = place.children;
    list.replaceChildren(...targets.map((target) => this.routeItem(target, stale)));
    const providers = [...new Set(targets.map((target) => target.provider))].join(", ");
    const routes = targets.length > 1 ? `${targets.length} routes: ${providers}` : "";
    more.hidden = targets.length === 1 && tail(model) === tail(targets[0].name);
    more.disabled = targets.length === 1;
    more.replaceChildren(element("span", { class: "name" }, model), ` ${routes}`);
    this.unfold(model, this.unfolded.has(model));
    return place;
  }

  routeItem(target, stale) {
    const item = this.items.get(target.name);
    const row = this.rows.get(target.name);
    if (row?.fresh) {
      this.fill(item.firstChild, target, row);
      row.fresh = false;
    }
    item.firstChild.classList.toggle("stale", stale(target.name));
    return item;
  }

  fold(model) {
    if (!this.unfolded.delete(model)) this.unfolded.add(model);
    this.unfold(model, this.unfolded.has(model));
  }

  unfold(model, open) {
    const [more, list] = this.models.get(model).children;
    [...list.children].forEach((item, at) => {
      item.hidden = at > 0 && !open;
    });
    more.setAttribute("aria-expanded", String(open));
  }

  groupOf(name) {
    return this.rows.get(name)?.group ?? "waiting";
  }

  /** Which of two is better: less than 0 if the first is. */
  loss(a, b) {
    const [first, second] = [this.rows.get(a)?.order ?? [], this.rows.get(b)?.order ?? []];
    const groups = PLACE[this.groupOf(a)] - PLACE[this.groupOf(b)];
    if (groups) return groups;
    for (let at = 0; at < first.length; at += 1) if (first[at] !== second[at]) return first[at] - second[at];
    return 0;
  }

  /** The order of two models, by their best routes. */
  order(a, b, sort) {
    const byName = a.model < b.model ? -1 : 1;
    if (sort === "name") return byName;
    const [one, other] = [a.targets[0].name, b.targets[0].name];
    const key = SORTS[sort];
    return (key ? key(this.rows.get(other)) - key(this.rows.get(one)) : 0) || this.loss(one, other) || byName;
  }

  // ---- the keyboard: one row is in the order of Tab, arrows go to the others and to the routes of a model

  get buttons() {
    return [...document.querySelectorAll("#groups li:not([hidden]) > button.row")];
  }

  stand(name) {
    const before = this.items.get(this.current)?.firstChild;
    before?.setAttribute("tabindex", "-1");
    const wanted = this.items.get(name)?.firstChild;
    const seen = wanted?.isConnected && !wanted.parentElement.hidden;
    const button = seen ? wanted : document.querySelector("#groups button.row");
    button?.setAttribute("tabindex", "0");
    this.current = button?.dataset.name ?? null;
  }

  moved(event) {
    if (!event.target.matches("button.row")) return;
    const open = { ArrowRight: true, ArrowLeft: false }[event.key];
    const model = event.target.closest(".model");
    if (open !== undefined) {
      if (this.unfolded.has(model.dataset.model) !== open && model.querySelectorAll("li").length > 1) this.fold(model.dataset.model);
      if (!open) model.querySelector("button.row").focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = this.buttons;
    const at = Math.min(Math.max(all.indexOf(event.target) + step, 0), all.length - 1);
    all[at].focus();
  }
}
