"use strict";
/* The list of claims narrowed by who, by stance and by words; without scripts it is whole. */
(function () {
  const box = document.getElementById("filter");
  const items = [...document.querySelectorAll("[data-filtered] li")];
  const status = document.createElement("p");
  status.setAttribute("role", "status");

  function texts(item, name) {
    return [...item.querySelectorAll(name)].map((node) => node.textContent);
  }
  function field(label, control) {
    const line = document.createElement("label");
    line.append(label, " ", control);
    control.addEventListener("input", apply);
    box.append(line);
    return control;
  }
  function choice(label, name) {
    const counts = new Map();
    for (const item of items) {
      for (const text of new Set(texts(item, name))) {
        counts.set(text, (counts.get(text) || 0) + 1);
      }
    }
    const select = document.createElement("select");
    select.add(new Option(box.dataset.any, ""));
    for (const [text, count] of [...counts].sort((a, b) => b[1] - a[1])) {
      select.add(new Option(`${text} (${count})`, text));
    }
    return field(label, select);
  }
  function fold(text) {
    return text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/œ/g, "oe")
      .replace(/æ/g, "ae");
  }
  function holds(item) {
    const pairs = [...item.querySelectorAll(".holder")].map((node) => [
      node.querySelector(".who").textContent,
      node.querySelector(".how").textContent,
    ]);
    const words = fold(text.value).split(/\s+/).filter(Boolean);
    const said = fold(item.querySelector(".wording").textContent);
    return (
      pairs.some(([a, b]) => (!who.value || a === who.value) && (!how.value || b === how.value)) &&
      words.every((word) => said.includes(word))
    );
  }
  function apply() {
    let shown = 0;
    for (const item of items) {
      item.hidden = !holds(item);
      shown += item.hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll("[data-filtered]")) {
      section.hidden = !section.querySelector("li:not([hidden])");
    }
    status.textContent = box.dataset.count
      .replace("{shown}", String(shown))
      .replace("{all}", String(items.length));
  }
  const who = choice(box.dataset.holders, ".who");
  const how = choice(box.dataset.stances, ".how");
  const input = document.createElement("input");
  input.type = "search";
  const text = field(box.dataset.text, input);
  box.append(status);
  box.hidden = false;
  apply();
  /* A browser that goes back fills the fields again after the page is there. */
  window.addEventListener("pageshow", apply);
})();
