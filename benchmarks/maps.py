"""Times maps in Chromium: ours, plain pyvis, Cosma; the published graph and made-up larger ones.

Usage: python benchmarks/maps.py [ours|whole|pyvis|cosma …] [--sizes published 10000] [--wait 120]
Prints seconds to build, megabytes, seconds to a still picture, and the time of a frame (median and
worst, ms) while the map is dragged; Cosma, whose layout never stops, is timed as it moves by itself
from the moment its lines are there. It is run when TECHFEOD_PEERS names a folder that holds it.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from techfeod_graph.loading import load
from techfeod_graph.model import Attack, Claim, Concept, ConceptRelation, Holding, Reason
from techfeod_graph.site import map_page
from techfeod_graph.site.network import links
from techfeod_graph.site.records import entries

ROOT = Path(__file__).parents[1]
RELATIONS = ("enables", "causes", "requires", "controls", "produces", "serves")
FRAMES = """() => new Promise((done) => {
  const times = [];
  let last = performance.now();
  const until = last + 2500;
  function tick(now) {
    times.push(now - last);
    last = now;
    if (now < until) requestAnimationFrame(tick);
    else done(times.slice(2));
  }
  requestAnimationFrame(tick);
})"""


def made_up(size):
    """A corpus of a size: a third concepts, the rest claims, with the agents of the tests."""
    tiny = load(ROOT / "tests" / "tiny")
    chance = random.Random(7)
    places = [key for key in tiny.passages if key[0] == "P"]
    agents = list(tiny.agents)
    third = size // 3
    names = [f"c-{number}" for number in range(third)]
    concepts = {
        name: Concept(id=name, fr=f"concept {name}", en=f"concept {name}", at=places[0],
                      broader=[names[number // 4]] if number > 3 and number % 2 else [])
        for number, name in enumerate(names)
    }  # fmt: skip
    claims = {}
    for number in range(size - third - len(agents) - len(tiny.works)):
        near = (number // 2) % third
        topics = [names[near], names[(near + chance.randrange(1, 9)) % third]]
        earlier = f"k-{chance.randrange(max(0, number - 60), number)}" if number else None
        says = ConceptRelation(
            subject=topics[0], relation=chance.choice(RELATIONS), object=topics[1], basis="stated"
        )
        at = places[number % len(places)]
        reason = Reason(premises=[earlier], at=at, basis="stated") if earlier else None
        attack = Attack(claim=earlier, at=at, basis="stated") if earlier else None
        claims[f"k-{number}"] = Claim(
            id=f"k-{number}", fr=f"Affirmation numéro {number}.", en=f"Claim number {number}.",
            at=at, about=topics, says=(says,) if number % 3 == 0 else (),
            who=[Holding(holder=chance.choice(agents))],
            because=(reason,) if reason and number % 4 == 0 else (),
            attacks=(attack,) if attack and number % 40 == 1 else (),
        )  # fmt: skip
    return replace(
        tiny, concepts=concepts, claims=claims, pointers=(), discrepancies={},
        passages=tiny.passages,
    )  # fmt: skip


def ours(corpus, folder):
    (folder / "map.html").write_text(map_page(corpus), encoding="utf-8")
    return folder / "map.html", "document.documentElement.dataset.ready === 'yes'"


def whole(corpus, folder):
    """Ours, opened with every kind of record and every link shown."""
    page, ready = ours(corpus, folder)
    return page, ready, "#?kinds=" + ",".join(sorted({row["kind"] for row in entries(corpus)}))


def pyvis(corpus, folder):
    """The same nodes and links, shown as pyvis shows them by default."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", height="800px")
    for row in entries(corpus):
        network.add_node(row["key"], label=row["fr"][:32], group=row["kind"])
    for edge in links(corpus):
        network.add_edge(edge.source, edge.target, title=edge.type)
    html = network.generate_html(notebook=False)
    watch = "network.once('stabilizationIterationsDone', () => (window.still = true));"
    html = html.replace("return network;", f"{watch} window.network = network; return network;")
    (folder / "pyvis.html").write_text(html, encoding="utf-8")
    return folder / "pyvis.html", "window.still === true"


