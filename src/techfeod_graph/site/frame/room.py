"""From pages to files: each page written in both languages, with its policy and its addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import CodeType
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined

from techfeod_graph.errors import TechfeodError
from techfeod_graph.site.frame.material import Material
from techfeod_graph.site.frame.navigation import navigation
from techfeod_graph.site.frame.page import Asset, Page
from techfeod_graph.site.frame.speech import LANGUAGES, Speech

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

__all__ = ["Clash", "policy", "render", "written"]


class Clash(TechfeodError):
    """Two pages or files of the site have one address."""

    exit_code = 70


def policy(allow: str = "") -> str:
    """The content security policy of a page: everything from the site, nothing from elsewhere.

    ``allow`` are further sources of scripts.
    """
    scripts = " ".join(filter(None, ("'self'", allow)))
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; "
        "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'"
    )


def written(material: Material, parts: Iterable[Page | Asset]) -> dict[str, bytes]:
    """Address to content of every file of the site, in the order of the parts.

    :raises Clash: when two parts have one address.
    """
    listed = list(parts)
    pages = {part.address for part in listed if isinstance(part, Page)}
    environments: dict[tuple[str, int], Environment] = {}
    found: dict[str, bytes] = {}
    for part in listed:
        for address, content in _files(material, part, pages, environments):
            if address in found:
                raise Clash(f"two parts of the site have the address {address}")
            found[address] = content
    return found


def _files(
    material: Material,
    part: Page | Asset,
    pages: set[str],
    environments: dict[tuple[str, int], Environment],
) -> Iterable[tuple[str, bytes]]:
    if isinstance(part, Asset):
        yield part.address, part.content
        return
    depth = part.address.count("/")
    for language in LANGUAGES:
        if (language, depth) not in environments:
            names = Speech(material, language, depth, pages).names()
            names["navigation"] = navigation(pages)
            environments[language, depth] = _environment(names)
        template = environments[language, depth].get_template(part.template)
        given = {**part.given, "page": part, "policy": policy(part.allow)}
        yield f"{language}/{part.address}.html", (template.render(given) + "\n").encode()


def render(template: str, given: Mapping[str, Any]) -> bytes:
    """A template that belongs to no language, filled."""
    return (_environment({}).get_template(template).render(given) + "\n").encode()


class _Kept(BytecodeCache):
    """Compiled templates, which are the same for every language, depth and corpus."""

    def __init__(self) -> None:
        self.compiled: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled of this very source."""
        bucket.code = self.compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was just compiled."""
        if bucket.code is not None:
            self.compiled[bucket.key, bucket.checksum] = bucket.code


_KEPT = _Kept()


def _environment(names: Mapping[str, Any]) -> Environment:
    """Templates with the words of a language and the links of a depth as global names."""
    environment = Environment(
        loader=PackageLoader("techfeod_graph.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_KEPT,
    )
    environment.globals |= names
    return environment
