"use strict";
/* Claims as cards with their whole text, where a neighbourhood is drawn as a tree. */
(function () {
  const { data } = tf;
  const WIDTH = 240;
  const PAD = 9;
  const SANS = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
  const FONT = `13px ${SANS}`;
  const SMALL = `11px ${SANS}`;
  const pen = document.createElement("canvas").getContext("2d");
  let cards = new Map();

  function lines(text, font, most) {
    pen.font = font;
    const found = [""];
    for (const word of text.split(" ")) {
      const longer = found.at(-1) ? `${found.at(-1)} ${word}` : word;
      if (!found.at(-1) || pen.measureText(longer).width <= WIDTH - 2 * PAD) {
        found[found.length - 1] = longer;
      } else found.push(word);
    }
    if (found.length > most) found.splice(most, found.length, `${found[most - 1]}…`).shift();
    return found.length > most ? [...found.slice(0, most - 1), found.at(-1)] : found;
  }

  /** The room that a node takes in a tree: of its card, or of its mark. */
  tf.measure = function (id) {
    const record = data.records[id];
    if (record.kind !== "claim") return { w: 26, h: 30 };
    if (!cards.has(id)) {
      const text = lines(tf.label(record), FONT, 8);
      const held = (record.positions || []).map((p) => {
        const who = tf.records.get(p.holder);
        return `${who ? tf.label(who) : p.holder} ${tf.stance(who, p.stance)}`;
      });
      const under = lines(held.join(", "), SMALL, 2);
      cards.set(id, { text, under, w: WIDTH, h: text.length * 16 + under.length * 14 + 14 });
    }
    return cards.get(id);
  };

  tf.card = (id) => (tf.cards && data.records[id].kind === "claim" ? tf.measure(id) : null);
  tf.onCard = function (id, dx, dy, scale) {
    const card = tf.card(id);
    return card && Math.abs(dx) < (card.w * scale) / 2 && Math.abs(dy) < (card.h * scale) / 2;
  };
  /** The corners of all cards, so that none is cut off when everything is fitted. */
  tf.corners = function () {
    if (!tf.cards) return null;
    return [...tf.state.shown.nodes].flatMap((id) => {
      const { x, y } = tf.at(id);
      const { w, h } = tf.measure(id);
      return [
        { x: x - w / 2, y: y - h / 2 },
        { x: x + w / 2, y: y + h / 2 },
      ];
    });
  };

  tf.drawCard = function (ctx, id, x, y, { card, lit, chosen, scale }) {
    const [left, top] = [x - card.w / 2, y - card.h / 2];
    return {
      drawNode() {
        const main = id === chosen;
        ctx.globalAlpha = !lit || lit.nodes.has(id) ? 1 : 0.4;
        ctx.fillStyle = tf.tone("ground");
        ctx.strokeStyle = tf.tone(main ? "accent" : "strong");
        ctx.lineWidth = main ? 2.5 : 1.2;
        ctx.setLineDash(id === tf.state.cursor ? [5, 3] : []);
        ctx.beginPath();
        ctx.roundRect(left, top, card.w, card.h, 4);
        ctx.fill();
        ctx.stroke();
        ctx.setLineDash([]);
        ctx.textAlign = "left";
        ctx.textBaseline = "alphabetic";
        if (scale > 0.3) words(ctx, card, left + PAD, top);
        ctx.globalAlpha = 1;
      },
      nodeDimensions: { width: card.w + 4, height: card.h + 4 },
    };
  };

  function words(ctx, card, x, top) {
    ctx.font = FONT;
    ctx.fillStyle = tf.tone("text");
    card.text.forEach((line, i) => ctx.fillText(line, x, top + 19 + 16 * i));
    ctx.font = SMALL;
    ctx.fillStyle = tf.tone("muted");
    const low = top + 17 + 16 * card.text.length;
    card.under.forEach((line, i) => ctx.fillText(line, x, low + 14 * i));
  }

  /** The named parts of a map: a frame and a name that keeps its size on the screen. */
  tf.drawRegions = function (ctx, scale) {
    if (tf.local) return;
    for (const region of data.view.regions) {
      ctx.strokeStyle = tf.tone("rule");
      ctx.lineWidth = 1 / scale;
      ctx.strokeRect(region.x - 8, region.y + 24, region.w + 16, region.h - 20);
      const size = Math.min(18, Math.max(11, 16 * scale)) / scale;
      ctx.font = `600 ${size}px ${SANS}`;
      ctx.fillStyle = tf.tone("text");
      ctx.textAlign = "left";
      ctx.textBaseline = "alphabetic";
      ctx.fillText(fitted(ctx, region[tf.state.language], region.w + 40), region.x - 6, region.y + 18);
    }
  };
  function fitted(ctx, text, room) {
    let shown = text;
    while (shown.length > 3 && ctx.measureText(shown).width > room) {
      shown = `${shown.slice(0, -2).trimEnd()}…`;
    }
    return shown;
  }
  tf.on("language", () => {
    cards = new Map();
    if (tf.cards) tf.refresh();
  });
})();
