"""Telemetry for the administrator: sums without anybody's name, and xAPI statements for a learning record store."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from central.rows import Rows
from domain.community.reports import FEWEST
from domain.community.telemetry import EventError, pseudonym, statement
from domain.learning.events import learning_events
from domain.learning.events import statement as learning_statement
from domain.records.communication import TelemetryEvent
from domain.records.progress import StepDone, StudentAssignment, StudentAttempt


class EventSum(msgspec.Struct, frozen=True, kw_only=True):
    """How often something happened. `people` is None where there were too few to be told."""

    name: str
    events: int
    people: int | None
    by: dict[str, dict[str, int]]


def sums(rows: Rows) -> tuple[EventSum, ...]:
    """Every event by its name, with how its words are spread; numbers and ids are not spread."""
    events: dict[str, list[TelemetryEvent]] = defaultdict(list)
    for event in rows.where(TelemetryEvent):
        events[event.name].append(event)
    return tuple(_sum(name, found) for name, found in sorted(events.items()))


_SPREAD = (
    "achievement_type",
    "sharing_scope",
    "sharing_method",
    "engagement_type",
    "engagement_context",
    "highlight_type",
    "community_scope",
    "celebration_type",
    "personal_message",
)


def _sum(name: str, found: list[TelemetryEvent]) -> EventSum:
    people = len({event.actor for event in found})
    spread: dict[str, Counter[str]] = defaultdict(Counter)
    for event in found if people >= FEWEST else []:
        for key in _SPREAD:
            if key in event.properties:
                spread[key][str(event.properties[key])] += 1
    return EventSum(
        name=name,
        events=len(found),
        people=people if people >= FEWEST else None,
        by={key: dict(sorted(counts.items())) for key, counts in sorted(spread.items())},
    )


def learning(rows: Rows, secret: bytes) -> Iterator[bytes]:
    """What every student was given, did and reached, as lines of JSON: xAPI statements told from the facts.

    `secret` makes the pseudonyms: another one each time, and no two exports can be laid over each other.
    """
    students = sorted({given.student_id for given in rows.where(StudentAssignment)})
    for student_id in students:
        events = learning_events(
            rows.where(StudentAssignment, student_id=student_id),
            rows.where(StudentAttempt, student_id=student_id),
            rows.where(StepDone, student_id=student_id),
        )
        for event in events:
            yield msgspec.json.encode(learning_statement(event, lambda each: pseudonym(each, secret)))


def statements(rows: Rows) -> Iterator[bytes]:
    """Every event as a line of JSON: an xAPI statement. What is not declared any more is left out."""
    for event in sorted(rows.where(TelemetryEvent), key=lambda e: (e.at, e.id)):
        try:
            yield msgspec.json.encode(statement(event))
        except EventError:
            continue
