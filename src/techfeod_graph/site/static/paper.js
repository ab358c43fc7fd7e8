"use strict";
/* The view as a picture that can be kept: SVG, drawn anew, and PNG, taken from the canvas. */
(function () {
  const { data, state, byId } = tf;
  const NS = "http://www.w3.org/2000/svg";
  const n = (value) => Number(value.toFixed(1));

  function el(tag, given, ...kids) {
    const made = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
    made.append(...kids);
    return made;
  }

  /** What a picture says of itself: map, counts, version of the data, address of the state. */
  tf.colophon = function () {
    const { title } = data.view[state.language];
    const version = tf.t("of-version", { version: data.version });
    return [title, byId("shown").textContent, version].join(" · ");
  };

  /** The outline of a node towards a point, so that a line ends at its edge. */
  function edgeOf(id, toward, scale) {
    const spot = tf.spot(id);
    const [dx, dy] = [toward.x - spot.x, toward.y - spot.y];
    const card = tf.card(id);
    const length = Math.hypot(dx, dy) || 1;
    if (!card) return { x: spot.x + (dx / length) * 8, y: spot.y + (dy / length) * 8 };
    const share = Math.min(
      (card.w * scale) / 2 / (Math.abs(dx) || 1e-6),
      (card.h * scale) / 2 / (Math.abs(dy) || 1e-6),
      1,
    );
    return { x: spot.x + dx * share, y: spot.y + dy * share };
  }

  const heads = {
    bar: "M0-5V5H-2.5V-5Z",
    box: "M0-4H-8V4H0Z",
    diamond: "M0 0L-6-4L-12 0L-6 4Z",
    circle: "M0 0A4 4 0 1 1-8 0A4 4 0 1 1 0 0Z",
    vee: "M0 0L-10-5L-6 0L-10 5Z",
    inv_triangle: "M-8 0L0-5V5Z",
  };

  function line(edge, scale) {
    const look = data.links[edge.type];
    const [a, b] = [tf.spot(edge.from), tf.spot(edge.to)];
    const [from, to] = [edgeOf(edge.from, b, scale), edgeOf(edge.to, a, scale)];
    const colour = tf.tone(`link-${look.family}`);
    const path = el("path", {
      d: `M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}`,
      stroke: colour,
      "stroke-width": look.width * 0.8,
      fill: "none",
      ...(edge.dashes ? { "stroke-dasharray": "5 4" } : {}),
    });
    const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    const head = look.arrow
      ? [
          el("path", {
            d: heads[look.arrow] || "M0 0L-9-4L-9 4Z",
            fill: colour,
            transform: `translate(${n(to.x)} ${n(to.y)}) rotate(${n(angle)})`,
          }),
        ]
      : [];
    return el("g", {}, path, ...head);
  }

  function node(id, scale) {
    const { kind } = data.records[id];
    const { x, y } = tf.spot(id);
    const card = tf.card(id);
    if (!card) {
      const icon = tf.icon(kind);
      for (const [name, value] of Object.entries({ x: n(x - 9), y: n(y - 9), width: 18, height: 18 }))
        icon.setAttribute(name, value);
      icon.removeAttribute("class");
      icon.setAttribute("color", tf.tone(`kind-${kind}`));
      return icon;
    }
    const [left, top] = [x - (card.w * scale) / 2, y - (card.h * scale) / 2];
    const row = (text, at, size, tone) =>
      el("text", { x: 9, y: at, "font-size": size, fill: tf.tone(tone) }, text);
    const low = 17 + 16 * card.text.length;
    return el(
      "g",
      { transform: `translate(${n(left)} ${n(top)}) scale(${scale.toFixed(3)})` },
      el("rect", {
        width: card.w,
        height: card.h,
        rx: 4,
        fill: tf.tone("ground"),
        stroke: tf.tone(data.records[id].key === state.record ? "accent" : "strong"),
      }),
      ...card.text.map((text, i) => row(text, 19 + 16 * i, 13, "text")),
      ...card.under.map((text, i) => row(text, low + 14 * i, 11, "muted")),
    );
  }

  const label = ({ text, x, y, font, colour }) => {
    const [, style, weight, size] = font.match(/^(italic )?(\d+ )?([\d.]+)px/) || [];
    return el(
      "text",
      {
        x: n(x),
        y: n(y),
        fill: colour,
        "font-size": size,
        ...(weight ? { "font-weight": weight.trim() } : {}),
        ...(style ? { "font-style": "italic" } : {}),
        stroke: tf.tone("ground"),
        "stroke-width": 3,
        "paint-order": "stroke",
      },
      text,
    );
  };

  function regions(scale) {
    if (tf.local) return [];
    return data.view.regions.flatMap((region) => {
      const at = tf.network.canvasToDOM({ x: region.x - 8, y: region.y + 24 });
      const name = { x: n(at.x), y: n(at.y - 6), "font-size": 13, "font-weight": 600 };
      return [
        el("rect", {
          x: n(at.x),
          y: n(at.y),
          width: n((region.w + 16) * scale),
          height: n((region.h - 20) * scale),
          fill: "none",
          stroke: tf.tone("rule"),
        }),
        el("text", { ...name, fill: tf.tone("text") }, region[state.language]),
      ];
    });
  }

  /** The legend of what is shown: kinds with their figures, links with their lines. */
  function legend(top, width) {
    const kinds = new Set([...state.shown.nodes].map((id) => data.records[id].kind));
    const links = new Set([...state.shown.edges].map((id) => tf.edges[id].type));
    const items = [
      ...data.kindOrder.filter((k) => kinds.has(k)).map((k) => [tf.icon(k), tf.term("legend", k), `kind-${k}`]),
      ...data.linkOrder
        .filter((l) => links.has(l))
        .map((l) => [tf.sample(l), tf.term("links", l), `link-${data.links[l].family}`]),
    ];
    const columns = Math.max(1, Math.floor(width / 210));
    const parts = items.map(([icon, text, tone], i) => {
      const [x, y] = [12 + (i % columns) * 210, top + 22 * Math.floor(i / columns)];
      const size = { x, y: y - 10, width: 28, height: 13, color: tf.tone(tone) };
      for (const [name, value] of Object.entries(size)) icon.setAttribute(name, value);
      icon.removeAttribute("class");
      return el("g", {}, icon, el("text", { x: x + 36, y, "font-size": 12, fill: tf.tone("text") }, text));
    });
    return { parts, height: 22 * Math.ceil(items.length / columns) + 12 };
  }

  tf.picture = function () {
    const canvas = byId("canvas");
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    const scale = tf.network.getScale();
    const key = legend(height + 44, width);
    const whole = height + 44 + key.height;
    const shown = [...state.shown.nodes].filter((id) => {
      const { x, y } = tf.spot(id);
      return x > -200 && y > -200 && x < width + 200 && y < height + 200;
    });
    const clip = el("clipPath", { id: "view" }, el("rect", { width, height }));
    const picture = el(
      "svg",
      { xmlns: NS, viewBox: `0 0 ${width} ${whole}`, width, height: whole, "font-family": "system-ui, sans-serif" },
      el("title", {}, tf.colophon()),
      el("desc", {}, location.hash ? location.hash.slice(1) : data.view.name),
      el("defs", {}, clip),
      el("rect", { width, height: whole, fill: tf.tone("ground") }),
      el(
        "g",
        { "clip-path": "url(#view)" },
        ...regions(scale),
        ...[...state.shown.edges].map((id) => line(tf.edges[id], scale)),
        ...shown.map((id) => node(id, scale)),
        ...tf.written().map(label),
      ),
      el("text", { x: 12, y: height + 20, "font-size": 12, fill: tf.tone("muted") }, tf.colophon()),
      ...key.parts,
    );
    return new XMLSerializer().serializeToString(picture);
  };

  /** The canvas on its ground, with a line below that says what it shows. */
  tf.photograph = function () {
    const canvas = byId("canvas").querySelector("canvas");
    const ratio = canvas.width / canvas.clientWidth;
    const sheet = document.createElement("canvas");
    sheet.width = canvas.width;
    sheet.height = canvas.height + 34 * ratio;
    const ctx = sheet.getContext("2d");
    ctx.fillStyle = tf.tone("ground");
    ctx.fillRect(0, 0, sheet.width, sheet.height);
    ctx.drawImage(canvas, 0, 0);
    ctx.fillStyle = tf.tone("muted");
    ctx.font = `${12 * ratio}px system-ui, sans-serif`;
    ctx.fillText(tf.colophon(), 12 * ratio, canvas.height + 22 * ratio);
    return new Promise((done) => sheet.toBlob(done, "image/png"));
  };
})();
