// Narrows the page of models to those whose name, or whose routes' names, have all the words typed.
"use strict";

const input = Object.assign(document.createElement("input"), { type: "search", placeholder: "flux openrouter" });
const count = document.createElement("p");
count.className = "count";
count.setAttribute("role", "status");
const models = [...document.querySelectorAll("details.model")];
const texts = models.map((model) => {
  const names = [...model.querySelectorAll("th[scope=row]")].map((name) => name.textContent);
  return [model.id, ...names].join(" ").toLowerCase();
});

function show() {
  const words = input.value.toLowerCase().split(/\s+/);
  models.forEach((model, at) => {
    model.hidden = !words.every((word) => texts[at].includes(word));
  });
  for (const section of document.querySelectorAll("section:has(> details.model)")) {
    section.hidden = !section.querySelector("details.model:not([hidden])");
  }
  const shown = models.filter((model) => !model.hidden).length;
  count.textContent = shown === models.length ? `${shown} models` : `${shown} of ${models.length} models`;
}

/** A link to a model opens it. */
function open() {
  const model = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (model?.matches("details.model")) {
    model.open = true;
    model.scrollIntoView();
  }
}

const label = document.createElement("label");
label.append("Find", input);
const form = document.createElement("form");
form.className = "filters";
form.append(label);
form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("input", show);
addEventListener("hashchange", open);
document.querySelector(".models").append(form, count);
show();
open();
