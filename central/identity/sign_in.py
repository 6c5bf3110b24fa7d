"""Signing in while the centre can be reached: secrets checked, tries limited, sessions and grants given."""

from __future__ import annotations

from collections.abc import Callable, Collection

import msgspec
from argon2 import PasswordHasher
from sqlalchemy import Connection, bindparam, delete, insert, select, text

from central.database import Database
from central.identity import secrets
from central.identity.machines import MINUTE, Device, Machines
from central.problems import NotSignedIn, Refused
from central.rows import Rows
from central.sync.known import KnownRows
from central.sync.standing import STAFF, Standing, standing_of
from central.tables import CREDENTIAL, SESSION, SIGN_IN_TRY
from domain.community.permissions import Act, Reach, reaches
from domain.records.identity import AccessRole, Member
from domain.records.pairing import Session, SignedIn, SignInRequest

# Free tries before waiting begins; then half a minute, doubling to a quarter of an hour.
FREE_TRIES = 5
FIRST_WAIT = MINUTE // 2
LONGEST_WAIT = 15 * MINUTE
SESSION_LIFE = 12 * 60 * MINUTE

WRONG = Refused("wrong_secret", "That is not right. Please try again.", 403)
STAFF_ONLY = Refused("staff_only", "Only teachers may do that.", 403)
NOT_PERMITTED = Refused("not_permitted", "Only an administrator of the organisation may do that.", 403)


class _Credential(msgspec.Struct, frozen=True):
    user_id: str
    secret_hash: str


