"""Where one can be: a Struct per page with what it needs. Pages ask for a place; the window goes there."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from app.store.readings import BadgeCard, FinishedAttempt, ShareCard, StepCard


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
    """A game that runs. `assignment_id` is where one goes back to."""

    step: StepCard
    assignment_id: str | None = None


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


class AtSettings(Place, frozen=True, kw_only=True):
    """A student's own settings for sharing, and whom they have blocked."""


class AtShare(Place, frozen=True, kw_only=True):
    """The share dialogue over the page that shows: which award."""

    award_id: str


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


class AtReplay(Place, frozen=True, kw_only=True):
    """An attempt heard and seen again; `back` is where one came from."""

    attempt_id: str
    back: Place


class AtSync(Place, frozen=True, kw_only=True):
    """What waits, what was refused, and the ways on."""


Go = Callable[[Place], None]
