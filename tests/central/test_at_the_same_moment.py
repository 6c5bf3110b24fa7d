"""Two transactions of one organisation at the same moment on PostgreSQL: what stands is as if one had come after the
other, whichever of them was first.
"""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec
import pytest
import sqlalchemy
from small_school import Clock, School, opened
from test_judging import CATALOGUE, played

from central.app import Centre
from central.rows import Rows
from central.sync.unit import Unit
from domain.achievements.grow import award_id_of, badge_for, release, with_icon
from domain.records import Record
from domain.records.achievements import Badge, SkillRole
from domain.records.community import AchievementShare, AchievementType, ClassPolicy
from domain.records.identity import ClassEnrollment
from domain.records.progress import StepDone
from workshop.rigs import wait_until
from workshop.simulator.invariants import centre_is_sound

R = TypeVar("R", bound=Record)
PATIENCE = 20.0
Deed = Callable[[School], object]


@pytest.fixture
def database_url(postgres_url: str) -> str:
    """Only there: SQLite has one writer at a time."""
    return postgres_url


@pytest.fixture
def elsewhere(database_url: str, clock: Clock, school: School) -> Iterator[School]:
    """The same school through another process over the same database."""
    with opened(database_url, clock) as built:
        twin = copy.copy(school)
        twin.centre, twin.dev_seq = built, 1_000
        yield twin


class AboutToCommit:
    """Does a deed in a thread, and holds it where it is about to commit at `centre`, until it is let go."""

    def __init__(self, centre: Centre, deed: Callable[[], object]) -> None:
        self._there, self._go = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=deed)
        sqlalchemy.event.listen(centre.database.engine, "commit", self._hold)
        self._thread.start()
        assert self._there.wait(PATIENCE)

    def _hold(self, _connection: object) -> None:
        if threading.current_thread() is self._thread:
            self._there.set()
            assert self._go.wait(PATIENCE)

    def let_go(self) -> None:
        self._go.set()
        self._thread.join()


def waits_for(centre: Centre) -> set[str]:
    """The kinds of locks before which transactions of this database stand."""
    with centre.database.engine.connect() as connection:
        sql = "SELECT wait_event FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        return {str(row[0]) for row in connection.exec_driver_sql(sql)}


def at_once(school: School, elsewhere: School, first: Deed, then: Deed) -> set[str]:
    """`then` begins when `first` is about to commit. For which locks it waited until that was done."""
    held = AboutToCommit(school.centre, lambda: first(school))
    other = threading.Thread(target=then, args=(elsewhere,))
    other.start()
    waited: set[str] = set()

    def stands() -> bool:
        waited.update(waits_for(elsewhere.centre))
        return bool(waited) or not other.is_alive()

    wait_until(stands, patience=PATIENCE)
    held.let_go()
    other.join(PATIENCE)
    assert not other.is_alive()
    return waited


# -- what people do


def judged(school: School) -> None:
    assert school.centre.judging.judge_all(school.org_id) == 1


def badge_shared(school: School) -> None:
    """As a mirror does that has derived the badge itself."""
    [badge] = some(school, Badge)
    award = award_id_of(school.ada, badge.id, 1)
    share = school.share(school.ada, id="share", achievement_type=AchievementType.BADGE, achievement_id=award)
    assert school.push(school.ada, share) == ["ok"]


def played_now(school: School) -> None:
    assert school.push(school.ada, *played(school, 7)) == ["ok", "ok"]


def bo_played_now(school: School) -> None:
    assert school.push(school.bo, school.attempt(school.bo)) == ["ok"]


def leaves_the_class(school: School) -> None:
    [enrolled] = [each for each in some(school, ClassEnrollment) if each.student_id == school.ada]
    school.centre.school.put(msgspec.structs.replace(enrolled, present=False))


def streak_shared(school: School) -> None:
    assert school.push(school.ada, school.share(school.ada)) == ["ok"]


def sharing_ends_in_the_class(school: School) -> None:
    assert school.push(school.teacher, ClassPolicy(org_id=school.org_id, id=school.class_id, sharing_enabled=False))


def taken_back(school: School) -> None:
    [share] = some(school, AchievementShare)
    assert school.edit(school.ada, share, withdrawn=True) == "ok"


def some(school: School, kind: type[R]) -> list[R]:
    with school.centre.database.reading(school.org_id) as connection:
        return Rows(connection, school.org_id).where(kind)


def there_is_a_badge_for_the_first_attempt(school: School) -> None:
    game = CATALOGUE.family("note_reading")[0]
    code = game.skill_roles[0]
    role = SkillRole(org_id=school.org_id, id="role", role_code=code, role_name="Reader", status="approved")
    grow = badge_for(role, [])
    assert grow is not None
    school.centre.school.put(role, release(with_icon(grow, "x.svg")))


# -- what stands then

BOTH_WAYS = pytest.mark.parametrize("turned", [False, True], ids=["first", "then"])


@BOTH_WAYS
@pytest.mark.parametrize(
    ("before", "one", "other"),
    [
        (played_now, judged, badge_shared),
        (None, leaves_the_class, played_now),
        (None, sharing_ends_in_the_class, streak_shared),
        (streak_shared, sharing_ends_in_the_class, taken_back),
        (streak_shared, leaves_the_class, taken_back),
    ],
)
def test_whoever_is_first_everything_is_where_it_belongs(
    school: School, elsewhere: School, before: Deed | None, one: Deed, other: Deed, turned: bool
) -> None:
    there_is_a_badge_for_the_first_attempt(school)
    if before is not None:
        before(school)
    first, then = (other, one) if turned else (one, other)
    assert at_once(school, elsewhere, first, then) == {"advisory"}
    assert list(centre_is_sound(school.centre, school.org_id)) == []
    if taken_back in (one, other):
        [share] = some(school, AchievementShare)
        assert share.withdrawn


def test_what_was_played_goes_in_side_by_side(school: School, elsewhere: School) -> None:
    """A class sends its lesson at one moment: the second is taken in meanwhile, and waits for its place alone."""
    assert at_once(school, elsewhere, played_now, bo_played_now) == {"transactionid"}
    assert list(centre_is_sound(school.centre, school.org_id)) == []


def test_nothing_else_can_be_written_beside_others(school: School) -> None:
    done = StepDone(org_id=school.org_id, id="x", student_id=school.ada, step_id="s", done_at=1)

    def work(connection: sqlalchemy.Connection) -> None:
        Unit(connection, school.org_id, school.clock(), beside=True).add_facts([done])

    with pytest.raises(AssertionError, match="StepDone"):
        school.centre.database.write(school.org_id, work, beside=True)
