"""Readings and rooms for the pages about practising and about this machine's keyboards, for looking at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QObject, Signal

from app.midi.state import HeardKind, HeardMessage, Keyboard, KeyboardSettings, PortState
from app.sound.state import SoundState
from app.stage.lateness import Timing, measured
from app.stage.tapping_along import LISTEN, Cue
from app.store.picking import TO_BEGIN, TO_REVIEW, found_games, free_step, piece_step
from app.store.practice_readings import (
    ComingReview,
    FoundGames,
    GameLevel,
    ReviewCard,
    ReviewPage,
    Skill,
    SkillGroup,
    SkillsPage,
)
from app.store.readings import StepCard
from app.views.practice_rooms import PracticeRooms
from app.views.tuning_rooms import Pair, TuningRooms
from domain.games import CHECKS
from domain.games.catalogue import Catalogue, read_catalogue
from domain.games.finding import Finder, Wanted
from domain.learning.adaptive import PARAMETERS, in_words
from domain.music.calibration import TAPS
from domain.records.progress import PlayType
from resources import texts
from workshop.gallery_answers import done
from workshop.gallery_readings import DAY, NOW

STAGE_PIANO, LITTLE, TWIN = "Yamaha P-125", "Akai MPK mini 3", "Yamaha P-125 (2)"
THREE_KEYBOARDS = PortState(
    keyboards=(
        Keyboard(name=STAGE_PIANO, chosen=True, open=True, used=True),
        Keyboard(name=TWIN, open=True),
        Keyboard(name=LITTLE, open=True),
    ),
    driver="alsa",
)
HEARD = tuple(
    HeardMessage(keyboard=STAGE_PIANO, text=f"note_on channel=0 note={key} velocity={value} time=0", at=at, kind=kind,
                 key=key, value=value)
    for at, (kind, key, value) in enumerate(
        ((HeardKind.DOWN, 48, 72), (HeardKind.DOWN, 52, 88), (HeardKind.PEDAL, 0, 127), (HeardKind.DOWN, 55, 104)), 1
    )
)  # fmt: skip


@cache
def catalogue() -> Catalogue:
    """The program's own games."""
    return read_catalogue(texts("games").items(), CHECKS)


@cache
def finder() -> Finder:
    """Quick Find over them."""
    return Finder(catalogue().games)


def _step(concept: str, *, play_type: PlayType = PlayType.REVIEW) -> StepCard:
    game = next(game for game in catalogue().games if concept in game.concept_tags)
    step = free_step(game, TO_REVIEW if play_type is PlayType.REVIEW else TO_BEGIN, play_type)
    assert step is not None
    return step


def _review(days: int, *concepts: str) -> ReviewCard:
    step = _step(concepts[0])
    return ReviewCard(
        step=step, game_name=step.title, concepts=concepts, days_overdue=days, last_played_at=NOW - (days + 4) * DAY
    )


REVIEW = ReviewPage(
    due=(
        _review(3, "treble-clef", "ledger-lines"),
        _review(1, "intervals-by-ear"),
        _review(0, "dotted-rhythms", "rests"),
    ),
    coming=tuple(
        ComingReview(concept=concept, next_review_at=NOW + days * DAY)
        for concept, days in (("bass-clef", 1), ("steady-beat", 2), ("major-scales", 5), ("chords", 9))
    ),
)
REVIEW_DONE = ReviewPage(due=(), coming=REVIEW.coming)
_LEVELS = (100, 92, 71, 40, None, 18, None, 86, 55, None, None, 97, None, 63, None)


def _skill(number: int, concept: str) -> Skill:
    level = _LEVELS[number % len(_LEVELS)]
    play_type = PlayType.FREE_PLAY if level is None else PlayType.REVIEW
    return Skill(
        concept=concept,
        level=level,
        mastered=level is not None and level >= 85,
        due=level in (71, 86),
        step=_step(concept, play_type=play_type),
    )


