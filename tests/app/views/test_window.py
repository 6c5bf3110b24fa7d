"""The one window: signing in and out, every place of the list, looks, the sync state, names for all that has focus."""

from __future__ import annotations

import msgspec
import pytest
from conftest import names, press, tree
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.store.readings import ERASED, ON_HOLD, SyncStanding, SyncState
from app.views import places
from app.views.kit.theme import Look
from app.views.kit.tokens import ThemeName
from app.views.pages import VIEWS
from app.views.student.play import PlayView
from app.views.window import MainWindow
from domain.music.say import say
from domain.records.identity import AccessRole
from workshop import gallery_playing as playing
from workshop import gallery_readings as readings
from workshop.gallery_rooms import done, still_rooms

PLACES = {
    places.AtHome: places.AtHome(),
    places.AtAssignment: places.AtAssignment(assignment_id="a1"),
    places.AtPlay: places.AtPlay(step=readings.STEPS[2], assignment_id="a1"),
    places.AtResult: places.AtResult(
        finished=msgspec.structs.replace(playing.FINISHED, new_badges=()), step=readings.STEPS[2]
    ),
    places.AtBadges: places.AtBadges(),
    places.AtFeed: places.AtFeed(),
    places.AtShowcase: places.AtShowcase(showcase_id="w1"),
    places.AtProfile: places.AtProfile(),
    places.AtSettings: places.AtSettings(),
    places.AtComments: places.AtComments(share=readings.FEED[0]),
    places.AtClass: places.AtClass(),
    places.AtStudent: places.AtStudent(class_id="c1", student_id="st0"),
    places.AtModeration: places.AtModeration(),
    places.AtPolicy: places.AtPolicy(),
    places.AtFamily: places.AtFamily(),
    places.AtLab: places.AtLab(),
    places.AtSync: places.AtSync(),
    places.AtBadgeOffice: places.AtBadgeOffice(),
    places.AtBadgeFile: places.AtBadgeFile(badge_id="b1"),
    places.AtUsage: places.AtUsage(),
    places.AtOrganisation: places.AtOrganisation(),
    places.AtGuidelines: places.AtGuidelines(),
    places.AtSupervision: places.AtSupervision(student_id="st0", name="Silver Fox", back=places.AtClass()),
    places.AtClosed: places.AtClosed(),
    places.AtAppeals: places.AtAppeals(),
    places.AtNotices: places.AtNotices(),
    places.AtPoints: places.AtPoints(),
    places.AtChallenges: places.AtChallenges(),
    places.AtChallenge: places.AtChallenge(challenge_id="ch2"),
    places.AtHighlights: places.AtHighlights(),
    places.AtReview: places.AtReview(),
    places.AtSkills: places.AtSkills(),
    places.AtQuickFind: places.AtQuickFind(),
    places.AtLevels: places.AtLevels(class_id="c1", student_id="st0"),
    places.AtKeyboards: places.AtKeyboards(),
    places.AtCalibration: places.AtCalibration(),
    places.AtReplay: places.AtReplay(attempt_id="quiz", back=places.AtHome()),
    places.AtLookingBack: places.AtLookingBack(),
    places.AtElement: places.AtElement(step=readings.STEPS[0], assignment_id="a1"),
    places.AtListening: places.AtListening(),
    places.AtGiving: places.AtGiving(class_id="c1"),
    places.AtGiven: places.AtGiven(class_id="c1"),
    places.AtBuilder: places.AtBuilder(sequence_id="own-1"),
}

TEACHERS = (
    places.AtClass,
    places.AtLab,
    places.AtStudent,
    places.AtModeration,
    places.AtPolicy,
    places.AtBadgeOffice,
    places.AtBadgeFile,
    places.AtUsage,
    places.AtOrganisation,
    places.AtGuidelines,
    places.AtSupervision,
    places.AtAppeals,
    places.AtListening,
    places.AtGiving,
    places.AtGiven,
    places.AtBuilder,
)


def window(qtbot, **more) -> MainWindow:
    made = MainWindow(still_rooms(**more))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def settled(qtbot, made: MainWindow, name: str) -> None:
    qtbot.waitUntil(lambda: any(each.startswith(name) for each in names(made)))


