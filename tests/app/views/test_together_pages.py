"""Notices, points, challenges, highlights and an adult's word about one student, read as a screen reader reads them."""

from __future__ import annotations

from concurrent.futures import Future
from types import SimpleNamespace

import msgspec
import pytest
from conftest import Went, names, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton

from app.store.community_readings import FeedPage
from app.store.problems import StoreProblem
from app.views import places
from app.views.family.child import FamilyView
from app.views.family.taking_back import TakeBackDialog
from app.views.kit.avatar import FACES
from app.views.kit.sparkle import Sparkle
from app.views.kit.theme import Look, Theme
from app.views.student.as_others import profile_as_others
from app.views.student.challenge import ChallengeView
from app.views.student.challenges import ChallengesView
from app.views.student.feed import FeedView
from app.views.student.highlights import HighlightsView
from app.views.student.notices import NoticesView
from app.views.student.points import PointsView
from app.views.student.profile import ProfileView
from app.views.student.share_tile import Acts, Hand, ShareTile
from app.views.student.styles import STYLES
from app.views.teacher.challenge import BeginDialog
from app.views.teacher.policy import PolicyView
from app.views.teacher.student_rules import StudentRulesDialog
from app.views.window import MainWindow
from domain.community.profiles import AVATARS, NO_PICTURE, STYLINGS
from domain.music.say import say
from domain.records.community import AchievementType, Scope
from domain.records.progress import PlayType
from workshop import gallery_community as community
from workshop import gallery_readings as readings
from workshop import gallery_together as gallery
from workshop.gallery_answers import done
from workshop.gallery_rooms import still_rooms


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


def rooms(**more):
    """Still rooms with other functions for what people do together."""
    return still_rooms(together=gallery.together(**more))


def refused(words: str) -> Future:
    future: Future = Future()
    future.set_exception(StoreProblem(say(words)))
    return future


# -- notices


@pytest.mark.parametrize(
    ("number", "label", "place"),
    [
        (0, "Look: Golden Wren", places.AtComments),
        (1, "Look: Silver Fox", places.AtFeed),
        (2, "Look: A new", places.AtBadges),
    ],
)
def test_a_notice_leads_to_what_it_is_about_and_is_read(theme, qtbot, number, label, place) -> None:
    went, read = Went(), []
    still = rooms(mark_read=lambda _a, ids: read.append(ids) or done(None))
    view = show(qtbot, NoticesView(theme, still, readings.STUDENT, went))
    press(view, label)
    qtbot.waitUntil(lambda: len(went) == 1)
    assert isinstance(went[0], place)
    assert read == [(gallery.NOTICES[number].notice_id,)]


def test_a_share_that_was_taken_back_meanwhile_says_so_kindly(theme, qtbot) -> None:
    went = Went()
    gone = "This is not shared any more. Its author may have taken it back; that is all right."
    still = still_rooms(share_shown=lambda *_: refused(gone))
    view = show(qtbot, NoticesView(theme, still, readings.STUDENT, went))
    press(view, "Look: Golden Wren")
    qtbot.waitUntil(lambda: gone in names(view))
    assert went == []


def test_all_is_read_with_one_touch_and_new_is_a_word(theme, qtbot) -> None:
    read: list[object] = []
    still = rooms(mark_read=lambda _a, ids: read.append(ids) or done(None))
    view = show(qtbot, NoticesView(theme, still, readings.STUDENT, Went()))
    qtbot.waitUntil(lambda: names(view).count("New") >= 2)
    press(view, "All read")
    assert read == [("n1", "n2")]


def test_the_bell_counts_what_is_new_and_leads_there(qtbot) -> None:
    window = MainWindow(still_rooms())
    qtbot.addWidget(window)
    window.show()
    window.signed_in(readings.STUDENT)
    qtbot.waitUntil(lambda: any(name.startswith("Notices, 2 new") for name in names(window)))
    press(window, "Notices, 2 new")
    assert window.place == places.AtNotices()


