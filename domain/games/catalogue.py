"""Games and their stages as the catalogue declares them: TOML text in, validated entries out.

Fields and enums are the data model's (Content domain: Game, GameStage). Reading files is left to the ends. A file holds
`[[game]]` tables; `[defaults]` is merged under each of them, so that a family writes down once what its games share.
Stages are tables by their type: `stages.quiz = { questions = 10, target_score = 900, pass_threshold = 700 }`.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any

import msgspec

GAME_ID = r"^G-\d{5}$"
# A question answered at the first try is worth this much, in every family.
POINTS_A_QUESTION = 100


class StageType(StrEnum):
    """The five stages of a game. Quiz is required, challenge is optional."""

    LEARN = "learn"
    PLAY = "play"
    QUIZ = "quiz"
    CHALLENGE = "challenge"
    REVIEW = "review"


class DeviceProfile(StrEnum):
    """What a game must be played with."""

    ANY = "any"
    MIDI_REQUIRED = "midi_required"
    MIC_OPTIONAL = "mic_optional"


class GameStatus(StrEnum):
    """draft → live → deprecated (with `replaced_by_game_id`)."""

    DRAFT = "draft"
    LIVE = "live"
    DEPRECATED = "deprecated"


class Instrument(StrEnum):
    """Whom a game is for."""

    PIANO = "piano"
    GENERAL_MUSIC = "general_music"
    CHOIR = "choir"


class Mode(StrEnum):
    """Whether a game is read, heard, or both."""

    VISUAL = "visual"
    AURAL = "aural"
    MIXED = "mixed"


class KeyboardMode(StrEnum):
    """Whether a game is played on a piano keyboard."""

    KEYBOARD = "keyboard"
    NON_KEYBOARD = "non_keyboard"


class Level(StrEnum):
    """How far along a pupil is for whom a game was made."""

    BEGINNER = "beginner"
    EARLY_INTERMEDIATE = "early_intermediate"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One stage. `stage_id` is `{game_id}-{stage_type}`. Scores are points out of `questions` × 100.

    The level in force is adapted between `lowest_level` and `highest_level`, both declared here.
    """

    stage_id: str
    stage_type: StageType
    stage_version: Annotated[int, msgspec.Meta(ge=1)] = 1
    target_score: Annotated[int, msgspec.Meta(ge=0)] | None = None
    pass_threshold: Annotated[int, msgspec.Meta(ge=0)] | None = None
    time_limit_seconds: Annotated[int, msgspec.Meta(ge=1, le=3600)] | None = None
    enabled: bool = True
    questions: Annotated[int, msgspec.Meta(ge=1, le=100)] = 10
    lowest_level: Annotated[int, msgspec.Meta(ge=1)] = 1
    highest_level: Annotated[int, msgspec.Meta(ge=1)] = 1
    settings: dict[str, Any] = {}

    @property
    def max_possible_score(self) -> int:
        """The most points that the stage gives."""
        return self.questions * POINTS_A_QUESTION


