"use strict";
/* Labels of nodes and edges: placed greedily by weight so that none covers another. */
(function () {
  const { data, state } = tf;
  const CUT = 32;
  const SANS = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
  let boxes = [];
  let cells = new Map();
  let widths = new Map();
  let written = [];
  let shrink = 1;
  /** How much larger than at 17 pixels the type of the page is set. */
  let type = 1;
  /** What a region is named after needs no label of its own. */
  const named = new Set(data.view.regions.map((region) => region.key));

  const cut = (text) => (text.length > CUT ? `${text.slice(0, CUT - 1).trimEnd()}…` : text);

  function reset() {
    boxes = [];
    cells = new Map();
    written = [];
  }

  function* keys({ x, y, w, h }) {
    for (let i = Math.floor(x / 80); i <= Math.floor((x + w) / 80); i += 1) {
      for (let j = Math.floor(y / 80); j <= Math.floor((y + h) / 80); j += 1) yield i * 4096 + j;
    }
  }

  function free(box, owner) {
    for (const key of keys(box)) {
      for (const other of cells.get(key) || []) {
        const apart =
          other.owner === owner ||
          box.x >= other.x + other.w ||
          other.x >= box.x + box.w ||
          box.y >= other.y + other.h ||
          other.y >= box.y + box.h;
        if (!apart) return false;
      }
    }
    return true;
  }

  function take(box) {
    boxes.push(box);
    for (const key of keys(box)) {
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(box);
    }
  }

  function width(ctx, text, font) {
    const key = `${font}|${text}`;
    if (!widths.has(key)) {
      ctx.font = font;
      widths.set(key, ctx.measureText(text).width);
    }
    return widths.get(key);
  }

  function write(ctx, text, x, y, font, colour, alpha) {
    written.push({ text, x, y, font, colour });
    ctx.font = font;
    ctx.globalAlpha = alpha;
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = tf.tone("ground");
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
    ctx.globalAlpha = 1;
  }

  /**
   * Around a mark, first to its right: the first room that is free and on the canvas; where
   * `marks` are given, the room that covers the fewest of them.
   */
  function room(node, w, h, size, marks, allowed) {
    const { x, y, r, id } = node;
    const [right, left, above, below] = [x + r + 4, x - r - 4 - w, y - r - h - 2, y + r + 2];
    const level = y - h / 2;
    const places = [
      [right, level],
      [left, level],
      [x - w / 2, above],
      [x - w / 2, below],
      [right - 4, above + 4],
      [right - 4, below - 4],
      [left + 4, above + 4],
      [left + 4, below - 4],
    ];
    const within = Math.max(2, Math.min(x - w / 2, size.w - w - 2));
    if (node.first) places.push([within, above - 2], [within, below + 2]);
    const last = { x: within, y: Math.min(below + 2, size.h - h - 2), w, h, owner: id, id };
    let best = null;
    for (const [x0, y0] of places) {
      const box = { x: x0, y: y0, w, h, owner: id, id };
      const inside = x0 >= 2 && x0 + w <= size.w - 2 && y0 >= 2 && y0 + h <= size.h - 2;
      if (!inside || !free(box, id)) continue;
      const covered = marks ? marks.filter((m) => m.id !== id && over(box, m)).length : 0;
      if (!best || covered < best.covered) best = { box, covered };
      if (!covered) break;
    }
    if (best && best.covered <= allowed) return best.box;
    return node.first ? last : null;
  }

  const over = (box, { x, y, r }) =>
    x + r > box.x && x - r < box.x + box.w && y + r > box.y && y - r < box.y + box.h;

  function nodes(ctx, view, size) {
    const scale = view.network.getScale();
    const list = [];
    for (const id of state.shown.nodes) {
      const spot = tf.spot(id);
      if (spot.x < -8 || spot.x > size.w + 8 || spot.y < -8 || spot.y > size.h + 8) continue;
      const lit = !view.lit || view.lit.nodes.has(id);
      const first = id === view.active;
      const weight =
        view.degree(id) + (first ? 1e6 : !view.lit || !lit ? 0 : view.lit.near.has(id) ? 2e4 : 1e4);
      list.push({ id, x: spot.x, y: spot.y, r: view.radius(id, scale), lit, first, weight });
    }
    list.sort((a, b) => b.weight - a.weight || a.id - b.id);
    list.forEach((node, rank) => (node.rank = rank));
    const solid = list.filter((node) => node.lit && (view.lit || node.weight >= 1000));
    const chief = list.filter((node) => node.lit).slice(0, Math.round((size.w * size.h) / 18000));
    chief.forEach(stand);
    for (const node of chief) label(ctx, node, view, size, scale, solid);
    const rest = (node) => !chief.includes(node);
    solid.filter(rest).forEach(stand);
    for (const node of list.filter(rest)) label(ctx, node, view, size, scale, null);
  }

  function stand({ id, x, y, r }) {
    const card = tf.card(id);
    if (card) {
      const [w, h] = [card.w * shrink, card.h * shrink];
      take({ x: x - w / 2, y: y - h / 2, w, h, owner: id, id: null });
    } else take({ x: x - r, y: y - r, w: 2 * r, h: 2 * r, owner: id, id: null });
  }

  function label(ctx, node, view, size, scale, marks) {
    const record = data.records[node.id];
    const claim = record.kind === "claim" || data.kinds[record.kind].table === "argument";
    if (tf.card(node.id) || (record.kind === "conflict" && !node.first)) return;
    if (!node.lit || (claim && !view.lit && scale < 0.9)) return;
    if (record.kind === "inference" && !node.first && !tf.cards) return;
    if (!tf.local && named.has(record.key)) return;
    const px = (claim ? 11.5 : 12 + Math.min(2.5, node.r / 6)) * type;
    const font = `${node.first ? 600 : 400} ${px}px ${SANS}`;
    const text = cut(tf.label(record));
    const box = room(node, width(ctx, text, font), px + 3, size, marks, node.rank < 8 ? 20 : 3);
    if (!box) return;
    take(box);
    const colour = tf.tone(claim ? "muted" : "text");
    write(ctx, text, box.x, box.y + px, font, colour, 1);
  }

  function wanted(edge, view, scale) {
    if (edge.id === state.edge) return true;
    if (tf.cards && data.links[edge.type].family === "support") return false;
    if (view.lit) return !view.quiet && view.lit.edges.has(edge.id);
    return scale >= 1.15 && ["concepts", "purposes"].includes(data.links[edge.type].section);
  }

  function ink(edge) {
    const { family } = data.links[edge.type];
    return tf.tone(family === "order" || family === "topic" ? "muted" : `link-${family}`);
  }

  /** What a line says: its relation, or the stances of a position. */
  tf.edgeWord = function (edge) {
    if (!edge.stances) return tf.term("links", edge.type);
    return edge.stances.map((name) => tf.stance(data.records[edge.from], name)).join(", ");
  };

  function edges(ctx, view, size) {
    const scale = view.network.getScale();
    const font = `italic ${11 * type}px ${SANS}`;
    for (const id of state.shown.edges) {
      const edge = tf.edges[id];
      if (!wanted(edge, view, scale)) continue;
      const [a, b] = [tf.spot(edge.from), tf.spot(edge.to)];
      const text = tf.edgeWord(edge);
      const w = width(ctx, text, font);
      const length = Math.hypot(a.x - b.x, a.y - b.y);
      if (length < 44 && id !== state.edge) continue;
      const shares = edge.to === view.active ? [0.42, 0.3, 0.55, 0.2] : [0.58, 0.7, 0.45, 0.8];
      for (const share of shares) {
        const [x, y] = [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share];
        const box = { x: x - w / 2, y: y - 7, w, h: 14, owner: `e${id}`, id: null };
        const inside = box.x > 2 && box.x + w < size.w - 2 && y > 8 && y < size.h - 8;
        if (inside && (free(box, box.owner) || id === state.edge)) {
          take(box);
          write(ctx, text, box.x, y + 4, font, ink(edge), 1);
          break;
        }
      }
    }
  }

  tf.labelAt = function (x, y) {
    const found = boxes.find(
      (box) =>
        box.id !== null && x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h,
    );
    return found ? found.id : null;
  };
  tf.written = () => written;
  tf.labelBoxes = () => boxes.filter((box) => box.id !== null);

  tf.drawLabels = function (ctx, view) {
    const size = { w: ctx.canvas.clientWidth, h: ctx.canvas.clientHeight };
    const ratio = ctx.canvas.width / size.w;
    reset();
    const root = parseFloat(getComputedStyle(document.documentElement).fontSize);
    type = Math.min(1.35, Math.max(1, root / 17));
    shrink = view.network.getScale();
    for (const tools of [tf.byId("zoom-in").parentNode, tf.byId("to-record")]) {
      const { offsetLeft: x, offsetTop: y, offsetWidth: w, offsetHeight: h } = tools;
      if (w) take({ x: x - 6, y: y - 6, w: w + 12, h: h + 12, owner: "tools", id: null });
    }
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textBaseline = "alphabetic";
    ctx.textAlign = "left";
    ctx.lineJoin = "round";
    nodes(ctx, view, size);
    edges(ctx, view, size);
    ctx.restore();
  };
  tf.on("language", () => (widths = new Map()));
})();
