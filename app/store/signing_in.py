"""Signing in and out on this machine, with or without a network.

Offline the PIN is checked against the argon2id verifier that the centre gave this machine. Tries are limited, with a
wait that doubles and outlives the program; a lease of 14 days runs from the last contact with the centre, and a clock
that was turned back does not lengthen it.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.earning import facts_in
from app.store.glance import PAGE
from app.store.keeper import Desk, Keeper, Present, Urgency
from app.store.machine import ENDED_AT, enrolment_in, remember_account
from app.store.mirror import rows, state
from app.store.readings import Account, ClassTile, PersonTile, SignIn, SignInPage
from app.store.shelf import MACHINE
from app.store.wiping import finish_wipe
from app.store.writing import Writing
from domain.music.say import Say, say
from domain.records.identity import AccessRole, MemberStatus

LEASE = 14 * 24 * 3600 * 1_000_000
# Five tries are free; then 30 seconds, doubling to a quarter of an hour.
FREE_TRIES = 5
_FIRST_WAIT = 30 * 1_000_000
_LONGEST_WAIT = 15 * 60 * 1_000_000
_STUDENTS = (AccessRole.STUDENT, AccessRole.GENERIC_STUDENT)


class _Person(msgspec.Struct, frozen=True):
    """Somebody who may sign in here: from a tile of the centre, or because they signed in online before."""

    account: Account
    verifier: str | None
    active: bool
    classes: list[tuple[str, str]]


def sign_in_page(*, keeper: Keeper) -> Future[SignInPage]:
    """Whom one can be on this machine: classes with their people, by name, and the staff."""

    def work(desk: Desk) -> SignInPage:
        with desk.mirror(MACHINE).reading() as connection:
            page = _page(connection)
            known = state(connection, PAGE)
        if (text := msgspec.json.encode(page).decode()) != known:
            # For the next start, which shows it before the store is open.
            with desk.mirror(MACHINE).writing(durable=False) as writing:
                writing.set_state(PAGE, text)
        return page

    return keeper.submit(work)


def sign_in(*, keeper: Keeper, user_id: str, pin: str) -> Future[SignIn]:
    """Check a PIN or password: the account, or a refusal in the user's words."""
    answer = keeper.submit(lambda desk: _sign_in(desk, user_id, pin))
    answer.add_done_callback(lambda done: _prepare(keeper, done))
    return answer


def _prepare(keeper: Keeper, done: Future[SignIn]) -> None:
    """A student who has signed in plays soon: their figures are counted now, behind other work."""
    account = None if done.exception() else done.result().account
    if account is None or account.role not in _STUDENTS:
        return

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).reading() as connection:
            facts_in(desk, connection, account.user_id)

    keeper.submit(work, Urgency.LATER)


def sign_out(*, keeper: Keeper, account: Account) -> Future[None]:
    """Leave this machine. What waits is still sent."""

    def work(desk: Desk) -> None:
        desk.here = None
        with desk.mirror(MACHINE).writing() as writing:
            writing.connection.exec_driver_sql(
                "UPDATE local_account SET signed_in = 0 WHERE user_id = ?", (account.user_id,)
            )
            writing.changed.add("local_account")

    return keeper.submit(work)


def grant(*, keeper: Keeper, account: Account, verifier: str) -> Future[Account]:
    """The centre has just checked this person's secret: they are signed in, and can sign in offline from now on."""

    def work(desk: Desk) -> Account:
        finish_wipe(desk, account.user_id)
        with desk.mirror(MACHINE).writing() as writing:
            remember_account(writing, account, verifier=verifier, granted_at=desk.now())
            _signed_in(writing, account, desk.now())
        desk.shelf.welcome(account.user_id)
        desk.here = Present(account, verifier)
        return account

    return keeper.submit(work)


def grant_over(*, keeper: Keeper, user_id: str) -> Future[None]:
    """The centre does not know any more that this person has signed in here (a machine that was added anew, a restored
    backup): whoever is not kept warm signs in with the network once more, and that tells it again.
    """

    def work(desk: Desk) -> None:
        with desk.mirror(MACHINE).writing() as writing:
            sql = (
                "UPDATE local_account SET granted_at = NULL, last_contact_at = NULL "
                "WHERE user_id = ? AND (granted_at IS NOT NULL OR last_contact_at IS NOT NULL)"
            )
            if writing.connection.exec_driver_sql(sql, (user_id,)).rowcount:
                writing.changed.add("local_account")

    return keeper.submit(work, Urgency.LATER)


