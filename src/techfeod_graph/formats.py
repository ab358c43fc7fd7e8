"""The formats that a corpus is exported to: names, files, and what each carries and loses."""

from __future__ import annotations

from dataclasses import dataclass

from techfeod_graph.terms import Language

__all__ = ["FORMATS", "INFORMATION", "Format"]

#: The kinds of information that the data holds, with their names in French and English.
INFORMATION: dict[str, tuple[str, str]] = {
    "concepts": ("concepts", "concepts"),
    "definitions": ("définitions", "definitions"),
    "relations": ("relations entre concepts", "concept relations"),
    "claims": ("affirmations", "claims"),
    "positions": ("positions", "positions"),
    "attribution": ("chaînes de rapporteurs", "nested attribution"),
    "stances": ("postures", "stances"),
    "reasons": ("raisons", "reasons"),
    "conflicts": ("objections", "conflicts"),
    "undercuts": ("objections à une inférence", "undercuts"),
    "qualifications": ("nuances, développements, présupposés", "qualifications"),
    "ambiguity": ("lectures ouvertes", "ambiguity"),
    "agents": ("agents", "agents"),
    "works": ("ouvrages", "works"),
    "pointers": ("renvois", "pointers"),
    "slips": ("écarts de la source", "slips"),
    "anchors": ("ancres", "anchors"),
}
_ALL = frozenset(INFORMATION)


@dataclass(frozen=True)
class Format:
    """One export: the file of the build, its media type, its name, what it carries.

    ``whole`` names the kinds of information that come back without loss, ``part`` those that are
    there in a weaker form, which ``remark`` explains (French, English). ``folder`` marks a set of
    files, written as a folder or as a zip. ``language`` marks texts in one language.
    """

    name: str
    file: str
    media: str
    fr: str
    en: str
    whole: frozenset[str] = _ALL
    part: frozenset[str] = frozenset()
    remark: tuple[str, str] = ("", "")
    folder: bool = False
    language: bool = False

    @property
    def ending(self) -> str:
        """What the name of a file of this format ends with: ``.aifdb.json``."""
        return "." + self.file.rpartition("/")[2].partition(".")[2]

    @property
    def lost(self) -> tuple[str, ...]:
        """The kinds of information that the format cannot carry."""
        return tuple(kind for kind in INFORMATION if kind not in self.whole | self.part)

    def remark_in(self, language: Language) -> str:
        """How the format carries what it carries in part, in one language."""
        return self.remark[language == "en"]

    def as_dict(self) -> dict[str, object]:
        """The format as plain data; the kinds of information in their fixed order."""
        return {
            "name": self.name,
            "file": self.file,
            "ending": self.ending,
            "media": self.media,
            "fr": self.fr,
            "en": self.en,
            "whole": [kind for kind in INFORMATION if kind in self.whole],
            "part": [kind for kind in INFORMATION if kind in self.part],
            "lost": list(self.lost),
            "remark": {"fr": self.remark[0], "en": self.remark[1]},
            "folder": self.folder,
            "language": self.language,
        }


def _kinds(names: str) -> frozenset[str]:
    found = frozenset(names.split())
    if unknown := found - _ALL:
        raise ValueError(f"no such kind of information: {', '.join(sorted(unknown))}")
    return found


#: Remarks, in French and English.
_NETWORK = (
    "un attribut tient plusieurs valeurs d’une propriété, une par ligne",
    "one attribute holds several values of a property, one a line",
)
_FLAT = ("les graphes nommés sont confondus", "the named graphs are merged")
_UNTITLED = (
    "un ouvrage sans titre connu porte notre intitulé entre crochets",
    "a work without a known title has our label, in square brackets",
)
_AIF = _kinds("claims positions attribution reasons conflicts undercuts")
_AIF_REMARK = (
    "la posture se lit dans la locution et l’illocution ; un agent n’est là que s’il tient ou "
    "rapporte une affirmation",
    "a stance is named in the locution and its illocution; an agent is there only if he holds or "
    "reports a claim",
)
_DRAWN = _kinds("claims reasons conflicts undercuts qualifications")
_DRAWN_REMARK = (
    "tenants, postures, rapporteurs et repères sont écrits dans la case de l’affirmation",
    "holders, stances, reporters and locators are written in the box of a claim",
)

