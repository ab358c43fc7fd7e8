"use strict";
/* The lines: how each one is drawn, and a large number of them drawn together. */
(function () {
  const { data, state } = tf;
  /** Above this many lit lines they are drawn finer and go unlabelled. */
  const CROWD = 50;
  /** Above this many lines only the lit ones have heads, and lines rest while the map moves. */
  const MANY = 3000;
  /** Above this many lines the library would need seconds to take them in: we stroke them. */
  const HEAVY = 8000;
  const REACH = 6;
  const many = () => state.shown.edges.size > MANY;
  const heavy = () => state.shown.edges.size > HEAVY;
  const crowded = (lit) => Boolean(lit) && lit.edges.size > CROWD;
  let sheaves = null;

  /** How a line is drawn while some are lit, or none. */
  function style(edge, lit) {
    const look = data.links[edge.type];
    const dim = lit && !lit.edges.has(edge.id);
    const strong = lit && !dim;
    const crowd = strong && crowded(lit);
    return {
      tone: tf.tone(`link-${look.family}`),
      opacity: opacity(look, dim, strong, crowd),
      width: look.width * (strong && !crowd ? 1.5 : 1),
      arrow: many() && !strong ? "" : look.arrow,
      dashes: edge.dashes ? [7, 5] : [],
    };
  }

  function opacity(look, dim, strong, crowd) {
    if (dim) return tf.cards ? 0.85 : state.hops ? 0.5 : 0.1;
    if (crowd) return 0.55;
    return strong || look.section === "concepts" ? 1 : 0.45;
  }

  /** The line as the library takes it. */
  function option(edge, { tone, opacity, width, arrow, dashes }) {
    return {
      id: edge.id,
      from: edge.from,
      to: edge.to,
      color: { color: tone, opacity, inherit: false },
      width,
      dashes: dashes.length ? dashes : false,
      arrows: arrow ? { to: { enabled: true, type: arrow, scaleFactor: 0.5 } } : "",
    };
  }

  /** The lines that are not lit, as one path for each style. */
  function gather(lit) {
    const found = new Map();
    for (const id of state.shown.edges) {
      if (lit && lit.edges.has(id)) continue;
      const edge = tf.edges[id];
      const look = style(edge, lit);
      const key = Object.values(look).join();
      if (!found.has(key)) found.set(key, { look, path: new Path2D() });
      const [a, b] = [tf.at(edge.from), tf.at(edge.to)];
      const { path } = found.get(key);
      path.moveTo(a.x, a.y);
      path.lineTo(b.x, b.y);
    }
    return [...found.values()];
  }

  /** Stroke the lines that the library does not hold. */
  function draw(ctx, lit, scale) {
    if (!heavy()) return;
    sheaves = sheaves || gather(lit);
    ctx.save();
    for (const { look, path } of sheaves) {
      ctx.globalAlpha = look.opacity;
      ctx.strokeStyle = look.tone;
      ctx.lineWidth = Math.max(look.width, 0.3 / scale);
      ctx.setLineDash(look.dashes);
      ctx.stroke(path);
    }
    ctx.restore();
  }

  /** The stroked line that is nearest to a point of the map, within reach on the screen. */
  function under({ x, y }, scale) {
    let [best, reach] = [undefined, REACH / scale];
    for (const id of heavy() ? state.shown.edges : []) {
      const [a, b] = [tf.at(tf.edges[id].from), tf.at(tf.edges[id].to)];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
      const part = Math.min(1, Math.max(0, along));
      const distance = Math.hypot(a.x + part * dx - x, a.y + part * dy - y);
      if (distance < reach) [best, reach] = [id, distance];
    }
    return best;
  }

  const forget = () => (sheaves = null);
  tf.lines = { many, heavy, crowded, style, option, draw, under, forget };
})();
