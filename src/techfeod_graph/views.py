"""Records of the compiled index: plain data read through the attributes of the models.

A view knows its fields by a shape, taken from the pydantic models when the index is written, so
that reading one needs no pydantic.
"""

from __future__ import annotations

import marshal
from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import Any

__all__ = ["DERIVED", "Kinds", "Shape", "Table", "View"]

#: Of each field: its name, its key in the YAML, the kind of record it holds, what stands for none.
#: The kind is empty for text, ``Name`` for one or a tuple of them, ``{Name}`` for a mapping.
Shape = tuple[tuple[str, str, str, Any], ...]

#: Properties of the models that are kept as if they were fields, and the kind they hold.
DERIVED = {"labels": "Name", "variants": "Variants", "year": ""}


class View:
    """One record. Its attributes are those of the model; a field left out has its default."""

    shape: Shape = ()

    def __init__(self, data: dict[str, Any]) -> None:
        self.__dict__ = data

    def model_dump(
        self, *, mode: str = "python", include: set[str] | None = None,
        exclude: set[str] | None = None, by_alias: bool = False, exclude_none: bool = False,
    ) -> dict[str, Any]:  # fmt: skip
        """The record as plain data, field by field, as the model of the same name gives it."""
        found = {}
        for name, alias, _kind, _default in self.shape:
            if include is not None and name not in include:
                continue
            value = getattr(self, name)
            if name in (exclude or ()) or (exclude_none and value is None):
                continue
            how = {"mode": mode, "by_alias": by_alias, "exclude_none": exclude_none}
            found[alias if by_alias else name] = _dump(value, how)
        return found

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.model_dump()})"


def _dump(value: Any, how: dict[str, Any]) -> Any:
    if isinstance(value, View):
        return value.model_dump(**how)
    if isinstance(value, tuple):
        found = [_dump(part, how) for part in value]
        return found if how["mode"] == "json" else tuple(found)
    if isinstance(value, dict):
        return {key: _dump(part, how) for key, part in value.items()}
    return value


class Table(Mapping[str, View]):
    """Records by id, each unpacked when it is first asked for."""

    def __init__(self, kind: type[View], packed: dict[str, Any]) -> None:
        self._kind = kind
        self._records = packed

    def __getitem__(self, key: str) -> View:
        found = self._records[key]
        if type(found) is bytes:
            found = self._records[key] = self._kind(marshal.loads(found))
        return found  # type: ignore[no-any-return]

    def __contains__(self, key: object) -> bool:
        return key in self._records

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def get(self, key: str, default: Any = None) -> Any:
        """The record of an id, or the default."""
        return self[key] if key in self._records else default

    def items(self) -> ItemsView[str, View]:
        """All ids with their records."""
        for key in self._records:
            self[key]
        return self._records.items()

    def values(self) -> ValuesView[View]:
        """All records."""
        self.items()
        return self._records.values()


class Kinds(dict[str, type[View]]):
    """A class of views for each shape, by the name of its model; made when first asked for."""

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        self._shapes = shapes

    def __missing__(self, kind: str) -> type[View]:
        shape = self._shapes[kind]
        members: dict[str, Any] = {"shape": shape}
        for name, inner in DERIVED.items():
            members[name] = _nested(name, inner, {}, self) if inner else None
        for name, _alias, inner, default in shape:
            members[name] = _nested(name, inner, default, self) if inner else default
        self[kind] = made = type(kind, (View,), members)
        return made


def _nested(name: str, kind: str, default: Any, classes: Mapping[str, type[View]]) -> property:
    """A field that holds records: they become views when it is first read."""
    made = f"{name} "  # no field has a space in its name

    def read(self: View) -> Any:
        own = self.__dict__
        found = own.get(made)
        if found is None:
            value = own.get(name, default)
            found = own[made] = None if value is None else _wrap(value, kind, classes)
        return found

    return property(read)


def _wrap(value: Any, kind: str, classes: Mapping[str, type[View]]) -> Any:
    if isinstance(value, tuple):
        return tuple(_wrap(part, kind, classes) for part in value)
    if kind[0] == "{":
        return {key: _wrap(part, kind[1:-1], classes) for key, part in value.items()}
    return classes[kind](dict(value))
