"""One person at one machine: how a deed reads this person's mirror and writes into it."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

from app.store.keeper import Desk
from app.store.readings import Account
from app.store.writing import Writing
from domain.records import Record
from workshop.simulator.machine import Machine
from workshop.simulator.school import Cast

Deed = Callable[["Hands"], None]


class Hands:
    """One person at one machine, about to do something."""

    def __init__(self, machine: Machine, account: Account, cast: Cast, chance: random.Random) -> None:
        self.machine = machine
        self.keeper = machine.keeper
        self.account = account
        self.cast = cast
        self.chance = chance

    @property
    def me(self) -> str:
        """The person's id."""
        return self.account.user_id

    def ids(self, sql: str, *values: Any) -> list[str]:
        """The first column of a query on this person's mirror, in order."""

        def work(desk: Desk) -> list[str]:
            with desk.mirror(self.me).reading() as connection:
                return [str(row[0]) for row in connection.exec_driver_sql(sql, values)]

        return self.keeper.submit(work).result()

    def one_of(self, sql: str, *values: Any) -> str | None:
        """Any of them, or None."""
        found = self.ids(sql, *values)
        return self.chance.choice(found) if found else None

    def write(self, work: Callable[[Writing], None]) -> None:
        """One transaction on this person's mirror."""

        def inside(desk: Desk) -> None:
            with desk.mirror(self.me).writing() as writing:
                work(writing)

        self.keeper.submit(inside).result()

    def put(self, record: Record) -> None:
        """Keep and queue a record."""

        def work(writing: Writing) -> None:
            writing.put(record)

        self.write(work)

    def put_or_edit(self, record: Record, changes: Mapping[str, Any]) -> None:
        """Queue a new document, or the changes where it is here already."""

        def work(writing: Writing) -> None:
            try:
                writing.edit(type(record), record.id, changes)
            except KeyError:
                writing.put_said(record, changes)

        self.write(work)

    def new_id(self) -> str:
        """An id of something made here and now."""
        return self.keeper.submit(lambda desk: desk.new_id()).result()

    def now(self) -> int:
        """This machine's time."""
        return self.machine.clock()

    def does(self, deed: Callable[..., Future[Any]], **what: object) -> None:
        """One of the store's functions, on behalf of this person."""
        deed(keeper=self.keeper, account=self.account, **what).result()
