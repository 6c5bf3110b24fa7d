"""The catalogue that ships: complete, drawn, earnable, and rare where it says so."""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

import achievement_samples as people
import pytest

from domain.achievements import single
from domain.achievements.catalogue import BadgeCatalogue, CatalogueError, parse
from domain.achievements.facts import StageTags, StudentFacts
from domain.achievements.icons import read_icon
from domain.games import CHECKS
from domain.games.catalogue import read_catalogue
from domain.records.achievements import BadgeKind, BadgeStatus, Rarity
from domain.records.progress import PlayType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FOLDER = Path(__file__).parents[3] / "resources" / "badges"
TEXT = (FOLDER / "badges.toml").read_text(encoding="utf-8")
ICONS = {path.stem: path for path in sorted((FOLDER / "icons").glob("*.svg"))}


@pytest.fixture(scope="module")
def shipped() -> BadgeCatalogue:
    return parse(TEXT, "badges.toml", org_id=people.ORG, icons=set(ICONS))


def test_enough_of_both_kinds_over_all_collections(shipped: BadgeCatalogue) -> None:
    kinds = Counter(badge.badge_kind for badge in shipped.badges)
    assert kinds[BadgeKind.GROW] >= 12
    assert kinds[BadgeKind.SINGLE] >= 40
    assert len(shipped.roles) == kinds[BadgeKind.GROW]
    per_collection = Counter(badge.collection for badge in shipped.badges if badge.collection)
    assert set(per_collection) == set(shipped.collections)
    assert min(per_collection.values()) >= 4


def test_every_badge_is_released_with_a_drawing_and_told_apart_by_its_code(shipped: BadgeCatalogue) -> None:
    assert {badge.status for badge in shipped.badges} == {BadgeStatus.RELEASED}
    for badge in shipped.badges:
        assert badge.icon_path is not None
        assert (FOLDER.parent / badge.icon_path).is_file()
        assert badge.description
        assert badge.points_value > 0
    for field in ("id", "badge_code", "name", "sort_order"):
        assert len({getattr(badge, field) for badge in shipped.badges}) == len(shipped.badges)


def test_reading_twice_gives_the_same_rows(shipped: BadgeCatalogue) -> None:
    assert parse(TEXT, "badges.toml", org_id=people.ORG, icons=set(ICONS)) == shipped


def test_without_a_drawing_a_badge_waits() -> None:
    bare = parse(TEXT, "badges.toml", org_id=people.ORG, icons=())
    assert {badge.status for badge in bare.badges} == {BadgeStatus.PENDING_ICON}


def test_rarer_badges_give_more_points(shipped: BadgeCatalogue) -> None:
    by_rarity = {
        rarity: [b.points_value for b in shipped.badges if b.badge_kind is BadgeKind.SINGLE and b.rarity is rarity]
        for rarity in Rarity
    }
    averages = [sum(values) / len(values) for values in by_rarity.values()]
    assert averages == sorted(averages)
    assert max(by_rarity[Rarity.COMMON]) < min(by_rarity[Rarity.EPIC])


def test_games_and_badges_speak_of_the_same_roles_and_subjects(shipped: BadgeCatalogue) -> None:
    files = sorted((FOLDER.parent / "games").glob("*.toml"))
    games = read_catalogue([(file.name, file.read_text(encoding="utf-8")) for file in files], CHECKS).games
    roles = {role.role_code for role in shipped.roles}
    tagged = {role for game in games for role in game.skill_roles}
    assert tagged <= roles, "a game is tagged with a role that nobody can grow in"
    asked = [badge.criteria for badge in shipped.badges]
    assert {c["skill_role"] for c in asked if "skill_role" in c} <= tagged
    assert {c["category"] for c in asked if "category" in c} <= {game.category for game in games}


