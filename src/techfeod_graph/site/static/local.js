"use strict";
/* A neighbourhood on its own: around its record in rings, or an argument as a tree in columns. */
(function () {
  const { data, state } = tf;
  tf.local = null;
  tf.cards = false;

  tf.arrange = function () {
    const record = tf.records.get(state.record);
    const narrowed = state.hops && record && state.shown.nodes.has(record.id);
    tf.cards = Boolean(narrowed) && data.view.near === "layers" && record.kind === "claim";
    tf.local = !narrowed ? null : tf.cards ? columns(record.id) : rings(record.id);
  };

  const far = (edge, id) => (edge.from === id ? edge.to : edge.from);
  const drawn = (id) => tf.near[id].filter((edge) => state.shown.edges.has(edge.id));

  /** Steps from a record to every shown one; what nothing shown leads to comes last. */
  function steps(start) {
    const found = new Map([[start, 0]]);
    for (const id of found.keys()) {
      for (const edge of drawn(id)) {
        if (!found.has(far(edge, id))) found.set(far(edge, id), found.get(id) + 1);
      }
    }
    return found;
  }

  /** The nodes of each step on a ring, in the direction in which they lie on the whole map. */
  function rings(start) {
    const home = data.nodes[start];
    const found = new Map([[start, home]]);
    const depth = steps(start);
    const bearing = (id) => Math.atan2(data.nodes[id].y - home.y, data.nodes[id].x - home.x);
    let radius = 0;
    for (let step = 1; step <= Math.max(...depth.values()); step += 1) {
      const own = [...depth.keys()].filter((id) => depth.get(id) === step);
      const from = (id) => {
        const inner = drawn(id).map((e) => far(e, id)).filter((o) => depth.get(o) === step - 1);
        const spot = step > 1 && inner.length ? found.get(Math.min(...inner)) : null;
        return spot ? Math.atan2(spot.y - home.y, spot.x - home.x) : bearing(id);
      };
      const angle = new Map(own.map((id) => [id, from(id)]));
      own.sort((a, b) => angle.get(a) - angle.get(b) || bearing(a) - bearing(b) || a - b);
      radius = Math.max(radius + 130, (own.length * 30) / Math.PI);
      const first = own.length ? angle.get(own[0]) : 0;
      own.forEach((id, i) => {
        const turn = first + (2 * Math.PI * i) / own.length;
        found.set(id, {
          x: home.x + radius * 1.5 * Math.cos(turn),
          y: home.y + radius * Math.sin(turn),
        });
      });
    }
    return found;
  }

  const outgoing = new Set(["premise", "conflicting", "qualifies", "elaborates", "presupposes"]);
  /** Objections first, then reasons, then the rest. */
  const order = ["conflicted", "conflicting", "qualifies", "conclusion", "premise"];
  const rank = (edge) => (order.indexOf(edge.type) + order.length) % order.length;
  const COLUMN = { claim: 306, point: 66 };

  /**
   * What a claim serves on its left, what bears on it on its right: a tree by the shortest way,
   * each branch as high as its cards; lines outside of the tree are drawn between its places.
   */
  function columns(start) {
    const found = new Map([[start, { x: 0, y: 0 }]]);
    const kids = new Map();
    const seen = new Set([start]);
    const sides = new Map();
    for (const id of seen) {
      const own = drawn(id)
        .filter((edge) => !seen.has(far(edge, id)))
        .sort((a, b) => rank(a) - rank(b) || far(a, id) - far(b, id));
      kids.set(id, []);
      for (const edge of own) {
        const other = far(edge, id);
        if (seen.has(other)) continue;
        seen.add(other);
        const left = edge.from === id && outgoing.has(edge.type);
        sides.set(other, id === start ? (left ? -1 : 1) : sides.get(id));
        kids.get(id).push(other);
      }
    }
    const low = { [-1]: 0, 1: 0 };
    const place = (id, x) => {
      const card = tf.measure(id);
      const side = sides.get(id);
      const top = low[side];
      const ys = kids.get(id).map((kid) => place(kid, x + side * wide(kid, id)));
      const middle = ys.length ? (ys[0] + ys.at(-1)) / 2 : top + card.h / 2;
      const y = Math.max(middle, top + card.h / 2);
      low[side] = Math.max(low[side], y + card.h / 2 + 16);
      found.set(id, { x, y });
      return y;
    };
    for (const side of [-1, 1]) {
      const own = kids.get(start).filter((kid) => sides.get(kid) === side);
      const ys = own.map((kid) => place(kid, side * wide(kid, start)));
      const middle = ys.length ? (ys[0] + ys.at(-1)) / 2 : 0;
      for (const id of seen) if (sides.get(id) === side) found.get(id).y -= middle;
    }
    return found;
  }

  const point = (id) => data.kinds[data.records[id].kind].table === "argument";
  /** From the middle of one column to that of the next. */
  function wide(kid, id) {
    if (point(kid) && point(id)) return COLUMN.point;
    return point(kid) || point(id) ? COLUMN.claim / 2 + 30 : COLUMN.claim;
  }
})();
