"use strict";
/* The drawing: vis-network with fixed places, our own marks, and what is lit or dimmed. */
(function () {
  const { data, state, byId } = tf;
  const box = byId("canvas");
  const sets = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
  const degree = tf.near.map((edges) => edges.length);
  const inner = tf.near.map(tf.said);
  const kinds = data.records.map((record) => record.kind);
  const points = { inference: true, conflict: true };
  const concept = data.records.map((record) => record.key.startsWith("concept/"));
  /** The scale below which the text of cards is too small to open on. */
  const READABLE = 0.74;
  const { many, heavy, crowded } = tf.lines;
  let lit = null;
  let dragging = false;

  /** The radius of a mark on the screen; it grows slower than the scale. */
  function radius(id, scale) {
    const weight = concept[id] ? inner[id] : degree[id] / 12;
    const small = lit && !lit.nodes.has(id) ? 3.6 : lit ? 4.6 : 3.6;
    const base = kinds[id] === "claim" || kinds[id] in points ? small + (kinds[id] in points) : 5 + Math.min(6, Math.sqrt(weight));
    return base * Math.min(1.5, Math.max(0.55, Math.sqrt(scale)));
  }

  let tones = {};
  function mix() {
    tones = { ground: tf.tone("ground") };
    for (const kind of data.kindOrder) tones[kind] = tf.tone(`kind-${kind}`);
  }
  mix();

  function draw({ ctx, id, x, y }) {
    const scale = network ? network.getScale() : 1;
    const card = tf.card(id);
    if (card) return tf.drawCard(ctx, id, x, y, { card, lit, chosen: chosen(), scale });
    const r = radius(id, scale) / scale;
    const { kind } = data.records[id];
    return {
      drawNode() {
        ctx.globalAlpha = !lit || lit.nodes.has(id) ? 1 : 0.16;
        if (r * scale < 2.6 && many()) tf.speck(ctx, x, y, r, tones[kind]);
        else tf.mark(ctx, data.kinds[kind].figure, x, y, r, tones[kind], tones.ground);
        ctx.globalAlpha = 1;
        if (id === chosen()) ring(ctx, x, y, r, scale, tf.tone("accent"), []);
        if (id === state.cursor)
          ring(ctx, x, y, r + 4 / scale, scale, tf.tone("text"), [3 / scale, 3 / scale]);
      },
      nodeDimensions: { width: r * 2.2, height: r * 2.2 },
    };
  }

  function ring(ctx, x, y, r, scale, colour, dash) {
    ctx.beginPath();
    ctx.setLineDash(dash);
    ctx.arc(x, y, r * 1.35 + 3 / scale, 0, 2 * Math.PI);
    ctx.lineWidth = 2.2 / scale;
    ctx.strokeStyle = colour;
    ctx.stroke();
    ctx.setLineDash([]);
  }

  let network = null;
  network = new vis.Network(box, sets, {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { shape: "custom", ctxRenderer: draw, chosen: false },
    edges: { smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0 },
    interaction: { dragNodes: false, hover: false, keyboard: false, selectConnectedEdges: false },
  });
  box.querySelector(".vis-network").removeAttribute("tabindex");

  function chosen() {
    const record = tf.records.get(state.record);
    return record && tf.present(record.id) ? record.id : null;
  }
  const active = () => (state.cursor === null ? chosen() : state.cursor);

  function light() {
    const id = active();
    const edge = state.edge;
    if (edge !== null && state.shown.edges.has(edge)) {
      const { from, to } = tf.edges[edge];
      lit = { nodes: new Set([from, to]), edges: new Set([edge]), near: new Set([from, to]) };
    } else if (id !== null && state.shown.nodes.has(id)) {
      const own = tf.near[id].filter((e) => state.shown.edges.has(e.id));
      const nodes = state.hops
        ? state.shown.nodes
        : new Set([id, ...own.flatMap((e) => [e.from, e.to])]);
      lit = {
        nodes,
        edges: new Set(own.map((e) => e.id)),
        near: new Set(own.flatMap((e) => [e.from, e.to])),
      };
    } else {
      lit = null;
    }
    return lit;
  }

  /** The library's lines by id, each with its style as a text; only what changes is set anew. */
  const styles = new Map();
  function strings() {
    tf.lines.forget();
    const wanted = !heavy() ? state.shown.edges : lit ? lit.edges : new Set();
    const gone = [...styles.keys()].filter((id) => !wanted.has(id));
    gone.forEach((id) => styles.delete(id));
    sets.edges.remove(gone);
    const changed = [];
    for (const id of wanted) {
      const style = tf.lines.style(tf.edges[id], lit);
      const text = Object.values(style).join();
      if (styles.get(id) === text) continue;
      styles.set(id, text);
      changed.push(tf.lines.option(tf.edges[id], style));
    }
    if (changed.length) sets.edges.update(changed);
  }

  /** Bring the drawing to what is shown: add what came, take away what went. */
  function sync() {
    light();
    rest(many());
    const { nodes } = state.shown;
    const gone = sets.nodes.getIds().filter((id) => !nodes.has(id));
    sets.nodes.update([...nodes].filter(elsewhere).map((id) => ({ id, ...tf.at(id) })));
    strings();
    sets.nodes.remove(gone);
    network.redraw();
  }

  function elsewhere(id) {
    const drawn = sets.nodes.get(id);
    const { x, y } = tf.at(id);
    return !drawn || drawn.x !== x || drawn.y !== y;
  }

  let resting = null;
  /** Whether lines rest while the map moves. */
  function rest(wanted) {
    if (wanted === resting) return;
    resting = wanted;
    network.setOptions({ interaction: { hideEdgesOnDrag: wanted, hideEdgesOnZoom: wanted } });
  }

  tf.relight = function () {
    light();
    strings();
    if (tf.opened) network.redraw();
  };

  function move(position, scale) {
    const animation = tf.still() ? false : { duration: 350, easingFunction: "easeInOutQuad" };
    network.moveTo({ position, scale, animation });
  }

  /** The view that holds all that is shown, with room for labels. */
  tf.fit = function (instant) {
    const spots = tf.corners() || [...state.shown.nodes].map(tf.at);
    if (!spots.length || !box.clientWidth) return;
    const xs = spots.map((spot) => spot.x).sort((a, b) => a - b);
    const ys = spots.map((spot) => spot.y).sort((a, b) => a - b);
    const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
    const room = { x: Math.max(60, box.clientWidth - 110), y: Math.max(60, box.clientHeight - 56) };
    let scale = Math.min(
      1.4,
      room.x / Math.max(1, right - left),
      room.y / Math.max(1, bottom - top),
    );
    let position = { x: (left + right) / 2 + 24 / scale, y: (top + bottom) / 2 };
    const least = box.clientWidth < 560 ? 0.8 : READABLE;
    if (tf.cards && scale < least) {
      scale = least;
      const { w, h } = tf.measure(chosen());
      const focus = tf.at(chosen());
      const keep = (middle, at, room, size) => {
        const slack = Math.max(0, (room / scale - size) / 2 - 12);
        return Math.min(at + slack, Math.max(at - slack, middle));
      };
      position = {
        x: keep(position.x, focus.x, box.clientWidth, w),
        y: keep(position.y, focus.y, box.clientHeight, h),
      };
    }
    tf.moved = false;
    if (instant) network.moveTo({ position, scale, animation: false });
    else move(position, scale);
  };

  /** Bring a node to the middle, at a scale at which its neighbours, save holders, are in view. */
  tf.centre = function (id) {
    tf.moved = true;
    const { x, y } = tf.at(id);
    const drawn = tf.near[id].filter((e) => state.shown.edges.has(e.id));
    const close = drawn.filter((e) => data.links[e.type].section !== "voices");
    const near = (close.length ? close : drawn).flatMap((e) => [e.from, e.to]);
    const reach = (axis, from) =>
      Math.max(40, ...near.map((other) => Math.abs(tf.at(other)[axis] - from)));
    const room = { x: box.clientWidth / 2 - 90, y: box.clientHeight / 2 - 40 };
    const scale = Math.min(room.x / reach("x", x), room.y / reach("y", y));
    move({ x, y }, Math.min(1.5, Math.max(0.5, scale)));
  };

  tf.zoom = function (factor) {
    tf.moved = true;
    move(network.getViewPosition(), limited(network.getScale() * factor));
  };
  const limited = (scale) => Math.min(4, Math.max(0.08, scale));
  network.on("zoom", () => {
    tf.moved = true;
    const scale = network.getScale();
    if (scale !== limited(scale)) network.moveTo({ scale: limited(scale), animation: false });
  });

  /** Where a node stands on the screen, and the node or edge under a point. */
  tf.spot = (id) => network.canvasToDOM(tf.at(id));
  tf.under = function ({ x, y }) {
    let best = null;
    let reach = 14;
    for (const id of state.shown.nodes) {
      const spot = tf.spot(id);
      if (tf.onCard(id, x - spot.x, y - spot.y, network.getScale())) return id;
      const distance = Math.hypot(spot.x - x, spot.y - y);
      if (distance < reach) [best, reach] = [id, distance];
    }
    return best === null ? tf.labelAt(x, y) : best;
  };

  tf.edgeUnder = ({ DOM, canvas }) =>
    network.getEdgeAt(DOM) ?? tf.lines.under(canvas, network.getScale());

  network.on("click", ({ pointer }) => {
    const id = tf.under(pointer.DOM);
    const edge = id === null ? tf.edgeUnder(pointer) : undefined;
    state.cursor = null;
    state.edge = edge === undefined ? null : edge;
    if (id !== null && data.records[id].key !== state.record) tf.open(data.records[id].key);
    else tf.relight();
    tf.emit("caption");
  });
  box.addEventListener("mousemove", (event) => {
    const frame = box.getBoundingClientRect();
    const id = tf.under({ x: event.clientX - frame.left, y: event.clientY - frame.top });
    box.classList.toggle("over", id !== null);
    if (tf.hovered !== id) {
      tf.hovered = id;
      tf.emit("caption");
    }
  });
  box.addEventListener("mouseleave", () => {
    tf.hovered = null;
    tf.emit("caption");
  });
  network.on("beforeDrawing", (ctx) => {
    tf.drawRegions(ctx, network.getScale());
    if (!dragging) tf.lines.draw(ctx, lit, network.getScale());
  });
  network.on("afterDrawing", (ctx) => {
    tf.drawLabels(ctx, {
      network,
      lit,
      active: active(),
      radius,
      quiet: crowded(lit),
      degree: (id) =>
        concept[id] || kinds[id] === "section" ? 1000 + inner[id] : points[kinds[id]] ? -1 : degree[id],
    });
    if (tf.opened) document.documentElement.dataset.ready = "yes";
  });

  new ResizeObserver(() => box.clientWidth && !tf.moved && tf.fit(true)).observe(box);
  network.on("dragStart", () => (tf.moved = dragging = true));
  network.on("dragEnd", () => {
    dragging = false;
    network.redraw();
  });
  tf.seen = () => ({ ...network.getViewPosition(), scale: network.getScale() });
  tf.see = ({ x, y, scale }) => {
    tf.moved = true;
    network.moveTo({ position: { x, y }, scale, animation: false });
  };
  tf.on("shown", sync);
  tf.on("theme", () => {
    mix();
    strings();
    network.redraw();
  });
  tf.on("language", () => network.redraw());
  tf.on("fit", () => tf.fit());
  tf.network = network;
})();
