"""What the reading room is made of: pages, which exist in both languages, and shared files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from techfeod_graph.model import Name
from techfeod_graph.site.frame.material import Material

__all__ = ["Asset", "Page", "Producer"]


@dataclass(frozen=True)
class Page:
    """One page, written once a language by a template that extends ``frame.html.j2``.

    ``address`` has neither language nor ending (``concept/rente``) and is the path of the record
    in the data. ``given`` are the names that the template uses beside those of ``Speech``.
    ``scripts`` and ``styles`` are files under ``assets/``, loaded after the shared ones.
    ``allow`` are further sources of scripts for the policy, such as ``'wasm-unsafe-eval'``.
    ``menu`` is the key of the entry of the navigation that the page belongs to; a ``wide`` page
    takes the whole width of the window.
    """

    address: str
    template: str
    title: Name
    given: Mapping[str, Any] = field(default_factory=dict)
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    allow: str = ""
    menu: str = ""
    wide: bool = False


@dataclass(frozen=True)
class Asset:
    """A file that pages share, by its address in the site (``assets/map.js``)."""

    address: str
    content: bytes


#: A function that makes pages and files of what there is; ``site.PRODUCERS`` lists them all.
Producer = Callable[[Material], Iterable[Page | Asset]]