def test_in_and_out_again(qtbot) -> None:
    out = []
    made = window(qtbot, sign_out=lambda account: out.append(account) or done(None))
    settled(qtbot, made, "Piano Lab 4A")
    press(made, "Piano Lab 4A")
    press(made, "Blue Finch")
    for digit in "2580":
        press(made, digit)
    settled(qtbot, made, "Hello, Blue Finch")
    made.sign_out()
    settled(qtbot, made, "Piano Lab 4A")
    assert out == [readings.STUDENT]
    assert made.account is None
    assert not any("Blue Finch" in name for name in names(made))


def test_every_place_of_the_list_is_known_here() -> None:
    assert set(VIEWS) == set(PLACES)


@pytest.mark.parametrize("look", [Look(), Look(name=ThemeName.CONTRAST, percent=200)], ids=["light", "contrast-200"])
@pytest.mark.parametrize("kind", list(PLACES), ids=lambda kind: kind.__name__)
def test_whatever_has_focus_has_a_name(qtbot, kind: type[places.Place], look: Look) -> None:
    made = window(qtbot, look=look)
    made.signed_in(readings.TEACHER if kind in TEACHERS else readings.STUDENT)
    made.go(PLACES[kind])
    qtbot.waitUntil(lambda: len(names(made)) > 3)
    for face in tree(made):
        widget = face.object()
        focusable = isinstance(widget, QWidget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if focusable and face.role() != QAccessible.Role.Client:
            assert face.text(QAccessible.Text.Name), widget


@pytest.mark.parametrize("kind", list(PLACES), ids=lambda kind: kind.__name__)
def test_no_page_is_wider_than_a_small_screen(qtbot, kind: type[places.Place]) -> None:
    made = window(qtbot)
    made.resize(1024, 700)
    made.signed_in(readings.TEACHER if kind in TEACHERS else readings.STUDENT)
    made.go(PLACES[kind])
    qtbot.waitUntil(lambda: len(names(made)) > 3)
    assert made.page is not None
    assert made.page.minimumSizeHint().width() <= 1024


def test_tab_reaches_the_whole_dashboard(qtbot) -> None:
    made = window(qtbot)
    made.signed_in(readings.STUDENT)
    settled(qtbot, made, "Hello, Blue Finch")
    reached = set()
    for _ in range(40):
        made.focusNextChild()
        focus = made.focusWidget()
        reached.add(focus.accessibleName() if focus else "")
    assert {"Home", "Badges", "Class news", "Go on: Treble notes from C4 to A4", "All badges"} <= reached


def test_the_sync_state_is_always_there_and_tells_when_something_needs_you(qtbot) -> None:
    rooms = still_rooms()
    made = MainWindow(rooms)
    qtbot.addWidget(made)
    made.show()
    made.signed_in(readings.STUDENT)
    settled(qtbot, made, "Offline · 3 waiting, last contact 26 min ago")
    rooms.news.sync.emit(SyncState(standing=SyncStanding.ALL_AT_SCHOOL, last_contact_at=readings.NOW))
    settled(qtbot, made, "All at school, last contact just now")
    rooms.news.sync.emit(readings.SYNC_FILLING)
    settled(qtbot, made, "Fetching older work: 64 %, last contact just now")
    rooms.news.sync.emit(readings.SYNC_REFUSED)
    settled(qtbot, made, "2 thing(s) need you")


def test_what_was_refused_has_its_reason_and_ways_on(qtbot) -> None:
    dropped = []
    made = window(
        qtbot,
        sync=readings.SYNC_REFUSED,
        discard_refused=lambda account, seq: dropped.append((account, seq)) or done(None),
    )
    made.signed_in(readings.STUDENT)
    made.go(places.AtSync())
    settled(qtbot, made, "Your class shares with the class only at the moment.")
    press(made, "Let it go: Your share")
    assert dropped == [(readings.STUDENT, 14)]


def test_a_new_computer_says_how_far_it_is_with_what_is_older(qtbot) -> None:
    made = window(qtbot, sync=readings.SYNC_FILLING)
    made.signed_in(readings.STUDENT)
    made.go(places.AtSync())
    settled(qtbot, made, "Fetching older work: 64 %")
    qtbot.waitUntil(lambda: any("The newest is here already." in name for name in names(made)))


def test_another_look_keeps_the_place_and_is_kept(qtbot) -> None:
    kept = []
    made = window(qtbot, keep_look=kept.append)
    made.signed_in(readings.STUDENT)
    made.go(places.AtBadges())
    dark = Look(name=ThemeName.DARK, percent=150)
    made.change_look(dark)
    settled(qtbot, made, "My badges")
    assert kept == [dark]
    assert made.place == places.AtBadges()


def test_the_celebration_leads_to_sharing(qtbot) -> None:
    made = window(qtbot)
    made.signed_in(readings.STUDENT)
    made.go(places.AtBadgeMoment(badges=readings.BADGES[:1]))
    assert made.cover is not None
    press(made.cover, "Share it")
    settled(qtbot, made.cover, "Share your success")
    press(made.cover, "Share")
    settled(qtbot, made, "Kept. It is shared as soon as there is a network.")
    assert made.cover is None


def test_leaving_a_game_stops_it(qtbot) -> None:
    made = window(qtbot)
    made.signed_in(readings.STUDENT)
    made.go(PLACES[places.AtPlay])
    settled(qtbot, made, "Play this note")
    page = made.page
    assert isinstance(page, PlayView)
    stopped = []
    game = next(child for child in page.children() if hasattr(child, "picture_changed"))
    game.stop = lambda: stopped.append(1)  # type: ignore[attr-defined]
    made.go(places.AtHome())
    settled(qtbot, made, "Hello, Blue Finch")
    assert stopped == [1]


def test_who_is_deleted_at_school_while_signed_in_is_back_at_the_tiles_and_told_so(qtbot) -> None:
    rooms = still_rooms()
    made = MainWindow(rooms)
    qtbot.addWidget(made)
    made.show()
    made.signed_in(readings.STUDENT)
    settled(qtbot, made, "Hello, Blue Finch")
    rooms.news.changed.emit("somebody else", frozenset({ERASED}))
    assert made.account == readings.STUDENT
    rooms.news.changed.emit(readings.STUDENT.user_id, frozenset({ERASED}))
    settled(qtbot, made, "The school has deleted this account")
    settled(qtbot, made, "Piano Lab 4A")
    assert made.account is None


def test_who_is_put_on_hold_is_signed_out_and_told(qtbot) -> None:
    rooms = still_rooms()
    made = MainWindow(rooms)
    qtbot.addWidget(made)
    made.show()
    made.signed_in(readings.STUDENT)
    settled(qtbot, made, "Hello, Blue Finch")
    rooms.news.changed.emit("somebody else", frozenset({ON_HOLD}))
    assert made.account == readings.STUDENT
    rooms.news.changed.emit(readings.STUDENT.user_id, frozenset({ON_HOLD}))
    settled(qtbot, made, "The school has put this account on hold")
    settled(qtbot, made, "Piano Lab 4A")
    assert made.account is None


def test_a_role_that_the_school_has_changed_changes_what_is_offered(qtbot) -> None:
    head = msgspec.structs.replace(readings.TEACHER, role=AccessRole.SUBSCRIBER_ADMIN)
    roles = [head]
    rooms = still_rooms(account_now=lambda _: done(roles[-1]))
    made = MainWindow(rooms)
    qtbot.addWidget(made)
    made.show()
    made.signed_in(head)
    settled(qtbot, made, "All schools")
    made.go(places.AtOrganisation())
    rooms.news.changed.emit(head.user_id, frozenset({"member"}))
    settled(qtbot, made, "Rules for sharing")
    roles.append(readings.TEACHER)
    rooms.news.changed.emit(head.user_id, frozenset({"member"}))
    settled(qtbot, made, "The school has changed what you do here")
    assert made.account == readings.TEACHER
    assert made.place == places.AtHome()
    assert not any(name.startswith("All schools") for name in names(made))


def test_a_notice_is_read_out(qtbot) -> None:
    rooms = still_rooms()
    made = MainWindow(rooms)
    qtbot.addWidget(made)
    made.show()
    rooms.news.notice.emit(say("This computer’s key is kept in a file."))
    settled(qtbot, made, "This computer’s key is kept in a file.")


def test_the_first_paint_is_told_once(qtbot) -> None:
    told = []
    made = MainWindow(still_rooms(), painted=lambda: told.append(1))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.repaint()
    qtbot.waitUntil(lambda: bool(told))
    made.repaint()
    assert told == [1]
