/* Free text: the engine is loaded when it is first needed, and what it answers is shown. */
(function () {
  const byId = (id) => document.getElementById(id);
  const words = byId("sparql").dataset;
  const seconds = () => Number(words.seconds);
  const ROWS = 1000;
  const KEPT = 20000;
  let data = null;
  let worker = null;
  let starting = null;
  let waiting = null;
  let last = null;
  let number = 0;

  const say = (text, wrong) => {
    byId("told").textContent = text;
    byId("told").classList.toggle("wrong", Boolean(wrong));
  };
  const fill = (text, given) =>
    text.replace(/\{(\w+)\}/g, (whole, name) => (name in given ? given[name] : whole));

  const spaced = (figure) => figure.toLocaleString(document.documentElement.lang);

  function script(address) {
    return new Promise((done, fail) => {
      const made = document.createElement("script");
      made.src = address;
      made.addEventListener("load", done);
      made.addEventListener("error", () => fail(new Error(address)));
      document.head.append(made);
    });
  }

  async function opened(text) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** The engine in a worker of its own; a promise that is kept until the worker is stopped. */
  function start() {
    if (!starting) starting = begin();
    return starting;
  }
  async function begin() {
    say(words.loading);
    if (!window.techfeodEngine) {
      await Promise.all([script(words.engine), script(words.data)]);
      data = window.techfeodQuads;
    }
    const engine = window.techfeodEngine;
    const [module, quads] = await Promise.all([opened(engine.module), opened(data.quads)]);
    const code = [engine.script, techfeodWorker.toString(), "techfeodWorker();"];
    const address = URL.createObjectURL(new Blob(code, { type: "text/javascript" }));
    worker = new Worker(address);
    const ready = new Promise((done, fail) => {
      worker.addEventListener("error", (event) => fail(new Error(event.message)));
      worker.addEventListener("message", ({ data: told }) => {
        if (told.ready) done(told.ready);
        else if (told.id === undefined) fail(new Error(told.fault));
        else if (waiting && waiting.id === told.id) waiting.done(told);
      });
    });
    worker.postMessage({ module, quads }, [module.buffer, quads.buffer]);
    return ready;
  }
  function stop() {
    if (worker) worker.terminate();
    worker = null;
    starting = null;
  }

  const prologue = () =>
    `${Object.entries(data.prefixes)
      .map(([name, iri]) => `PREFIX ${name}: <${iri}>`)
      .join(" ")}\n`;

  /** Refused before it reaches the engine: other addresses, and nesting that would break it. */
  function refused(query) {
    const code = query.replace(/<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g, " ");
    if (/\bSERVICE\b/i.test(code)) return words.service;
    if (!/\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.test(code)) return words.form;
    let depth = 0;
    let deepest = 0;
    for (const letter of code) {
      depth += "({[".includes(letter) - ")}]".includes(letter);
      deepest = Math.max(deepest, depth);
    }
    return deepest > 100 || query.length > 100000 ? words.deep : null;
  }

  async function ask(query) {
    const size = await start();
    say(fill(words.asking, { n: spaced(size) }));
    number += 1;
    const given = { id: number, query, head: prologue(), base: data.base, most: KEPT };
    return new Promise((done) => {
      const timer = setTimeout(() => {
        stop();
        done({ fault: fill(words.slow, { seconds: seconds() }) });
      }, seconds() * 1000);
      waiting = { id: number, done: (told) => (clearTimeout(timer), done(told)) };
      worker.postMessage(given);
    });
  }

  /** The engine's message, with the line of the text as it was written and a mark at the place. */
  function fault(message, query) {
    const found = message.match(/error at (\d+):(\d+): ([\s\S]*)/);
    if (!found) {
      if (/unreachable|out of bounds|stack|recursion/i.test(message)) stop();
      return [message, ""];
    }
    const [line, column] = [Number(found[1]) - 1, Number(found[2])];
    const text = query.split("\n")[line - 1] || "";
    const reason = found[3].replace(/\s+/g, " ").slice(0, 200);
    const mark = `${text}\n${" ".repeat(Math.max(0, column - 1))}^`;
    return [fill(words.fault, { line, column, reason }), mark];
  }

  async function run() {
    const query = byId("query").value;
    const before = performance.now();
    byId("answer").replaceChildren();
    byId("place").textContent = "";
    byId("files").hidden = true;
    const no = refused(query);
    if (no) return say(no, true);
    let told;
    try {
      told = await ask(query);
    } catch (error) {
      stop();
      told = { fault: String(error.message || error) };
    }
    window.techfeodAnswer = told;
    if (told.fault) {
      const [text, mark] = fault(told.fault, query);
      byId("place").textContent = mark;
      return say(text, true);
    }
    last = told.answer;
    show(last, Math.round(performance.now() - before));
    history.replaceState(null, "", `#q=${encodeURIComponent(query)}`);
    return null;
  }

  function show(answer, time) {
    if ("truth" in answer) return say(answer.truth ? words.yes : words.no);
    const { names, rows, count } = answer;
    const shown = rows.slice(0, ROWS);
    const key = !count ? "none" : count === 1 ? "one" : count > shown.length ? "some" : "many";
    say(fill(words[key], { n: spaced(count), shown: spaced(shown.length), ms: time }));
    byId("answer").append(table(names, shown));
    byId("files").hidden = !rows.length;
    const edges = techfeodPairs(answer, short);
    byId("as-map").hidden = !edges.length;
    return null;
  }

  function table(names, rows) {
    const made = document.createElement("table");
    const head = made.createTHead().insertRow();
    for (const name of names) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = name;
      head.append(cell);
    }
    const body = made.createTBody();
    for (const row of rows) {
      const line = body.insertRow();
      for (const name of names) line.insertCell().append(value(row[name]));
    }
    return made;
  }

  function short(iri) {
    for (const [name, space] of Object.entries(data.prefixes)) {
      if (iri.startsWith(space)) return `${name}:${iri.slice(space.length)}`;
    }
    return iri.startsWith(data.base) ? iri.slice(data.base.length) : iri;
  }

  function value(term) {
    if (!term) return "–";
    if (term.type !== "uri") return term.value;
    const text = short(term.value);
    const address = page(text);
    if (!address) return text;
    const link = document.createElement("a");
    link.href = address;
    link.textContent = text;
    return link;
  }

  /** The page of a record or of a sentence; nothing else of the data has one. */
  function page(path) {
    const [kind, id] = [path.slice(0, path.indexOf("/")), path.slice(path.indexOf("/") + 1)];
    if (data.pages[kind] && data.pages[kind].includes(id)) return `${kind}/${id}.html`;
    if (kind === "essay" && data.sections[id]) return `section/${data.sections[id]}.html#${id}`;
    return null;
  }

  function cell(text) {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }
  function csv({ names, rows }) {
    const line = (row) => names.map((name) => cell(row[name] ? row[name].value : "")).join(",");
    return `\ufeff${[names.map(cell).join(","), ...rows.map(line)].join("\r\n")}\r\n`;
  }
  window.techfeodCsv = () => csv(last);

  byId("run").addEventListener("click", run);
  byId("query").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
  });
  byId("example").addEventListener("change", (event) => {
    const chosen = event.target.selectedOptions[0];
    if (chosen.dataset.query) byId("query").value = chosen.dataset.query;
  });
  byId("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(last)], { type: "text/csv" }));
    link.download = "answer.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
  byId("as-map").addEventListener("click", async () => {
    if (!window.vis) await script(words.vis);
    techfeodDraw(byId("picture"), techfeodPairs(last, short), (path) => page(path));
  });
  window.techfeodAsk = async (query) => (await ask(query)) && window.techfeodAnswer;

  if (location.hash.startsWith("#q=")) {
    try {
      byId("query").value = decodeURIComponent(location.hash.slice(3));
    } catch {
      /* not a query that was written here: the first one stays */
    }
  }
})();
