"""The essay you can query: concepts, claims and who holds them, as checked data and as a graph.

>>> import techfeod_graph as tf
>>> kb = tf.load(language="en")
>>> kb.concept("MIKA")
Concept('mika', 'MIKA')
>>> kb.claim("valeur-quitte-le-travail").opponents
(Agent('durand', 'Cédric Durand'),)

Names are imported when they are first used, so that ``import techfeod_graph`` costs nothing.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from techfeod_graph.api.base import KnowledgeBase
    from techfeod_graph.api.claims import Claim
    from techfeod_graph.api.figures import Figure
    from techfeod_graph.api.links import Label, Pointer, Position, Reason, Relation, Step
    from techfeod_graph.api.opening import load
    from techfeod_graph.api.records import Agent, Concept, Work
    from techfeod_graph.api.tables import MissingExtra, Table
    from techfeod_graph.errors import CorpusError, TechfeodError
    from techfeod_graph.guard import QueryError
    from techfeod_graph.queries import UnknownName
    from techfeod_graph.serving.process import Broken, TimedOut

__all__ = [
    "Agent",
    "Broken",
    "Claim",
    "Concept",
    "CorpusError",
    "Figure",
    "KnowledgeBase",
    "Label",
    "MissingExtra",
    "Pointer",
    "Position",
    "QueryError",
    "Reason",
    "Relation",
    "Step",
    "Table",
    "TechfeodError",
    "TimedOut",
    "UnknownName",
    "Work",
    "load",
]

_HOMES = {
    "api.base": ("KnowledgeBase",),
    "api.claims": ("Claim",),
    "api.figures": ("Figure",),
    "api.links": ("Label", "Pointer", "Position", "Reason", "Relation", "Step"),
    "api.opening": ("load",),
    "api.records": ("Agent", "Concept", "Work"),
    "api.tables": ("MissingExtra", "Table"),
    "errors": ("CorpusError", "TechfeodError"),
    "guard": ("QueryError",),
    "queries": ("UnknownName",),
    "serving.process": ("Broken", "TimedOut"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            from importlib import import_module

            found = getattr(import_module(f"{__name__}.{home}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
