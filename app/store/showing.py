"""Showing somebody's share to another person of the class: it goes to nobody who may not see it anyway."""

from __future__ import annotations

from concurrent.futures import Future

from sqlalchemy import Connection

from app.store.asking import named
from app.store.community_readings import Who
from app.store.keeper import Desk, Keeper
from app.store.policies import must_not_be_paused
from app.store.problems import StoreProblem
from app.store.readings import Account, ShareCard
from app.store.sharing import share_card
from domain.community.permissions import Act, reaches
from domain.community.sharing import showing_id
from domain.music.say import say
from domain.records.community import EngagementKind, Scope, SocialEngagement

# The classes of this account, as student or teacher; with a share of a class, those that its author is in.
_CLASSES = (
    "SELECT e.class_id FROM class_enrollment AS e WHERE e.student_id = :me AND e.present "
    "UNION SELECT c.id FROM school_class AS c WHERE c.teacher_id = :me"
)
_OF_AUTHOR = "SELECT a.class_id FROM class_enrollment AS a WHERE a.student_id = :author AND a.present"
_PEOPLE = (
    "SELECT m.id AS user_id, m.display_name, m.avatar FROM member AS m WHERE m.id NOT IN (:me, :author) "
    "AND m.status = 'active' AND m.id NOT IN (SELECT b.target_id FROM social_engagement AS b "
    "WHERE b.actor_user_id = :me AND b.engagement = 'block' AND b.present) AND m.id IN ("
    "SELECT e.student_id FROM class_enrollment AS e WHERE e.present AND e.class_id IN ({classes}) "
    "UNION SELECT c.teacher_id FROM school_class AS c WHERE c.id IN ({classes})) "
    "ORDER BY m.display_name COLLATE NOCASE, m.id"
)


def people_to_show(*, keeper: Keeper, account: Account, share_id: str) -> Future[tuple[Who, ...]]:
    """Who of the class may see a share anyway, by name. Raises StoreProblem where it is not here any more."""

    def work(desk: Desk) -> tuple[Who, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            return _people(connection, account, share_card(connection, account, share_id))

    return keeper.submit(work)


def show_to(*, keeper: Keeper, account: Account, share_id: str, user_id: str) -> Future[None]:
    """Show a share to one of them; twice is once. Raises StoreProblem for anybody else, and during a break."""

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing() as writing:
            must_not_be_paused(writing.connection, account, desk.now())
            card = share_card(writing.connection, account, share_id)
            people = _people(writing.connection, account, card)
            if not reaches(account.role, Act.SHOW) or user_id not in {who.user_id for who in people}:
                raise StoreProblem(say("This can be shown to people of your class only."))
            showing = SocialEngagement(
                org_id=account.org_id,
                id=showing_id(account.user_id, share_id, user_id),
                actor_user_id=account.user_id,
                target_type="share",
                target_id=share_id,
                engagement=EngagementKind.SHOW,
                at=desk.now(),
                to_user_id=user_id,
            )
            if writing.one("social_engagement", showing.id) is None:
                writing.put(showing)

    return keeper.submit(work)


def _people(connection: Connection, account: Account, card: ShareCard) -> tuple[Who, ...]:
    if card.mine or card.scope is Scope.FAMILY:
        return ()
    near = card.scope is Scope.CLASS
    classes = f"SELECT class_id FROM ({_CLASSES}) WHERE class_id IN ({_OF_AUTHOR})" if near else _CLASSES
    found = named(connection, _PEOPLE.format(classes=classes), {"me": account.user_id, "author": card.author_id})
    return tuple(Who(**row) for row in found)
