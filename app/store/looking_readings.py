"""What is shown when one looks back: an attempt told again, what waits to be listened to, how notes and concepts go."""

from __future__ import annotations

import msgspec

from app.store.community_readings import Who
from domain.games.retelling import Retold
from domain.music.say import Say
from domain.records.progress import AttemptVerdict, Performance, StudentAttempt


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt as this mirror has it; `performance` is None where its notes are elsewhere."""

    attempt: StudentAttempt
    verdict: AttemptVerdict | None
    student: Who
    said: Say | None
    performance: Performance | None


class Replay(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt to be heard and seen again.

    `verdict` is the centre's word, `accepted` what a teacher decided about a doubt and `said` how they said it;
    `doubt` tells a teacher why they are asked, None where nobody is.
    """

    attempt_id: str
    student: Who
    mine: bool
    game_name: str
    score: int
    max_possible_score: int
    passed: bool
    created_at: int
    verdict: str
    accepted: bool | None
    said: Say | None
    doubt: Say | None
    retold: Retold


class DoubtCard(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt that a teacher is asked to listen to. `waiting` says that nobody has decided yet."""

    attempt_id: str
    student: Who
    roster_name: str
    game_id: str
    score: int
    max_possible_score: int
    centre_score: int | None
    created_at: int
    why: Say
    waiting: bool
    accepted: bool | None = None
    said: Say | None = None