def remember_who_is_here(desk: Desk) -> None:
    """Where the machine's mirror was made anew while somebody was signed in, it learns of them again."""
    if desk.here is None:
        return
    account, verifier = desk.here
    with desk.mirror(MACHINE).reading() as connection:
        known = rows(connection, "SELECT 1 FROM local_account WHERE user_id = ?", account.user_id)
    if not known:
        with desk.mirror(MACHINE).writing() as writing:
            remember_account(writing, account, verifier=verifier, granted_at=desk.now())
            _signed_in(writing, account, desk.now())


def needs_the_network(*, keeper: Keeper, user_id: str) -> Future[bool]:
    """Whether this person must sign in here with the network: all but students, until they have done so once.

    Only then may this machine hold their mirror.
    """

    def work(desk: Desk) -> bool:
        with desk.mirror(MACHINE).reading() as connection:
            person = _person(connection, user_id)
            found = rows(connection, "SELECT granted_at FROM local_account WHERE user_id = ?", user_id)
        kept_warm = person is None or person.account.role in _STUDENTS
        return not kept_warm and not (found and found[0]["granted_at"])

    return keeper.submit(work)


# -- the page


def _page(connection: Connection) -> SignInPage:
    enrolled = enrolment_in(connection)
    warm = {row["user_id"] for row in rows(connection, "SELECT user_id FROM local_account WHERE last_contact_at > 0")}
    classes: dict[tuple[str, str], list[PersonTile]] = {}
    staff: list[PersonTile] = []
    family: list[PersonTile] = []
    for person in sorted(_people(connection), key=lambda p: p.account.display_name.casefold()):
        if not person.active or person.account.role in (AccessRole.KIOSK, AccessRole.MACHINE):
            continue
        tile = _tile(person, warm)
        if person.account.role is AccessRole.GUARDIAN:
            family.append(tile)
        elif person.account.role not in _STUDENTS:
            staff.append(tile)
        for class_id, class_name in person.classes:
            classes.setdefault((class_name, class_id), []).append(tile)
    return SignInPage(
        machine_name=enrolled.machine_name if enrolled else "",
        school_name=enrolled.school_name if enrolled else "",
        classes=tuple(
            ClassTile(class_id=class_id, class_name=name, people=tuple(people))
            for (name, class_id), people in sorted(classes.items())
        ),
        staff=tuple(staff),
        family=tuple(family),
        ended=state(connection, ENDED_AT) is not None,
    )


def _tile(person: _Person, warm: set[str]) -> PersonTile:
    account = person.account
    return PersonTile(
        user_id=account.user_id,
        role=account.role,
        display_name=account.display_name,
        avatar=account.avatar,
        ready_offline=person.verifier is not None and account.user_id in warm,
    )


def _people(connection: Connection) -> list[_Person]:
    found = {row["user_id"]: _of_account(row) for row in rows(connection, "SELECT * FROM local_account")}
    for row in rows(connection, "SELECT * FROM sign_in_tile"):
        found[row["id"]] = _of_tile(row)
    return list(found.values())


def _person(connection: Connection, user_id: str) -> _Person | None:
    for row in rows(connection, "SELECT * FROM sign_in_tile WHERE id = ?", user_id):
        return _of_tile(row)
    for row in rows(connection, "SELECT * FROM local_account WHERE user_id = ?", user_id):
        return _of_account(row)
    return None


def _of_tile(row: Mapping[str, Any]) -> _Person:
    account = Account(
        user_id=row["id"],
        org_id=row["org_id"],
        role=AccessRole(row["role"]),
        display_name=row["display_name"],
        avatar=row["avatar"],
    )
    classes = msgspec.json.decode(row["classes"], type=list[tuple[str, str]])
    return _Person(account, row["verifier"] or None, row["status"] == MemberStatus.ACTIVE, classes)


def _of_account(row: Mapping[str, Any]) -> _Person:
    names = ("user_id", "org_id", "display_name", "avatar")
    account = Account(role=AccessRole(row["role"]), **{name: row[name] for name in names})
    return _Person(account, row["verifier"], row["verifier"] is not None, [])


