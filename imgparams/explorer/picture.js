// Elements without markup in strings, and small true-to-scale pictures of shapes.
"use strict";

/** An element: attributes, then children; null and false are left out. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== false && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== false && child !== undefined));
  return made;
}

/** What was asked as a dashed outline, what comes as a filled one; both [width, height] on one scale, or null. */
function picture(asked, comes, side = 34) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const facts = { viewBox: `0 0 ${side} ${side}`, width: side, height: side, class: "picture", "aria-hidden": "true" };
  for (const [name, value] of Object.entries(facts)) svg.setAttribute(name, value);
  const most = Math.max(...[asked, comes].filter(Boolean).flat(), 0);
  for (const [shape, name] of [[comes, "comes"], [asked, "asked"]]) {
    if (!shape) continue;
    const [width, height] = shape.map((length) => Math.max(2, (length / most) * (side - 2)));
    const box = document.createElementNS(space, "rect");
    const place = { x: (side - width) / 2, y: (side - height) / 2, width, height };
    for (const [key, value] of Object.entries(place)) box.setAttribute(key, value.toFixed(2));
    box.setAttribute("class", name);
    svg.append(box);
  }
  return svg;
}

/** The asked shape in pixels, its area from what comes where none was asked; null where no ratio was asked. */
function askedShape(shape, comes) {
  if (!shape || !shape.ratio) return null;
  const area = shape.area ?? (comes ? comes[0] * comes[1] : 1024 * 1024);
  return [Math.sqrt(area * shape.ratio), Math.sqrt(area / shape.ratio)];
}
