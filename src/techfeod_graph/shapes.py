"""The SHACL shapes of the graph, each constraint made one SPARQL query for the embedded engine.

Only the components that ``ontology/shapes.ttl`` uses are known; any other raises, so that nothing
is left unchecked in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import count

import pyoxigraph as ox

from techfeod_graph.vocabulary import PREFIXES

__all__ = ["Constraint", "constraints"]

_SH = "http://www.w3.org/ns/shacl#"
_RDF = PREFIXES["rdf"]
_RDFS = PREFIXES["rdfs"]
_IRI = "https://w3id.org/technofeodalisme/shapes"
_TARGETS = {
    "targetClass": "{{ {x} a/rdfs:subClassOf* {v} }}",
    "targetSubjectsOf": "{{ {x} {v} [] }}",
}
#: Properties of a shape that are no constraint.
_ASIDE = frozenset(
    {*_TARGETS, "path", "message", "property", "sparql", "prefixes", "select", "severity"}
)

_Node = ox.NamedNode | ox.BlankNode | ox.Literal


@dataclass(frozen=True)
class Constraint:
    """One named constraint: its rule in both languages, its remedy, and the query that breaks it.

    ``query`` is a SELECT without prologue that binds ``?this`` to each node that breaks the rule.
    """

    id: str
    message: dict[str, str]
    remedy: dict[str, str]
    query: str


class _Shapes:
    """The triples of the shapes, by subject and predicate."""

    def __init__(self, raw: bytes) -> None:
        self.by: dict[_Node, dict[str, list[_Node]]] = {}
        for triple in ox.parse(raw, format=ox.RdfFormat.TURTLE):
            own = self.by.setdefault(triple.subject, {})
            own.setdefault(triple.predicate.value, []).append(triple.object)
        self._numbers = count(1)

    def fresh(self) -> str:
        """A variable that no other part of the query uses."""
        return f"?v{next(self._numbers)}"

    def all(self, node: _Node, name: str) -> list[_Node]:
        return self.by.get(node, {}).get(_SH + name, [])

    def listed(self, head: _Node) -> list[_Node]:
        """The members of an RDF list."""
        found = []
        while head != ox.NamedNode(_RDF + "nil"):
            found.append(self.by[head][_RDF + "first"][0])
            head = self.by[head][_RDF + "rest"][0]
        return found

    def words(self, node: _Node, predicate: str) -> dict[str, str]:
        found = self.by[node].get(predicate, [])
        return {w.language: w.value for w in found if isinstance(w, ox.Literal) and w.language}

    def path(self, node: _Node) -> str:
        """A SHACL path in the syntax of SPARQL."""
        if isinstance(node, ox.NamedNode):
            return str(node)
        own = self.by[node]
        if _RDF + "first" in own:
            return "/".join(f"({self.path(step)})" for step in self.listed(node))
        if inverse := self.all(node, "inversePath"):
            return f"^({self.path(inverse[0])})"
        if more := self.all(node, "oneOrMorePath"):
            return f"({self.path(more[0])})+"
        if any_ := self.all(node, "zeroOrMorePath"):
            return f"({self.path(any_[0])})*"
        if either := self.all(node, "alternativePath"):
            return "|".join(f"({self.path(step)})" for step in self.listed(either[0]))
        raise ValueError(f"a path of a kind that is not known: {list(own)}")

    def parts(self, node: _Node) -> list[tuple[str, _Node]]:
        """The constraint components of a shape and their values."""
        return [
            (name, value)
            for predicate, values in self.by[node].items()
            if (name := predicate.removeprefix(_SH)) != predicate and name not in _ASIDE
            for value in values
        ]

    def path_of(self, node: _Node) -> str:
        paths = self.all(node, "path")
        return self.path(paths[0]) if paths else ""

    def broken(self, name: str, value: _Node, path: str) -> list[str]:
        """Groups that, each by itself, bind ``?this`` to nodes that break one component.

        They are joined at the top of a query, where the engine plans joins well; inside EXISTS it
        would compare everything with everything.
        """
        one, other = self.fresh(), self.fresh()
        if name in ("minCount", "maxCount"):
            sign = "<" if name == "minCount" else ">"
            counted = f"HAVING(COUNT(DISTINCT {one}) {sign} {_text(value)})"
            optional = f"OPTIONAL {{ ?this {path} {one} }}"
            return [f"{{ SELECT ?this WHERE {{ %s {optional} }} GROUP BY ?this {counted} }}"]
        if name == "uniqueLang":
            clash = f'!sameTerm({one}, {other}) && LANG({one}) != "" && LANG({one}) = LANG({other})'
            return [f"%s ?this {path} {one} . ?this {path} {other} FILTER({clash})"]
        if name == "disjoint":
            return [f"%s ?this {path} {one} FILTER EXISTS {{ ?this {value} {one} }}"]
        if name == "equals":
            return [
                f"%s ?this {path} {one} FILTER NOT EXISTS {{ ?this {value} {one} }}",
                f"%s ?this {value} {other} FILTER NOT EXISTS {{ ?this {path} {other} }}",
            ]
        if name == "hasValue":
            return [f"%s FILTER NOT EXISTS {{ ?this {path} {value} }}"]
        each = one if path else "?this"
        walk = f"?this {path} {one}" if path else ""
        return [f"%s {walk} FILTER(!({self.valid(name, value, each)}))"]

    def kept(self, node: _Node, subject: str) -> str:
        """An expression that is true when ``subject`` keeps a nested shape."""
        path = self.path_of(node)
        found = [self.kept_part(name, value, subject, path) for name, value in self.parts(node)]
        return " && ".join(f"({part})" for part in found) or "true"

    def kept_part(self, name: str, value: _Node, subject: str, path: str) -> str:
        """One component of a nested shape, as an expression."""
        each = self.fresh()
        if (name, _text(value)) in (("minCount", "1"), ("maxCount", "0")):
            found = f"EXISTS {{ {subject} {path} {each} }}"
            return found if name == "minCount" else f"!{found}"
        if name == "hasValue":
            return f"EXISTS {{ {subject} {path} {value} }}"
        if not path:
            return self.valid(name, value, subject)
        return f"!EXISTS {{ {subject} {path} {each} FILTER(!({self.valid(name, value, each)})) }}"

    def valid(self, name: str, value: _Node, node: str) -> str:
        """That one node satisfies a component."""
        if name in ("or", "and", "not"):
            members = [value] if name == "not" else self.listed(value)
            inner = [f"({self.kept(member, node)})" for member in members]
            whole = (" || " if name == "or" else " && ").join(inner)
            return f"!({whole})" if name == "not" else whole
        if name in ("in", "languageIn"):
            listed = ", ".join(str(member) for member in self.listed(value))
            return f"{node} IN ({listed})" if name == "in" else f"LANG({node}) IN ({listed})"
        forms = {
            "class": "EXISTS {{ {x} a/rdfs:subClassOf* {v} }}",
            "datatype": "isLiteral({x}) && DATATYPE({x}) = {v}",
            "pattern": "REGEX(STR({x}), {v})",
            "maxLength": "STRLEN(STR({x})) <= {v}",
        }
        if name not in forms:
            raise ValueError(f"a constraint of a kind that is not known here: sh:{name}")
        return forms[name].format(x=node, v=value)

    def targets(self, node: _Node) -> str:
        """The focus nodes of a shape, as a group that binds ``?this``."""
        groups = [
            form.format(x="?this", v=value)
            for name, form in _TARGETS.items()
            for value in self.all(node, name)
        ]
        return " UNION ".join(groups)

    def queries(self) -> Iterator[tuple[_Node, str]]:
        """Every named constraint with the query for the nodes that break it."""
        for node in self.by:
            where = self.targets(node)
            if not where:
                continue
            for shape in (node, *self.all(node, "property")):
                path = self.path_of(shape)
                parts = self.parts(shape)
                groups = [
                    group for name, value in parts for group in self.broken(name, value, path)
                ]
                if self.all(shape, "message"):
                    union = " UNION ".join(
                        f"{{ {group.replace('%s', where)} }}" for group in groups
                    )
                    yield shape, f"SELECT DISTINCT ?this WHERE {{ {union} }}"
            for constraint in self.all(node, "sparql"):
                text = _text(self.all(constraint, "select")[0])
                yield constraint, f"SELECT DISTINCT ?this WHERE {{ {where} {{ {text} }} }}"


def _text(node: _Node) -> str:
    return node.value if isinstance(node, ox.Literal | ox.NamedNode) else str(node)


@cache
def constraints() -> tuple[Constraint, ...]:
    """The constraints of ``ontology/shapes.ttl`` by name, in the order of the alphabet.

    :raises ValueError: when the file uses a component or a path that is not known here.
    """
    shapes = _Shapes(files("techfeod_graph.ontology").joinpath("shapes.ttl").read_bytes())
    found = [
        Constraint(
            _text(node).removeprefix(f"{_IRI}#"),
            shapes.words(node, _SH + "message"),
            shapes.words(node, _RDFS + "comment"),
            query,
        )
        for node, query in shapes.queries()
    ]
    return tuple(sorted(found, key=lambda constraint: constraint.id))
