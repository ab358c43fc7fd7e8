"""Which tests each engine fails, and why: its own deviations, which nothing here bends."""

from __future__ import annotations

from collections.abc import Collection

_EDITION = "the edition asks what later editions of the suite no longer ask"
_OXIGRAPH = {
    "GROUP_CONCAT keeps a language tag that all values share": """
        aggregates/agg-groupconcat-04 aggregates/agg-groupconcat-06""",
    "GRAPH ?g binds its variable inside the pattern, not by a join with its answers": """
        aggregates/agg-empty-group-count-graph bindings/graph negation/graph-minus""",
    "a path of length zero does not begin at a term that no triple has": """
        property-path/zero_or_more_set_start property-path/zero_or_more_set_end
        property-path/zero_or_one_set_start property-path/zero_or_one_set_end""",
    "BNODE of one text is one node in all rows": "functions/bnode01",
    "numbers of a derived type are kept as xsd:integer": "csv-tsv-res/tsv03",
    "FROM names a file, and queries read nothing but the data": "construct/constructwhere04",
    _EDITION: "aggregates/agg-empty-group functions/strdt03 functions/strlang03",
}
_RDFLIB = {
    "a variable outside of its group, or bound twice, is not refused": """
        aggregates/agg08 aggregates/agg09 aggregates/agg10 aggregates/agg11 aggregates/agg12
        grouping/group06 grouping/group07 syntax-query/test_43 syntax-query/test_44
        syntax-query/test_45 syntax-query/test_60 syntax-query/test_61a syntax-query/test_62a
        syntax-query/test_65""",
    "VALUES with too few or too many values is not refused": """
        syntax-query/test_bad_values_too_few syntax-query/test_bad_values_too_many""",
    "half of a surrogate pair is not refused": """
        syntax-query/test_codepoint_invalid_escaped_bad_06""",
    "^ in a negated property set cannot be evaluated": """
        property-path/nps_inverse property-path/nps_direct_and_inverse
        property-path/nps_a_inverse""",
    "casts between truth values and numbers, or of decimals to integers, fail": """
        cast/cast-bool cast/cast-int cast/cast-float cast/cast-double cast/cast-decimal
        aggregates/agg-group-fn""",
    "a number is cast to text with its «.0»": "cast/cast-string",
    "no groups give a row": "aggregates/agg-empty-group-max-1 aggregates/agg-empty-group-count-1",
    "AVG passes over what is no number": "aggregates/agg-err-01",
    "STRDT takes what is no plain text": """
        functions/strdt01 functions/strdt03 functions/strdt03-rdf11""",
    _EDITION: "functions/strlang03",
    "CONCAT and COALESCE of nothing give no right answer": """
        functions/concat-empty functions/coalesce-empty""",
    "REPLACE takes the flag «i» for a count": "functions/replace-case-insensitive",
    "TIMEZONE writes a duration of zero as P0D": "functions/timezone",
    "BNODE of one text is one node in all rows": "functions/bnode01",
    "the product of integers is a decimal": "project-expression/projexp03",
    "a path of paths gives an answer twice": "property-path/pp37",
    "a path of length zero begins at a literal": "property-path/values_and_path",
    "a variable that a subquery does not select is joined": "subquery/subquery13",
}
#: By engine and reason; ours, our endpoint and the server are Oxigraph.
KNOWN = {"embedded": _OXIGRAPH, "serve": _OXIGRAPH, "rdflib": _RDFLIB, "server": _OXIGRAPH}
#: Tests that changed between the editions, and fail in one alone.
_LATER = "functions/strdt03-rdf11"
_ONLY_EARLIER = {"construct/constructwhere04"}
_ONLY_LATER = {"subquery/subquery13"}


def known(engine: str, names: Collection[str]) -> dict[str, str]:
    """The tests among these that an engine is known to fail, with the reason."""
    other = _ONLY_EARLIER if _LATER in names else _ONLY_LATER
    return {
        name: why
        for why, listed in KNOWN[engine].items()
        for name in listed.split()
        if name in names and name not in other
    }