def test_a_teacher_comes_from_an_urgent_notice_to_what_waits(theme, qtbot) -> None:
    went = Went()
    urgent = gallery.notice(9, "urgent", "Somebody may be in trouble", "comment:c1")
    view = show(qtbot, NoticesView(theme, rooms(notices=lambda _: done((urgent,))), readings.TEACHER, went))
    press(view, "Look: Somebody may be in trouble")
    assert went == [places.AtModeration()]


# -- points


def test_the_page_of_points_adds_up_and_says_each_day(theme, qtbot) -> None:
    went = Went()
    view = show(qtbot, PointsView(theme, rooms(), readings.STUDENT, went))
    qtbot.waitUntil(lambda: "Collections" in names(view))
    said = names(view)
    assert {"12,480", "12,480 of 25,000 points", "Playing 9,130", "Badges 2,400", "Day after day 950"} <= set(said)
    assert sum(points for _, points in gallery.POINTS.sources) == gallery.POINTS.total
    assert any(name.endswith("played, 80 points") for name in said)
    assert any(name.endswith("rest, your streak waits") for name in said)
    assert any(name.startswith("Persistence: 4 of") for name in said)
    press(view, "Share: 10,000 points")
    assert went == [places.AtShareMoment(achievement_type=AchievementType.POINTS_MILESTONE, achievement_id="m1")]


def test_without_points_there_is_an_invitation(theme, qtbot) -> None:
    view = show(
        qtbot, PointsView(theme, rooms(points_page=lambda _: done(gallery.NO_POINTS)), readings.STUDENT, Went())
    )
    qtbot.waitUntil(lambda: "The first one is on its way" in names(view))
    assert "0 of 1,000 points" in names(view)


def test_a_moment_is_shared_from_the_window(qtbot) -> None:
    asked: list[object] = []
    preview = lambda _a, *what: asked.append(what) or done(readings.PREVIEW)  # noqa: E731
    window = MainWindow(rooms(moment_preview=preview))
    qtbot.addWidget(window)
    window.show()
    window.signed_in(readings.STUDENT)
    window.go(places.AtShareMoment(achievement_type=AchievementType.STREAK_MILESTONE, achievement_id="m2"))
    assert asked == [(AchievementType.STREAK_MILESTONE, "m2", "", None)]
    assert window.cover is not None


# -- challenges


def test_challenges_run_come_and_are_over(theme, qtbot) -> None:
    went = Went()
    view = show(qtbot, ChallengesView(theme, rooms(), readings.STUDENT, went))
    qtbot.waitUntil(lambda: "Running now" in names(view))
    said = names(view)
    assert said.index("Running now") < said.index("Coming soon") < said.index("Over")
    assert "Your best: 860 · place 7" in said
    press(view, "Play: Week of the treble clef")
    press(view, "Board: First of all")
    assert went[0].step.play_type is PlayType.CHALLENGE
    assert went[0].step.seed == 7
    assert went[1] == places.AtChallenge(challenge_id="ch1")


def test_teachers_look_and_do_not_play(theme, qtbot) -> None:
    view = show(qtbot, ChallengesView(theme, rooms(), readings.TEACHER, Went()))
    qtbot.waitUntil(lambda: "Running now" in names(view))
    assert not any(name.startswith("Play: ") for name in names(view))


def test_a_teacher_begins_a_challenge(theme, qtbot) -> None:
    deeds: list[object] = []
    begun: list[int] = []
    still = rooms(begin_challenge=lambda _a, *what: deeds.append(what) or done(gallery.CHALLENGES))
    dialog = show(qtbot, BeginDialog(theme, still, readings.TEACHER, begun=lambda: begun.append(1)))
    qtbot.waitUntil(lambda: dialog._stage.count() == 2)
    dialog.findChild(QLineEdit).setText("  Spring ")
    press(dialog, "4 week")
    press(dialog, "Begin now")
    qtbot.waitUntil(lambda: begun == [1])
    assert deeds == [(gallery.STAGES[0], "Spring", "c1", 28)]


