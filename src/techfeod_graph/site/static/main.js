"use strict";
/* Addresses, language, theme, map or list: what ties the parts together. */
(function () {
  const { data, state, byId } = tf;

  /** Go to a record by its address; the panel follows the address, so Back and Forward work. */
  tf.open = function (key, given) {
    Object.assign(pending, { focus: false, centre: false }, given);
    const hash = `#${tf.compose(key)}`;
    if (location.hash === hash) follow();
    else location.hash = hash;
  };
  tf.close = function () {
    pending.back = true;
    state.hops = 0;
    location.hash = tf.compose(null);
    if (!location.hash) follow();
  };
  let was = 0;
  const pending = { focus: false, centre: false, back: false };

  function follow() {
    const found = tf.parse(location.hash);
    if (found.key && !/^(concept|claim|agent|work|argument|conflict|section)\//.test(found.key)) return;
    const first = !tf.settled;
    const given = { ...pending, at: found.at };
    Object.assign(pending, { focus: false, centre: false, back: false });
    state.record = found.key;
    state.cursor = null;
    state.edge = null;
    tf.take(found);
    tf.emit("record");
    tf.settled = true;
    tf.legend();
    if (first) tf.fit(true);
    if (found.view === "list" || state.view === "list") tf.view(found.view || "map");
    tf.showPanel();
    tf.emit("caption");
    title();
    place(given);
  }

  function place({ focus, centre, back, at }) {
    const record = tf.records.get(state.record);
    const here = record && tf.present(record.id);
    if (at) tf.see(at);
    else if (here && state.hops) tf.fit();
    else if (here && (centre || outside(record.id))) tf.centre(record.id);
    else if (was && !state.hops) tf.fit();
    was = state.hops;
    tf.relight();
    if (back) (state.view === "map" ? byId("canvas") : byId("map-search")).focus();
    else if (focus) byId("record-title").focus();
    document.body.classList.toggle("chosen", Boolean(record));
    if (!tf.wide() && focus)
      byId("panel").scrollIntoView({ behavior: tf.still() ? "auto" : "smooth" });
  }

  function outside(id) {
    const { x, y } = tf.spot(id);
    const box = byId("canvas");
    return x < 40 || y < 40 || x > box.clientWidth - 40 || y > box.clientHeight - 40;
  }

  function title() {
    const record = tf.records.get(state.record);
    const page = `${data.view[state.language].title} · ${tf.t("label")}`;
    document.title = record ? `${tf.label(record)} · ${page}` : page;
  }

  function speak(language) {
    state.language = language;
    tf.translate();
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", button.dataset.language === language);
    }
  }

  function render() {
    tf.legend();
    tf.showPanel();
    title();
  }

  tf.view = function (name) {
    state.view = name;
    if (tf.settled) tf.note();
    byId("map-view").hidden = name !== "map";
    byId("list-view").hidden = name !== "list";
    for (const button of document.querySelectorAll("[data-view]")) {
      button.setAttribute("aria-pressed", button.dataset.view === name);
    }
    if (name === "list") tf.showList();
    else tf.network.redraw();
  };

  const dark = () => document.documentElement.dataset.theme === "dark";
  function paint() {
    if (alone) byId("theme").setAttribute("aria-pressed", dark());
    tf.emit("theme");
  }

  /** The page of one file has its own switches; in the reading room the frame has them. */
  const alone = data.pages === null;
  if (alone) {
    byId("theme").setAttribute("aria-pressed", dark());
    byId("theme").addEventListener("click", () => {
      const chosen = dark() ? "light" : "dark";
      document.documentElement.dataset.theme = chosen;
      tf.stored("theme", chosen);
      paint();
    });
  } else {
    const other = byId("language");
    const plain = other.getAttribute("href");
    tf.on("address", () => other.setAttribute("href", plain + location.hash));
    addEventListener("hashchange", () => tf.emit("address"));
  }
  document.addEventListener("themechange", paint);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-key]");
    const language = event.target.closest("[data-language]");
    const view = event.target.closest("[data-view]");
    if (link) tf.open(link.dataset.key, { focus: true, centre: true });
    if (view) tf.view(view.dataset.view);
    if (language) {
      tf.stored("language", language.dataset.language);
      speak(language.dataset.language);
      tf.emit("language");
      render();
    }
  });
  byId("skip-list").addEventListener("click", () => {
    tf.view("list");
    byId("list-view").focus();
  });
  byId("skip-record").addEventListener("click", () => byId("record-title").focus());
  byId("to-record").addEventListener("click", () => {
    byId("panel").scrollIntoView({ behavior: tf.still() ? "auto" : "smooth" });
    byId("record-title").focus({ preventScroll: true });
  });
  addEventListener("hashchange", follow);

  function preferred() {
    if (!alone) return document.documentElement.lang;
    const wished = (navigator.languages || []).map((name) => name.slice(0, 2));
    return tf.stored("language") || wished.find((name) => name in data.words) || "fr";
  }

  byId("filters").open = tf.wide();
  const language = preferred();
  speak(language in data.words ? language : "fr");
  if (!location.hash && data.view.start) {
    state.hops = data.view.hops;
    history.replaceState(null, "", `#${tf.compose(data.view.start)}`);
  }
  pending.centre = true;
  follow();
  if (!tf.settled) {
    render();
    tf.fit(true);
  }
  tf.opened = true;
  tf.emit("address");
})();
