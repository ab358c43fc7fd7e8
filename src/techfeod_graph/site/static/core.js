"use strict";
/* Data, words and the making of elements. No text ever becomes markup: only textContent is set. */
const tf = (function () {
  const inline = document.getElementById("data");
  const data = inline ? JSON.parse(inline.textContent) : window.techfeodData;
  /** The address from which the pages of records are found; null where there are none. */
  data.pages = inline ? null : document.getElementById("map-view").dataset.pages;
  data.records = data.records.concat(data.extra || []);

  /** In the records a number stands for the address of the record of that rank. */
  const keys = data.records.map((record) => record.key);
  function addressed(value) {
    if (typeof value === "number") return keys[value];
    if (Array.isArray(value)) return value.map(addressed);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, addressed(inner)]),
    );
  }
  data.records = data.records.map((record, id) => ({ ...addressed(record), id }));
  const records = new Map(data.records.map((record) => [record.key, record]));
  /** By id, as the records; a record that this map does not show has no place. */
  const places = data.nodes;
  data.nodes = Array(keys.length);
  places.id.forEach((id, i) => (data.nodes[id] = { id, x: places.x[i], y: places.y[i] }));
  const { from, to, type, more } = data.edges;
  const edges = from.map((start, id) => ({
    id,
    from: start,
    to: to[id],
    type: data.linkOrder[type[id]],
    ...more[id],
  }));
  const near = keys.map(() => []);
  for (const edge of edges) {
    near[edge.from].push(edge);
    near[edge.to].push(edge);
  }

  const state = {
    language: "fr",
    view: "map",
    record: null,
    cursor: null,
    edge: null,
    hops: 0,
    kinds: new Set(data.view.kinds),
    links: new Set(data.linkOrder.filter((type) => !data.view.hidden.includes(type))),
    shown: { nodes: new Set(), edges: new Set(), guests: new Set() },
  };

  const heard = {};
  const on = (name, act) => (heard[name] = heard[name] || []).push(act);
  const emit = (name, given) => (heard[name] || []).forEach((act) => act(given));

  const byId = (id) => document.getElementById(id);
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const wide = () => matchMedia("(min-width: 60rem)").matches;

  function stored(name, value) {
    try {
      if (value === undefined) return localStorage.getItem(`techfeod-${name}`);
      localStorage.setItem(`techfeod-${name}`, value);
    } catch {
      /* no storage from this address: the choice lasts as long as the page */
    }
    return null;
  }

  /** An element: `given` holds attributes, `kids` nodes or texts; empty ones are left out. */
  function el(tag, given, ...kids) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(given || {})) {
      if (value !== null && value !== undefined && value !== false) {
        made.setAttribute(name, value === true ? "" : value);
      }
    }
    add(made, kids);
    return made;
  }

  function add(parent, kids) {
    for (const kid of kids.flat(Infinity)) {
      if (kid !== null && kid !== undefined && kid !== false && kid !== "") parent.append(kid);
    }
  }

  function fill(parent, ...kids) {
    parent.replaceChildren();
    add(parent, kids);
  }

  /** A word of the interface, with `{names}` filled by texts. */
  function t(key, given) {
    const text = data.words[state.language][key];
    return text.replace(/\{(\w+)\}/g, (whole, name) =>
      given && name in given ? given[name] : whole,
    );
  }

  /** The same with elements: a list of texts and nodes. */
  function rich(key, given) {
    return data.words[state.language][key]
      .split(/\{(\w+)\}/)
      .map((part, place) => (place % 2 ? given[part] : part));
  }

  function term(group, name) {
    const found = data.terms[group][name];
    return found ? found[state.language] : name;
  }

  const label = (record) => record[state.language];
  const other = () => (state.language === "fr" ? "en" : "fr");

  /** The words of a stance as its holder needs them: plural for a group named in the plural. */
  function stance(holder, name) {
    const head = holder ? label(holder).split(/\(| (?:de|du|des|of|for|pour) | d’/)[0] : "";
    const many = holder && holder.kind === "group" && /[sx]\b/i.test(head);
    return term(many ? "stancesMany" : "stances", name);
  }

  /** A button that leads to a record; the plain address where there is no such record. */
  function link(key, given) {
    const record = records.get(key);
    if (!record) return el("span", { class: "missing" }, key);
    const own = given || {};
    const text = own.text || label(record);
    const current = own.current && key === state.record;
    if (current) return el("strong", null, text);
    return el(
      "button",
      { type: "button", class: `link ${own.class || ""}`, "data-key": key },
      own.icon === false ? null : tf.icon(record.kind),
      el("span", null, text),
    );
  }

  function joined(nodes, between) {
    return nodes.flatMap((node, place) => (place ? [between, node] : [node]));
  }

  /** How much is said of a concept: its relations and the claims about it. */
  const said = (edges) => edges.filter((edge) => edge.type !== "broader").length;

  /** Locators as they are written; links into the essay where its address is known. */
  function locators(at) {
    const made = at.map((locator) => {
      const section = data.section[locator];
      if (data.pages !== null && section) {
        return el("a", { class: "at", href: `${data.pages}section/${section}.html#${locator}` }, locator);
      }
      const fragment = data.fragments[locator];
      if (!data.address || !fragment || !/^https?:\/\//.test(data.address)) {
        return el("span", { class: "at" }, locator);
      }
      const href = `${data.address}#${fragment}`;
      return el("a", { class: "at", href, rel: "noreferrer" }, locator);
    });
    return el("span", { class: "places" }, joined(made, " "));
  }

  const present = (id) => data.nodes[id] !== undefined;
  /** Where a node stands now: in the arranged neighbourhood, else on the map. */
  const at = (id) => (tf.local && tf.local.get(id)) || data.nodes[id];
  /** The address of a record's own page, where there is one. */
  const page = (key) =>
    data.pages !== null && /^(concept|claim|agent|work|section)\//.test(key)
      ? `${data.pages}${key}.html`
      : null;

  function announce(text) {
    const live = byId("live");
    live.textContent = "";
    setTimeout(() => (live.textContent = text), 30);
  }

  /** The static words of the page in the chosen language. */
  function translate() {
    document.documentElement.lang = state.language;
    for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
    for (const node of document.querySelectorAll("[data-t-label]")) {
      node.setAttribute("aria-label", t(node.dataset.tLabel));
    }
    for (const node of document.querySelectorAll("[data-t-hint]")) {
      node.setAttribute("placeholder", t(node.dataset.tHint));
    }
  }

  return {
    data,
    records,
    edges,
    near,
    state,
    on,
    emit,
    byId,
    still,
    wide,
    stored,
    el,
    fill,
    t,
    rich,
    term,
    label,
    other,
    stance,
    link,
    joined,
    said,
    places: locators,
    present,
    at,
    page,
    announce,
    translate,
  };
})();