def test_a_board_has_its_podium_and_five_neighbours(theme, qtbot) -> None:
    view = show(qtbot, ChallengeView(theme, rooms(), readings.STUDENT, Went(), challenge_id="ch2"))
    qtbot.waitUntil(lambda: "Around you" in names(view))
    lines = [name for name in names(view) if name.startswith("Place ")]
    assert lines[:3] == ["Place 1: Silver Fox, 990", "Place 2: Golden Wren, 960", "Place 2: Calm Panda, 960"]
    assert len(lines) == 8
    assert "you" in names(view)


def test_who_stands_on_no_board_is_told_that_they_may_and_needn_t(theme, qtbot) -> None:
    went = Went()
    still = rooms(challenge_board=lambda *_: done(gallery.EMPTY_BOARD))
    view = show(qtbot, ChallengeView(theme, still, readings.STUDENT, went, challenge_id="ch2"))
    qtbot.waitUntil(lambda: "The board is still empty" in names(view))
    press(view, "Sharing settings")
    assert went == [places.AtSettings()]


# -- highlights


def test_the_carousel_turns_when_it_is_turned(theme, qtbot) -> None:
    view = show(qtbot, HighlightsView(theme, rooms(), readings.STUDENT, Went(), class_id=None))
    qtbot.waitUntil(lambda: "Picked by a teacher" in names(view))
    assert "“Listen to the left hand!”" in names(view)
    press(view, "The next one")
    qtbot.waitUntil(lambda: "Golden Wren: Perfect week" in names(view))
    assert "This week" in names(view)
    assert "Sunny Lark: 310 points more than usual" in names(view)
    assert "Growing this month" in names(view)
    assert "Golden Wren: 620 points more than usual" in names(view)
    assert "• Likes and places on a board do not count." in names(view)


def test_a_teacher_takes_something_out_of_the_light_and_puts_their_own_pick_back(theme, qtbot) -> None:
    kept: list[object] = []
    page = rooms(keep_in_light=lambda _a, which, present: kept.append((which, present)) or done(None))
    view = show(qtbot, HighlightsView(theme, page, readings.TEACHER, Went(), class_id=None))
    qtbot.waitUntil(lambda: "Picked by a teacher" in names(view))
    pick, chosen = gallery.HIGHLIGHTS.cards
    press(view, f"Out of the light: {pick.share.title}")
    qtbot.waitUntil(lambda: f"{pick.share.title} is out of the light." in names(view))
    press(view, "Undo")
    press(view, "The next one")
    press(view, f"Out of the light: {chosen.share.title}")
    qtbot.waitUntil(lambda: f"{chosen.share.title} is out of the light." in names(view))
    assert "Undo" not in names(view)
    assert kept == [(pick.highlight_id, False), (pick.highlight_id, True), (chosen.highlight_id, False)]
    student = show(qtbot, HighlightsView(theme, page, readings.STUDENT, Went(), class_id=None))
    qtbot.waitUntil(lambda: "Picked by a teacher" in names(student))
    assert not any(name.startswith("Out of the light") for name in names(student))


def test_an_empty_light_invites(theme, qtbot) -> None:
    none = msgspec.structs.replace(gallery.HIGHLIGHTS, cards=(), growing=(), month=())
    view = show(
        qtbot, HighlightsView(theme, rooms(highlights=lambda *_: done(none)), readings.STUDENT, Went(), class_id=None)
    )
    qtbot.waitUntil(lambda: "The light is still free" in names(view))
    assert "Growing this week" not in names(view)
    assert "Growing this month" not in names(view)


# -- a share's card


