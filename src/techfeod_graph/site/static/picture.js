"use strict";
/* An answer as a small map: each row joins the things that it names. */
const techfeodPairs = ({ names, rows, graph }, short) => {
  const found = new Map();
  for (const row of rows || []) {
    const things = names.filter((name) => row[name] && row[name].type === "uri");
    const [from, verb, to] = graph ? ["subject", "predicate", "object"] : [things[0], null, null];
    const ends = graph ? [to] : things.slice(1);
    for (const end of ends) {
      if (!row[end] || row[end].type !== "uri" || row[end].value === row[from].value) continue;
      const [a, b] = [short(row[from].value), short(row[end].value)];
      const text = verb ? short(row[verb].value) : end;
      found.set(`${a} ${text} ${b}`, { from: a, to: b, label: text });
    }
  }
  return [...found.values()];
};

const techfeodDraw = (box, pairs, page) => {
  const MOST = 150;
  const few = pairs.slice(0, MOST);
  const names = [...new Set(few.flatMap(({ from, to }) => [from, to]))];
  const style = getComputedStyle(box);
  const tone = (name) => {
    const probe = document.createElement("span");
    probe.style.color = `var(--${name})`;
    box.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  };
  const [ink, soft, line, sheet] = ["ink", "soft", "line", "sheet"].map(tone);
  box.replaceChildren();
  box.hidden = false;
  const cut = (text) => (text.length > 34 ? `${text.slice(0, 33)}…` : text);
  const nodes = names.map((id, i) => ({
    id,
    label: cut(id.slice(id.indexOf("/") + 1)),
    x: 300 * Math.cos((2 * Math.PI * i) / names.length),
    y: 300 * Math.sin((2 * Math.PI * i) / names.length),
  }));
  const network = new vis.Network(
    box,
    { nodes, edges: few.map((edge, id) => ({ id, ...edge })) },
    {
      layout: { improvedLayout: false, randomSeed: 1 },
      physics: { solver: "repulsion", repulsion: { nodeDistance: 150 }, stabilization: { iterations: 200 } },
      nodes: {
        shape: "box",
        color: { background: sheet, border: line, highlight: { background: sheet, border: ink } },
        font: { color: ink, face: style.fontFamily, size: 14 },
      },
      edges: {
        smooth: false,
        arrows: "to",
        color: line,
        font: { color: soft, size: 11, strokeColor: sheet, strokeWidth: 3 },
      },
      interaction: { keyboard: false },
    },
  );
  network.once("stabilizationIterationsDone", () => {
    network.setOptions({ physics: false });
    network.fit();
  });
  network.on("doubleClick", ({ nodes: chosen }) => {
    const address = chosen.length ? page(chosen[0]) : null;
    if (address) location.href = address;
  });
  const canvas = box.querySelector(".vis-network");
  if (canvas) canvas.removeAttribute("tabindex");
  box.dataset.drawn = `${names.length} ${few.length} ${pairs.length}`;
};
