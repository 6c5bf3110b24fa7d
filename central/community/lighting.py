"""Weekly and monthly highlights by the published rules: everybody has a turn, improvement first, likes never count."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable

import msgspec

from central.rows import Stored
from central.sync.unit import Unit
from domain.community.highlights import (
    IN_A_MONTH,
    IN_A_WEEK,
    Candidate,
    HighlightKind,
    choose,
    highlight,
    improvement,
    special,
)
from domain.records import buckets
from domain.records.community import AchievementShare, Highlight, ModerationState
from domain.records.identity import ClassEnrollment
from domain.records.progress import StudentAttempt

DAY = 24 * 3600 * 1_000_000
# Turns are counted within a school year.
_TURNS_SINCE = 365 * DAY


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """One week or month: what came in the `length` before `until` (microseconds UTC) is shown for as long after it."""

    kind: HighlightKind
    name: str
    until: int
    length: int
    most: int


def weekly(now: int) -> Edition:
    """The edition of the ISO week that `now` lies in (UTC), over the week before."""
    today = datetime.datetime.fromtimestamp(now / 1_000_000, tz=datetime.UTC).date()
    monday = today - datetime.timedelta(days=today.weekday())
    name = f"{monday.isocalendar().year}-W{monday.isocalendar().week:02d}"
    return Edition(kind=HighlightKind.WEEKLY, name=name, until=_start(monday), length=7 * DAY, most=IN_A_WEEK)


def monthly(now: int) -> Edition:
    """The edition of the calendar month that `now` lies in (UTC), over the thirty days before."""
    first = datetime.datetime.fromtimestamp(now / 1_000_000, tz=datetime.UTC).date().replace(day=1)
    name = f"{first:%Y-%m}"
    return Edition(kind=HighlightKind.MONTHLY, name=name, until=_start(first), length=30 * DAY, most=IN_A_MONTH)


def _start(day: datetime.date) -> int:
    return int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp()) * 1_000_000


def generate(unit: Unit, class_id: str, editions: Iterable[Edition]) -> int:
    """Choose what is put in the light in a class; twice is once. How many were new."""
    return sum(_of_class(unit, class_id, edition) for edition in editions)


def _of_class(unit: Unit, class_id: str, edition: Edition) -> int:
    known = unit.rows.where(Highlight, class_id=class_id)
    if any(h.from_at == edition.until and h.kind == edition.kind for h in known):
        return 0
    candidates = _candidates(unit, class_id, edition)
    shown = {one.share_id for one in known}
    authors = {c.share_id: c.student_id for c in candidates}
    turns = _turns(unit, known, authors, edition.until)
    chosen = choose([c for c in candidates if c.share_id not in shown], turns, edition.most)
    rare = special(candidates, {*shown, *(c.share_id for c in chosen)})
    rows = [_row(unit, c, class_id, edition, edition.kind) for c in chosen]
    rows += [_row(unit, c, class_id, edition, HighlightKind.SPECIAL) for c in rare]
    for row in rows:
        unit.put(row)
        _feature(unit, row.share_id)
    return len(rows)


def _row(unit: Unit, candidate: Candidate, class_id: str, edition: Edition, kind: HighlightKind) -> Highlight:
    return highlight(
        candidate,
        org_id=unit.org_id,
        class_id=class_id,
        kind=kind,
        edition=edition.name,
        from_at=edition.until,
        until_at=edition.until + edition.length,
    )


def _feature(unit: Unit, share_id: str) -> None:
    found = unit.rows.stored(AchievementShare, share_id)
    if found is not None and isinstance(found.record, AchievementShare) and not found.record.is_featured:
        lit = msgspec.structs.replace(found.record, is_featured=True)
        unit.merge(found, lit, found.stamps, found.extra)


def _candidates(unit: Unit, class_id: str, edition: Edition) -> list[Candidate]:
    found = []
    for enrolled in unit.rows.where(ClassEnrollment, class_id=class_id, present=True):
        shares = unit.rows.stored_where(AchievementShare, student_id=enrolled.student_id)
        mine = [share for stored in shares if (share := _eligible(stored, class_id, edition)) is not None]
        grown = _improvement(unit, enrolled.student_id, edition) if mine else 0
        found += [_candidate(share, grown) for share in mine]
    return found


def _eligible(stored: Stored, class_id: str, edition: Edition) -> AchievementShare | None:
    """Only what the class may see anyway, and nothing that anybody has reported."""
    share = stored.record
    if not isinstance(share, AchievementShare) or share.moderation is not ModerationState.OK:
        return None
    recent = edition.until - edition.length <= share.shared_at < edition.until
    return share if recent and buckets.of_class(class_id) in stored.seen_in else None


def _candidate(share: AchievementShare, grown: int) -> Candidate:
    return Candidate(
        share_id=share.id,
        student_id=share.student_id,
        shared_at=share.shared_at,
        achievement_type=share.achievement_type,
        rarity=share.rarity,
        improvement=grown,
    )


def _improvement(unit: Unit, student_id: str, edition: Edition) -> int:
    """By how many percent points the right answers of the edition's time are above those of the same time before."""
    sums = {"now": [0, 0], "before": [0, 0]}
    start = edition.until - edition.length
    for attempt in unit.rows.where(StudentAttempt, student_id=student_id):
        if start - edition.length <= attempt.created_at < edition.until:
            part = sums["now" if attempt.created_at >= start else "before"]
            for right, of in attempt.session_data.concepts.values():
                part[0] += right
                part[1] += of
    return improvement(*sums["before"], *sums["now"])


def _turns(unit: Unit, known: Iterable[Highlight], authors: dict[str, str], now: int) -> Counter[str]:
    """How often each student was in the light within a year, by the rules or by a teacher."""
    lit = [h for h in known if h.present and h.from_at >= now - _TURNS_SINCE]
    missing = sorted({h.share_id for h in lit} - set(authors))
    stored = unit.rows.many(AchievementShare, missing)
    names = {**authors, **{i: s.record.student_id for i, s in stored.items() if isinstance(s.record, AchievementShare)}}
    return Counter(names[h.share_id] for h in lit if h.share_id in names)
