"""Playing: an attempt begins, its notes go to a journal as they come, and its end is one transaction."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress

import msgspec

from app.store.assignments import Assigned
from app.store.badges import badge_cards
from app.store.earning import earn, facts_in
from app.store.keeper import Desk, Keeper
from app.store.levels import level_in
from app.store.lived import Lived, keep_seen, lived, see
from app.store.problems import StoreProblem
from app.store.readings import (
    Account,
    AssignmentPlayer,
    BadgeCard,
    FinishedAttempt,
    RunningAttempt,
    StepCard,
    StepState,
    UnfinishedAttempt,
)
from app.store.standing import refresh
from app.store.writing import Writing
from domain.games.game import Outcome
from domain.learning.adaptive import PARAMETERS, Parameters
from domain.learning.heat import notes_of
from domain.records.ids import derived_id
from domain.records.progress import (
    JUDGE_VERSION,
    MOST_EVENT_BYTES,
    AttemptSummary,
    Performance,
    PlayType,
    RawEvent,
    StepDone,
    StudentAttempt,
)


def start_attempt(
    *,
    keeper: Keeper,
    account: Account,
    game_id: str,
    stage_id: str,
    step_id: str | None = None,
    play_type: PlayType = PlayType.FREE_PLAY,
    level: int | None = None,
    seed: int | None = None,
    input_kind: str = "midi",
    sound_offset: int = 0,
    parameters: Parameters = PARAMETERS,
) -> Future[RunningAttempt]:
    """Begin an attempt: its journal is on the disk when this is done.

    Without a `seed` one is drawn; without a `level` it follows from the student's attempts at this game
    (`parameters`). Both are kept with the attempt, so that the same exercise can be asked anywhere. `sound_offset` is
    microseconds (`Performance`).
    """

    def work(desk: Desk) -> RunningAttempt:
        attempt = RunningAttempt(
            attempt_id=desk.new_id(),
            account=account,
            game_id=game_id,
            stage_id=stage_id,
            step_id=step_id,
            play_type=play_type,
            seed=int.from_bytes(os.urandom(4), "big") >> 1 if seed is None else seed,
            level=_level(desk, account, stage_id, parameters) if level is None else level,
            started_at=desk.now(),
            input_kind=input_kind,
            sound_offset=sound_offset,
        )
        with (mirror := desk.mirror(account.user_id)).reading() as connection:
            see(desk, mirror, connection)
        desk.running.begin(attempt)
        return attempt

    return keeper.submit(work)


def heard(*, keeper: Keeper, attempt: RunningAttempt, event: RawEvent) -> None:
    """Note down one raw event. Returns at once; a disk that refuses it is told to the user by `on_trouble`."""

    def work(desk: Desk) -> None:
        desk.running.hear(attempt, (event,), desk.now())

    def told(done: Future[None]) -> None:
        problem = done.exception()
        if isinstance(problem, StoreProblem):
            keeper.on_trouble(attempt.account.user_id, problem.say)

    keeper.submit(work).add_done_callback(told)


def unfinished_attempts(*, keeper: Keeper, account: Account) -> Future[tuple[UnfinishedAttempt, ...]]:
    """Attempts of this account whose machine went away, newest first."""

    def work(desk: Desk) -> tuple[UnfinishedAttempt, ...]:
        found = desk.running.unfinished(account.user_id)
        with desk.mirror(account.user_id).writing() as writing:
            kept = writing.present("student_attempt", [each.attempt.attempt_id for each in found])
        for attempt_id in kept:
            with suppress(OSError):
                desk.running.end(account.user_id, attempt_id)
        return tuple(each for each in found if each.attempt.attempt_id not in kept)

    return keeper.submit(work)


def resume_attempt(*, keeper: Keeper, attempt: RunningAttempt) -> Future[tuple[RawEvent, ...]]:
    """Go on with an unfinished attempt: what was heard until then, to be played into the game again."""
    return keeper.submit(lambda desk: desk.running.resume(attempt))


def discard_unfinished(*, keeper: Keeper, account: Account, attempt_id: str) -> Future[None]:
    """Give an attempt up: nothing of it is kept."""
    return keeper.submit(lambda desk: desk.running.end(account.user_id, attempt_id))


def finish_attempt(
    *,
    keeper: Keeper,
    account: Account,
    attempt: RunningAttempt,
    outcome: Outcome,
    duration_ms: int,
    events: Sequence[RawEvent],
) -> Future[FinishedAttempt]:
    """Keep an attempt that is over, with its notes, points, engagements, awards and outbox rows: all or nothing.

    Durable when the Future is done. Done twice it is done once.
    """

    def work(desk: Desk) -> FinishedAttempt:
        try:
            with (mirror := desk.mirror(account.user_id)).writing() as writing:
                day = lived(desk, mirror, writing.connection, attempt.started_at)
                keep_seen(desk, writing, mirror)
                played = _attempt(desk, attempt, outcome, duration_ms, day)
                finished = _finish(desk, writing, played, _performance(attempt, events), outcome)
        except BaseException:
            # The figures may hold an attempt that the transaction has taken back.
            desk.figures.pop(account.user_id, None)
            raise
        with suppress(OSError):
            # It is kept; where its journal does not go now, it is seen later that nobody needs it.
            desk.running.end(account.user_id, attempt.attempt_id)
        return finished

    return keeper.submit(work)


def finish_step(*, keeper: Keeper, account: Account, step_id: str) -> Future[StepCard | None]:
    """A text, video, audio or reward step was opened to its end. The step to go on with."""

    def work(desk: Desk) -> StepCard | None:
        with desk.mirror(account.user_id).writing() as writing:
            done_id = derived_id("step_done", account.user_id, step_id)
            writing.put(
                StepDone(
                    org_id=account.org_id, id=done_id, student_id=account.user_id, step_id=step_id, done_at=desk.now()
                )
            )
            writing.settle_sums()
            refresh(writing.connection, account.user_id)
            return _next(Assigned(writing.connection, account.user_id).with_step(step_id))

    return keeper.submit(work)


def _level(desk: Desk, account: Account, stage_id: str, parameters: Parameters) -> int:
    found = desk.catalogue.stage(stage_id)
    if found is None:
        return 1
    game, stage = found
    with desk.mirror(account.user_id).reading() as connection:
        return level_in(connection, account.user_id, game.game_id, stage, parameters)


def _attempt(desk: Desk, attempt: RunningAttempt, outcome: Outcome, duration_ms: int, day: Lived) -> StudentAttempt:
    found = desk.catalogue.stage(attempt.stage_id)
    return StudentAttempt(
        org_id=attempt.account.org_id,
        id=attempt.attempt_id,
        student_id=attempt.account.user_id,
        step_id=attempt.step_id,
        game_id=attempt.game_id,
        stage_id=attempt.stage_id,
        game_version=found[0].game_version if found else 1,
        stage_version=found[1].stage_version if found else 1,
        score=outcome.score,
        max_possible_score=outcome.max_possible_score,
        passed=outcome.passed,
        duration_ms=duration_ms,
        play_type=attempt.play_type,
        session_data=AttemptSummary(
            judge_version=JUDGE_VERSION,
            seed=attempt.seed,
            level=attempt.level,
            counts=outcome.counts,
            concepts=outcome.concepts,
            notes=notes_of(outcome.notes),
        ),
        created_at=attempt.started_at,
        played_on=day.played_on,
        told_on=day.told_on,
        time_zone=desk.time_zone,
    )


def _performance(attempt: RunningAttempt, events: Sequence[RawEvent]) -> Performance:
    return Performance(
        org_id=attempt.account.org_id,
        id=attempt.attempt_id,
        student_id=attempt.account.user_id,
        input_kind=attempt.input_kind,
        sound_offset=attempt.sound_offset,
        events=_capped(tuple(events)),
    )


def _capped(events: tuple[RawEvent, ...]) -> tuple[RawEvent, ...]:
    """The events that fit into what the centre takes; a performance that is cut reads as unverifiable there."""
    while len(msgspec.json.encode(events)) > MOST_EVENT_BYTES:
        events = events[: len(events) * 9 // 10]
    return events


def _finish(
    desk: Desk, writing: Writing, played: StudentAttempt, performance: Performance, outcome: Outcome
) -> FinishedAttempt:
    connection, student = writing.connection, played.student_id
    before = Assigned(connection, student).with_step(played.step_id) if played.step_id else None
    best_before = _best(writing, played)
    points = 0
    awards: list[str] = []
    if writing.put(played):
        writing.put(performance)
        writing.settle_sums()
        points, awards = earn(desk, writing, played)
        refresh(connection, student)
    after = Assigned(connection, student).with_step(played.step_id) if played.step_id else None
    return FinishedAttempt(
        attempt_id=played.id,
        outcome=outcome,
        target_score=_of_stage(desk, played, after, "target_score"),
        pass_threshold=_of_stage(desk, played, after, "pass_threshold"),
        best_before=best_before,
        points_earned=points,
        new_badges=_new_badges(desk, writing, student, awards),
        step_completed=_complete(after, played.step_id) and not _complete(before, played.step_id),
        next_step=_next(after),
        assignment_completed=_whole(after) and not _whole(before),
    )


def _best(writing: Writing, played: StudentAttempt) -> int | None:
    sql = "SELECT max(best) FROM stage_summary WHERE student_id = ? AND stage_id = ?"
    found = writing.connection.exec_driver_sql(sql, (played.student_id, played.stage_id)).scalar()
    return None if found is None else int(found)


def _of_stage(desk: Desk, played: StudentAttempt, player: AssignmentPlayer | None, name: str) -> int | None:
    """What the step asks for, else what the stage does."""
    step = _step(player, played.step_id)
    own: int | None = getattr(step, name, None)
    found = desk.catalogue.stage(played.stage_id)
    of_stage: int | None = getattr(found[1], name) if found else None
    return of_stage if own is None else own


def _new_badges(desk: Desk, writing: Writing, student: str, awards: Sequence[str]) -> tuple[BadgeCard, ...]:
    if not awards:
        return ()
    facts = facts_in(desk, writing.connection, student)
    return tuple(card for card in badge_cards(writing.connection, student, facts) if card.award_id in awards)


def _step(player: AssignmentPlayer | None, step_id: str | None) -> StepCard | None:
    return next((step for step in player.steps if step.step_id == step_id), None) if player else None


def _complete(player: AssignmentPlayer | None, step_id: str | None) -> bool:
    step = _step(player, step_id)
    return step is not None and step.state is StepState.COMPLETE


def _whole(player: AssignmentPlayer | None) -> bool:
    return player is not None and player.card.steps_done == player.card.steps_total > 0


def _next(player: AssignmentPlayer | None) -> StepCard | None:
    return _step(player, player.next_step) if player else None
