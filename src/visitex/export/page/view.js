"use strict";
// What both pages share: elements, names, keys. All that reports say enters as text, never as markup.

// The one string that may become markup is the empty one, with which the chart library clears a box.
if (window.trustedTypes) {
  trustedTypes.createPolicy("default", { createHTML: (markup) => (markup === "" ? "" : null) });
}

const RECORDS = JSON.parse(document.getElementById("data").textContent);
const KINDS = [
  ["p", "people", "People"],
  ["o", "organizations", "Organizations"],
  ["s", "sites", "Sites"],
  ["d", "dates", "Dates"],
];

// Characters that turn the direction of text, or that nobody can see: shown by their code instead.
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;

function codeOf(character) {
  return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

// Text for places that hold no elements: titles, charts.
function plain(text) {
  return String(text).replace(HIDDEN, (character) => `[${codeOf(character)}]`);
}

// Append text to a node; hidden characters become small boxes.
function say(node, text) {
  let from = 0;
  for (const found of text.matchAll(HIDDEN)) {
    node.append(text.slice(from, found.index));
    const box = document.createElement("span");
    box.className = "hidden-char";
    box.textContent = codeOf(found[0]);
    node.append(box);
    from = found.index + found[0].length;
  }
  node.append(text.slice(from));
  return node;
}

// el("p.note", {role: "status"}, "text", node, null): an element; strings become text.
function el(what, settings, ...inside) {
  const [tag, ...classes] = what.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(settings || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "value") node.value = value;
    else node.setAttribute(key, value === true ? "" : plain(value));
  }
  for (const part of inside.flat(Infinity)) {
    if (part === null || part === undefined || part === false) continue;
    if (part instanceof Node) node.append(part);
    else say(node, String(part));
  }
  return node;
}

// A name, kept apart from what stands around it whichever way it is written.
function name(text) {
  return el("bdi", null, text);
}

function titleOf(record) {
  return record.title || record.path || "Report without a title";
}

// "2016-10-04" to "2016-10-09": one day is said once.
function period(start, end) {
  if (!start && !end) return "";
  return !end || start === end ? start : `${start || "?"} – ${end}`;
}

function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function count(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

// "/" goes to the search field, wherever the reader is but in a field.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea")) return;
  const field = [...document.querySelectorAll("input[type=search]")].find((it) => it.offsetParent);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
