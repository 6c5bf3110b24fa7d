"""Which page shows each place, and what the bar offers to whom: explicit lists. Builders import on first use."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication

from app.store.readings import Account
from app.views import places
from app.views.kit.page import Page
from app.views.kit.theme import Theme
from app.views.places import Go, Place
from app.views.rooms import Rooms
from domain.community.permissions import Act, reaches
from domain.records.identity import AccessRole

P = TypeVar("P", bound=Place)
STUDENTS = frozenset({AccessRole.STUDENT, AccessRole.GENERIC_STUDENT})


class Seat(NamedTuple):
    """What every page is built from."""

    theme: Theme
    rooms: Rooms
    account: Account
    go: Go


class View(NamedTuple):
    """A place and how its page is made. Modules are imported on first use, so that the first paint is early."""

    place: type[Place]
    build: Callable[[Seat, Place], Page]


class Entry(NamedTuple):
    """A line of the bar: its words are translated when the bar is made."""

    words: str
    icon: str
    place: Place


def _home(seat: Seat, _place: Place) -> Page:
    if seat.account.role is AccessRole.GUARDIAN:
        return _family(seat, places.AtFamily())
    if seat.account.role is AccessRole.SYSTEM_ADMIN:
        return _badge_office(seat, places.AtBadgeOffice())
    if seat.account.role not in STUDENTS:
        return _class(seat, places.AtClass())
    from app.views.student.dashboard import DashboardView

    return DashboardView(*seat)


def _assignment(seat: Seat, place: Place) -> Page:
    from app.views.student.assignment import AssignmentView

    return AssignmentView(*seat, assignment_id=_as(places.AtAssignment, place).assignment_id)


def _play(seat: Seat, place: Place) -> Page:
    from app.views.student.play import PlayView

    where = _as(places.AtPlay, place)
    return PlayView(*seat, step=where.step, assignment_id=where.assignment_id)


def _result(seat: Seat, place: Place) -> Page:
    from app.views.student.result import ResultView

    where = _as(places.AtResult, place)
    return ResultView(*seat, finished=where.finished, step=where.step, assignment_id=where.assignment_id)


def _badges(seat: Seat, _place: Place) -> Page:
    from app.views.student.badges import BadgesView

    return BadgesView(*seat)


def _feed(seat: Seat, _place: Place) -> Page:
    from app.views.student.feed import FeedView

    return FeedView(*seat)


def _comments(seat: Seat, place: Place) -> Page:
    from app.views.student.comments import CommentsView

    return CommentsView(*seat, share=_as(places.AtComments, place).share)


def _profile(seat: Seat, place: Place) -> Page:
    from app.views.student.profile import ProfileView

    return ProfileView(*seat, user_id=_as(places.AtProfile, place).user_id)


def _notices(seat: Seat, _place: Place) -> Page:
    from app.views.student.notices import NoticesView

    return NoticesView(*seat)


def _points(seat: Seat, _place: Place) -> Page:
    from app.views.student.points import PointsView

    return PointsView(*seat)


def _challenges(seat: Seat, _place: Place) -> Page:
    from app.views.student.challenges import ChallengesView

    return ChallengesView(*seat)


def _challenge(seat: Seat, place: Place) -> Page:
    from app.views.student.challenge import ChallengeView

    return ChallengeView(*seat, challenge_id=_as(places.AtChallenge, place).challenge_id)


def _highlights(seat: Seat, place: Place) -> Page:
    from app.views.student.highlights import HighlightsView

    return HighlightsView(*seat, class_id=_as(places.AtHighlights, place).class_id)


def _settings(seat: Seat, _place: Place) -> Page:
    from app.views.student.settings import SettingsView

    return SettingsView(*seat)


def _class(seat: Seat, place: Place) -> Page:
    from app.views.teacher.classroom import ClassroomView

    return ClassroomView(*seat, class_id=_as(places.AtClass, place).class_id)


def _student(seat: Seat, place: Place) -> Page:
    from app.views.teacher.student import StudentView

    where = _as(places.AtStudent, place)
    return StudentView(*seat, class_id=where.class_id, student_id=where.student_id)


def _moderation(seat: Seat, _place: Place) -> Page:
    from app.views.teacher.moderation import ModerationView

    return ModerationView(*seat)


def _policy(seat: Seat, place: Place) -> Page:
    from app.views.teacher.policy import PolicyView

    return PolicyView(*seat, class_id=_as(places.AtPolicy, place).class_id)


def _family(seat: Seat, place: Place) -> Page:
    from app.views.family.child import FamilyView

    return FamilyView(*seat, student_id=_as(places.AtFamily, place).student_id)


def _lab(seat: Seat, _place: Place) -> Page:
    from app.views.teacher.lab import LabView

    return LabView(*seat)


def _listening(seat: Seat, _place: Place) -> Page:
    from app.views.teacher.listening import ListeningView

    return ListeningView(*seat)


def _giving(seat: Seat, place: Place) -> Page:
    from app.views.teacher.giving import GivingView

    return GivingView(*seat, where=_as(places.AtGiving, place))


def _given(seat: Seat, place: Place) -> Page:
    from app.views.teacher.given import GivenView

    return GivenView(*seat, class_id=_as(places.AtGiven, place).class_id)


def _builder(seat: Seat, place: Place) -> Page:
    from app.views.teacher.builder import BuilderView

    return BuilderView(*seat, where=_as(places.AtBuilder, place))


def _element(seat: Seat, place: Place) -> Page:
    from app.views.student.element import ElementView

    where = _as(places.AtElement, place)
    return ElementView(*seat, step=where.step, assignment_id=where.assignment_id)


def _looking_back(seat: Seat, place: Place) -> Page:
    from app.views.student.looking_back import LookingBackView

    return LookingBackView(*seat, where=_as(places.AtLookingBack, place))


def _replay(seat: Seat, place: Place) -> Page:
    from app.views.student.replay import ReplayView

    where = _as(places.AtReplay, place)
    return ReplayView(*seat, attempt_id=where.attempt_id, back=where.back)


def _review(seat: Seat, _place: Place) -> Page:
    from app.views.student.review import ReviewView

    return ReviewView(*seat)


def _skills(seat: Seat, _place: Place) -> Page:
    from app.views.student.mastery import SkillsView

    return SkillsView(*seat)


def _quick_find(seat: Seat, place: Place) -> Page:
    from app.views.student.quick_find import QuickFindView

    return QuickFindView(*seat, concept=_as(places.AtQuickFind, place).concept)


def _levels(seat: Seat, place: Place) -> Page:
    from app.views.teacher.levels import LevelsView

    where = _as(places.AtLevels, place)
    return LevelsView(*seat, class_id=where.class_id, student_id=where.student_id)


def _keyboards(seat: Seat, place: Place) -> Page:
    from app.views.student.keyboards import KeyboardsView

    return KeyboardsView(*seat, back=_as(places.AtKeyboards, place).back)


def _calibration(seat: Seat, place: Place) -> Page:
    from app.views.student.calibration import CalibrationView

    return CalibrationView(*seat, back=_as(places.AtCalibration, place).back)


def _closed(seat: Seat, _place: Place) -> Page:
    from app.views.student.closed import ClosedView

    return ClosedView(*seat)


def _appeals(seat: Seat, _place: Place) -> Page:
    from app.views.teacher.appeals import AppealsView

    return AppealsView(*seat)


def _badge_office(seat: Seat, _place: Place) -> Page:
    from app.views.admin.badge_list import BadgeListView

    return BadgeListView(*seat)


def _badge_file(seat: Seat, place: Place) -> Page:
    from app.views.admin.badge_file import BadgeFileView

    return BadgeFileView(*seat, badge_id=_as(places.AtBadgeFile, place).badge_id)


def _sync(seat: Seat, _place: Place) -> Page:
    from app.views.sync_page import SyncPage

    return SyncPage(*seat)


def _as(kind: type[P], place: Place) -> P:
    if not isinstance(place, kind):
        raise TypeError(f"{type(place).__name__} is not {kind.__name__}")
    return place


VIEWS: tuple[View, ...] = (
    View(places.AtHome, _home),
    View(places.AtAssignment, _assignment),
    View(places.AtPlay, _play),
    View(places.AtResult, _result),
    View(places.AtBadges, _badges),
    View(places.AtFeed, _feed),
    View(places.AtComments, _comments),
    View(places.AtProfile, _profile),
    View(places.AtSettings, _settings),
    View(places.AtNotices, _notices),
    View(places.AtPoints, _points),
    View(places.AtChallenges, _challenges),
    View(places.AtChallenge, _challenge),
    View(places.AtHighlights, _highlights),
    View(places.AtClass, _class),
    View(places.AtStudent, _student),
    View(places.AtModeration, _moderation),
    View(places.AtPolicy, _policy),
    View(places.AtFamily, _family),
    View(places.AtLab, _lab),
    View(places.AtListening, _listening),
    View(places.AtGiving, _giving),
    View(places.AtGiven, _given),
    View(places.AtBuilder, _builder),
    View(places.AtElement, _element),
    View(places.AtLookingBack, _looking_back),
    View(places.AtReplay, _replay),
    View(places.AtReview, _review),
    View(places.AtSkills, _skills),
    View(places.AtQuickFind, _quick_find),
    View(places.AtLevels, _levels),
    View(places.AtKeyboards, _keyboards),
    View(places.AtCalibration, _calibration),
    View(places.AtClosed, _closed),
    View(places.AtAppeals, _appeals),
    View(places.AtBadgeOffice, _badge_office),
    View(places.AtBadgeFile, _badge_file),
    View(places.AtSync, _sync),
)
BUILD = {view.place: view.build for view in VIEWS}


def entries_of(account: Account) -> tuple[Entry, ...]:
    """What the bar offers to a role."""
    translate = QCoreApplication.translate
    home = Entry(translate("bar", "Home"), "home", places.AtHome())
    if account.role in STUDENTS:
        return (
            home,
            Entry(translate("bar", "Review"), "clock", places.AtReview()),
            Entry(translate("bar", "Find"), "search", places.AtQuickFind()),
            Entry(translate("bar", "Badges"), "badge", places.AtBadges()),
            Entry(translate("bar", "My playing"), "staff", places.AtLookingBack()),
            Entry(translate("bar", "Class news"), "feed", places.AtFeed()),
            Entry(translate("bar", "Me"), "person", places.AtProfile()),
        )
    if account.role is AccessRole.GUARDIAN:
        return (Entry(translate("bar", "My family"), "family", places.AtHome()),)
    keeps = bool(reaches(account.role, Act.MANAGE_BADGES))
    office = (Entry(translate("bar", "Badges"), "badge", places.AtBadgeOffice()),) if keeps else ()
    if account.role is AccessRole.SYSTEM_ADMIN:
        return office
    return (
        Entry(translate("bar", "Class"), "class", places.AtHome()),
        Entry(translate("bar", "Find"), "search", places.AtQuickFind()),
        Entry(translate("bar", "Class news"), "feed", places.AtFeed()),
        Entry(translate("bar", "Please look"), "shield", places.AtModeration()),
        Entry(translate("bar", "Please listen"), "ear", places.AtListening()),
        *office,
    )
