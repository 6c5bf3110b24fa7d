"""R12: who is deleted leaves nothing behind, in no table, no file and no mirror; nobody else loses anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import sqlalchemy
from small_school import Clock, School, opened
from test_judging import played

from central.database import sqlite_url
from central.identity.erasing import ON_ITEMS, PERSONAL, due, erase, months_later
from central.problems import Refused
from central.sync.unit import Unit
from central.tables import METADATA, TENANT_TABLES
from domain.community.sharing import reaction_id
from domain.records import ALL
from domain.records.achievements import Badge, Challenge, SkillRole
from domain.records.communication import Announcement, Message, TelemetryEvent
from domain.records.community import (
    AchievementShare,
    ClassPolicy,
    Comment,
    CommunityGuidelines,
    EngagementCounts,
    EngagementKind,
    ItemReport,
    PublicProfile,
    SharingPolicy,
    SharingPreferences,
    Showcase,
    SocialEngagement,
)
from domain.records.curriculum import StudentGroup
from domain.records.identity import (
    AccessRole,
    Machine,
    Member,
    MemberStatus,
    Organization,
    RosterName,
    SchoolClass,
    Site,
)
from domain.records.ids import derived_id

CANARY = "Zaphodia Canary"
# What holds nothing of one person, and why.
IMPERSONAL = {
    Organization: "the school",
    Site: "the school",
    SchoolClass: "a class; its teacher is an id",
    Machine: "a computer",
    SkillRole: "the catalogue",
    Badge: "the catalogue",
    Challenge: "a class's",
    ClassPolicy: "a class's",
    SharingPolicy: "the organisation's",
    CommunityGuidelines: "the organisation's; nobody stands in them",
    EngagementCounts: "goes with its share",
    StudentGroup: "a teacher's; the student is taken out",
    Announcement: "the school's",
    TelemetryEvent: "under a pseudonym that nobody here can resolve",
}


@pytest.fixture
def school(database_url: str, clock: Clock) -> Iterator[School]:
    with opened(database_url, clock) as centre:
        yield School(centre, clock)


def live(school: School) -> AchievementShare:
    """Ada does everything that one can do, and others do things to her; Bo's share that she has liked."""
    ada, bo = school.ada, school.bo
    member = school.centre.school.looking(school.org_id, lambda unit: unit.rows.get(Member, ada))
    assert member is not None
    roster = RosterName(org_id=school.org_id, id=ada, given_name=CANARY, family_name=CANARY)
    school.centre.school.put(msgspec.structs.replace(member, display_name=CANARY), roster)
    attempt, notes = played(school, 1)
    share, other = school.share(ada, message=CANARY), school.share(bo)
    comment = _comment(school, other, ada, "c1")
    school.push(
        ada, attempt, notes, share, comment, _like(school, ada, other.id),
        PublicProfile(org_id=school.org_id, id=ada, display_name=CANARY, bio_text=CANARY),
        SharingPreferences(org_id=school.org_id, id=ada),
        Showcase(org_id=school.org_id, id=derived_id("s", ada), student_id=ada, title_phrase="proud",
                 title_text=CANARY, items=(share.id,), made_at=school.clock()),
    )  # fmt: skip
    school.push(bo, other, _comment(school, share, bo, "c2"), _like(school, bo, share.id))
    school.push(bo, ItemReport(org_id=school.org_id, id=derived_id("r", bo), target_type="profile", target_id=ada,
                               reporter_id=bo, reason="unkind", at=school.clock()))  # fmt: skip
    school.push(ada, _like(school, ada, other.id))
    school.push(school.teacher, _group(school))
    school.push(school.teacher, Message(org_id=school.org_id, id=derived_id("m", ada), from_user_id=school.teacher,
                                        to_user_id=ada, subject=CANARY, body=CANARY, created_at=1))  # fmt: skip
    school.centre.judging.judge_all(school.org_id)
    return other


def _comment(school: School, share: AchievementShare, author: str, name: str) -> Comment:
    return Comment(
        org_id=school.org_id, id=derived_id(name, author), share_id=share.id, author_id=author, author_name=CANARY,
        phrase_id="well-done", text="", at=school.clock(),
    )  # fmt: skip


def _like(school: School, actor: str, share_id: str) -> SocialEngagement:
    return SocialEngagement(
        org_id=school.org_id, id=reaction_id(actor, EngagementKind.LIKE, share_id), actor_user_id=actor,
        target_type="share", target_id=share_id, engagement=EngagementKind.LIKE, at=school.clock(),
    )  # fmt: skip


def _group(school: School) -> StudentGroup:
    return StudentGroup(
        org_id=school.org_id, id=derived_id("group", school.ada), class_id=school.class_id, name="Tuesday",
        student_ids=(school.ada, school.bo), created_at=school.clock(),
    )  # fmt: skip


