"""The manual page, in the macros of man(7), out of the commands themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

__all__ = ["manual"]

_ENVIRONMENT = (
    ("TECHFEOD_DATA", "A folder of YAML files to use instead of the published data."),
    ("TECHFEOD_LANG", "The language of labels and wordings: fr or en."),
    ("TECHFEOD_CACHE", "The folder of the cache; off does without one."),
    ("TECHFEOD_PASSWORD", "The password that load sends with --user."),
    ("TECHFEOD_DEBUG", "Show the traceback of a fault of the program."),
    ("NO_COLOR", "Print without colours."),
)


def manual(program: Any, context: Any, version: str, exits: Sequence[tuple[str, str]]) -> str:
    """The page of a program: its commands, their arguments and options, an example of each."""
    lines = [
        f'.TH TECHFEOD 1 "" "techfeod-graph {version}" "User Commands"',
        ".SH NAME",
        f"techfeod \\- {_text(_first(program.help))}",
        ".SH SYNOPSIS",
        ".B techfeod",
        "[\\fIOPTION\\fR]... \\fICOMMAND\\fR [\\fIARGUMENT\\fR]...",
        ".SH DESCRIPTION",
        _text(program.help),
        *_options(program, context),
        ".SH COMMANDS",
    ]
    for name, command in program.commands.items():
        lines += _command((name,), command, context)
    lines += [".SH ENVIRONMENT"]
    for name, meaning in _ENVIRONMENT:
        lines += [".TP", f".B {name}", _text(meaning)]
    lines += [".SH EXIT STATUS"]
    for code, meaning in exits:
        lines += [".TP", f".B {code}", _text(meaning)]
    return "\n".join(lines) + "\n"


def _command(path: tuple[str, ...], command: Any, context: Any) -> Iterator[str]:
    if hasattr(command, "commands"):
        for name, inner in command.commands.items():
            yield from _command((*path, name), inner, context)
        return
    yield f".SS techfeod {_text(' '.join((*path, *_arguments(command))))}"
    yield _text(command.help or "")
    yield from _options(command, context)
    if command.epilog:
        yield ".PP"
        yield _text(command.epilog)


def _arguments(command: Any) -> Iterator[str]:
    for param in command.params:
        if param.param_type_name == "argument":
            name = (param.metavar or param.name or "").upper()
            yield name if param.required else f"[{name}]"


def _options(command: Any, context: Any) -> Iterator[str]:
    for param in command.params:
        if param.param_type_name == "argument":
            if getattr(param, "help", None):
                yield ".TP"
                yield f".I {_text((param.metavar or param.name).upper())}"
                yield _text(param.help)
        elif not getattr(param, "hidden", False) and (record := param.get_help_record(context)):
            yield ".TP"
            yield f".B {_text(record[0])}"
            yield _text(record[1])


def _first(text: str) -> str:
    return text.strip().partition("\n")[0].rstrip(".")


def _text(text: str) -> str:
    """Text for roff: one line, marks that it would read as its own escaped."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", plain)
