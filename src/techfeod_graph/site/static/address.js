"use strict";
/* The state of the map in its address: record, kinds, links, neighbourhood, list, and the view. */
(function () {
  const { data, state } = tf;
  const start = {
    kinds: new Set(data.view.kinds),
    links: new Set(data.linkOrder.filter((type) => !data.view.hidden.includes(type))),
  };
  const same = (a, b) => a.size === b.size && [...a].every((item) => b.has(item));

  /** A record and the state as the part of the address after the hash; plain when all is as first. */
  tf.compose = function (key, given) {
    const kinds = tf.kindsHere.filter((kind) => state.kinds.has(kind));
    const links = tf.typesHere.filter((type) => state.links.has(type));
    const first = (name, all) => new Set([...start[name]].filter((item) => all.includes(item)));
    const found = [];
    if (!same(new Set(kinds), first("kinds", tf.kindsHere))) found.push(["kinds", kinds.join()]);
    if (!same(new Set(links), first("links", tf.typesHere))) found.push(["links", links.join()]);
    if (state.hops) found.push(["hops", state.hops]);
    if (state.view === "list") found.push(["view", "list"]);
    if (given && given.seen) {
      const { x, y, scale } = tf.seen();
      found.push(["at", [x.toFixed(0), y.toFixed(0), scale.toFixed(3)].join()]);
    }
    const query = found.map(([name, value]) => `${name}=${value}`).join("&");
    return `${key || ""}${query ? `?${query}` : ""}`;
  };

  /** The record and the state that an address names; what it does not know is left out. */
  tf.parse = function (hash) {
    let text = hash.replace(/^#/, "");
    try {
      text = decodeURIComponent(text);
    } catch {
      /* not an escaped address: taken as it stands */
    }
    const [key, query] = text.split("?");
    const given = {};
    for (const part of (query || "").split("&")) {
      const [name, value] = part.split("=");
      if (value !== undefined) given[name] = value;
    }
    const found = { key: key || null, hops: Number(given.hops) || 0, view: given.view };
    if (given.kinds !== undefined) found.kinds = given.kinds.split(",");
    if (given.links !== undefined) found.links = given.links.split(",");
    const at = (given.at || "").split(",").map(Number);
    if (at.length === 3 && at.every(Number.isFinite) && at[2] > 0) {
      found.at = { x: at[0], y: at[1], scale: Math.min(4, Math.max(0.08, at[2])) };
    }
    return found;
  };

  /** Take the state of an address over. */
  tf.take = function (found) {
    state.hops = [0, 1, 2, 3].includes(found.hops) ? found.hops : 0;
    for (const [name, all] of [
      ["kinds", data.kindOrder],
      ["links", data.linkOrder],
    ]) {
      state[name] = new Set(found[name] ? all.filter((item) => found[name].includes(item)) : start[name]);
    }
  };

  /** Write the state into the address without a step in the history. */
  tf.note = function (given) {
    const hash = `#${tf.compose(state.record, given)}`;
    if (hash === (location.hash || "#")) return;
    history.replaceState(null, "", hash);
    tf.emit("address");
  };
  tf.on("shown", () => tf.settled && tf.note());

  tf.copyLink = async function () {
    tf.note({ seen: true });
    try {
      await navigator.clipboard.writeText(location.href);
      tf.announce(tf.t("copied"));
      return "copied";
    } catch {
      tf.announce(tf.t("in-address"));
      return "in-address";
    }
  };
})();
