"""Where one can be: a Struct per page with what it needs. Pages ask for a place; the window goes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from domain.records.progress import PlayType, StepElement

if TYPE_CHECKING:
    from app.store.readings import BadgeCard, FinishedAttempt, RunningAttempt, ShareCard, StepCard
    from domain.records.community import AchievementType


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """The base of every place."""


class AtSignIn(Place, frozen=True, kw_only=True):
    """Who are you?"""


class AtHome(Place, frozen=True, kw_only=True):
    """The first page after signing in: a student's dashboard, a teacher's class."""


class AtAssignment(Place, frozen=True, kw_only=True):
    """The assignment player."""

    assignment_id: str


class AtPlay(Place, frozen=True, kw_only=True):
    """A game that runs. `assignment_id` is where one goes back to, `before` an attempt to go on with."""

    step: StepCard
    assignment_id: str | None = None
    before: RunningAttempt | None = None


class AtResult(Place, frozen=True, kw_only=True):
    """How an attempt ended."""

    finished: FinishedAttempt
    step: StepCard
    assignment_id: str | None = None


class AtBadges(Place, frozen=True, kw_only=True):
    """The badge wall."""


class AtFeed(Place, frozen=True, kw_only=True):
    """What the class has shared."""


class AtComments(Place, frozen=True, kw_only=True):
    """One share and the words under it."""

    share: ShareCard


class AtProfile(Place, frozen=True, kw_only=True):
    """A profile; without an id one's own."""

    user_id: str | None = None


class AtShowcase(Place, frozen=True, kw_only=True):
    """A showcase of one's own, to be arranged."""

    showcase_id: str


class AtSettings(Place, frozen=True, kw_only=True):
    """A student's own settings for sharing, and whom they have blocked."""


class AtShare(Place, frozen=True, kw_only=True):
    """The share dialogue over the page that shows: which award."""

    award_id: str


class AtShareMoment(Place, frozen=True, kw_only=True):
    """The share dialogue for a moment that is no badge: points, a streak, a challenge, a collection …"""

    achievement_type: AchievementType
    achievement_id: str


class AtNotices(Place, frozen=True, kw_only=True):
    """What there is to tell."""


class AtPoints(Place, frozen=True, kw_only=True):
    """Points, streaks, personal bests and collections."""


class AtChallenges(Place, frozen=True, kw_only=True):
    """What runs, what comes, what is over."""


class AtChallenge(Place, frozen=True, kw_only=True):
    """A challenge and its board."""

    challenge_id: str


class AtHighlights(Place, frozen=True, kw_only=True):
    """What is in the light in a class; without an id in the first one."""

    class_id: str | None = None


class AtBadgeMoment(Place, frozen=True, kw_only=True):
    """The celebration over the page that shows: badges that were just earned."""

    badges: tuple[BadgeCard, ...]


class AtClass(Place, frozen=True, kw_only=True):
    """A teacher's class; without an id the first one."""

    class_id: str | None = None


class AtStudent(Place, frozen=True, kw_only=True):
    """One student, as the teacher sees them."""

    class_id: str
    student_id: str


class AtModeration(Place, frozen=True, kw_only=True):
    """What waits for a teacher's judgement."""


class AtPolicy(Place, frozen=True, kw_only=True):
    """A class's rules for sharing; without an id the first class's."""

    class_id: str | None = None


class AtFamily(Place, frozen=True, kw_only=True):
    """A guardian's child; without an id the first one."""

    student_id: str | None = None


class AtLab(Place, frozen=True, kw_only=True):
    """The school's computers and displays, for its staff."""


class AtListening(Place, frozen=True, kw_only=True):
    """The plays that a teacher is asked to listen to."""


class AtLookingBack(Place, frozen=True, kw_only=True):
    """How notes and concepts go over the weeks: one's own, or for staff a student's or a class's, called `name`."""

    student_id: str | None = None
    class_id: str | None = None
    name: str = ""
    back: Place | None = None


class AtGiving(Place, frozen=True, kw_only=True):
    """A teacher gives work out of a pathway; where `student_id` is set, to that student first."""

    class_id: str
    student_id: str | None = None
    back: Place | None = None


class AtGiven(Place, frozen=True, kw_only=True):
    """What was given to a class, and how far everybody is."""

    class_id: str


class AtBuilder(Place, frozen=True, kw_only=True):
    """A teacher's own pathway; without an id the list of them."""

    sequence_id: str | None = None
    back: Place | None = None


class AtElement(Place, frozen=True, kw_only=True):
    """A text, video, audio or surprise of an assignment."""

    step: StepCard
    assignment_id: str


class AtReplay(Place, frozen=True, kw_only=True):
    """An attempt heard and seen again; `back` is where one came from."""

    attempt_id: str
    back: Place


class AtReview(Place, frozen=True, kw_only=True):
    """What is due for review today."""


class AtSkills(Place, frozen=True, kw_only=True):
    """The map of a student's skills."""


class AtQuickFind(Place, frozen=True, kw_only=True):
    """Finding a game; `concept` is looked for from the start."""

    concept: str | None = None


class AtLevels(Place, frozen=True, kw_only=True):
    """The levels at which a student's games begin, as their teacher sees them. `name` is shown above."""

    class_id: str
    student_id: str
    name: str = ""


class AtKeyboards(Place, frozen=True, kw_only=True):
    """The keyboards of this machine; `back` is where one came from."""

    back: Place | None = None


class AtCalibration(Place, frozen=True, kw_only=True):
    """Measuring how late this machine is; `back` is where the keyboards' page goes back to."""

    back: Place | None = None


class AtClosed(Place, frozen=True, kw_only=True):
    """What an adult has closed of one's own, and whether a second one is asked."""


class AtAppeals(Place, frozen=True, kw_only=True):
    """Authors who ask that a second adult looks."""


class AtBadgeOffice(Place, frozen=True, kw_only=True):
    """Every badge, as an administrator keeps them."""


class AtBadgeFile(Place, frozen=True, kw_only=True):
    """One badge in the office."""

    badge_id: str


class AtUsage(Place, frozen=True, kw_only=True):
    """How the organisation and its schools play and share, over so many weeks."""

    weeks: int = 4


class AtOrganisation(Place, frozen=True, kw_only=True):
    """The organisation's rules for sharing."""


class AtGuidelines(Place, frozen=True, kw_only=True):
    """What is asked of everybody who shares, as administrators write it."""


class AtSupervision(Place, frozen=True, kw_only=True):
    """What adults in charge may look at: everything of a student, called `name`, or what waits in all schools."""

    student_id: str = ""
    name: str = ""
    back: Place | None = None


class AtSync(Place, frozen=True, kw_only=True):
    """What waits, what was refused, and the ways on."""


Go = Callable[[Place], None]


def begin_at(step: StepCard, assignment_id: str) -> Place:
    """Where a step is done: its game, or what it has to read, to watch or to hear."""
    if step.element is StepElement.GAM:
        return AtPlay(step=step, assignment_id=assignment_id)
    return AtElement(step=step, assignment_id=assignment_id)


def back_from(step: StepCard, assignment_id: str | None) -> Place:
    """Where a game leads back to: its assignment, the day's reviews, or home."""
    if assignment_id:
        return AtAssignment(assignment_id=assignment_id)
    return AtReview() if step.play_type is PlayType.REVIEW else AtHome()
