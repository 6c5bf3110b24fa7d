"""One file per game family: notes and time in, a Picture out. `ALL` names them, `CHECKS` their checks of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.games.families import ALL as ALL
    from domain.games.families import CHECKS as CHECKS


def __getattr__(name: str) -> object:
    """`ALL` and `CHECKS` when they are first asked for.

    A window needs pictures long before it needs games, and all families together take a tenth of a second to import.
    """
    if name in ("ALL", "CHECKS"):
        from domain.games import families

        return getattr(families, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
