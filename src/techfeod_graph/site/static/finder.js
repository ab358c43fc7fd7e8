"use strict";
/* Search over labels, variants and claims; the index is fetched when the field is first used. */
(function () {
  const box = document.getElementById("search");
  const field = document.getElementById("search-field");
  const list = document.getElementById("search-hits");
  const status = document.getElementById("search-status");
  const seen = document.getElementById("search-told");
  const kinds = JSON.parse(box.dataset.kinds);
  const order = ["concept", "agent", "work", "claim"];
  const most = 12;
  let entries = null;
  let hits = [];
  let at = -1;

  function fold(text) {
    return text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/œ/g, "oe")
      .replace(/æ/g, "ae")
      .replace(/ß/g, "ss")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  }
  function load(then) {
    if (entries) {
      then();
      return;
    }
    if (document.getElementById("search-index")) {
      return;
    }
    const script = document.createElement("script");
    script.id = "search-index";
    script.src = box.dataset.index;
    script.addEventListener("load", () => {
      const own = document.documentElement.lang === "fr" ? 2 : 3;
      entries = window.techfeodIndex.map(([kind, id, fr, en, more]) => {
        const names = [fr, en, ...more];
        return { kind: order[kind], id, label: own === 2 ? fr : en, folded: names.map(fold) };
      });
      then();
    });
    document.head.append(script);
  }
  /* How well a text answers: the whole name, its beginning, a beginning of a word, any part. */
  function rank(entry, wanted, words) {
    let best = 9;
    for (const form of entry.folded) {
      if (!words.every((word) => form.includes(word))) {
        continue;
      }
      const starts = words.every((word) => ` ${form}`.includes(` ${word}`));
      best = Math.min(best, form === wanted ? 0 : form.startsWith(wanted) ? 1 : starts ? 2 : 3);
    }
    return best + (entry.kind === "claim" ? 2 : 0);
  }
  function find(text) {
    const wanted = fold(text);
    const words = wanted.split(" ").filter(Boolean);
    if (!words.length) {
      return [];
    }
    return entries
      .map((entry) => ({ entry, score: rank(entry, wanted, words) }))
      .filter((hit) => hit.score < 9)
      .sort((a, b) => a.score - b.score || a.entry.label.length - b.entry.label.length)
      .map((hit) => hit.entry);
  }
  function close() {
    list.hidden = true;
    seen.hidden = true;
    list.replaceChildren();
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
  function show() {
    if (!entries) {
      return;
    }
    close();
    hits = find(field.value);
    const asked = fold(field.value) !== "";
    const { none, one, many, some } = box.dataset;
    const { length } = hits;
    const words = length > most ? some : length > 1 ? many : length ? one : none;
    const count = words.replace("{n}", String(length)).replace("{shown}", String(most));
    status.textContent = asked ? count : "";
    seen.textContent = status.textContent;
    seen.hidden = !asked || (length > 0 && length <= most);
    hits.slice(0, most).forEach((hit, place) => {
      const option = document.createElement("li");
      option.id = `search-hit-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const name = document.createElement("span");
      name.textContent = hit.label;
      const kind = document.createElement("small");
      kind.textContent = kinds[hit.kind];
      option.append(name, " ", kind);
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => go(hit));
      list.append(option);
    });
    list.hidden = !hits.length;
    field.setAttribute("aria-expanded", String(hits.length > 0));
  }
  function go(hit) {
    location.href = `${box.dataset.root}${hit.kind}/${hit.id}.html`;
  }
  function move(step) {
    const options = list.children;
    if (!options.length) {
      return;
    }
    options[at]?.setAttribute("aria-selected", "false");
    at = (at + step + options.length) % options.length;
    options[at].setAttribute("aria-selected", "true");
    options[at].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[at].id);
  }
  function key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1);
    } else if (event.key === "Enter" && hits.length) {
      event.preventDefault();
      go(hits[Math.max(at, 0)]);
    } else if (event.key === "Escape") {
      close();
    }
  }
  box.hidden = false;
  field.addEventListener("focus", () => load(show));
  field.addEventListener("input", () => load(show));
  field.addEventListener("keydown", key);
  field.addEventListener("blur", close);
})();