def places_of(school: School, *words: str) -> set[str]:
    """Tables in which any of these words stands, in any column.

    The audit log holds ids, and buckets say what went. A mirror's name in `heard` is drawn by chance; only here, where
    there is no mirror, it is made of the account.
    """
    found = set()
    with school.centre.database.reading(school.org_id) as connection:
        for name in sorted(set(TENANT_TABLES) - {"audit", "bucket_row", "bucket_head", "heard"}):
            rows = connection.execute(sqlalchemy.select(METADATA.tables[name]))
            if any(word in repr(tuple(row)) for row in rows for word in words):
                found.add(name)
    return found


def erased(school: School, person: str) -> dict[str, int]:
    return school.centre.school.within(school.org_id, lambda unit: erase(unit, person, by="test")).rows


def test_every_entity_says_whether_it_is_personal() -> None:
    named = set(PERSONAL) | set(ON_ITEMS) | set(IMPERSONAL)
    assert {entity.record for entity in ALL} == named


def test_nothing_is_left_in_any_table(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    live(school)
    before = places_of(school, school.ada, CANARY)
    assert len(before) >= 15
    rows = erased(school, school.ada)
    assert places_of(school, school.ada, CANARY) == set()
    with capsys.disabled():
        print(f"\nerasure: canary in {len(before)} tables, {sum(rows.values())} rows deleted, left in none")


def test_nobody_else_loses_anything(school: School) -> None:
    other = live(school)
    teacher = school.mirror(school.teacher)
    assert school.ada in teacher.rows(Member)
    assert school.mirror(school.bo).rows(EngagementCounts)[other.id].likes == 1
    erased(school, school.ada)
    bo = school.mirror(school.bo)
    assert other.id in bo.rows(AchievementShare)
    counts = bo.rows(EngagementCounts)[other.id]
    assert (counts.likes, counts.comments) == (0, 0)
    teacher = school.mirror(school.teacher)
    assert school.ada not in teacher.rows(Member)
    assert [group.student_ids for group in teacher.rows(StudentGroup).values()] == [(school.bo,)]
    for mirror in (bo, teacher):
        held = [change for rows in mirror.buckets.values() for change in rows.values()]
        assert not any(school.ada in repr(bytes(change.body)) or CANARY in repr(bytes(change.body)) for change in held)


def test_the_machine_is_told_that_the_account_is_deleted(school: School) -> None:
    live(school)
    erased(school, school.ada)
    with pytest.raises(Refused, match="deleted this account") as refused:
        school.push(school.ada, school.attempt(school.ada, 9))
    assert (refused.value.code, refused.value.status) == ("erased", 410)


def test_a_teacher_with_classes_is_not_deleted_and_one_without_is(school: School) -> None:
    with pytest.raises(Refused, match="still has classes"):
        erased(school, school.teacher)
    [spare] = school.add(AccessRole.TEACHER, 1)
    assert erased(school, spare)["member"] == 1
    with pytest.raises(Refused, match="no such person"):
        erased(school, spare)


MONTH = 31 * 86_400_000_000


def test_thirteen_months_after_leaving_everything_is_deleted(school: School) -> None:
    live(school)
    school.centre.school.set_status(school.org_id, school.ada, MemberStatus.ARCHIVED)
    school.clock.now += 12 * MONTH
    assert school.centre.nightly.retain(school.org_id) == 0
    school.clock.now += 2 * MONTH
    assert school.centre.nightly.retain(school.org_id) == 1
    assert places_of(school, school.ada, CANARY) == set()
    assert school.centre.nightly.retain(school.org_id) == 0


def test_who_comes_back_is_kept(school: School) -> None:
    school.centre.school.set_status(school.org_id, school.ada, MemberStatus.ARCHIVED)
    school.clock.now += 12 * MONTH
    school.centre.school.set_status(school.org_id, school.ada, MemberStatus.ACTIVE)
    school.clock.now += 12 * MONTH
    assert school.centre.nightly.retain(school.org_id) == 0


def test_the_later_of_leaving_and_the_subscriptions_end_counts(school: School) -> None:
    school.centre.school.set_status(school.org_id, school.ada, MemberStatus.ARCHIVED)
    school.clock.now += 6 * MONTH

    def end(unit: Unit) -> None:
        org = unit.rows.get(Organization, school.org_id)
        assert org is not None
        unit.put(msgspec.structs.replace(org, ended_at=unit.now))

    school.centre.school.within(school.org_id, end)
    school.clock.now += 12 * MONTH
    assert school.centre.school.looking(school.org_id, due) == []
    school.clock.now += 2 * MONTH
    assert school.ada in school.centre.school.looking(school.org_id, due)
    assert school.bo in school.centre.school.looking(school.org_id, due)


def test_months_end_on_the_last_day_there_is() -> None:
    day = 86_400_000_000
    january = 1_706_659_200_000_000  # 31 January 2024
    assert months_later(january, 1) - january == 29 * day
    assert months_later(january, 13) - january == 394 * day


def test_no_byte_of_it_stays_in_the_file(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "centre.db"
    with opened(sqlite_url(path), clock) as centre:
        school = School(centre, clock)
        live(school)
        erased(school, school.ada)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    connection.close()
    left = b"".join(file.read_bytes() for file in tmp_path.glob("centre.db*"))
    assert CANARY.encode() not in left