def a_school_year(rng: random.Random) -> StudentFacts:
    """36 weeks of an ordinary pupil: two to four days a week, some games a day, getting better slowly."""
    facts = StudentFacts()
    number, diligence, skill = 0, rng.uniform(0.3, 0.7), rng.uniform(0.35, 0.75)
    categories = ["Staff", "Rhythm", "Intervals", "Ear", "Sight-reading", "Scales"]
    for week in range(36):
        for weekday in range(7):
            if rng.random() > diligence * (1.0 if weekday < 5 else 0.4):
                continue
            for _ in range(rng.randint(2, 6)):
                number += 1
                stage = f"G-{rng.randint(1, 40):05d}-{rng.choice(['play', 'quiz', 'review'])}"
                score = min(100, max(0, int(rng.gauss(100 * (skill + week / 200), 18))))
                attempt = people.attempt(
                    number,
                    offset=week * 7 + weekday,
                    stage=stage,
                    score=score,
                    passed=score >= 70,
                    play_type=rng.choice([PlayType.ASSIGNED, PlayType.FREE_PLAY, PlayType.REVIEW]),
                    concepts={f"concept-{rng.randint(1, 30)}": (score // 10, 10)},
                    level=1 + week // 12,
                )
                category = rng.choice(categories)
                mode = "aural" if category == "Ear" else "visual"
                facts.add(
                    attempt,
                    StageTags(
                        stage_id=stage,
                        game_id=stage[:7],
                        stage_type=stage.rsplit("-", 1)[1],
                        category=category,
                        mode=mode,
                        skill_roles={"Rhythm": ("rhythm_keeper",), "Sight-reading": ("sight_reader",)}.get(
                            category, ()
                        ),
                    ),
                )
    return facts


def test_rare_badges_are_really_rare(shipped: BadgeCatalogue) -> None:
    rng = random.Random(20260302)
    years = [a_school_year(rng) for _ in range(25)]
    # What comes from other rooms (assignments, kind words …) is not in these figures.
    played = [
        badge
        for badge in shipped.badges
        if badge.badge_kind is BadgeKind.SINGLE
        and badge.criteria["measure"]
        not in {
            "assignments",
            "assignments_on_time",
            "sequences",
            "concepts_mastered",
            "people_celebrated",
            "kind_words",
            "seen_by_teacher",
            "points",
            "badges",
            "collections",
        }
        and badge.criteria.get("play_type") != "challenge"
    ]
    share: dict[Rarity, float] = {}
    for rarity in Rarity:
        of = [badge for badge in played if badge.rarity is rarity]
        had = sum(single.progress(b.criteria, f)[0] >= int(b.criteria["at_least"]) for b in of for f in years)
        share[rarity] = had / (len(of) * len(years))
    assert share[Rarity.COMMON] > 0.8
    assert share[Rarity.COMMON] > share[Rarity.UNCOMMON] > share[Rarity.RARE] > share[Rarity.EPIC]
    assert share[Rarity.EPIC] < 0.15
    assert share[Rarity.LEGENDARY] < 0.05


BADGE = """
[[collection]]
code = "practice"
name = "Practice"
icon = "clock"

[[badge]]
badge_code = "one"
name = "One"
description = "Do it."
collection = "practice"
icon = "star"
rarity = "common"
points_value = 10
criteria = { measure = "played", at_least = 1 }
"""


def changed(old: str, new: str) -> str:
    assert old in BADGE
    return BADGE.replace(old, new)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (changed('"played"', '"runs_fast"'), 7, "one: there is no measure 'runs_fast'"),
        (changed("at_least = 1", 'at_least = "1"'), 7, "whole number"),
        (changed("at_least = 1", "at_least = 0"), 7, "from 1 on"),
        (changed(", at_least = 1", ""), 7, "at_least is missing"),
        (changed("at_least = 1", "at_least = 1, colour = 2"), 7, "does not take 'colour'"),
        (changed("at_least = 1", 'at_least = 1, mode = "loud"'), 7, "'loud' is no mode"),
        (changed("at_least = 1", 'at_least = 1, mode = "aural", category = "Ear"'), 7, "one kind of attempts"),
        (changed("at_least = 1", 'at_least = 1, category = ""'), 7, "must be a word"),
        (changed('collection = "practice"', 'collection = "other"'), 7, "no collection 'other'"),
        (changed('rarity = "common"', 'rarity = "mythic"'), 7, "mythic"),
        (changed("points_value = 10", "points_value = -1"), 7, "points_value"),
        (changed('badge_code = "one"', 'badge_code = "One!"'), 7, "badge_code"),
        (changed('name = "One"\n', ""), 7, "name"),
        (changed('icon = "star"', 'icon = "star"\nicons = "x"'), 7, "icons"),
        (BADGE + BADGE.split("\n\n")[1], 16, "badge_code 'one' is there twice"),
        (BADGE + "x = [", 16, "end of document"),
        (BADGE + "\n[[surprise]]\na = 1", 0, "surprise"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(text: str, line: int, what: str) -> None:
    with pytest.raises(CatalogueError) as error:
        parse(text, "badges.toml", org_id="o", icons=())
    assert error.value.line == line
    assert what in str(error.value)
    assert str(error.value).startswith("badges.toml")


@pytest.mark.parametrize("name", sorted(single.MEASURES))
def test_each_measure_is_a_number_that_starts_at_nothing(name: str) -> None:
    criteria: dict[str, str | int] = {"measure": name, "at_least": 3}
    single.check(criteria)
    assert single.progress(criteria, StudentFacts()) == (0, 3)


def test_a_measure_of_a_newer_catalogue_is_left_alone(shipped: BadgeCatalogue) -> None:
    with pytest.raises(single.CriteriaError, match="no measure"):
        single.progress({"measure": "from_the_future", "at_least": 1}, StudentFacts())


def test_collections_are_complete_when_each_released_badge_is_held(shipped: BadgeCatalogue) -> None:
    rhythm = {badge.id for badge in shipped.badges if badge.collection == "rhythm"}
    assert single.collections_done(shipped.badges, rhythm) == ("rhythm",)
    assert single.collections_done(shipped.badges, list(rhythm)[1:]) == ()


def _brightness(colour: Any) -> float:
    """How light a colour looks, 0 to 1 (Rec. 709)."""
    return float(0.2126 * colour.redF() + 0.7152 * colour.greenF() + 0.0722 * colour.blueF())


def drawn_at(size: int, svg: bytes) -> Any:
    """The drawing as Qt shows it, on nothing."""
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(svg).render(painter)
    painter.end()
    return image


@pytest.mark.parametrize("name", sorted(ICONS))
def test_our_own_icons_pass_our_own_rules_and_look_the_same_after_them(name: str) -> None:
    raw = ICONS[name].read_bytes()
    icon = read_icon(raw)
    assert b'viewBox="0 0 96 96"' in icon.svg
    assert drawn_at(96, icon.svg) == drawn_at(96, raw)


@pytest.mark.parametrize("name", sorted(ICONS))
def test_the_sign_stands_out_from_its_ground_at_thirty_two_pixels(name: str) -> None:
    image = drawn_at(32, ICONS[name].read_bytes())
    pixels = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
    drawn = [pixel for pixel in pixels if pixel.alpha() > 200]
    ground = _brightness(image.pixelColor(16, 2))
    assert len(drawn) > 32 * 32 * 0.6
    assert len([pixel for pixel in drawn if _brightness(pixel) - ground > 0.25]) > 40
