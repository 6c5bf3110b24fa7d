"""Which page shows each place, and what the bar offers to whom: explicit lists."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from msgspec.structs import asdict
from PySide6.QtCore import QCoreApplication

from app.store.readings import Account
from app.views import places
from app.views.kit.page import Page
from app.views.kit.theme import Theme
from app.views.places import Go, Place
from app.views.rooms import Rooms
from domain.community.permissions import Act, reaches
from domain.records.identity import AccessRole

STUDENTS = frozenset({AccessRole.STUDENT, AccessRole.GENERIC_STUDENT})


class Seat(NamedTuple):
    """What every page is built from."""

    theme: Theme
    rooms: Rooms
    account: Account
    go: Go


class Entry(NamedTuple):
    """A line of the bar: its words are translated when the bar is made."""

    words: str
    icon: str
    place: Place


# The view of each place, below `app.views`: a place's fields are the view's keywords.
VIEWS: dict[type[Place], str] = {
    places.AtHome: "student.dashboard.DashboardView",
    places.AtAssignment: "student.assignment.AssignmentView",
    places.AtPlay: "student.play.PlayView",
    places.AtResult: "student.result.ResultView",
    places.AtBadges: "student.badges.BadgesView",
    places.AtFeed: "student.feed.FeedView",
    places.AtComments: "student.comments.CommentsView",
    places.AtProfile: "student.profile.ProfileView",
    places.AtShowcase: "student.showcase.ShowcaseView",
    places.AtSettings: "student.settings.SettingsView",
    places.AtNotices: "student.notices.NoticesView",
    places.AtPoints: "student.points.PointsView",
    places.AtChallenges: "student.challenges.ChallengesView",
    places.AtChallenge: "student.challenge.ChallengeView",
    places.AtHighlights: "student.highlights.HighlightsView",
    places.AtClass: "teacher.classroom.ClassroomView",
    places.AtStudent: "teacher.student.StudentView",
    places.AtModeration: "teacher.moderation.ModerationView",
    places.AtPolicy: "teacher.policy.PolicyView",
    places.AtFamily: "family.child.FamilyView",
    places.AtLab: "teacher.lab.LabView",
    places.AtListening: "teacher.listening.ListeningView",
    places.AtGiving: "teacher.giving.GivingView",
    places.AtGiven: "teacher.given.GivenView",
    places.AtBuilder: "teacher.builder.BuilderView",
    places.AtElement: "student.element.ElementView",
    places.AtLookingBack: "student.looking_back.LookingBackView",
    places.AtReplay: "student.replay.ReplayView",
    places.AtReview: "student.review.ReviewView",
    places.AtSkills: "student.mastery.SkillsView",
    places.AtQuickFind: "student.quick_find.QuickFindView",
    places.AtLevels: "teacher.levels.LevelsView",
    places.AtKeyboards: "student.keyboards.KeyboardsView",
    places.AtCalibration: "student.calibration.CalibrationView",
    places.AtClosed: "student.closed.ClosedView",
    places.AtAppeals: "teacher.appeals.AppealsView",
    places.AtBadgeOffice: "admin.badge_list.BadgeListView",
    places.AtBadgeFile: "admin.badge_file.BadgeFileView",
    places.AtUsage: "admin.usage.UsageView",
    places.AtOrganisation: "admin.organisation.OrganisationView",
    places.AtGuidelines: "admin.guidelines.GuidelinesView",
    places.AtSupervision: "admin.supervision.SupervisionView",
    places.AtSync: "sync_page.SyncPage",
}
# Views that are given their place whole, as `where`.
WHOLE = (places.AtGiving, places.AtBuilder, places.AtLookingBack)


def page_of(seat: Seat, place: Place) -> Page:
    """The page that shows a place. Its module is imported on first use, so that the first paint is early.

    Raises KeyError for a place without a view: the sign-in page is the window's own.
    """
    place = _home_of(seat.account) if isinstance(place, places.AtHome) else place
    fields = {"where": place} if isinstance(place, WHOLE) else asdict(place)
    return view_of(type(place))(*seat, **fields)


def view_of(place: type[Place]) -> Callable[..., Page]:
    """The class of the view that shows a kind of place."""
    module, _, name = VIEWS[place].rpartition(".")
    view: Callable[..., Page] = getattr(import_module(f"app.views.{module}"), name)
    return view


def _home_of(account: Account) -> Place:
    """Where each role begins; students at their dashboard."""
    if account.role is AccessRole.GUARDIAN:
        return places.AtFamily()
    if account.role is AccessRole.SYSTEM_ADMIN:
        return places.AtBadgeOffice()
    return places.AtHome() if account.role in STUDENTS else places.AtClass()


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
    office = [Entry(translate("bar", "Badges"), "badge", places.AtBadgeOffice())] if keeps else []
    if reaches(account.role, Act.ANALYTICS):
        office.append(Entry(translate("bar", "All schools"), "school", places.AtUsage()))
    if account.role is AccessRole.SYSTEM_ADMIN:
        waits = Entry(translate("bar", "Please look"), "shield", places.AtSupervision())
        return (waits, *office)
    return (
        Entry(translate("bar", "Class"), "class", places.AtHome()),
        Entry(translate("bar", "Find"), "search", places.AtQuickFind()),
        Entry(translate("bar", "Class news"), "feed", places.AtFeed()),
        Entry(translate("bar", "Please look"), "shield", places.AtModeration()),
        Entry(translate("bar", "Please listen"), "ear", places.AtListening()),
        *office,
    )
