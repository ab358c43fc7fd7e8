"""The JSON Schemas of the YAML files, made from the models, for completion in editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from techfeod_graph.export.edition import Edition, as_json
from techfeod_graph.model import Agent, Claim, Concept, Discrepancy, Pointer, Record, Source, Work

if TYPE_CHECKING:
    from pydantic_core import core_schema

__all__ = ["schemas"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_KEYED: dict[str, type[Record]] = {
    "agents": Agent,
    "concepts": Concept,
    "claims": Claim,
    "discrepancies": Discrepancy,
}
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class _WithShorthands(GenerateJsonSchema):
    """Also allows what the models accept besides their full form: a scalar for a list, a name."""

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """The full form, or the shorthand that the validator before it turns into it."""
        full = super().function_before_schema(schema)
        name = getattr(schema["function"]["function"], "__name__", "")
        short: list[JsonSchemaValue] = []
        if name == "_as_list":
            short = [_items(full)]
        elif name == "_as_variants":
            texts: JsonSchemaValue = {"type": "array", "items": {"type": "string"}}
            short = [{"type": "string"}, texts]
        elif name in ("_as_name", "_as_holding"):
            short = [{"type": "string", "minLength": 1}]
        return {"anyOf": [*short, full]} if short else full


def _items(array: JsonSchemaValue) -> JsonSchemaValue:
    items: JsonSchemaValue = array.get("items", {})
    return items


def schemas(edition: Edition) -> Mapping[str, bytes]:
    """One schema a file, ``claims.schema.json`` …; the edition gives the IRIs they are named by."""
    found: dict[str, dict[str, Any]] = {}
    for name, model in _KEYED.items():
        record = _schema(model)
        definitions = record.pop("$defs", {})
        record["properties"].pop("id")
        record["required"].remove("id")
        found[name] = {
            "type": "object",
            "propertyNames": {"pattern": _SLUG, "maxLength": 80},
            "additionalProperties": record,
            "$defs": definitions,
        }
    found["source"] = _schema(Source)
    found["citations"] = _listed(_schema(Pointer))
    works = _listed(_schema(Work))
    definitions = works.pop("$defs")
    found["works"] = {
        "type": "object",
        "properties": {"references": works},
        "required": ["references"],
        "additionalProperties": False,
        "$defs": definitions,
    }
    return {
        f"{name}.schema.json": as_json(
            {"$schema": _DRAFT, "$id": f"{edition.base}schema/{name}", "title": f"{name}.yaml"}
            | {key: value for key, value in schema.items() if key != "title"}
        )
        for name, schema in found.items()
    }


def _schema(model: type[Record]) -> dict[str, Any]:
    raw = model.model_json_schema(by_alias=True, schema_generator=_WithShorthands)
    tidy: dict[str, Any] = _tidy(raw)
    return tidy


def _tidy(node: Any) -> Any:
    """Without titles made of names, defaults and nulls, which the YAML files do not have."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {
        key: _tidy(value)
        for key, value in node.items()
        if not (key == "title" and isinstance(value, str)) and key != "default"
    }
    if "anyOf" in found:
        found["anyOf"] = [kind for kind in found["anyOf"] if kind != {"type": "null"}]
        if length := found.pop("minLength", 0):  # pydantic puts it beside a list with shorthand
            for kind in found["anyOf"]:
                kind["minItems" if kind.get("type") == "array" else "minLength"] = length
        if len(found["anyOf"]) == 1:
            found |= found.pop("anyOf")[0]
    return found


def _listed(record: dict[str, Any]) -> dict[str, Any]:
    definitions = record.pop("$defs", {})
    return {"type": "array", "items": record, "$defs": definitions}
