"""Quick Find: every word begins a word of the game, in either language, with and without accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_catalogue import SMALL

from domain.games import CHECKS
from domain.games.catalogue import read_catalogue
from domain.games.finding import Finder, Wanted, pieces_in, plain
from resources import texts

CATALOGUE = read_catalogue([("small.toml", SMALL)], CHECKS)
SPANISH = {"One": ("Uno, dos: armonía", "clave de sol"), "Two words": ("Dos palabras", "clave de fa")}


def names(words: str = "", **wanted: object) -> list[str]:
    finder = Finder(CATALOGUE.games, lambda game: SPANISH[game.name])
    return [game.name for game in finder.find(Wanted(words=words, **wanted))]  # type: ignore[arg-type]


def test_words_begin_words_and_names_rank_first() -> None:
    assert names("wor") == ["Two words"]
    assert names("ords") == []
    assert names("CLEF") == ["Two words", "One"]
    assert names("bass two") == ["Two words"]


def test_both_languages_are_searched_and_accents_need_not_be_typed() -> None:
    assert names("palabras") == names("PALABR") == ["Two words"]
    assert names("armonia") == names("ARMONÍA") == names("armoní") == ["One"]
    assert names("clave fa") == ["Two words"]
    assert names("two palabras") == ["Two words"]


def test_tunes_are_found_by_title_and_composer_and_with_a_slip() -> None:
    finder = Finder(read_catalogue(texts("games").items(), CHECKS).games)
    for words in ("jingle bells", "fur elise", "FRÈRE JACQUES", "greensleeves"):
        (found,) = finder.find(Wanted(words=words))
        assert any(plain(words) in plain(piece) for piece in pieces_in(found)), words
    assert {"Great themes", "Real tunes in five fingers"} <= {
        game.name for game in finder.find(Wanted(words="beethoven"))
    }
    assert finder.meant("jingel bells") == "jingle bells"
    assert pieces_in(CATALOGUE.games[0]) == ()
    great = next(game for game in finder.find(Wanted(words="beethoven")) if game.name == "Great themes")
    assert pieces_in(great, "beethoven")[:2] == ("Symphony No. 5", "Für Elise")


def test_without_words_all_are_found_the_easiest_first() -> None:
    assert names() == ["Two words", "One"]
    assert names("  ") == ["Two words", "One"]


def test_facets() -> None:
    assert names(concept="bass-clef") == ["Two words"]
    assert names(level="advanced") == ["Two words"]
    assert names(easiest=3, hardest=3) == ["One"]
    assert names(easiest=1, hardest=3) == ["Two words", "One"]
    assert names(category="Rhythm") == []


def test_drafts_are_not_found() -> None:
    draft = read_catalogue([("small.toml", SMALL.replace('name = "One"', 'name = "One"\nstatus = "draft"'))], CHECKS)
    assert [game.name for game in Finder(draft.games).find(Wanted())] == ["Two words"]


@pytest.mark.parametrize("slip", ["palbras", "palabbras", "palsbras", "plaabras", "palabrss", "plabr"])
def test_a_slip_of_one_letter_is_put_right(slip: str) -> None:
    finder = Finder(CATALOGUE.games, lambda game: SPANISH[game.name])
    assert finder.meant(slip) == "palabras"
    assert finder.meant(f"dos {slip}") == "dos palabras"


def test_what_begins_a_word_is_short_or_is_far_off_stays_as_it_is() -> None:
    finder = Finder(CATALOGUE.games, lambda game: SPANISH[game.name])
    for words in ("palab", "pla", "zzzzzz", "", "palabras"):
        assert finder.meant(words) is None


@given(st.text(max_size=60))
def test_putting_right_never_fails(words: str) -> None:
    meant = Finder(CATALOGUE.games).meant(words)
    assert meant is None or meant != plain(words)


def test_plain_words() -> None:
    assert plain("  La Armonía_de  SOL♯! ") == "la armonia de sol"


@given(st.text(max_size=200))
def test_any_words_can_be_searched(words: str) -> None:
    found = Finder(CATALOGUE.games).find(Wanted(words=words))
    assert all(game in CATALOGUE.games for game in found)
