"""A class as its teacher and its display see it, for looking at views."""

from __future__ import annotations

from app.store.readings import (
    AttemptRow,
    BoardRow,
    ClassAchievement,
    ClassChoice,
    ClassOverview,
    ConceptRow,
    KioskReading,
    LitShare,
    StreakRow,
    StudentProgress,
    StudentRow,
)
from workshop.cast import SCHOOL, Pupil
from workshop.gallery_readings import BADGES, FEED, MINUTE, NOW, PLAYER, pupils


def student_rows(number: int | None = None) -> tuple[StudentRow, ...]:
    """A class; `number` repeats it up to that many."""
    cast = pupils()
    return tuple(_student_row(cast[i % len(cast)], i) for i in range(number or len(cast)))


def _student_row(pupil: Pupil, index: int) -> StudentRow:
    attempts = int(220 * pupil.diligence) + index % 7
    return StudentRow(
        student_id=f"st{index}",
        display_name=pupil.handle,
        roster_name=f"{pupil.given_name} {pupil.family_name}",
        avatar=pupil.avatar,
        attempts=attempts,
        passed=int(attempts * pupil.skill),
        minutes=attempts * 3,
        points=int(attempts * pupil.skill * 80),
        streak_days=index * 5 % 13,
        badges=int(pupil.skill * 9),
        top_badge=BADGES[index % 4],
        assignments_done=int(pupil.diligence * 8),
        assignments_total=8,
        last_played_at=None if index == 7 else NOW - index * 7 * 60 * MINUTE,
    )


CONCEPTS = (
    ConceptRow(concept="Treble notes", right=1840, of=2100, students=12),
    ConceptRow(concept="Bass notes", right=920, of=1460, students=11),
    ConceptRow(concept="Ledger lines", right=310, of=780, students=9),
    ConceptRow(concept="Quarter and half notes", right=1210, of=1300, students=12),
    ConceptRow(concept="Sharps and flats", right=260, of=520, students=7),
)
OVERVIEW = ClassOverview(
    class_id="c1", class_name="Piano Lab 4A", fresh_at=NOW - 26 * MINUTE, students=student_rows(), concepts=CONCEPTS
)
EMPTY_OVERVIEW = ClassOverview(class_id="c1", class_name="Piano Lab 4A", fresh_at=None, students=(), concepts=())
CHOICES = (
    ClassChoice(class_id="c1", class_name="Piano Lab 4A", students=12),
    ClassChoice(class_id="c2", class_name="Music Makers 6B", students=12),
)
CLASS_ACHIEVEMENTS = tuple(
    ClassAchievement(
        student_id=f"st{i}",
        display_name=p.handle,
        avatar=p.avatar,
        badge=BADGES[i % 6],
        share=FEED[i % 2] if i % 3 == 0 else None,
        at=NOW - i * 95 * MINUTE,
    )
    for i, p in enumerate(pupils()[:8])
)
PROGRESS = StudentProgress(
    row=student_rows()[0],
    assignments=(PLAYER,),
    concepts=CONCEPTS[:4],
    fresh_at=NOW - 26 * MINUTE,
    recent=tuple(
        AttemptRow(
            attempt_id=f"x{i}",
            game_id="G-01542",
            stage_id="G-01542-quiz",
            score=900 - i * 70,
            max_possible_score=1000,
            passed=i < 4,
            duration_ms=95_000 + i * 7_000,
            created_at=NOW - i * 9 * 60 * MINUTE,
            verdict="verified" if i else "pending",
        )
        for i in range(6)
    ),
)
KIOSK = KioskReading(
    class_name="Piano Lab 4A",
    school_name=SCHOOL,
    shares=FEED[:2],
    highlights=(LitShare(share=FEED[0], kind="teacher", note="Listen to the left hand!"),),
    board=tuple(
        BoardRow(
            rank=(1, 2, 2, 4, 5, 6, 7, 8)[i],
            display_name=p.handle,
            avatar=p.avatar,
            points=(980, 870, 870, 760, 700, 655, 610, 540)[i],
            badge_icon=BADGES[i % 4].icon,
            badge_level=BADGES[i % 4].level,
        )
        for i, p in enumerate(pupils()[:8])
    ),
    streaks=tuple(
        StreakRow(display_name=p.handle, avatar=p.avatar, days=(31, 14, 9, 8, 7, 5)[i])
        for i, p in enumerate(pupils()[:6])
    ),
    announcements=(("Spring concert", "Friday at six in the great hall. Bring somebody who likes music."),),
    fresh_at=NOW - 3 * MINUTE,
)
