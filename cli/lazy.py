"""Commands that are imported and built only when they run: a large command line starts at once."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.models import CommandInfo

__all__ = ["LazyGroup", "asking_shell"]

#: The variable by which a shell asks for completions; its value names the shell.
_ASKED = "_TECHFEOD_COMPLETE"


def asking_shell() -> str:
    """The shell that asks for completions; empty when none does."""
    return os.environ.get(_ASKED, "").partition("_")[2]


class LazyGroup(TyperGroup):
    """A group whose commands are looked up in a table, and built one by one."""

    #: Name to target («module.function» beside this module) and example.
    table: Mapping[str, tuple[str, str]] = {}

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands: Any = _Commands(self.rich_markup_mode)
        for name, (target, example) in self.table.items():
            self.commands.targets[name] = target
            self.commands.examples[name] = example

    def list_commands(self, ctx: Any) -> list[str]:
        """The names in the order of the table."""
        return list(self.commands)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command that runs; while help or completion is written, only its name and help."""
        if self.commands.listing:
            return self.commands.listed(cmd_name)
        return self.commands.get(cmd_name)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Without arguments the help is printed, where it can be paged, and the request failed."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            typer.echo(ctx.get_help(), color=ctx.color)
            ctx.exit(2)
        return list(super().parse_args(ctx, args))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Help, for which no command is built."""
        with self.commands.as_list():
            super().format_help(ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Completion, for which no command is built."""
        with self.commands.as_list():
            return super().shell_complete(ctx, incomplete)


class _Commands(MutableMapping[str, Any]):
    """The commands of a group by name: a target, until it is asked for."""

    def __init__(self, markup: Any) -> None:
        self.markup = markup
        #: The words that lead to the group.
        self.path: tuple[str, ...] = ()
        self.listing = False
        self.targets: dict[str, str | CommandInfo] = {}
        self.examples: dict[str, str] = {}
        self.built: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self.built:
            self.built[name] = self._build(name)
        return self.built[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self.targets.setdefault(name, "")
        self.built[name] = command

    def __delitem__(self, name: str) -> None:
        del self.targets[name]
        self.built.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self.targets)

    def __len__(self) -> int:
        return len(self.targets)

    @contextmanager
    def as_list(self) -> Iterator[None]:
        """While help is written: commands are known by name and help alone."""
        self.listing = True
        try:
            yield
        finally:
            self.listing = False

    def listed(self, name: str) -> Any:
        """A command that can only be listed."""
        if name in self.built or name not in self.targets:
            return self.built.get(name)
        found = self._target(name)
        if isinstance(found, typer.Typer):
            text = str(found.info.help)
        elif isinstance(found, CommandInfo):
            text = found.help or inspect.getdoc(found.callback) or ""
        else:
            text = inspect.getdoc(found) or ""
        return TyperCommand(name, help=text, rich_markup_mode=self.markup)

    def _target(self, name: str) -> Any:
        target = self.targets[name]
        if isinstance(target, CommandInfo):
            return target
        module, _, attribute = target.rpartition(".")
        return getattr(import_module(f".{module}", __package__), attribute)

    def _build(self, name: str) -> Any:
        target = self._target(name)
        if isinstance(target, typer.Typer):
            return _group(target, name, self.markup)
        shell = typer.Typer(
            add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=self.markup
        )
        if isinstance(target, CommandInfo):
            shell.registered_commands.append(target)
        else:
            shell.command(name, epilog=f"Example: {self.examples[name]}")(target)
        command = typer.main.get_command(shell)
        if asking_shell():
            from .completing import complete_names

            complete_names(command, (*self.path, name))
        return command


def _group(given: typer.Typer, name: str, markup: Any) -> LazyGroup:
    shell = typer.Typer(
        name=name, cls=LazyGroup, help=given.info.help, no_args_is_help=True,
        add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=markup,
    )  # fmt: skip
    shell.callback()(_nothing)
    group = typer.main.get_command(shell)
    assert isinstance(group, LazyGroup)
    group.commands.path = (name,)
    for info in given.registered_commands:
        group.commands.targets[info.name] = info
    return group


def _nothing() -> None:
    pass
