"""One attempt judged again: the recorded notes through the same game, and what that says about the score that came."""

from __future__ import annotations

import logging

import msgspec

from central.problems import kind_and_place
from domain.achievements.streaks import NotADayError, is_to_come
from domain.games.catalogue import Catalogue
from domain.games.game import Outcome
from domain.games.plausible import doubt_about, mark_of
from domain.games.replay import UnfinishedError, UnknownStageError, replay
from domain.records.progress import JUDGE_VERSION, MOST_SOUND_OFFSET, Performance, StudentAttempt, VerdictOfCentre

LOG = logging.getLogger("central.judging")


class Judged(msgspec.Struct, frozen=True):
    """An attempt with the centre's verdict, score and result, and what a teacher has decided about a doubt."""

    attempt: StudentAttempt
    verdict: VerdictOfCentre
    score: int
    passed: bool
    accepted: bool | None = None
    # By which the same performance is known again.
    mark: int | None = None


def verdict_of(catalogue: Catalogue, attempt: StudentAttempt, notes: Performance | None, now: int) -> Judged:
    """The verdict on an attempt (decision 21). Without notes, or of another version of the game: unverifiable.

    `now` is the centre's time in microseconds.
    """
    if notes is None or not _same_version(catalogue, attempt):
        return _as_sent(attempt, VerdictOfCentre.UNVERIFIABLE)
    if not _plausible(attempt, notes) or _of_days_to_come(attempt, now):
        return _as_sent(attempt, VerdictOfCentre.IMPLAUSIBLE)
    try:
        data, duration, late = attempt.session_data, attempt.duration_ms * 1000, notes.sound_offset
        outcome = replay(catalogue, attempt.stage_id, data.seed, data.level, notes.events, duration, late)
    except UnknownStageError:
        return _as_sent(attempt, VerdictOfCentre.UNVERIFIABLE)
    except UnfinishedError:
        return Judged(attempt, VerdictOfCentre.MISMATCH, 0, False)
    except Exception as error:
        LOG.warning("replay of %s failed: %s", attempt.stage_id[:40], kind_and_place(error))
        return _as_sent(attempt, VerdictOfCentre.UNVERIFIABLE)
    return _compared(attempt, outcome, mark_of(attempt.stage_id, notes.events))


def _compared(attempt: StudentAttempt, outcome: Outcome, mark: int | None) -> Judged:
    """The same points are verified; others are a mismatch, unless another version of the judge gave them: a computer
    that was offline while the judge became fairer is in no doubt.
    """
    same = (outcome.score, outcome.max_possible_score, outcome.passed) == (
        attempt.score,
        attempt.max_possible_score,
        attempt.passed,
    )
    if not same and attempt.session_data.judge_version != JUDGE_VERSION:
        return _as_sent(attempt, VerdictOfCentre.UNVERIFIABLE)
    verdict = VerdictOfCentre.VERIFIED if same else VerdictOfCentre.MISMATCH
    return Judged(attempt, verdict, outcome.score, outcome.passed, mark=mark)


def _as_sent(attempt: StudentAttempt, verdict: VerdictOfCentre) -> Judged:
    return Judged(attempt, verdict, attempt.score, attempt.passed)


def _same_version(catalogue: Catalogue, attempt: StudentAttempt) -> bool:
    found = catalogue.stage(attempt.stage_id)
    if found is None:
        return False
    game, stage = found
    return (game.game_version, stage.stage_version) == (attempt.game_version, attempt.stage_version)


def _plausible(attempt: StudentAttempt, notes: Performance) -> bool:
    """The notes can have been played: by a hand, within the attempt's time, by this student, on a real machine."""
    measured = abs(notes.sound_offset) <= MOST_SOUND_OFFSET
    theirs = notes.student_id == attempt.student_id
    return measured and theirs and doubt_about(notes.events, attempt.duration_ms * 1000) is None


def _of_days_to_come(attempt: StudentAttempt, now: int) -> bool:
    """A clock that was turned on for a streak, or no day at all. One that was set right since is no reason to doubt."""
    try:
        return is_to_come(attempt.played_on, now) and is_to_come(attempt.told_on or attempt.played_on, now)
    except NotADayError:
        return True
