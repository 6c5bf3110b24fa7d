"""Quick Find: games by words, concept, level, difficulty and category, fast enough to search on every key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import msgspec

from domain.games.catalogue import Game, GameStatus

EASIEST, HARDEST = 1, 10
# Shorter words are taken as they are: a letter more or less makes other words of them.
SHORTEST_SLIP = 4
# A search of more words than this asks for nothing that a game has.
MOST_WORDS = 12


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for. Each word must begin a word of the game; what is None or empty may be anything."""

    words: str = ""
    concept: str | None = None
    level: str | None = None
    category: str | None = None
    easiest: int = EASIEST
    hardest: int = HARDEST


class Finder:
    """The live games, ready to be searched. `translated` gives a game's name and subjects in further languages."""

    def __init__(self, games: Iterable[Game], translated: Callable[[Game], tuple[str, str]] | None = None) -> None:
        self._games = tuple(game for game in games if game.status is GameStatus.LIVE)
        self._words = tuple(_Words(game, *(translated(game) if translated else ("", ""))) for game in self._games)
        self._known = sorted({word for words in self._words for word in words.known})

    def find(self, wanted: Wanted) -> tuple[Game, ...]:
        """The games that fit everything asked for, the best match of the words first, then the easiest."""
        asked = tuple(plain(wanted.words).split()[:MOST_WORDS])
        found = [
            (rank, game.difficulty, game.game_id, game)
            for game, words in zip(self._games, self._words, strict=True)
            if _fits(game, wanted) and (rank := words.rank(asked)) is not None
        ]
        return tuple(game for *_, game in sorted(found, key=lambda row: row[:3]))

    def meant(self, words: str) -> str | None:
        """The words with slips of one letter put right by the games' own words; None where that helps nothing."""
        asked = plain(words).split()[:MOST_WORDS]
        put_right = [self._meant(word) for word in asked]
        return " ".join(put_right) if put_right != asked else None

    def _meant(self, word: str) -> str:
        if len(word) < SHORTEST_SLIP or any(known.startswith(word) for known in self._known):
            return word
        return next((known for known in self._known if _slipped(word, known)), word)


def _slipped(word: str, known: str) -> bool:
    """Is a word, or the beginning of one, there but for one letter: another, too many, too few, or two swapped?"""
    same = next((n for n, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), len(word))
    rest, wanted = word[same:], known[same:]
    swapped = wanted[1:2] + wanted[:1] + wanted[2:]
    ends = ((rest[1:], wanted[1:]), (rest[1:], wanted), (rest, wanted[1:]), (rest, swapped))
    return any(bool(wanted) and end_wanted.startswith(end) for end, end_wanted in ends)


def plain(text: str) -> str:
    """Small letters without accents, words apart by single spaces: "Armonía" is found as "armonia"."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return " ".join(re.split(r"[\W_]+", bare)).strip()


def pieces_in(game: Game, words: str = "") -> tuple[str, ...]:
    """The titles of the real tunes that a game plays: those that the words are about first, else in its own order."""
    asked = plain(words).split()[:MOST_WORDS]

    def missed(tune: Mapping[str, Any]) -> int:
        about = " " + plain(f"{tune.get('title', '')} {tune.get('composer', '')}")
        return sum(f" {word}" not in about for word in asked)

    return tuple(dict.fromkeys(str(tune.get("title", "")) for tune in sorted(_tunes(game), key=missed)))


def _composers(game: Game) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(tune.get("composer", "")) for tune in _tunes(game)))


def _tunes(game: Game) -> list[Mapping[str, Any]]:
    """The tunes as the settings have them, of all levels."""
    tables = (game.settings, *game.settings.get("levels", ()))
    return [tune for table in tables for tune in table.get("tunes", ()) if isinstance(tune, dict)]


def _fits(game: Game, wanted: Wanted) -> bool:
    return (
        (wanted.concept is None or wanted.concept in game.concept_tags)
        and (wanted.level is None or game.level == wanted.level)
        and (wanted.category is None or game.category == wanted.category)
        and wanted.easiest <= game.difficulty <= wanted.hardest
    )


class _Words:
    """The words of a game in the order of their weight: name, concepts and category, then notes and the rest."""

    def __init__(self, game: Game, name: str, subjects: str) -> None:
        rest = (game.pedagogical_notes, game.family, game.level, game.instrument, game.mode, game.game_id, game.slug)
        texts = (
            f"{game.name} {name}",
            " ".join((*game.concept_tags, game.category, subjects, *pieces_in(game), *_composers(game))),
            " ".join((*rest, *game.standards)),
        )
        self._tiers = tuple(f" {plain(text)}" for text in texts)

    @property
    def known(self) -> set[str]:
        """The words of name and subjects."""
        return {word for tier in self._tiers[:2] for word in tier.split() if len(word) >= SHORTEST_SLIP}

    def rank(self, asked: Collection[str]) -> int | None:
        """0 is best; None where a word is nowhere."""
        ranks = [next((n for n, tier in enumerate(self._tiers) if f" {word}" in tier), None) for word in asked]
        return None if None in ranks else sum(rank for rank in ranks if rank is not None)
