"""Reference managers, thesaurus software, annotations, notes and schemas."""

import gc
import json
import re
import subprocess
import warnings
from itertools import pairwise
from pathlib import Path

import pytest
import rdflib
import techfeod_graph.data
import yaml
from pyld import jsonld
from rdflib import RDF, SKOS

from techfeod_graph.export import Edition, written
from techfeod_graph.export.references import latex
from techfeod_graph.formats import FORMATS
from techfeod_graph.loading import FILES
from techfeod_graph.words import STANCES

from ..broken_data import BROKEN, TINY, make_broken
from ..exports.counting import agree
from ..exports.hostile import HOSTILE, hostile, plain
from .peers import program

pytestmark = pytest.mark.slow


def pandoc(*arguments, given=None):
    done = subprocess.run(
        [program("pandoc", "pandoc"), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        input=given,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    return done.stdout


def titles(corpus):
    return {key: work.title or f"[{work.labels.fr}]" for key, work in corpus.works.items()}


def test_pandoc_renders_every_work_of_csl_json(exported, corpus):
    cited = "\n\n".join(f"@{key}" for key in corpus.works)
    html = pandoc(
        "--citeproc", f"--bibliography={exported['csl']}", "--from=markdown", "--to=html",
        given=cited,
    )  # fmt: skip
    entries = re.findall(r'<div id="ref-([\w-]+)"', html)
    assert sorted(entries) == sorted(corpus.works)
    agree(FORMATS["csl"], {"works": len(entries)}, corpus)
    items = json.loads(exported["csl"].read_text(encoding="utf-8"))
    assert {item["id"]: item["title"] for item in items} == titles(corpus)


def bibtex_works(path):
    return {item["id"]: item for item in json.loads(pandoc("-f", "bibtex", "-t", "csljson", path))}


def unmarked(text):
    """A title of CSL JSON without the marks by which pandoc protects its case."""
    return re.sub(r"</?span[^>]*>", "", text)


def test_bibtex_is_read_by_two_parsers(exported, corpus):
    import bibtexparser

    library = bibtexparser.parse_file(str(exported["bibtex"]))
    assert not library.failed_blocks
    assert {entry.key for entry in library.entries} == set(corpus.works)
    agree(FORMATS["bibtex"], {"works": len(library.entries)}, corpus)
    read = bibtex_works(exported["bibtex"])
    for key, work in corpus.works.items():
        assert plain(unmarked(read[key]["title"])) == plain(titles(corpus)[key])
        assert len(read[key].get("author", [])) == len(work.author)
        if work.issued:
            assert read[key]["issued"]["date-parts"] == [[int(work.issued.year)]]


def test_bibtex_takes_hostile_texts_as_texts(tmp_path):
    """Decoded as LaTeX by pylatexenc, through bibtexparser; pandoc 2 knows no sign for a brace."""
    import bibtexparser
    from bibtexparser.middlewares import LatexDecodingMiddleware

    text = written(Edition(hostile()), "bibtex").decode()
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    assert {entry.key for entry in library.entries} == set(hostile().works)
    odd = straight(HOSTILE).replace("{", "").replace("}", "")  # it knows no \\textbraceleft
    for entry in library.entries:
        for field in ("title", "publisher", "howpublished", "author"):
            if field in entry.fields_dict:
                assert odd in straight(entry[field]), field
        assert "A and B, C" in entry["author"]
    path = tmp_path / "hostile.bib"
    path.write_text(
        "@book{one, title={{" + latex("a {b {c}} 100% of $x_1$ & #1 -- 2") + "}}}", "utf-8"
    )
    assert unmarked(bibtex_works(path)["one"]["title"]) == "a {b {c}} 100% of $x_1$ & #1 -- 2"
    path.write_text(text, encoding="utf-8")
    assert {key: len(item["author"]) for key, item in bibtex_works(path).items()} == dict.fromkeys(
        hostile().works, 2
    )


def straight(text):
    """Without spaces and quotes, which decoders of LaTeX make typographic; their own circumflex."""
    return re.sub("[’‘“”\"']", "", plain(text)).replace("ˆ", "^")


def test_ris(exported, corpus):
    import rispy

    entries = rispy.loads(exported["ris"].read_text(encoding="utf-8"))
    agree(FORMATS["ris"], {"works": len(entries)}, corpus)
    read = {entry["id"]: entry for entry in entries}
    for key, work in corpus.works.items():
        assert read[key]["title"] == titles(corpus)[key]
        assert len(read[key].get("authors", [])) == len(work.author)
        assert read[key].get("year") == (work.issued.year if work.issued else None)
        assert read[key].get("publisher") == work.publisher


def test_ris_takes_hostile_texts_as_texts():
    import rispy

    entries = rispy.loads(written(Edition(hostile()), "ris").decode())
    assert len(entries) == len(hostile().works)
    assert {entry["title"] for entry in entries} == {" ".join(HOSTILE.split())}


def test_skosify_has_nothing_to_warn_of(exported, edition, corpus, caplog):
    import skosify

    with warnings.catch_warnings(action="ignore", category=ResourceWarning):
        graph = skosify.skosify(str(exported["skos"]))
        gc.collect()  # skosify leaves its file open
    warned = [record.message for record in caplog.records if record.levelname != "INFO"]
    assert warned == []
    assert [str(s) for s in graph.subjects(RDF.type, SKOS.ConceptScheme)] == [
        f"{edition.base}concepts"
    ]
    original = rdflib.Graph().parse(exported["skos"], format="turtle")
    for read in (graph, original):
        concepts = set(read.subjects(RDF.type, SKOS.Concept))
        held = {
            (said.subject, said.relation, said.object)
            for claim in corpus.claims.values()
            for said in claim.says
        }
        assert held
        agree(
            FORMATS["skos"],
            {
                "concepts": len(concepts),
                "definitions": len(set(read.subjects(SKOS.definition))),
            },
            corpus,
        )
    for concept in original.subjects(RDF.type, SKOS.Concept):
        languages = sorted(label.language for label in original.objects(concept, SKOS.prefLabel))
        assert languages == ["en", "fr"]
    used = {p for s, p in original.subject_predicates() if (s, RDF.type, SKOS.Concept) in original}
    own = {p for p in used if "technofeodalisme/ns#" in p or "xkos" in p}
    assert own
    for relation in own:  # Skosmos shows what it finds a label for in its language
        assert {label.language for label in original.objects(relation, rdflib.RDFS.label)} == {
            "en",
            "fr",
        }, relation


#: The terms of the Web Annotation context that we use, as its specification defines them; the
#: file itself is only to be had from the network.
ANNOTATION_TERMS = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dcterms": "http://purl.org/dc/terms/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@id"},
    "Annotation": "oa:Annotation",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource",
    "FragmentSelector": "oa:FragmentSelector",
    "describing": "oa:describing",
    "identifying": "oa:identifying",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "conformsTo": {"@type": "@id", "@id": "dcterms:conformsTo"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "first": {"@type": "@id", "@id": "as:first"},
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
    "label": "rdfs:label",
}


def test_web_annotations(exported, edition, corpus):
    document = json.loads(exported["annotations"].read_text(encoding="utf-8"))
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"

    def terms(url, options):
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"document": {"@context": ANNOTATION_TERMS}, "documentUrl": url, "contextUrl": None}

    options = {"format": "application/n-quads", "documentLoader": terms}
    by_pyld = jsonld.to_rdf(document, options)
    graph = rdflib.Graph().parse(data=by_pyld, format="nt")
    local = json.dumps(document | {"@context": ANNOTATION_TERMS})
    by_rdflib = rdflib.Graph().parse(data=local, format="json-ld")
    named = [{t for t in g if isinstance(t[0], rdflib.URIRef)} for g in (graph, by_rdflib)]
    assert {t for t in named[0] if not isinstance(t[2], rdflib.BNode)} == {
        t for t in named[1] if not isinstance(t[2], rdflib.BNode)
    }
    assert len(graph) == len(by_rdflib)
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    annotations = set(graph.subjects(RDF.type, oa.Annotation))
    anchors = list(graph.subject_objects(oa.hasTarget))
    agree(FORMATS["annotations"], {"claims": len(annotations), "anchors": len(anchors)}, corpus)
    for key, claim in corpus.claims.items():
        annotation = rdflib.URIRef(f"{edition.base}annotation/{key}")
        texts = {
            str(graph.value(body, rdflib.URIRef("http://purl.org/dc/elements/1.1/language"))): str(
                graph.value(body, RDF.value)
            )
            for body in graph.objects(annotation, oa.hasBody)
            if (body, RDF.type, oa.TextualBody) in graph
        }
        assert texts["fr"].startswith(f"{claim.fr}\n— ")
        assert texts["en"].startswith(f"{claim.en}\n— ")
        for position in corpus.positions(claim):
            assert corpus.agents[position.holder].name.en in texts["en"]
        for locator in claim.at:
            target = rdflib.URIRef(f"{edition.base}essay/{locator}")
            assert (annotation, oa.hasTarget, target) in graph
            selector = graph.value(target, oa.hasSelector)
            value = None if selector is None else str(graph.value(selector, RDF.value))
            assert value == corpus.passages[locator].fragment


def notes(files):
    """Path to properties, heading, list items under each heading, and links of a note."""
    from markdown_it import MarkdownIt

    found = {}
    for name, text in files.items():
        _, front, body = text.split("---\n", 2)
        tokens = MarkdownIt().parse(body)
        heading, title, parts = "", "", {}
        for before, token in pairwise(tokens):
            if token.type != "inline":
                continue
            words = "".join(child.content for child in token.children)
            if before.type == "heading_open" and before.tag == "h1":
                title = words
            elif before.type == "heading_open":
                heading = words
            elif heading:
                parts.setdefault(heading, []).append(words)
        links = re.findall(r"\[\[([^|\]\n]+)\|[^\]\n]+\]\]", body)
        found[name] = (yaml.safe_load(front), title, parts, links)
    return found


def read_vault(path):
    return notes(
        {p.relative_to(path).as_posix(): p.read_text(encoding="utf-8") for p in path.rglob("*.md")}
    )


def test_the_vault(exported, corpus):
    found = read_vault(exported["vault"])
    for name, (_properties, _title, _parts, links) in found.items():
        for target in links:
            assert f"{target}.md" in found, f"{name} leads to {target}"
    tags = {}
    for properties, *_ in found.values():
        tags.setdefault(properties["tags"][0], []).append(properties["id"])
    claims = {n: v for n, v in found.items() if n.startswith("claims/")}

    def items(heading):
        return [item for _p, _t, parts, _l in claims.values() for item in parts.get(heading, [])]

    positions = items("Qui le tient")
    back = {french: stance for stance, (french, _english) in STANCES.items()}
    stances = {}
    reports = set()
    for name, (_p, _t, parts, _l) in claims.items():
        for item in parts["Qui le tient"]:
            _holder, stance, *rest = item.split(" · ")
            stances[back[stance]] = stances.get(back[stance], 0) + 1
            holder, *chain = re.findall(r"\[\[agents/([^|]+)\|", item)
            for depth in range(1, len(chain) + 1):
                reports.add((name, holder, stance, *chain[:depth]))
            assert bool(chain) == (len(rest) == 2)
    reasons = items("Parce que")
    agree(
        FORMATS["vault"],
        {
            "concepts": len(tags["concept"]),
            "definitions": sum("Définition" in parts for _p, _t, parts, _l in found.values()),
            "relations": len(items("Relations")),
            "claims": len(claims),
            "positions": len(positions),
            "attribution": len(reports),
            "stances": stances,
            "reasons": {
                "inferences": len(reasons),
                "premises": sum(item.count("[[claims/") for item in reasons),
            },
            "conflicts": len(items("Attaque")),
            "undercuts": len(items("Affaiblit l’inférence")),
            "qualifications": {
                "qualifies": len(items("Nuance")),
                "elaborates": len(items("Développe")),
                "presupposes": len(items("Présuppose")),
            },
            "ambiguity": sum("[[agents/" in item for item in items("Lecture ouverte")),
            "agents": len(tags["agent"]),
            "works": len(tags["work"]),
            "pointers": sum(len(parts.get("Renvois", [])) for _p, _t, parts, _l in found.values()),
            "slips": len(tags["slip"]),
            "anchors": len(items("Où")),
        },
        corpus,
    )


def test_the_vault_takes_hostile_texts_as_texts():
    files = written(Edition(hostile()), "vault")
    found = notes({name: data.decode() for name, data in files.items()})
    shown = plain(HOSTILE).translate(str.maketrans("[]|", "⟦⟧¦"))
    for name, (properties, title, _parts, links) in found.items():
        assert plain(properties["title"]) == plain(title) == plain(HOSTILE), name
        assert properties["aliases"][0] == HOSTILE
        assert all(f"{target}.md" in found for target in links)
    assert f"|{shown}]]" in plain(files["index.md"].decode())


@pytest.fixture(scope="module")
def validators(exported):
    import jsonschema

    found = {}
    for name in FILES:
        schema = json.loads((exported["schema"] / f"{name}.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        found[name] = jsonschema.Draft202012Validator(schema)
    return found


@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader])
def test_the_data_is_valid_for_its_schemas(validators, loader):
    """As text throughout, as we read it, and with numbers and booleans, as an editor does."""
    for folder in (Path(techfeod_graph.data.__file__).parent, TINY):
        for name, validator in validators.items():
            with (folder / f"{name}.yaml").open(encoding="utf-8") as stream:
                data = yaml.load(stream, Loader=loader)
            assert [error.message for error in validator.iter_errors(data)] == [], name


@pytest.mark.parametrize("rule", ["unknown-key", "missing-key", "bad-value"])
def test_what_the_models_refuse_the_schemas_refuse(validators, rule, tmp_path):
    make_broken(rule, tmp_path)
    changed = [path.stem for path in (BROKEN / rule).glob("*.yaml")]
    faults = 0
    for name in changed:
        data = yaml.load((tmp_path / f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
        faults += len(list(validators[name].iter_errors(data)))
    assert faults


def test_an_empty_list_of_places_is_refused(validators):
    data = {"x": {"fr": "a", "en": "b", "at": []}}
    assert list(validators["claims"].iter_errors(data))
    assert not list(validators["claims"].iter_errors({"x": {**data["x"], "at": "P01.1"}}))