def test_a_like_beats_once_and_not_where_motion_is_reduced(theme, qtbot) -> None:
    for still in (False, True):
        look = Theme(Look(reduced_motion=still))
        laid: list[object] = []
        tile = ShareTile(
            readings.FEED[1], look, now=readings.NOW, acts=Acts(react=lambda *what, laid=laid: laid.append(what[1:]))
        )
        show(qtbot, tile)
        press(tile, "Like, 2: Perfect week")
        hand = tile.findChildren(Hand)[0]
        assert laid == [("like", True)]
        assert hand.beating is not still
        changed = msgspec.structs.replace(readings.FEED[1], liked=True, likes=3)
        assert tile.take(changed)
        assert "Like, 3: Perfect week" in names(tile)
        assert not tile.take(msgspec.structs.replace(changed, title="Another"))


def test_rarity_is_a_word_and_one_s_own_says_who_sees_it(theme, qtbot) -> None:
    tile = show(qtbot, ShareTile(readings.FEED[1], theme, now=readings.NOW))
    assert "Rare" in names(tile)
    mine = show(qtbot, ShareTile(readings.FEED[2], theme, now=readings.NOW))
    assert "Who can see this now: Your class and its teachers" in names(mine)


def test_what_comes_while_one_is_here_is_celebrated_once(qtbot) -> None:
    for still in (False, True):
        look = Theme(Look(reduced_motion=still))
        pages = [FeedPage(shares=readings.FEED[1:]), FeedPage(shares=readings.FEED)]
        view = FeedView(look, still_rooms(feed_page=lambda *_, pages=pages: done(pages[0])), readings.STUDENT, Went())
        show(qtbot, view)
        qtbot.waitUntil(lambda view=view: "Golden Wren: Perfect week" in names(view))
        assert view.findChildren(Sparkle) == []
        pages.pop(0)
        view.refresh()
        qtbot.waitUntil(lambda view=view: "Silver Fox: Sight-reader III" in names(view))
        assert len(view.findChildren(Sparkle)) == (0 if still else 1)
        qtbot.waitUntil(lambda view=view: view.findChildren(Sparkle) == [])


# -- profile


def test_every_picture_and_style_of_the_rules_is_drawn() -> None:
    assert set(FACES) | {NO_PICTURE} == set(AVATARS)
    assert set(STYLES) == set(STYLINGS)


def test_a_style_is_picked_and_the_showcase_keeps_its_order(theme, qtbot) -> None:
    kept: list[object] = []
    still = still_rooms(edit_profile=lambda _a, changes: kept.append(dict(changes)) or done(community.PROFILE))
    view = show(qtbot, ProfileView(theme, still, readings.STUDENT, Went(), user_id=None))
    qtbot.waitUntil(lambda: "My favourite badges" in names(view))
    press(view, "Style: Night")
    press(view, "Sight-reader")
    press(view, "Sight-reader")
    assert kept[0] == {"styling": "night"}
    assert kept[1] == {"showcase": ("Pianist", "Rhythm keeper")}


def test_the_profile_with_others_eyes(theme, qtbot) -> None:
    dialog = show(qtbot, profile_as_others(theme, rooms(), readings.STUDENT))
    qtbot.waitUntil(lambda: "My class: it looks like this." in names(dialog))
    press(dialog, "Other schools")
    qtbot.waitUntil(lambda: "Other schools: your profile is not shown here." in names(dialog))


# -- adults


def test_a_teacher_narrows_pauses_and_gives_a_pass(theme, qtbot) -> None:
    deeds: list[object] = []
    still = rooms(
        override_student=lambda _a, *what: deeds.append(what) or done(gallery.STUDENT_RULES),
        mute_student=lambda _a, *what: deeds.append(what) or done(
            msgspec.structs.replace(gallery.STUDENT_RULES, muted_until=what[1])
        ),
        mark_rest=lambda _a, *what: deeds.append(what) or done((what[2],)),
    )  # fmt: skip
    dialog = show(qtbot, StudentRulesDialog(theme, still, readings.TEACHER, "st0"))
    qtbot.waitUntil(lambda: any(radio.text() == "Family" for radio in dialog.findChildren(QRadioButton)))
    next(radio for radio in dialog.findChildren(QRadioButton) if radio.text() == "Family").click()
    dialog.findChild(QLineEdit).setText("Let us breathe")
    press(dialog, "One hour")
    qtbot.waitUntil(lambda: any(name.startswith("A break until ") for name in names(dialog)))
    press(dialog, "End it now")
    qtbot.waitUntil(lambda: "One hour" in names(dialog))
    assert deeds == [
        ("st0", Scope.FAMILY),
        ("st0", readings.NOW + 3_600_000_000, "Let us breathe"),
        ("st0", None, "Let us breathe"),
    ]