def _groups() -> tuple[SkillGroup, ...]:
    first: dict[str, list[str]] = {}
    for concept in catalogue().concepts:
        game = next(game for game in catalogue().games if concept in game.concept_tags)
        first.setdefault(game.category, []).append(concept)
    numbered = enumerate(first.items())
    return tuple(
        SkillGroup(category=category, skills=tuple(_skill(3 * n + k, each) for k, each in enumerate(concepts)))
        for n, (category, concepts) in numbered
    )


def skills() -> SkillsPage:
    """A map of somebody who has played for some weeks."""
    groups = _groups()
    every = [skill for group in groups for skill in group.skills]
    return SkillsPage(
        groups=groups,
        mastered=sum(skill.mastered for skill in every),
        begun=sum(skill.level is not None for skill in every),
    )


LEVELS = tuple(
    GameLevel(
        game_id=f"G-{n}", game_name=name, level=level, lowest=1, highest=highest, rounds=rounds,
        last_played_at=NOW - n * DAY,
    )
    for n, (name, level, highest, rounds) in enumerate(
        (("The whole treble staff", 2, 2, 14), ("Read all intervals", 1, 3, 5), ("Echo three notes", 1, 2, 2))
    )
)  # fmt: skip


class StillTapping(QObject):
    """A measurement that stands at its tenth tap; `finish` gives it a result."""

    beat = Signal(int)
    tapped = Signal(int)
    done = Signal(object)
    beats = LISTEN + TAPS

    def start(self) -> None:
        """Show the tenth tap."""
        self.beat.emit(LISTEN + 9)
        self.tapped.emit(10)

    def stop(self) -> None:
        """Nothing to stop."""


def still_practice(
    *, review: ReviewPage = REVIEW, levels: tuple[GameLevel, ...] = LEVELS, page: SkillsPage | None = None
) -> PracticeRooms:
    """Practising without a mirror; Quick Find is the real one."""

    def find(wanted: Wanted) -> FoundGames:
        return found_games(finder(), wanted, 40)

    def piece(game_id: str, title: str) -> StepCard | None:
        game = catalogue().game(game_id)
        return piece_step(game, title) if game is not None else None

    return PracticeRooms(
        review=lambda _account: done(review),
        skills=lambda _account: done(page or skills()),
        levels=lambda _account, _student: done(levels),
        level_rules=lambda: in_words(PARAMETERS),
        find=find,
        piece=piece,
        concepts=catalogue().concepts,
        categories=catalogue().categories,
    )


class StillTuning:
    """A machine whose keyboards can be chosen and set, and remember nothing."""

    def __init__(self, heard: Sequence[HeardMessage] = HEARD, pair: Pair | None = None, sound: bool = True) -> None:
        self.heard = tuple(heard)
        self.chosen: tuple[str, ...] = ()
        self.keys: dict[str, KeyboardSettings] = {}
        self.auditioning = False
        self.pair = pair or Pair(keyboard=STAGE_PIANO, silent=not sound, timing=Timing(sound=34_000))
        self.sound = SoundState(on=sound, driver="pulseaudio" if sound else "")
        self.runs: list[QObject] = []

    def rooms(self, make_run: Callable[[Cue, QObject], QObject] | None = None) -> TuningRooms:
        """The functions."""

        def run(cue: Cue, parent: QObject) -> StillTapping:
            made = make_run(cue, parent) if make_run else StillTapping(parent)
            self.runs.append(made)
            return made  # type: ignore[return-value]

        return TuningRooms(
            choose=self._choose,
            audition=self._audition,
            recent=lambda: self.heard,
            keys_of=lambda name: self.keys.get(name, KeyboardSettings()),
            use=self._use,
            sound=lambda: self.sound,
            pair=lambda: self.pair,
            tap_along=run,
            keep_offset=self._keep,
        )

    def _choose(self, names: Sequence[str]) -> None:
        self.chosen = tuple(names)

    def _audition(self, on: bool) -> None:
        self.auditioning = on

    def _use(self, name: str, keys: KeyboardSettings) -> None:
        self.keys[name] = keys

    def _keep(self, cue: Cue, offset: int | None) -> Pair:
        timing = measured(self.pair.timing, silent=cue is Cue.PICTURE, offset=offset)
        self.pair = Pair(keyboard=self.pair.keyboard, silent=self.pair.silent, timing=timing)
        return self.pair