_LISTED = (
    Format(
        "ttl", "kb.ttl", "text/turtle",
        "tous les triplets, à plat, en Turtle", "all triples, flat, in Turtle",
        remark=_FLAT,
    ),
    Format(
        "trig", "kb.trig", "application/trig",
        "tous les triplets dans leurs graphes nommés, en TriG",
        "all triples in their named graphs, in TriG",
    ),
    Format(
        "nt", "kb.nt", "application/n-triples",
        "tous les triplets, à plat, en N-Triples triés",
        "all triples, flat, as sorted N-Triples",
        remark=_FLAT,
    ),
    Format(
        "nq", "kb.nq", "application/n-quads",
        "les graphes nommés en N-Quads triés", "the named graphs as sorted N-Quads",
    ),
    Format(
        "jsonld", "kb.jsonld", "application/ld+json",
        "les graphes nommés en JSON-LD compact, contexte inclus",
        "the named graphs in compact JSON-LD, with the context inside",
    ),
    Format(
        "rdfxml", "exports/kb.rdf", "application/rdf+xml",
        "tous les triplets, à plat, en RDF/XML", "all triples, flat, in RDF/XML",
        remark=_FLAT,
    ),
    Format(
        "rdf12", "exports/kb.rdf12.trig", "application/trig",
        "les graphes nommés en RDF 1.2 : relations qualifiées par des réificateurs",
        "the named graphs in RDF 1.2: relations qualified by reifiers",
        remark=(
            "seuls les lecteurs de RDF 1.2 le prennent", "only readers of RDF 1.2 take it",
        ),
    ),
    Format(
        "skos", "exports/thesaurus.ttl", "text/turtle",
        "le thésaurus en SKOS, prêt pour Skosmos", "the thesaurus in SKOS, ready for Skosmos",
        _kinds("concepts definitions"), _kinds("relations"),
        (
            "une relation est un simple triplet, sans l’affirmation ni la voix qui la disent",
            "a relation is a plain triple, without the claim and the voice that state it",
        ),
    ),
    Format(
        "aifdb", "exports/argument.aifdb.json", "application/json",
        "l’argument en JSON d’AIFdb", "the argument in the JSON of AIFdb",
        _AIF, _kinds("stances agents"), _AIF_REMARK, language=True,
    ),
    Format(
        "xaif", "exports/argument.xaif.json", "application/json",
        "l’argument en xAIF, pour OVA", "the argument in xAIF, for OVA",
        _AIF, _kinds("stances agents"), _AIF_REMARK, language=True,
    ),
    Format(
        "aif", "exports/argument.aif.ttl", "text/turtle",
        "l’argument dans les termes RDF d’AIF", "the argument in AIF’s own RDF terms",
        _kinds("claims reasons conflicts undercuts"),
        remark=(
            "AIF 1.0 n’a pas de terme pour qui tient une affirmation",
            "AIF 1.0 has no term for who holds a claim",
        ),
        language=True,
    ),
    Format(
        "argdown", "exports/argument.argdown", "text/vnd.argdown",
        "l’argument en Argdown", "the argument in Argdown",
        _kinds("claims positions attribution stances reasons conflicts undercuts qualifications"),
        _kinds("anchors ambiguity agents"),
        (
            "positions, nuances et lectures ouvertes sont des métadonnées, que les cartes ne "
            "dessinent pas ; les ancres sont des repères ; les tenants des étiquettes",
            "positions, qualifications and open readings are metadata, which maps do not draw; "
            "anchors are locators; holders are tags",
        ),
        language=True,
    ),
    Format(
        "nanopub", "exports/nanopubs.trig", "application/trig",
        "une nanopublication par affirmation, non signée", "one nanopublication a claim, unsigned",
        _kinds("claims positions attribution stances relations ambiguity"),
        _kinds("anchors concepts agents"),
        (
            "chacune se tient seule : ce qui relie les affirmations est absent ; concepts et "
            "agents sont des IRI, les ancres les IRI des phrases",
            "each stands alone: what relates claims is left out; concepts and agents are IRIs, "
            "anchors the IRIs of sentences",
        ),
    ),
    Format(
        "graphml", "kb.graphml", "application/graphml+xml",
        "le réseau en GraphML", "the network in GraphML", remark=_NETWORK, language=True,
    ),
    Format(
        "gexf", "exports/kb.gexf", "application/gexf+xml",
        "le réseau en GEXF, pour Gephi", "the network in GEXF, for Gephi",
        remark=_NETWORK, language=True,
    ),
    Format(
        "cytoscape", "exports/kb.cyjs", "application/json",
        "le réseau en JSON de Cytoscape", "the network in the JSON of Cytoscape",
        remark=_NETWORK, language=True,
    ),
    Format(
        "dot", "exports/argument.dot", "text/vnd.graphviz",
        "la carte de l’argument pour Graphviz", "the map of the argument for Graphviz",
        _DRAWN, _kinds("positions attribution stances anchors agents"), _DRAWN_REMARK,
        language=True,
    ),
    Format(
        "mermaid", "exports/mermaid.zip", "application/zip",
        "une carte Mermaid par section", "one Mermaid map a section",
        _DRAWN, _kinds("positions attribution stances anchors agents"),
        (
            _DRAWN_REMARK[0] + " ; une affirmation d’une autre section est une case en tirets",
            _DRAWN_REMARK[1] + "; a claim of another section is a dashed box",
        ),
        folder=True, language=True,
    ),
    Format(
        "csv", "exports/csv.zip", "application/zip",
        "nœuds, liens et valeurs en tables CSV", "nodes, edges and values as CSV tables",
        folder=True, language=True,
    ),
    Format(
        "csl", "exports/works.csl.json", "application/vnd.citationstyles.csl+json",
        "les ouvrages en CSL-JSON, pour Zotero et pandoc",
        "the works in CSL-JSON, for Zotero and pandoc",
        _kinds("works"), remark=_UNTITLED,
        language=True,
    ),
    Format(
        "bibtex", "exports/works.bib", "application/x-bibtex",
        "les ouvrages en BibTeX", "the works in BibTeX",
        _kinds("works"), remark=_UNTITLED,
        language=True,
    ),
    Format(
        "ris", "exports/works.ris", "application/x-research-info-systems",
        "les ouvrages en RIS", "the works in RIS",
        _kinds("works"), remark=_UNTITLED,
        language=True,
    ),
    Format(
        "annotations", "exports/annotations.jsonld", "application/ld+json",
        "une annotation Web par affirmation, ancrée par fragment de texte",
        "one Web Annotation a claim, anchored by text fragment",
        _kinds("claims"), _kinds("positions attribution stances agents anchors"),
        (
            "tenants, postures et rapporteurs sont écrits dans le corps ; les ancres sont sans "
            "empreinte",
            "holders, stances and reporters are written in the body; anchors are without the "
            "digest",
        ),
    ),
    Format(
        "vault", "exports/vault.zip", "application/zip",
        "un coffre de notes Markdown à liens wiki, pour Obsidian et Quartz",
        "a vault of Markdown notes with wikilinks, for Obsidian and Quartz",
        remark=(
            "textes en une langue, intitulés et affirmations dans les deux",
            "texts in one language, labels and claims in both",
        ),
        folder=True, language=True,
    ),
    Format(
        "schema", "exports/schema.zip", "application/zip",
        "les schémas JSON des fichiers YAML, pour les éditeurs",
        "the JSON Schemas of the YAML files, for editors",
        frozenset(), folder=True,
        remark=("la forme des données, non les données", "the form of the data, not the data"),
    ),
)  # fmt: skip

#: Every format by its name on the command line.
FORMATS: dict[str, Format] = {entry.name: entry for entry in _LISTED}
