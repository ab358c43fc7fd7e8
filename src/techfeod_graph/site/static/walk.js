"use strict";
/* The map by keyboard: arrows walk to neighbours, and what is reached is said aloud. */
(function () {
  const { data, state, byId } = tf;
  const box = byId("canvas");
  const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  const shownEdges = (id) => tf.near[id].filter((edge) => state.shown.edges.has(edge.id));

  function start() {
    const record = tf.records.get(state.record);
    if (record && state.shown.nodes.has(record.id)) return record.id;
    let best = null;
    for (const id of state.shown.nodes) {
      if (best === null || tf.said(shownEdges(id)).length > tf.said(shownEdges(best)).length)
        best = id;
    }
    return best;
  }

  /** The neighbour nearest to a direction: the angle counts more than the distance. */
  function next(from, [dx, dy]) {
    const here = tf.at(from);
    let best = null;
    for (const edge of shownEdges(from)) {
      const to = edge.from === from ? edge.to : edge.from;
      const [x, y] = [tf.at(to).x - here.x, tf.at(to).y - here.y];
      const length = Math.hypot(x, y) || 1;
      const along = (x * dx + y * dy) / length;
      const cost = length * (3 - 2 * along);
      if (along > 0.25 && (!best || cost < best.cost)) best = { to, edge, cost };
    }
    return best;
  }

  function say(id, edge) {
    const record = data.records[id];
    const here = tf.t("walk-at", {
      label: tf.label(record),
      kind: tf.term("kinds", record.kind),
      n: shownEdges(id).length,
    });
    tf.announce(edge ? `${tf.sentence(edge)}. ${here}` : here);
  }

  function reach(id, edge) {
    state.cursor = id;
    state.edge = null;
    tf.relight();
    const spot = tf.spot(id);
    const margin = 50;
    const inside =
      spot.x > margin &&
      spot.y > margin &&
      spot.x < box.clientWidth - margin &&
      spot.y < box.clientHeight - margin;
    if (!inside) tf.centre(id);
    say(id, edge);
    tf.emit("caption");
  }

  /** A line as a sentence: from, what it says, to. */
  tf.sentence = (edge) =>
    `${tf.label(data.records[edge.from])} ${tf.edgeWord(edge)} ${tf.label(data.records[edge.to])}`;

  function walk(way) {
    const from = state.cursor === null ? start() : state.cursor;
    if (from === null) return tf.announce(tf.t("walk-empty"));
    if (state.cursor === null) return reach(from, null);
    const step = next(from, way);
    return step ? reach(step.to, step.edge) : tf.announce(tf.t("walk-none"));
  }

  function leave() {
    if (state.cursor !== null) {
      state.cursor = null;
      tf.relight();
      tf.emit("caption");
    } else if (state.record) tf.close();
  }

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = {
      Enter: () => {
        const id = state.cursor === null ? start() : state.cursor;
        if (id !== null) tf.open(data.records[id].key, { focus: true });
      },
      Escape: leave,
      "+": () => tf.zoom(1.3),
      "=": () => tf.zoom(1.3),
      "-": () => tf.zoom(1 / 1.3),
      0: () => tf.fit(),
      Home: () => {
        state.cursor = null;
        const id = start();
        if (id !== null) reach(id, null);
      },
    };
    const act = ways[event.key] ? () => walk(ways[event.key]) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  /** The line under the map: the record under the pointer or the cursor, or the chosen link. */
  tf.on("caption", () => {
    const edge = state.edge === null ? null : tf.edges[state.edge];
    const id = tf.hovered === null || tf.hovered === undefined ? state.cursor : tf.hovered;
    const record = id === null ? null : data.records[id];
    if (edge && !record) tf.fill(byId("caption"), edgeCaption(edge));
    else if (record)
      tf.fill(
        byId("caption"),
        tf.icon(record.kind),
        ` ${tf.label(record)} · ${tf.term("kinds", record.kind)}`,
      );
    else tf.fill(byId("caption"));
    byId("caption").hidden = !edge && !record;
  });

  function edgeCaption(edge) {
    const ends = [
      tf.link(data.records[edge.from].key),
      ` ${tf.edgeWord(edge)} `,
      tf.link(data.records[edge.to].key),
    ];
    const claims = (edge.claims || []).slice(0, 3).map((id) => tf.link(data.records[id].key));
    const basis = tf.t(edge.dashes ? "inferred" : "stated");
    const plain =
      !["concepts", "claims"].includes(data.links[edge.type].section) || edge.type === "broader";
    return [...ends, plain ? null : tf.el("span", { class: "basis" }, basis), claims];
  }

  byId("zoom-in").addEventListener("click", () => tf.zoom(1.3));
  byId("zoom-out").addEventListener("click", () => tf.zoom(1 / 1.3));
  byId("zoom-fit").addEventListener("click", () => tf.fit());
})();
