"""The command line's fixtures, for the commands on exports."""

from ..commands.conftest import process, run

__all__ = ["process", "run"]
