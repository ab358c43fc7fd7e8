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
_VIRTUOSO = {
    # what is valid and refused
    "a colon in a local name ends it": """
        syntax-query/test_54 syntax-query/test_pn_04 syntax-query/test_pn_09
        syntax-query/test_pn_bad_08""",
    "an escape or a % in a local name is not read": """
        syntax-query/test_53 syntax-query/test_pn_05 syntax-query/test_pn_06
        syntax-query/test_pn_07""",
    "GROUP_CONCAT without SEPARATOR is an error": """
        aggregates/agg-groupconcat-01 aggregates/agg-groupconcat-02
        aggregates/agg-groupconcat-04 aggregates/agg-groupconcat-05
        aggregates/agg-groupconcat-06 aggregates/agg-groupconcat-distinct
        syntax-query/test_18 syntax-query/test_19""",
    "HAVING without GROUP BY is an error": "aggregates/agg06",
    "VALUES after an empty pattern is an error": "syntax-query/test_36a syntax-query/test_38a",
    "^ first in a negated property set is not read": """
        property-path/nps_inverse property-path/nps_a_inverse""",
    "a path with * or ? that begins at no given term is an error": """
        property-path/pp14 property-path/pp16 property-path/pp34 property-path/pp35
        property-path/values_and_path syntax-query/test_pp_coll""",
    "BNODE is not implemented": "functions/bnode01 functions/bnode02",
    # what is not valid and accepted
    "a variable outside of its group, or bound twice, is not refused": """
        aggregates/agg08 aggregates/agg10 aggregates/agg12 grouping/group06 grouping/group07
        syntax-query/test_43 syntax-query/test_44 syntax-query/test_60 syntax-query/test_61a
        syntax-query/test_65""",
    "an expression without a name in SELECT is not refused": """
        syntax-query/test_46 syntax-query/test_47""",
    "FILTER and GRAPH in CONSTRUCT WHERE are not refused": """
        construct/constructwhere05 construct/constructwhere06""",
    "half of a surrogate pair is not refused": """
        syntax-query/test_codepoint_invalid_escaped_bad_06""",
    # what is answered otherwise
    "an error in an expression ends the query": """
        aggregates/agg-err-01 functions/coalesce01 functions/ends01 functions/if02
        functions/notin02 functions/plus-1 functions/plus-2 functions/strafter01a
        functions/strbefore01a functions/timezone""",
    "GRAPH ?g is no join with a subquery, VALUES or MINUS inside, or an EXISTS around it": """
        aggregates/agg-empty-group-count-graph bindings/graph exists/exists-graph-variable
        negation/graph-minus subquery/subquery03""",
    "a path gives an answer more than once": """
        property-path/pp12 property-path/pp21 property-path/pp23 property-path/pp25
        property-path/pp28a property-path/pp36 property-path/pp37""",
    "MINUS with OPTIONAL inside takes away too much": """
        negation/full-minuend negation/partial-minuend""",
    "VALUES after the pattern drops rows that leave its variable open": "bindings/values7",
    "a filter sees a variable that is bound outside of its group": "bind/bind10",
    "the sum and the average of doubles are decimals": """
        aggregates/agg-sum-02 aggregates/agg-avg-02 aggregates/agg-avg-distinct
        aggregates/agg-err-02""",
    "AVG of nothing is nothing": "aggregates/agg-avg-03",
    "a truth value is a number": "functions/if01 project-expression/projexp01",
    "xsd:string makes 1 of true, and leaves an IRI as it is": "cast/cast-string",
    "a text counts as a number": """
        project-expression/projexp02 functions/plus-1-corrected""",
    "casts take texts that have no such value": "cast/cast-bool cast/cast-int cast/cast-decimal",
    "STRDT and STRLANG take what is no plain text": """
        functions/strdt01 functions/strdt03 functions/strdt03-rdf11 functions/strlang01
        functions/strlang03 functions/strlang03-rdf11""",
    "CONCAT takes numbers, and keeps the language that one text has": "functions/concat02",
    "REPLACE takes numbers, and drops the language": "functions/replace01",
    "STRBEFORE and STRAFTER of what is empty or not in the text": """
        functions/strbefore02 functions/strafter02""",
    "hashes of letters beyond ASCII": """
        functions/md5-02 functions/sha1-02 functions/sha256-02 functions/sha384-02
        functions/sha512-02""",
    "SECONDS is a double": "functions/seconds",
    "IRI does not resolve what is relative": "functions/iri01",
    "UUID() is one in a query": "functions/uuid02",
    # what is written otherwise
    "a blank node in CSV looks as an IRI does": "csv-tsv-res/csv01 csv-tsv-res/csv02",
    "TSV is CSV with tabs": "csv-tsv-res/tsv01 csv-tsv-res/tsv02 csv-tsv-res/tsv03",
    "FROM names a file, which is not read": "construct/constructwhere04",
    _EDITION: "aggregates/agg-empty-group",
}
#: By engine and reason; ours, our endpoint and the server are Oxigraph.
KNOWN = {
    "embedded": _OXIGRAPH,
    "serve": _OXIGRAPH,
    "rdflib": _RDFLIB,
    "server": _OXIGRAPH,
    "virtuoso": _VIRTUOSO,
}
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
