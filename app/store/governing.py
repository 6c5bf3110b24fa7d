"""What holds in the whole organisation: its rules for sharing, and what it asks of everybody who shares."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.keeper import Desk, Keeper
from app.store.limits import organisation_policy
from app.store.mirror import rows
from app.store.people import must_govern
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.sharing import checked
from domain.community.guidelines import from_the_start, kept, newest_first
from domain.community.permissions import Act
from domain.community.rules import COMMENT_MODES, LIMITS
from domain.music.say import Say, say
from domain.records.community import AchievementType, CommunityGuidelines, Scope, SharingPolicy
from local_schema.columns import record_of


class OrganisationRules(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation's rules for sharing in all of its schools. `comment_mode` is the most that a class may allow."""

    most_scope: Scope
    allowed_types: tuple[AchievementType, ...]
    default_scope: Scope
    comment_mode: str


class GuidelinesVersion(msgspec.Struct, frozen=True, kw_only=True):
    """One version that an administrator wrote; `confirmed` once the centre has it. `at` is in microseconds."""

    number: int
    rules: tuple[str, ...]
    at: int
    confirmed: bool


class Guidelines(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of everybody who shares. `versions` are the organisation's own, the one that holds first.

    `rules` is what holds now: its newest version, or what is there from the start.
    """

    rules: tuple[Say, ...]
    versions: tuple[GuidelinesVersion, ...]


def organisation_rules(*, keeper: Keeper, account: Account) -> Future[OrganisationRules]:
    """The rules of the organisation, for those who set them. Raises StoreProblem for anybody else."""

    def work(desk: Desk) -> OrganisationRules:
        must_govern(account, Act.SET_GLOBAL_POLICY)
        with desk.mirror(account.user_id).reading() as connection:
            return _rules(connection, account)

    return keeper.submit(work)


def set_organisation_rules(
    *,
    keeper: Keeper,
    account: Account,
    most_scope: Scope | None = None,
    allowed_types: Collection[AchievementType] | None = None,
    default_scope: Scope | None = None,
    comment_mode: str | None = None,
) -> Future[OrganisationRules]:
    """Change the rules of the organisation; what is None stays.

    Raises StoreProblem for who is no administrator of it, and for what adults can't decide.
    """

    def work(desk: Desk) -> OrganisationRules:
        must_govern(account, Act.SET_GLOBAL_POLICY)
        if comment_mode not in (None, *COMMENT_MODES):
            raise StoreProblem(say("Please pick one of the rules for comments."))
        if most_scope not in (None, *LIMITS):
            raise StoreProblem(say("Every student may show their family what they have reached."))
        types = None if allowed_types is None else tuple(kind for kind in AchievementType if kind in allowed_types)
        wanted: dict[str, Any] = {
            "most_scope": most_scope,
            "allowed_types": types,
            "default_scope": default_scope,
            "comment_mode": comment_mode,
        }
        changes = {name: value for name, value in wanted.items() if value is not None}
        with desk.mirror(account.user_id).writing() as writing:
            if writing.one("sharing_policy", account.org_id) is None:
                writing.put_said(SharingPolicy(org_id=account.org_id, id=account.org_id, **changes), changes)
            elif changes:
                writing.edit(SharingPolicy, account.org_id, changes)
            return _rules(writing.connection, account)

    return keeper.submit(work)


def guidelines(*, keeper: Keeper, account: Account) -> Future[Guidelines]:
    """What is asked of everybody who shares, for everybody to read."""

    def work(desk: Desk) -> Guidelines:
        with desk.mirror(account.user_id).reading() as connection:
            return _guidelines(connection)

    return keeper.submit(work)


def write_guidelines(*, keeper: Keeper, account: Account, text: str) -> Future[Guidelines]:
    """A new version: one rule on each line. What holds already is not written again.

    Raises StoreProblem for who is no administrator of the organisation, and for what children can't read.
    """

    def work(desk: Desk) -> Guidelines:
        must_govern(account, Act.WRITE_GUIDELINES)
        words = checked(kept, text)
        with desk.mirror(account.user_id).writing() as writing:
            before = newest_first(_versions(writing.connection))
            if not before or before[0].text != words:
                number = before[0].number + 1 if before else 1
                made = CommunityGuidelines(
                    org_id=account.org_id, id=desk.new_id(), number=number, text=words, at=desk.now()
                )
                writing.put(made)
            return _guidelines(writing.connection)

    return keeper.submit(work)


def _rules(connection: Connection, account: Account) -> OrganisationRules:
    policy = organisation_policy(connection) or SharingPolicy(org_id=account.org_id, id=account.org_id)
    return OrganisationRules(
        most_scope=policy.most_scope,
        allowed_types=policy.allowed_types,
        default_scope=policy.default_scope,
        comment_mode=policy.comment_mode,
    )


def _versions(connection: Connection) -> list[CommunityGuidelines]:
    return [record_of(CommunityGuidelines, row) for row in rows(connection, "SELECT * FROM community_guidelines")]


_CONFIRMED = "SELECT row_id FROM bucket_row WHERE entity = 'community_guidelines'"


def _guidelines(connection: Connection) -> Guidelines:
    agreed = {row["row_id"] for row in rows(connection, _CONFIRMED)}
    versions = tuple(
        GuidelinesVersion(
            number=each.number, rules=tuple(each.text.split("\n")), at=each.at, confirmed=each.id in agreed
        )
        for each in newest_first(_versions(connection))
    )
    own = tuple(Say("{words}", {"words": rule}) for rule in versions[0].rules) if versions else ()
    return Guidelines(rules=own or from_the_start(), versions=versions)