class Game(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A catalogue game. `family` names the file in `domain/games/` that plays it; `settings` are that family's own.

    `settings["levels"]` is a list of tables, one a level from the first on, each merged over the other settings.
    """

    game_id: Annotated[str, msgspec.Meta(pattern=GAME_ID)]
    game_version: Annotated[int, msgspec.Meta(ge=1)] = 1
    slug: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    family: str
    status: GameStatus = GameStatus.LIVE
    replaced_by_game_id: Annotated[str, msgspec.Meta(pattern=GAME_ID)] | None = None
    instrument: Instrument = Instrument.PIANO
    mode: Mode = Mode.VISUAL
    device_profile: DeviceProfile = DeviceProfile.ANY
    keyboard_mode: KeyboardMode = KeyboardMode.KEYBOARD
    level: Level = Level.BEGINNER
    difficulty: Annotated[int, msgspec.Meta(ge=1, le=10)] = 1
    concept_tags: tuple[str, ...] = ()
    category: str
    standards: tuple[str, ...] = ()
    skill_roles: tuple[str, ...] = ()
    pedagogical_notes: str = ""
    assets_url: str | None = None
    created_at: datetime.date | None = None
    updated_at: datetime.date | None = None
    published_at: datetime.date | None = None
    settings: dict[str, Any] = {}
    stages: tuple[Stage, ...] = ()

    @property
    def levels(self) -> int:
        """How many levels the settings declare."""
        return max(1, len(self.settings.get("levels", ())))

    def stage(self, stage_type: StageType) -> Stage | None:
        """The stage of this type, where the game has it."""
        return next((stage for stage in self.stages if stage.stage_type is stage_type), None)

    def settings_at(self, stage: Stage, level: int) -> dict[str, Any]:
        """The family's settings at a level: the game's, the level's and the stage's, each over the one before."""
        levels = self.settings.get("levels") or [{}]
        chosen = levels[min(max(level, 1), len(levels)) - 1]
        shared = {name: value for name, value in self.settings.items() if name != "levels"}
        return {**shared, **chosen, **stage.settings}


class CatalogueError(ValueError):
    """What is wrong with a catalogue file, with its name and line."""

    def __init__(self, file: str, line: int, text: str) -> None:
        super().__init__(f"{file}:{line}: {text}")
        self.file, self.line, self.text = file, line, text


# A family's own check of its settings. Raises ValueError with a sentence that names the field.
CheckSettings = Callable[[dict[str, Any]], object]


class _Source:
    """A file's text, and where its tables and keys stand."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self._lines = text.splitlines()
        self._starts = [n for n, line in enumerate(self._lines, 1) if re.match(r"\s*\[\[\s*game\s*\]\]", line)]

    def line(self, game: int, key: str | None) -> int:
        """The line of a key in the table of the game with this place, or in the defaults, or the table's first line."""
        start = self._starts[game] if game < len(self._starts) else 1
        end = self._starts[game + 1] if game + 1 < len(self._starts) else len(self._lines) + 1
        found = self._find(key, start, end) or self._find(key, 1, self._starts[0] if self._starts else end)
        return found or start

    def _find(self, key: str | None, start: int, end: int) -> int | None:
        if key is None:
            return None
        pattern = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])")
        numbered = enumerate(self._lines[start - 1 : end - 1], start)
        return next((n for n, line in numbered if pattern.search(line.partition("#")[0])), None)

    def error(self, game: int, key: str | None, text: str) -> CatalogueError:
        return CatalogueError(self.file, self.line(game, key), text)


def parse_games(text: str, file: str, families: Mapping[str, CheckSettings] | None = None) -> tuple[Game, ...]:
    """The games of one file. Raises CatalogueError, which names file and line, for the first thing that is wrong.

    `families` maps the known families to their check of the settings; without it families are not looked at.
    """
    tables = _tables(text, file)
    source = _Source(text, file)
    return tuple(_game(table, number, source, families) for number, table in enumerate(tables))


def parse_game(text: str, file: str, families: Mapping[str, CheckSettings] | None = None) -> Game:
    """The one game of a file. Raises CatalogueError, also where the file holds none or several."""
    games = parse_games(text, file, families)
    if len(games) != 1:
        raise CatalogueError(file, 1, f"one [[game]] table is expected, there are {len(games)}")
    return games[0]