# -- the check


def _sign_in(desk: Desk, user_id: str, pin: str) -> SignIn:
    now = desk.now()
    finish_wipe(desk, user_id)
    with desk.mirror(MACHINE).writing() as writing:
        person = _person(writing.connection, user_id)
        if person is None or not person.active or person.verifier is None:
            return SignIn(refusal=say("This account cannot sign in on this computer. Please ask your teacher."))
        if (refused := _lease_over(writing, now) or _locked_out(writing, user_id, now)) is not None:
            return refused
        # Kept before the answer is known: switching the computer off does not give a free try.
        remember_account(writing, person.account)
        tries = _count_try(writing, user_id, now)
    if not _fits(person.verifier, pin):
        return _wrong(tries, now)
    with desk.mirror(MACHINE).writing() as writing:
        _signed_in(writing, person.account, now)
    desk.shelf.welcome(user_id)
    desk.here = Present(person.account, person.verifier)
    return SignIn(account=person.account)


def _fits(verifier: str, pin: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(verifier, pin)
    except (VerificationError, InvalidHashError):
        return False


def _lease_over(writing: Writing, now: int) -> SignIn | None:
    contact = int(state(writing.connection, "last_contact_at") or 0)
    high = max(now, int(state(writing.connection, "clock_high") or 0))
    writing.set_state("clock_high", high)
    if high - contact <= LEASE:
        return None
    return SignIn(
        refusal=say(
            "This computer has not reached the school for {days} days. Connect it to the network once, then sign in.",
            days=LEASE // (24 * 3600 * 1_000_000),
        )
    )


def _locked_out(writing: Writing, user_id: str, now: int) -> SignIn | None:
    found = rows(writing.connection, "SELECT * FROM local_account WHERE user_id = ?", user_id)
    if not found or found[0]["wait_until"] is None:
        return None
    until, failed_at = found[0]["wait_until"], found[0]["failed_at"]
    if now < failed_at:
        # The clock was turned back: the whole wait begins again, so that this gains nothing.
        until = now + _wait_after(found[0]["failed"])
        sql = "UPDATE local_account SET wait_until = ?, failed_at = ? WHERE user_id = ?"
        writing.connection.exec_driver_sql(sql, (until, now, user_id))
    return SignIn(refusal=_wait_sentence(until - now), wait_until=until) if now < until else None


def _count_try(writing: Writing, user_id: str, now: int) -> int:
    found = writing.connection.exec_driver_sql(
        "UPDATE local_account SET failed = failed + 1, failed_at = ? WHERE user_id = ? RETURNING failed", (now, user_id)
    )
    tries = int(found.scalar_one())
    if tries >= FREE_TRIES:
        sql = "UPDATE local_account SET wait_until = ? WHERE user_id = ?"
        writing.connection.exec_driver_sql(sql, (now + _wait_after(tries), user_id))
    return tries


def _wait_after(tries: int) -> int:
    return int(min(_FIRST_WAIT * 2 ** min(max(tries - FREE_TRIES, 0), 16), _LONGEST_WAIT))


def _wrong(tries: int, now: int) -> SignIn:
    if tries < FREE_TRIES:
        return SignIn(refusal=say("That is not the right PIN. Try again."))
    wait = _wait_after(tries)
    return SignIn(refusal=_wait_sentence(wait), wait_until=now + wait)


def _wait_sentence(wait: int) -> Say:
    seconds = max(1, -(-wait // 1_000_000))
    if seconds <= 90:
        return say("Too many tries. Wait {seconds} seconds, or ask your teacher for a new PIN.", seconds=seconds)
    minutes = -(-seconds // 60)
    return say("Too many tries. Wait {minutes} minutes, or ask your teacher for a new PIN.", minutes=minutes)


def _signed_in(writing: Writing, account: Account, now: int) -> None:
    writing.connection.exec_driver_sql("UPDATE local_account SET signed_in = 0 WHERE signed_in = 1")
    writing.connection.exec_driver_sql(
        "UPDATE local_account SET signed_in = 1, last_signed_in_at = ?, failed = 0, failed_at = NULL, "
        "wait_until = NULL WHERE user_id = ?",
        (now, account.user_id),
    )
    writing.changed.add("local_account")