def cosma(corpus, folder):
    """The same nodes and links in Cosma, from tables."""
    peers = os.environ.get("TECHFEOD_PEERS", "")
    program = Path(peers) / "node_modules" / ".bin" / "cosma"
    if not program.exists():
        raise SystemExit("cosma: not installed where TECHFEOD_PEERS points")
    rank = {row["key"]: f"n{number}" for number, row in enumerate(entries(corpus))}
    nodes = [
        "id,title,type:kind,content",
        *(f'{n},"{key}",undefined,"x"' for key, n in rank.items()),
    ]
    edges = ["id,label,source,target"]
    edges += [
        f"e{n},{e.type},{rank[e.source]},{rank[e.target]}" for n, e in enumerate(links(corpus))
    ]
    (folder / "nodes.csv").write_text("\n".join(nodes) + "\n", encoding="utf-8")
    (folder / "links.csv").write_text("\n".join(edges) + "\n", encoding="utf-8")
    (folder / "config.yml").write_text(
        f"select_origin: csv\nnodes_origin: {folder}/nodes.csv\nlinks_origin: {folder}/links.csv\n"
        f"export_target: {folder}\nname: cosma\n",
        encoding="utf-8",
    )
    subprocess.run([program, "modelize"], cwd=folder, check=True, capture_output=True)
    ready = "document.querySelectorAll('#graph-canvas line').length > 0"
    return folder / "cosmoscope.html", ready, "", False


def measured(browser, wait, path, ready, at="", dragged=True):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script("localStorage.setItem('techfeod-language', 'en')")
    start = time.perf_counter()
    page.goto(path.as_uri() + at, timeout=wait * 1000, wait_until="commit")
    while not page.evaluate(f"Boolean({ready})"):
        if time.perf_counter() - start > wait:
            raise Error(f"not ready within {wait} s")
        time.sleep(0.05)
    seconds = time.perf_counter() - start
    if not dragged:
        frames = page.evaluate(FRAMES)
        page.close()
        return seconds, statistics.median(frames), max(frames)
    page.mouse.move(560, 400)
    page.mouse.down()
    page.evaluate("window.frames_ = (" + FRAMES + ")(); undefined")
    for step in range(150):
        page.mouse.move(560 + 120 * ((step % 20) / 20 - 0.5), 400 + 60 * ((step % 12) / 12 - 0.5))
    frames = page.evaluate("window.frames_")
    page.mouse.up()
    page.close()
    return seconds, statistics.median(frames), max(frames)


def main():
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("tools", nargs="*", default=["ours"])
    reader.add_argument("--sizes", nargs="+", default=["published", "10000"])
    reader.add_argument("--wait", type=int, default=120)
    given = reader.parse_args()
    tools = {"ours": ours, "whole": whole, "pyvis": pyvis, "cosma": cosma}
    print(f"{'map':8} {'nodes':>7} {'links':>7} {'build s':>8} {'MB':>6} {'still s':>8} "
          f"{'frame ms':>9} {'worst':>7}")  # fmt: skip
    with sync_playwright() as playwright:
        path = next(
            filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
        )
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        for size in given.sizes:
            corpus = load(ROOT / "data") if size == "published" else made_up(int(size))
            nodes, edges = sum(1 for _ in corpus.entries), len(links(corpus))
            for name in given.tools:
                with tempfile.TemporaryDirectory() as folder:
                    start = time.perf_counter()
                    made = tools[name](corpus, Path(folder))
                    head = f"{name:8} {nodes:7} {edges:7} {time.perf_counter() - start:8.1f} "
                    head += f"{made[0].stat().st_size / 1e6:6.1f} "
                    try:
                        still, frame, worst = measured(browser, given.wait, *made)
                        print(f"{head}{still:8.2f} {frame:9.1f} {worst:7.0f}", flush=True)
                    except Error as error:
                        print(
                            f"{head}not within {given.wait} s ({type(error).__name__})", flush=True
                        )


main()
