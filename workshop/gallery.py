"""Every view in every look, as pictures to be looked at: `python -m workshop.gallery DIR [NAME …]`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QLocale, QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.store.readings import Account
from app.views.family.child import FamilyView
from app.views.family.taking_back import TakeBackDialog
from app.views.kiosk.display import Display
from app.views.kit import icons
from app.views.kit.language import speak
from app.views.kit.sayings import clock_time
from app.views.kit.theme import Look, Theme, register_fonts
from app.views.kit.tokens import ThemeName
from app.views.student.as_others import profile_as_others, showcase_as_others
from app.views.student.assignment import AssignmentView
from app.views.student.badge_moment import BadgeMoment
from app.views.student.badges import BadgesView
from app.views.student.challenge import ChallengeView
from app.views.student.challenges import ChallengesView
from app.views.student.comments import CommentsView
from app.views.student.dashboard import DashboardView
from app.views.student.feed import FeedView
from app.views.student.highlights import HighlightsView
from app.views.student.notices import NoticesView
from app.views.student.play import PlayView
from app.views.student.points import PointsView
from app.views.student.profile import ProfileView
from app.views.student.report import ReportDialog
from app.views.student.result import ResultView
from app.views.student.settings import SettingsView
from app.views.student.share import ShareDialog
from app.views.student.showcase import ShowcaseView
from app.views.student.showing import ShowDialog
from app.views.student.sign_in import SignInView
from app.views.student.visibility import VisibilityDialog
from app.views.support import SupportDialog
from app.views.sync_page import SyncPage
from app.views.teacher.challenge import BeginDialog
from app.views.teacher.classroom import ClassroomView
from app.views.teacher.lab import LabView
from app.views.teacher.lab_dialogs import EndMachineDialog, NewMachineDialog
from app.views.teacher.moderation import ModerationView
from app.views.teacher.pausing import BreakDialog
from app.views.teacher.people_here import TakeOffDialog
from app.views.teacher.policy import PolicyView
from app.views.teacher.reasons import ReasonDialog
from app.views.teacher.student import StudentView
from app.views.teacher.student_rules import StudentRulesDialog
from app.views.window import MainWindow
from workshop import gallery_badges_pages as badge_pages
from workshop import gallery_class as a_class
from workshop import gallery_community as community
from workshop import gallery_games
from workshop import gallery_looking_pages as looking
from workshop import gallery_playing as playing
from workshop import gallery_practice_pages as practice_pages
from workshop import gallery_readings as readings
from workshop import gallery_together as together
from workshop.gallery_answers import done
from workshop.gallery_lab import LAB
from workshop.gallery_rooms import still_display, still_rooms

SIZE = QSize(1366, 900)
LOOKS = (
    Look(),
    Look(name=ThemeName.DARK),
    Look(name=ThemeName.CONTRAST),
    Look(percent=200),
)
Make = Callable[[Theme], QWidget]
_DEMO = (("Blue Finch", "PIN 2580", "a student of Piano Lab 4A"), ("Ms Rivera", "password demonstration", "a teacher"))


def _nowhere(_place: object) -> None:
    """The gallery stays where it is."""


def _people(theme: Theme) -> QWidget:
    view = SignInView(theme, still_rooms(), signed_in=_nowhere)
    QApplication.processEvents()
    view.show_class(readings.sign_in_page().classes[0])
    return view


def _family_door(theme: Theme) -> QWidget:
    view = SignInView(theme, still_rooms(), signed_in=_nowhere)
    QApplication.processEvents()
    view.show_family()
    return view


def _pin(theme: Theme) -> QWidget:
    view = SignInView(theme, still_rooms(), signed_in=_nowhere)
    QApplication.processEvents()
    view.show_person(readings.sign_in_page().classes[0].people[0], lambda: None)
    return view


def _play(**more: object) -> Make:
    def make(theme: Theme) -> QWidget:
        rooms = still_rooms(**more)  # type: ignore[arg-type]
        return PlayView(theme, rooms, readings.STUDENT, _nowhere, step=readings.STEPS[2], assignment_id="a1")

    return make


class _StillVoice:
    """Says nothing."""

    speaking = False

    def say(self, text: str, language: str) -> None:
        """Silence."""

    def stop(self) -> None:
        """Silence, too."""


def _reading(theme: Theme) -> QWidget:
    look = msgspec.structs.replace(theme.look, read_aloud=True)
    return _play(picture=playing.CHOOSING, voice=_StillVoice())(Theme(look))


def _paused(theme: Theme) -> QWidget:
    view = _play()(theme)
    QApplication.processEvents()
    for child in view.findChildren(QWidget):
        child.ensurePolished()
    game = next(child for child in view.children() if hasattr(child, "pause"))
    game.pause()
    return view


def _window(theme: Theme, account: Account) -> QWidget:
    window = MainWindow(still_rooms(look=theme.look))
    window.signed_in(account)
    return window


def _display(turns: int, *, code: str | None = None) -> Make:
    def make(theme: Theme) -> QWidget:
        display = Display(theme, still_display(code=code), leave=lambda: None)
        QApplication.processEvents()
        for _ in range(turns - 1):
            display.turn()
        return display

    return make


VIEWS: dict[str, Make] = {
    **practice_pages.VIEWS,
    **badge_pages.PAGES,
    "sign-in": lambda theme: SignInView(theme, still_rooms(demonstration=_DEMO), signed_in=_nowhere),
    "sign-in-family": _family_door,
    "sign-in-people": _people,
    "sign-in-pin": _pin,
    "dashboard": lambda theme: DashboardView(theme, still_rooms(), readings.STUDENT, _nowhere),
    "dashboard-empty": lambda theme: DashboardView(
        theme, still_rooms(dashboard=readings.EMPTY_DASHBOARD), readings.STUDENT, _nowhere
    ),
    "dashboard-unfinished": lambda theme: DashboardView(
        theme, still_rooms(dashboard=playing.UNFINISHED_DASHBOARD), readings.STUDENT, _nowhere
    ),
    "assignment": lambda theme: AssignmentView(theme, still_rooms(), readings.STUDENT, _nowhere, assignment_id="a1"),
    "play": _play(),
    "play-feedback": _play(picture=playing.FEEDBACK),
    "play-tune": _play(picture=playing.TUNE_PICTURE),
    "play-choices": _play(picture=playing.CHOOSING),
    "play-read": _reading,
    "play-no-keyboard": _play(missing=readings.NO_KEYBOARD),
    "play-paused": _paused,
    "badges": lambda theme: BadgesView(theme, still_rooms(), readings.STUDENT, _nowhere),
    "feed": lambda theme: FeedView(theme, still_rooms(), readings.STUDENT, _nowhere),
    "comments": lambda theme: CommentsView(
        theme, still_rooms(), readings.STUDENT, _nowhere, share=community.OPEN_SHARE
    ),
    "report": lambda theme: ReportDialog(
        theme, still_rooms(), readings.STUDENT, ("share", "sh1"), community.OTHERS_PROFILE.who, changed=lambda: None
    ),
    "show": lambda theme: ShowDialog(theme, still_rooms(), readings.STUDENT, readings.FEED[0]),
    "visibility": lambda theme: VisibilityDialog(
        theme, still_rooms(), readings.STUDENT, readings.FEED[2], changed=lambda: None
    ),
    "notices": lambda theme: NoticesView(theme, still_rooms(), readings.STUDENT, _nowhere),
    "points": lambda theme: PointsView(theme, still_rooms(), readings.STUDENT, _nowhere),
    "points-empty": lambda theme: PointsView(
        theme, still_rooms(together=together.together(points_page=lambda _: done(together.NO_POINTS))),
        readings.STUDENT, _nowhere,
    ),
    "challenges": lambda theme: ChallengesView(theme, still_rooms(), readings.STUDENT, _nowhere),
    "board": lambda theme: ChallengeView(theme, still_rooms(), readings.STUDENT, _nowhere, challenge_id="ch2"),
    "board-empty": lambda theme: ChallengeView(
        theme, still_rooms(together=together.together(challenge_board=lambda *_: done(together.EMPTY_BOARD))),
        readings.STUDENT, _nowhere, challenge_id="ch2",
    ),
    "board-world": looking.world_board,
    "board-world-badge": looking.world_badge,
    "board-world-off": looking.world_board_off,
    "highlights": lambda theme: HighlightsView(theme, still_rooms(), readings.STUDENT, _nowhere, class_id=None),
    "profile": lambda theme: ProfileView(theme, still_rooms(), readings.STUDENT, _nowhere, user_id=None),
    "profile-other": lambda theme: ProfileView(theme, still_rooms(), readings.STUDENT, _nowhere, user_id="Silver Fox"),
    "showcase": lambda theme: ShowcaseView(theme, still_rooms(), readings.STUDENT, _nowhere, showcase_id="w1"),
    "showcase-empty": lambda theme: ShowcaseView(
        theme, still_rooms(together=together.together(showcase_desk=lambda *_: done(community.EMPTY_DESK))),
        readings.STUDENT, _nowhere, showcase_id="w1",
    ),
    "showcase-as": lambda theme: showcase_as_others(theme, still_rooms(), readings.STUDENT, "w1"),
    "settings": lambda theme: SettingsView(theme, still_rooms(), readings.STUDENT, _nowhere),
    "moment": lambda theme: BadgeMoment(theme, readings.BADGES[:2], share=_nowhere, closed=lambda: None),
    "share": lambda theme: ShareDialog(theme, still_rooms(), readings.STUDENT, "a", posted=_nowhere),
    "class": lambda theme: ClassroomView(theme, still_rooms(), readings.TEACHER, _nowhere, class_id=None),
    "class-filling": lambda theme: ClassroomView(
        theme, still_rooms(sync=readings.SYNC_FILLING), readings.TEACHER, _nowhere, class_id=None
    ),
    "class-empty": lambda theme: ClassroomView(
        theme, still_rooms(class_overview=lambda *_: done(a_class.EMPTY_OVERVIEW)), readings.TEACHER, _nowhere,
        class_id=None,
    ),
    "student": lambda theme: StudentView(
        theme, still_rooms(), readings.TEACHER, _nowhere, class_id="c1", student_id="st0"
    ),
    "lab": lambda theme: LabView(theme, still_rooms(), readings.TEACHER, _nowhere),
    "lab-add": lambda theme: NewMachineDialog(
        theme, lambda: still_rooms().machine_code(readings.TEACHER), clock_time, None
    ),
    "lab-take-off": lambda theme: TakeOffDialog(theme, LAB.people[1], lambda: done(None), None),
    "lab-end": lambda theme: EndMachineDialog(theme, LAB.machines[0], lambda: done(None), None),
    "giving": looking.giving,
    "given": looking.given,
    "groups": looking.groups,
    "builder": looking.builder,
    "builder-list": looking.builder_list,
    "builder-opening": looking.builder_opening,
    "element-text": looking.element_txt,
    "element-video": looking.element_vid,
    "element-surprise": looking.element_rwd,
    "looking-back": looking.looking_back,
    "heat-class": looking.heat_class,
    "listening": looking.listening_page,
    "kind-word": looking.kind_word,
    "replay": lambda theme: looking.replay_page(theme, "quiz"),
    "replay-tune": lambda theme: looking.replay_page(theme, "tune"),
    "replay-teacher": lambda theme: looking.replay_page(theme, "doubt"),
    "replay-keys": lambda theme: looking.replay_page(theme, "keys"),
    "moderation": lambda theme: ModerationView(theme, still_rooms(), readings.TEACHER, _nowhere),
    "reasons": lambda theme: ReasonDialog(theme, "Why hide it?", picked=_nowhere),
    "break": lambda theme: BreakDialog(theme, now=lambda: readings.NOW, picked=lambda *_: None, parent=None),
    "policy": lambda theme: PolicyView(theme, still_rooms(), readings.TEACHER, _nowhere, class_id=None),
    "begin-challenge": lambda theme: BeginDialog(theme, still_rooms(), readings.TEACHER, begun=lambda: None),
    "student-rules": lambda theme: StudentRulesDialog(theme, still_rooms(), readings.TEACHER, "st0"),
    "profile-as": lambda theme: profile_as_others(theme, still_rooms(), readings.STUDENT),
    "family": lambda theme: FamilyView(theme, still_rooms(), community.GUARDIAN, _nowhere, student_id=None),
    "take-back": lambda theme: TakeBackDialog(
        theme, still_rooms(), community.GUARDIAN, readings.FEED[2], taken=lambda: None
    ),
    "sync-filling": lambda theme: SyncPage(theme, still_rooms(sync=readings.SYNC_FILLING), readings.STUDENT, _nowhere),
    "sync": lambda theme: SyncPage(theme, still_rooms(sync=readings.SYNC_REFUSED), readings.STUDENT, _nowhere),
    "support": lambda theme: SupportDialog(theme, still_rooms(), None),
    "window": lambda theme: _window(theme, readings.STUDENT),
    "window-teacher": lambda theme: _window(theme, readings.TEACHER),
    "display-share": _display(1),
    "display-board": _display(3),
    "display-streaks": _display(4),
    "display-news": _display(5),
    "display-pairing": _display(0, code="K7M4QX"),
    "result": lambda theme: ResultView(
        theme, still_rooms(), readings.STUDENT, _nowhere, finished=playing.FINISHED, step=readings.STEPS[2],
        assignment_id="a1",
    ),
    "result-picked": lambda theme: ResultView(
        theme, still_rooms(), readings.STUDENT, _nowhere, finished=playing.FINISHED_PICKING, step=readings.STEPS[2],
        assignment_id="a1",
    ),
}  # fmt: skip


def picture_of(view: QWidget, theme: Theme, path: Path, size: QSize = SIZE) -> None:
    """Show a view as its own window, let it settle, save it as PNG."""
    theme.dress(view)
    view.resize(_natural_size(view, size))
    view.show()
    for _ in range(12):
        QApplication.processEvents()
    view.grab().save(str(path))
    view.hide()
    view.deleteLater()


def _natural_size(view: QWidget, size: QSize) -> QSize:
    """A wall for a display, a dialogue as large as it opens over such a window, the window for everything else."""
    if isinstance(view, Display):
        return QSize(1920, 1080)
    return view.size().boundedTo(size) if isinstance(view, QDialog) else size


def hang(folder: Path, names: list[str] | None = None) -> list[Path]:
    """Save every view in every look; `names` are beginnings of views' names. Returns the files.

    Every family of games in every stage, some 140 views, only where names that begin with `game-` are asked for.
    """
    register_fonts()
    icons.warm_up()
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    asked_for_games = any(each.startswith("game") for each in names or ())
    for name, make in {**VIEWS, **(gallery_games.views() if asked_for_games else {})}.items():
        if names and not any(name.startswith(each) for each in names):
            continue
        for look in LOOKS:
            theme = Theme(look)
            path = folder / f"{name}-{look.name}-{look.percent}.png"
            picture_of(make(theme), theme, path)
            made.append(path)
    return made


def _told(_kind: QtMsgType, _place: QMessageLogContext, text: str) -> None:
    """What Qt says, but for what its screen without a screen says of every dialogue."""
    if "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def main() -> None:
    """Hang the gallery."""
    if len(sys.argv) < 2:
        raise SystemExit("usage: python -m workshop.gallery DIR [NAME …]")
    qInstallMessageHandler(_told)
    application = QApplication.instance() or QApplication([])
    speak(application, QLocale(QLocale.Language.English))
    for path in hang(Path(sys.argv[1]), sys.argv[2:]):
        print(path)


if __name__ == "__main__":
    main()