def _tables(text: str, file: str) -> list[dict[str, Any]]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at.group(1)) if at else text.count("\n") + 1
        raise CatalogueError(file, line, f"this is not TOML: {error}") from error
    strange = set(document) - {"game", "defaults"}
    if strange:
        raise CatalogueError(file, 1, f"unknown table `{min(strange)}`: a file holds [defaults] and [[game]]")
    defaults, games = document.get("defaults", {}), document.get("game", [])
    if not isinstance(defaults, dict):
        raise CatalogueError(file, 1, "what games share is written as one [defaults] table")
    if not isinstance(games, list) or not all(isinstance(game, dict) for game in games):
        raise CatalogueError(file, 1, "games are written as [[game]] tables")
    return [_merged(defaults, game) for game in games]


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """`over` on top of `under`; tables are merged, everything else is replaced."""
    both = dict(under)
    for key, value in over.items():
        below = both.get(key)
        both[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return both


def _game(table: dict[str, Any], number: int, source: _Source, families: Mapping[str, CheckSettings] | None) -> Game:
    plain = {**table, "stages": _stage_tables(table, number, source)}
    try:
        game = msgspec.convert(plain, Game)
    except msgspec.ValidationError as error:
        raise source.error(number, _key_in(str(error)), str(error)) from error
    for stage in game.stages:
        _check_stage(game, stage, number, source)
    _check_game(game, number, source)
    if families is not None:
        _check_family(game, families, number, source)
    return game


def _stage_tables(table: dict[str, Any], number: int, source: _Source) -> list[dict[str, Any]]:
    """The stages, each with the id, type and level bounds that follow from its place where they are left out."""
    stages = table.get("stages", {})
    if not isinstance(stages, dict):
        raise source.error(number, "stages", "stages are tables by their type, such as `stages.quiz = { … }`")
    strange = [name for name in stages if name not in set(StageType)]
    if strange:
        raise source.error(number, strange[0], f"unknown stage type `{strange[0]}`: {', '.join(StageType)}")
    present = [kind for kind in StageType if isinstance(stages.get(kind), dict)]
    top = _declared_levels(table, number, source)
    return [_stage_table(table, kind, stages[kind], top) for kind in present]


def _declared_levels(table: dict[str, Any], number: int, source: _Source) -> int:
    """How many levels a game's table declares, at least one."""
    settings = table.get("settings")
    levels = settings.get("levels", []) if isinstance(settings, dict) else []
    if not isinstance(levels, list) or not all(isinstance(level, dict) for level in levels):
        raise source.error(number, "levels", "levels are tables in a list, such as `settings.levels = [{ … }, { … }]`")
    return max(1, len(levels))


def _stage_table(table: dict[str, Any], kind: StageType, stage: dict[str, Any], top: int) -> dict[str, Any]:
    # A quiz and a challenge ask for all that the game teaches; the other stages grow with the pupil.
    lowest = top if kind in (StageType.QUIZ, StageType.CHALLENGE) else 1
    follows = {"stage_id": f"{table.get('game_id')}-{kind}", "stage_type": str(kind)}
    return {**follows, "lowest_level": lowest, "highest_level": top, **stage}


def _key_in(message: str) -> str | None:
    """The key that a message of msgspec is about."""
    named = re.search(r"field `([^`]+)`", message) or re.search(r"\$\.(?:\w+\[\.*\d*\]\.)*(\w+)", message)
    return named.group(1) if named else None


def _check_game(game: Game, number: int, source: _Source) -> None:
    if game.stage(StageType.QUIZ) is None:
        raise source.error(number, "stages", f"{game.game_id} has no quiz: every game needs one")
    if game.status is GameStatus.DEPRECATED and game.replaced_by_game_id is None:
        raise source.error(number, "status", f"{game.game_id} is deprecated but names no replaced_by_game_id")
    if not game.concept_tags:
        raise source.error(number, "concept_tags", f"{game.game_id} names no concept")


def _check_stage(game: Game, stage: Stage, number: int, source: _Source) -> None:
    if stage.stage_id != f"{game.game_id}-{stage.stage_type}":
        wanted = f"{game.game_id}-{stage.stage_type}"
        raise source.error(number, "stage_id", f"stage_id `{stage.stage_id}` should be `{wanted}`")
    for field in ("target_score", "pass_threshold"):
        score = getattr(stage, field)
        if score is not None and score > stage.max_possible_score:
            text = f"{stage.stage_id}: {field} {score} is above the most possible, {stage.max_possible_score}"
            raise source.error(number, field, text)
    if stage.lowest_level > stage.highest_level or stage.highest_level > game.levels:
        bounds = f"levels {stage.lowest_level} to {stage.highest_level}"
        raise source.error(number, "levels", f"{stage.stage_id}: {bounds} do not lie in 1 to {game.levels}")
    if stage.stage_type is StageType.CHALLENGE and stage.time_limit_seconds is None:
        raise source.error(number, "challenge", f"{stage.stage_id}: a challenge needs time_limit_seconds")


def _check_family(game: Game, families: Mapping[str, CheckSettings], number: int, source: _Source) -> None:
    check = families.get(game.family)
    if check is None:
        raise source.error(number, "family", f"unknown family `{game.family}`: {', '.join(sorted(families))}")
    for stage in game.stages:
        for level in range(stage.lowest_level, stage.highest_level + 1):
            try:
                check(game.settings_at(stage, level))
            except ValueError as error:
                raise source.error(number, _key_in(str(error)) or "settings", f"{stage.stage_id}: {error}") from error


class Catalogue:
    """All games, looked up by id, stage and family. `finding` searches them."""

    def __init__(self, games: Iterable[Game], problems: Iterable[CatalogueError] = ()) -> None:
        """Raises ValueError where two games share an id or a slug."""
        self.games = tuple(sorted(games, key=lambda game: game.game_id))
        self.problems = tuple(problems)
        self._by_id = _unique({game.game_id: game for game in self.games}, self.games, "game_id")
        _unique({game.slug: game for game in self.games}, self.games, "slug")
        self.stages: Mapping[str, tuple[Game, Stage]] = {
            stage.stage_id: (game, stage) for game in self.games for stage in game.stages
        }

    def game(self, game_id: str) -> Game | None:
        """The game with this id."""
        return self._by_id.get(game_id)

    def stage(self, stage_id: str) -> tuple[Game, Stage] | None:
        """The game and the stage with this stage id."""
        return self.stages.get(stage_id)

    def family(self, family: str) -> tuple[Game, ...]:
        """The games that a family plays."""
        return tuple(game for game in self.games if game.family == family)

    @property
    def concepts(self) -> tuple[str, ...]:
        """Every concept tag in use, sorted."""
        return tuple(sorted({tag for game in self.games for tag in game.concept_tags}))

    @property
    def categories(self) -> tuple[str, ...]:
        """Every category in use, sorted."""
        return tuple(sorted({game.category for game in self.games}))


def _unique(by_key: dict[str, Game], games: tuple[Game, ...], key: str) -> dict[str, Game]:
    if len(by_key) != len(games):
        seen: set[str] = set()
        twice = next(k for k in (getattr(game, key) for game in games) if k in seen or seen.add(k))  # type: ignore[func-returns-value]
        raise ValueError(f"two games have the {key} `{twice}`")
    return by_key


def _sound_and_wrong(
    text: str, file: str, families: Mapping[str, CheckSettings] | None
) -> tuple[list[tuple[int, Game]], list[CatalogueError]]:
    """The games of a file that are sound, each with its place, and what is wrong with the others."""
    sound: list[tuple[int, Game]] = []
    wrong: list[CatalogueError] = []
    try:
        tables, source = _tables(text, file), _Source(text, file)
    except CatalogueError as error:
        return [], [error]
    for number, table in enumerate(tables):
        try:
            sound.append((number, _game(table, number, source, families)))
        except CatalogueError as error:
            wrong.append(error)
    return sound, wrong


def read_catalogue(files: Iterable[tuple[str, str]], families: Mapping[str, CheckSettings] | None = None) -> Catalogue:
    """The catalogue of the files (name, text). A game with a mistake is left out and named in `problems`; so is one
    whose id or slug an earlier one has taken, and a file that is no TOML. The rest goes on."""
    games: dict[str, Game] = {}
    problems: list[CatalogueError] = []
    for file, text in files:
        sound, wrong = _sound_and_wrong(text, file, families)
        problems += wrong
        for number, game in sound:
            if game.game_id in games or any(game.slug == other.slug for other in games.values()):
                twice = f"{game.game_id} or its slug exists twice"
                problems.append(_Source(text, file).error(number, "game_id", twice))
            else:
                games[game.game_id] = game
    return Catalogue(games.values(), problems)