def test_holidays_of_a_class_are_marked_day_by_day(theme, qtbot) -> None:
    deeds: list[object] = []
    still = rooms(mark_rest=lambda _a, *what: deeds.append(what) or done((what[2],)))
    view = show(qtbot, PolicyView(theme, still, readings.TEACHER, Went(), class_id=None))
    qtbot.waitUntil(lambda: "Holidays" in names(view))
    days = [name for name in names(view) if name.startswith("Wednesday, ")]
    press(view, days[1])
    assert [(what[0], what[1], what[3]) for what in deeds] == [("c1", None, True)]


def test_a_family_reads_and_takes_back_its_child_s_words(theme, qtbot) -> None:
    deeds: list[object] = []
    still = still_rooms(withdraw_childs=lambda _a, *what: deeds.append(what) or done(None))
    view = show(qtbot, FamilyView(theme, still, community.GUARDIAN, Went(), student_id=None))
    qtbot.waitUntil(lambda: "What they wrote to others" in names(view) and "What was agreed" in names(view))
    assert "agreed" in names(view)
    assert "taken back" in names(view)
    press(view, "Take it back: Well done!")
    dialog = view.findChild(TakeBackDialog)
    assert "“Well done!” disappears for everybody." in names(dialog)
    press(dialog, "Take it back")
    assert deeds == [("comment", "c1", "")]


def test_the_share_and_comment_journey_by_keyboard_alone(qtbot) -> None:
    """Sign in is done; from home to a badge, its dialogue, a post, the news, a celebration and a kind sentence."""
    deeds: list[object] = []
    still = still_rooms(
        post_share=lambda _a, *what: deeds.append(("post", *what)) or done(readings.FEED[2]),
        react=lambda _a, *what: deeds.append(("react", *what)) or done(readings.FEED[0]),
        comment_on=lambda _a, *what: deeds.append(("say", *what)) or done(community.COMMENTS[0]),
    )
    window = MainWindow(still)
    qtbot.addWidget(window)
    window.resize(1366, 900)
    window.show()
    window.activateWindow()
    window.signed_in(readings.STUDENT)
    keys = SimpleNamespace(window=window, qtbot=qtbot)
    by_keys(keys, "Badges")
    by_keys(keys, "Share: Sight-reader")
    by_keys(keys, "Share", within=lambda: window.cover)
    qtbot.waitUntil(lambda: bool(deeds))
    by_keys(keys, "Class news")
    by_keys(keys, "Celebrate, 1: Sight-reader III")
    by_keys(keys, "Words, 0: Sight-reader III")
    by_keys(keys, "Well done!")
    qtbot.waitUntil(lambda: len(deeds) == 3)
    assert [deed[0] for deed in deeds] == ["post", "react", "say"]


def by_keys(keys: SimpleNamespace, name: str, *, within=None) -> None:
    """Tab until a button of that name has the focus, and press Space."""
    where = within or (lambda: keys.window)
    keys.qtbot.waitUntil(lambda: any(each.startswith(name) for each in names(where())))
    top = where()
    for _ in range(400):
        focus = top.focusWidget()
        if focus is not None and focus.accessibleName().startswith(name) and focus.isEnabled():
            keys.qtbot.keyClick(focus, Qt.Key.Key_Space)
            return
        keys.qtbot.keyClick(focus or top, Qt.Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(f"Tab never came to “{name}”")
