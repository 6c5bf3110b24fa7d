"""Looking back, for looking at it: real games played by simulated pupils, told again on a silent clock."""

from __future__ import annotations

import time
from concurrent.futures import Future
from functools import cache
from typing import TypeVar

from app.sound.silent import Silent
from app.stage.replaying import Replaying
from app.store.community_readings import Who, WorldPage
from app.store.looking_readings import DoubtCard, Replay
from app.store.readings import Account
from app.views.rooms_looking import LookingRooms
from domain.community.listening import why_to_listen, words_for
from domain.community.world import OPEN, WorldLine
from domain.games import ALL, CHECKS
from domain.games.catalogue import Catalogue, read_catalogue
from domain.games.pupils import played_through
from domain.games.retelling import Retold, only_heard, retold
from domain.learning.heat import CONCEPT, NOTE, HeatMap, Sums, heat_map, weeks_until
from domain.records.progress import VerdictOfCentre
from resources import texts
from workshop import gallery_class as a_class
from workshop import gallery_readings as readings

Answer = TypeVar("Answer")
FINCH = Who(user_id="u1", display_name="Blue Finch", avatar="finch")


def _done(answer: Answer) -> Future[Answer]:
    future: Future[Answer] = Future()
    future.set_result(answer)
    return future


@cache
def _catalogue() -> Catalogue:
    return read_catalogue(texts("games").items(), CHECKS)


@cache
def told(family: str, skill: float = 0.6, kind: str = "quiz") -> Retold:
    """A pupil of some skill at a family's first game."""
    game = _catalogue().family(family)[0]
    stage = next(stage for stage in game.stages if stage.stage_type == kind)
    done = played_through(ALL[family](game, stage, 5, 1, draw=False), 5, skill)
    if kind == "keys":
        return only_heard(done.events, done.duration)
    return retold(ALL[family](game, stage, 5, 1), done.events, done.duration)


@cache
def replay(which: str) -> Replay:
    """An attempt by the name of its view: quiz, tune, doubt, keys."""
    story = told("sight_reading") if which in ("tune", "doubt") else told("note_reading")
    if which == "keys":
        game = _catalogue().family("sight_reading")[0]
        done = played_through(ALL["sight_reading"](game, game.stages[0], 5, 1, draw=False), 5, 0.8)
        story = only_heard(done.events, done.duration)
    doubted = which == "doubt"
    return Replay(
        attempt_id=which,
        student=FINCH,
        mine=not doubted,
        game_name="Tunes to read at first sight" if which in ("tune", "doubt") else "Treble notes from C4 to A4",
        score=640,
        max_possible_score=1_000,
        passed=False,
        created_at=readings.NOW - 40 * readings.MINUTE,
        verdict="mismatch" if doubted else "verified",
        accepted=None,
        said=words_for(True)["lovely"] if which == "tune" else None,
        doubt=why_to_listen(VerdictOfCentre.MISMATCH) if doubted else None,
        retold=story,
    )


def _doubt(number: int, name: str, avatar: str, verdict: VerdictOfCentre, accepted: bool | None = None) -> DoubtCard:
    return DoubtCard(
        attempt_id="doubt",
        student=Who(user_id=f"st{number}", display_name=name, avatar=avatar),
        roster_name=("Amara Bello", "Sofia Rossi", "Jonas Weber")[number],
        game_id="G-01542",
        score=880 - 90 * number,
        max_possible_score=1_000,
        centre_score=640 if verdict is VerdictOfCentre.MISMATCH else None,
        created_at=readings.NOW - (number + 1) * 55 * readings.MINUTE,
        why=why_to_listen(verdict),
        waiting=accepted is None,
        accepted=accepted,
        said=None if accepted is None else next(iter(words_for(accepted).values())),
    )


DOUBTS = (
    _doubt(0, "Blue Finch", "finch", VerdictOfCentre.MISMATCH),
    _doubt(1, "Calm Panda", "panda", VerdictOfCentre.IMPLAUSIBLE),
    _doubt(2, "Silver Fox", "fox", VerdictOfCentre.UNVERIFIABLE, accepted=True),
)


def _world_line(rank: int, name: str, score: int, *, me: bool = False) -> WorldLine:
    return WorldLine(rank=rank, name=name, score=score, me=me)


WORLD = WorldPage(
    state=OPEN,
    top=(
        _world_line(1, "Sereno Tarantella", 1_000),
        _world_line(2, "Vivace Polka", 980),
        _world_line(2, "Dolce Nocturne", 980),
    ),
    around=(
        _world_line(31, "Presto Samba", 905),
        _world_line(32, "Arioso Canon", 890),
        _world_line(33, "Allegro Mazurka", 860, me=True),
        _world_line(33, "Fresco Minuet", 860),
        _world_line(35, "Calmo Fugue", 845),
    ),
    my_name="Allegro Mazurka",
    seen_at=readings.NOW,
)

WORLD_BADGE = WorldPage(
    state=OPEN,
    top=(
        _world_line(1, "Sereno Tarantella", 4),
        _world_line(2, "Dolce Nocturne", 3),
        _world_line(2, "Vivace Polka", 3),
    ),
    seen_at=readings.NOW,
)


@cache
def heat(seed: int) -> HeatMap:
    """Twelve weeks of a pupil who learns."""
    weeks = weeks_until("2026-11-21")
    sums: Sums = {}
    names = [(CONCEPT, name) for name in ("treble-clef", "bass-clef", "ledger-lines", "quarter-notes", "intervals")]
    names += [(NOTE, name) for name in ("C4", "D4", "E4", "F4", "F#4", "G4", "A4", "Bb4", "C5")]
    for place, (kind, name) in enumerate(names):
        for week, day in enumerate(weeks):
            of = (seed * 7 + place * 5 + week * 3) % 11
            share = min(100, 30 + place * 3 + week * 6 + (place * week) % 13)
            if of:
                sums[kind, name, day] = [of * share // 100, of]
    return heat_map(sums, "2026-11-21")


def _replay(_account: Account, attempt_id: str) -> Future[Replay]:
    return _done(replay(attempt_id if attempt_id in ("quiz", "tune", "doubt", "keys") else "quiz"))


def still_looking(world: WorldPage = WORLD) -> LookingRooms:
    """Rooms for looking back over what is above."""
    return LookingRooms(
        replay=_replay,
        replaying=lambda story, parent: Replaying(
            story, sound=Silent(), now_us=lambda: time.perf_counter_ns() // 1_000, parent=parent
        ),
        heat=lambda _account, student, _class: _done(heat(12 if student else 5)),
        plays=lambda _account: _done(a_class.PROGRESS.recent),
        world=lambda _account, _stage: _done(world),
        to_listen=lambda _account: _done(DOUBTS),
        decide_doubt=lambda _account, attempt, _counts, _phrase: _done(
            tuple(card for card in DOUBTS if card.attempt_id != attempt)
        ),
    )
