"use strict";
/* The figures of the kinds: one table of outlines for the map and for the legend. */
(function () {
  const turn = (count, start, radius) =>
    Array.from({ length: count }, (_, i) => {
      const angle = start + (2 * Math.PI * i) / count;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
  const star = turn(5, -Math.PI / 2, 1.2).flatMap((point, i) => [point, turn(5, -0.942, 0.55)[i]]);

  const outlines = {
    square: [
      [-0.88, -0.88],
      [0.88, -0.88],
      [0.88, 0.88],
      [-0.88, 0.88],
    ],
    diamond: [
      [0, -1.2],
      [1.2, 0],
      [0, 1.2],
      [-1.2, 0],
    ],
    triangle: [
      [0, -1.15],
      [1.1, 0.85],
      [-1.1, 0.85],
    ],
    wedge: [
      [0, 1.15],
      [-1.1, -0.85],
      [1.1, -0.85],
    ],
    hexagon: turn(6, 0, 1.1),
    pentagon: turn(5, -Math.PI / 2, 1.12),
    star,
    book: [
      [-0.75, -1.05],
      [0.75, -1.05],
      [0.75, 1.05],
      [-0.75, 1.05],
    ],
    bar: [
      [-1.25, -0.6],
      [1.25, -0.6],
      [1.25, 0.6],
      [-1.25, 0.6],
    ],
  };
  outlines.gate = [
    [-0.95, 1],
    [-0.95, -0.35],
    [0, -1.15],
    [0.95, -0.35],
    [0.95, 1],
  ];
  /** What stands inside a hollow figure: dots of a therefore, the strokes of a cross. */
  const inner = {
    therefore: [
      [0, -0.36],
      [-0.36, 0.3],
      [0.36, 0.3],
    ],
    cross: [
      [-0.34, -0.34, 0.34, 0.34],
      [0.34, -0.34, -0.34, 0.34],
    ],
  };
  const hollow = {
    therefore: "disc",
    cross: "diamond",
    ring: "disc",
    frame: "square",
    lozenge: "diamond",
    "pentagon-ring": "pentagon",
    "hexagon-ring": "hexagon",
  };

  function trace(ctx, figure, x, y, r) {
    ctx.beginPath();
    const points = outlines[figure];
    if (!points) {
      ctx.arc(x, y, r, 0, 2 * Math.PI);
      return;
    }
    points.forEach(([px, py], i) => ctx[i ? "lineTo" : "moveTo"](x + px * r, y + py * r));
    ctx.closePath();
  }

  /** Draw a figure on a canvas; a hollow one is filled with the ground. */
  tf.mark = function (ctx, figure, x, y, r, colour, ground) {
    const open = hollow[figure];
    trace(ctx, open || figure, x, y, open ? r * 0.86 : r);
    ctx.fillStyle = open ? ground : colour;
    ctx.fill();
    if (open) {
      ctx.lineWidth = r * (inner[figure] ? 0.24 : 0.42);
      ctx.strokeStyle = colour;
      ctx.stroke();
    }
    for (const [a, b, c, d] of inner[figure] || []) {
      ctx.beginPath();
      ctx.fillStyle = colour;
      if (c === undefined) ctx.arc(x + a * r, y + b * r, r * 0.17, 0, 2 * Math.PI);
      else {
        ctx.moveTo(x + a * r, y + b * r);
        ctx.lineTo(x + c * r, y + d * r);
      }
      if (c === undefined) ctx.fill();
      else ctx.stroke();
    }
  };

  /** A mark too small for its figure to be seen. */
  tf.speck = function (ctx, x, y, r, colour) {
    ctx.fillStyle = colour;
    ctx.fillRect(x - r, y - r, 2 * r, 2 * r);
  };

  function svg(tag, given, ...kids) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
    made.append(...kids);
    return made;
  }

  /** The figure of a kind beside its name; it takes the colour of its class. */
  tf.icon = function (kind) {
    const { figure } = tf.data.kinds[kind];
    const open = hollow[figure];
    const points = outlines[open || figure];
    const paint = open
      ? { fill: "none", stroke: "currentColor", "stroke-width": inner[figure] ? 0.24 : 0.42 }
      : { fill: "currentColor" };
    const shape = points
      ? svg("polygon", {
          ...paint,
          points: points.map((p) => p.map((v) => v.toFixed(3)).join()).join(" "),
        })
      : svg("circle", { ...paint, r: open ? 0.86 : 1 });
    return svg(
      "svg",
      { class: `icon kind-${kind}`, viewBox: "-1.5 -1.5 3 3", "aria-hidden": "true" },
      shape,
      ...(inner[figure] || []).map(([a, b, c, d]) =>
        c === undefined
          ? svg("circle", { cx: a, cy: b, r: 0.17, fill: "currentColor" })
          : svg("path", { d: `M${a} ${b}L${c} ${d}`, stroke: "currentColor", "stroke-width": 0.24 }),
      ),
    );
  };

  /** A sample of a type of link: its colour, its arrow, dashed where asked. */
  tf.sample = function (type, dashed) {
    const { family, arrow } = tf.data.links[type];
    const line = svg("path", {
      d: "M1 6H22",
      stroke: "currentColor",
      "stroke-width": 1.8,
      fill: "none",
    });
    if (dashed) line.setAttribute("stroke-dasharray", "4 3");
    const heads = {
      arrow: "M28 6L19 2.2L21.5 6L19 9.8Z",
      triangle: "M28 6L20 2.5V9.5Z",
      vee: "M28 6L18 1.6L22 6L18 10.4Z",
      bar: "M23 1.5H25.5V10.5H23Z",
      box: "M21 3H27V9H21Z",
      diamond: "M28 6L23.5 2.5L19 6L23.5 9.5Z",
      circle: "M28 6A3.4 3.4 0 1 1 21.2 6A3.4 3.4 0 1 1 28 6Z",
      inv_triangle: "M20 6L28 2V10Z",
    };
    if (!heads[arrow]) line.setAttribute("d", "M1 6H29");
    const head = heads[arrow] ? [svg("path", { d: heads[arrow], fill: "currentColor" })] : [];
    return svg(
      "svg",
      { class: `sample link-${family}`, viewBox: "0 0 30 12", "aria-hidden": "true" },
      line,
      ...head,
    );
  };

  let tones = {};
  const probe = document.createElement("span");
  probe.hidden = true;
  tf.byId("map-view").append(probe);
  /** A colour of the style sheet in the current theme, as the canvas understands it. */
  tf.tone = function (name) {
    if (!(name in tones)) {
      probe.style.color = `var(--${name})`;
      tones[name] = getComputedStyle(probe).color;
    }
    return tones[name];
  };
  tf.on("theme", () => (tones = {}));
})();