class SignIn:
    """Checks people at the door."""

    def __init__(self, database: Database, machines: Machines, now: Callable[[], int], hasher: PasswordHasher) -> None:
        self._database = database
        self._machines = machines
        self._now = now
        # Compared where there is no such user, so that the answer takes as long as for one who is there.
        self._nobody = secrets.secret_hash("nobody", hasher)

    def on_machine(self, device: Device, request: SignInRequest) -> SignedIn:
        """Sign somebody in on an enrolled machine and let it sync their account from now on.

        Raises Refused: wrong secret (403), too many tries (429, with `retry_after`), a display (403).
        """
        if device.account is not None:
            raise Refused("a_display", "Nobody signs in on a classroom display.", 403)
        row = self._credential(device.org_id, request.user_id, request.username)
        subject = f"{device.device_id}:{row.user_id if row else request.username or request.user_id}"
        self._check(device.org_id, subject, row, request.secret)
        assert row is not None
        member = self._member(device.org_id, row.user_id)
        self._machines.grant(device, member.id)
        return SignedIn(member.id, member.org_id, member.role, member.display_name, member.avatar, row.secret_hash)

    def session(self, org_id: str, username: str, secret: str) -> Session:
        """A session for staff without an enrolled machine. Raises Refused as `on_machine` does."""
        row = self._credential(org_id, None, username)
        self._check(org_id, f"session:{username.lower()}", row, secret)
        assert row is not None
        if self._member(org_id, row.user_id).role not in STAFF:
            raise STAFF_ONLY
        token, expires_at = secrets.token("mlcs", org_id), self._now() + SESSION_LIFE
        values = {"org_id": org_id, "token_hash": secrets.hashed(token), "user_id": row.user_id}

        def work(connection: Connection) -> None:
            connection.execute(delete(SESSION).where(SESSION.c.org_id == org_id, SESSION.c.expires_at < self._now()))
            connection.execute(insert(SESSION).values(**values, expires_at=expires_at))

        self._database.write(org_id, work, beside=True)
        return Session(token, row.user_id, expires_at)

    def staff(self, presented: str, account: str | None) -> Standing:
        """The teacher behind a session's token, or behind a machine's token and an account that signed in there.

        Raises NotSignedIn or Refused.
        """
        return self._among(presented, account, STAFF, STAFF_ONLY)

    def permitted(self, presented: str, account: str | None, act: Act) -> Standing:
        """Somebody who may do an act for their whole organisation. Raises as `staff` does."""
        roles = frozenset(role for role in AccessRole if reaches(role, act) & {Reach.ORG, Reach.ALL})
        return self._among(presented, account, roles, NOT_PERMITTED)

    def acting(self, presented: str, account: str | None, act: Act) -> Standing:
        """Somebody who may do an act, however far their right to it reaches. Raises as `staff` does."""
        roles = frozenset(role for role in AccessRole if reaches(role, act))
        return self._among(presented, account, roles, STAFF_ONLY)

    def _among(
        self, presented: str, account: str | None, roles: Collection[AccessRole], otherwise: Refused
    ) -> Standing:
        org_id = secrets.org_of(presented, "mlcs")
        if org_id is not None:
            return self._of_role(org_id, self._user_of_session(org_id, presented), roles, otherwise)
        device = self._machines.device(presented)
        with self._database.reading(device.org_id) as connection:
            granted = account is not None and self._machines.has_grant(connection, device, account)
        if account is None or not granted:
            raise otherwise
        return self._of_role(device.org_id, account, roles, otherwise)

    def _user_of_session(self, org_id: str, presented: str) -> str:
        with self._database.reading(org_id) as connection:
            values = {"org": org_id, "hash": secrets.hashed(presented), "now": self._now()}
            found = connection.execute(_SESSION, values).scalar()
        if found is None:
            raise NotSignedIn
        return str(found)

    def _of_role(self, org_id: str, user_id: str, roles: Collection[AccessRole], otherwise: Refused) -> Standing:
        with self._database.reading(org_id) as connection:
            rows = Rows(connection, org_id)
            found = standing_of(rows, KnownRows(rows), user_id)
        if found is None or found.role not in roles:
            raise otherwise
        return found

    def _member(self, org_id: str, user_id: str) -> Member:
        with self._database.reading(org_id) as connection:
            rows = Rows(connection, org_id)
            found = rows.get(Member, user_id)
            standing = standing_of(rows, KnownRows(rows), user_id)
        if found is None or standing is None:
            raise Refused("not_active", "This account is not in use. Please ask your teacher.", 403)
        return found

    def _credential(self, org_id: str, user_id: str | None, username: str | None) -> _Credential | None:
        if user_id is not None:
            where = CREDENTIAL.c.user_id == user_id
        else:
            where = CREDENTIAL.c.username_key == (username or "").strip().lower()
        with self._database.reading(org_id) as connection:
            row = connection.execute(
                select(CREDENTIAL.c.user_id, CREDENTIAL.c.secret_hash).where(CREDENTIAL.c.org_id == org_id, where)
            ).first()
        return None if row is None else _Credential(row[0], row[1])

    def _check(self, org_id: str, subject: str, row: _Credential | None, secret: str) -> None:
        failures = self._may_try(org_id, subject)
        right = secrets.matches(row.secret_hash if row else self._nobody, secret) and row is not None
        if right and failures == 0:
            return
        if right:
            self._database.write(
                org_id, lambda c: c.execute(_TRIES_OVER, {"org": org_id, "subject": subject}), beside=True
            )
            return
        self._failed(org_id, subject, failures + 1)
        raise WRONG

    def _may_try(self, org_id: str, subject: str) -> int:
        where = (SIGN_IN_TRY.c.org_id == org_id, SIGN_IN_TRY.c.subject == subject)
        with self._database.reading(org_id) as connection:
            row = connection.execute(select(SIGN_IN_TRY.c.failures, SIGN_IN_TRY.c.wait_until).where(*where)).first()
        if row is None:
            return 0
        wait = row[1] - self._now()
        if wait > 0:
            seconds = -(-wait // 1_000_000)
            text_ = f"Too many tries. Please wait {seconds} seconds, or ask your teacher."
            raise Refused("too_many_tries", text_, 429, retry_after=seconds)
        return int(row[0])

    def _failed(self, org_id: str, subject: str, failures: int) -> None:
        wait = 0
        if failures >= FREE_TRIES:
            wait = min(LONGEST_WAIT, FIRST_WAIT << min(failures - FREE_TRIES, 16))
        values = {"org": org_id, "subject": subject, "failures": failures, "wait": self._now() + wait}
        self._database.write(org_id, lambda connection: connection.execute(_FAILED, values), beside=True)


_SESSION = select(SESSION.c.user_id).where(
    SESSION.c.org_id == bindparam("org"),
    SESSION.c.token_hash == bindparam("hash"),
    SESSION.c.expires_at >= bindparam("now"),
)
_FAILED = text(
    "INSERT INTO sign_in_try (org_id, subject, failures, wait_until) VALUES (:org, :subject, :failures, :wait) "
    "ON CONFLICT (org_id, subject) DO UPDATE SET failures = excluded.failures, wait_until = excluded.wait_until"
)
_TRIES_OVER = text("DELETE FROM sign_in_try WHERE org_id = :org AND subject = :subject")
