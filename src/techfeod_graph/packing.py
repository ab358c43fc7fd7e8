"""From checked records to the plain data of an index, and their shapes from the models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from techfeod_graph.model import Record
from techfeod_graph.views import DERIVED, Shape

__all__ = ["pack", "shapes"]


def shapes(*models: type[Record]) -> dict[str, Shape]:
    """The shapes of some models and of every model that their fields or properties hold."""
    found: dict[str, Shape] = {}
    for model in models:
        _collect(model, found)
    return found


def _collect(model: type[Record], found: dict[str, Shape]) -> None:
    if model.__name__ in found:
        return
    shape = []
    for name, info in model.model_fields.items():
        inner, kept = _held(info.annotation)
        default = None if info.is_required() else pack(info.get_default(call_default_factory=True))
        shape.append((name, info.alias or name, kept, default))
        if inner is not None:
            _collect(inner, found)
    found[model.__name__] = tuple(shape)


def _held(annotation: Any) -> tuple[type[Record] | None, str]:
    """The kind of record that a field holds, and how a shape names it."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation, annotation.__name__
    mapping = get_origin(annotation) is Mapping
    for part in get_args(annotation):
        inner, kept = _held(part)
        if inner is not None:
            return inner, f"{{{kept}}}" if mapping else kept
    return None, ""


def pack(value: Any) -> Any:
    """A record, or any value of one, as plain data; fields that have their default are left out."""
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, tuple | list):
        return tuple(pack(part) for part in value)
    if isinstance(value, Mapping):
        return {key: pack(part) for key, part in value.items()}
    return value


def _record(record: Record) -> dict[str, Any]:
    kind = type(record)
    found = {}
    for name, info in kind.model_fields.items():
        value = getattr(record, name)
        if info.is_required() or value != info.get_default(call_default_factory=True):
            found[name] = pack(value)
    for name in DERIVED:
        if isinstance(getattr(kind, name, None), property):
            found[name] = pack(getattr(record, name))
    return found
