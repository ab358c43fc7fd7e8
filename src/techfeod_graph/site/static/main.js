"use strict";
/* Addresses, language, theme, map or list: what ties the parts together. */
(function () {
  const { data, state, byId } = tf;

  /** Go to a record by its address; the panel follows the address, so Back and Forward work. */
  tf.open = function (key, given) {
    Object.assign(pending, { focus: false, centre: false }, given);
    if (location.hash === `#${key}`) follow();
    else location.hash = key;
  };
  tf.close = function () {
    pending.back = true;
    location.hash = "";
  };
  const pending = { focus: false, centre: false, back: false };

  function address() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return location.hash.slice(1);
    }
  }

  function follow() {
    const key = address();
    if (key && !/^(concept|claim|agent|work)\//.test(key)) return;
    const given = { ...pending };
    Object.assign(pending, { focus: false, centre: false, back: false });
    state.record = key || null;
    state.cursor = null;
    state.edge = null;
    tf.emit("record");
    tf.refresh();
    tf.showPanel();
    tf.emit("caption");
    title();
    place(given);
  }

  function place({ focus, centre, back }) {
    const record = tf.records.get(state.record);
    if (record && state.hops) tf.fit();
    else if (record && (centre || outside(record.id))) tf.centre(record.id);
    tf.relight();
    if (back) (state.view === "map" ? byId("canvas") : byId("search")).focus();
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
    const page = `${tf.t("title")} · ${tf.t("label")}`;
    document.title = record ? `${tf.label(record)} · ${page}` : page;
  }

  function speak(language) {
    state.language = language;
    tf.translate();
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", button.dataset.language === language);
    }
    tf.legend();
    tf.showPanel();
    tf.emit("language");
    title();
  }

  tf.view = function (name) {
    state.view = name;
    byId("map-view").hidden = name !== "map";
    byId("list-view").hidden = name !== "list";
    for (const button of document.querySelectorAll("[data-view]")) {
      button.setAttribute("aria-pressed", button.dataset.view === name);
    }
    if (name === "list") tf.showList();
    else tf.network.redraw();
  };

  function paint() {
    const dark = document.documentElement.dataset.theme === "dark";
    byId("theme").setAttribute("aria-pressed", dark);
    tf.emit("theme");
  }

  byId("theme").addEventListener("click", () => {
    const dark = document.documentElement.dataset.theme !== "dark";
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    tf.stored("theme", dark ? "dark" : "light");
    paint();
  });
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
    const wished = (navigator.languages || []).map((name) => name.slice(0, 2));
    return tf.stored("language") || wished.find((name) => name in data.words) || "fr";
  }

  byId("filters").open = tf.wide();
  const language = preferred();
  speak(language in data.words ? language : "fr");
  tf.view("map");
  paint();
  tf.fit(true);
  pending.centre = true;
  follow();
})();
