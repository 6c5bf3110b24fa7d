"""Games and their stages as the catalogue declares them: TOML text in, validated entries out.

Fields and enums are the data model's (Content domain: Game, GameStage). Reading files is left to the ends.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec


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


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One stage. `stage_id` is `{game_id}-{stage_type}`. Scores are points out of `questions` × 100 unless said."""

    stage_id: str
    stage_type: StageType
    stage_version: int = 1
    target_score: int | None = None
    pass_threshold: int | None = None
    time_limit_seconds: int | None = None
    enabled: bool = True
    settings: dict[str, Any] = {}


class Game(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A catalogue game. `family` names the file in `domain/games/` that plays it; `settings` are that family's own."""

    game_id: str
    game_version: int = 1
    slug: str
    name: str
    family: str
    status: str = "live"
    replaced_by_game_id: str | None = None
    instrument: str = "piano"
    mode: str = "visual"
    device_profile: DeviceProfile = DeviceProfile.ANY
    keyboard_mode: str = "keyboard"
    level: str = "beginner"
    difficulty: int = 1
    concept_tags: tuple[str, ...] = ()
    category: str
    standards: tuple[str, ...] = ()
    skill_roles: tuple[str, ...] = ()
    pedagogical_notes: str = ""
    settings: dict[str, Any] = {}
    stages: tuple[Stage, ...] = ()
