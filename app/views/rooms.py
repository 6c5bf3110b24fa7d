"""What views may call: the functions of the other rooms, handed in once by `main` (or by a test)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import msgspec
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    # A window knows what it may call long before anybody calls it.
    from collections.abc import Callable, Collection, Mapping, Sequence
    from concurrent.futures import Future

    from PySide6.QtCore import SignalInstance

    from app.midi.state import PortState
    from app.store.community_readings import (
        ChildPage,
        ClassRules,
        CommentCard,
        FeedPage,
        ProfilePage,
        QueueCard,
        SeenAs,
        SharingSettings,
        Who,
    )
    from app.store.lab_readings import Lab
    from app.store.readings import (
        Account,
        AssignmentPlayer,
        BadgeCard,
        ClassAchievement,
        ClassChoice,
        ClassOverview,
        FinishedAttempt,
        KioskReading,
        RunningAttempt,
        ShareCard,
        SharePreview,
        SignIn,
        SignInPage,
        StepCard,
        StudentDashboard,
        StudentProgress,
        SupportReport,
        SyncState,
        UnfinishedAttempt,
    )
    from app.views.kit.reading_aloud import Aloud
    from app.views.kit.theme import Look
    from app.views.practice_rooms import PracticeRooms
    from app.views.rooms_badges import BadgeRooms
    from app.views.rooms_giving import GivingRooms
    from app.views.rooms_governing import GoverningRooms
    from app.views.rooms_looking import LookingRooms
    from app.views.rooms_singing import SingingRooms
    from app.views.rooms_together import TogetherRooms
    from app.views.tuning_rooms import TuningRooms
    from domain.community.feed import Cursor, FeedFilter
    from domain.community.visibility import Relation
    from domain.games.game import Outcome
    from domain.games.picture import Picture
    from domain.music.say import Say
    from domain.records.community import EngagementKind, Scope
    from domain.records.pairing import PairingCode
    from domain.records.progress import RawEvent


class RunningGame(Protocol):
    """What the play page needs of `app.stage.running.Stage`. The annotated names are Qt signals."""

    picture_changed: SignalInstance
    over: SignalInstance
    paused: SignalInstance
    resumed: SignalInstance
    beat: SignalInstance

    @property
    def picture(self) -> Picture | None:
        """What shows now; None before the start."""

    def start(self, before: Sequence[RawEvent] = ()) -> None:
        """Show the first picture, or the one after what was heard `before`; then the game waits."""

    def choose(self, choice_id: str) -> None:
        """An answer was picked."""

    def listen_again(self) -> None:
        """Hear the question once more."""

    def pause(self, reason: Say | None = None) -> None:
        """The player asks for a break."""

    def resume(self) -> None:
        """Go on."""

    def stop(self) -> None:
        """Leave the game as it is."""


class News(QObject):
    """What the other rooms have to say, on the GUI thread. `main` emits; any thread may."""

    # frozenset of entity names that changed in an account's mirror: (user_id, names).
    changed = Signal(str, object)
    # SyncState of the account that is signed in.
    sync = Signal(object)
    # PortState.
    port = Signal(object)
    # A key of the real keyboard: (pitch, velocity).
    key = Signal(int, int)
    # {icon: PNG} of the badges that were drawn at the centre.
    pictures = Signal(object)
    # Say: something that everybody should read once.
    notice = Signal(object)


class Rooms(msgspec.Struct, frozen=True, kw_only=True):
    """Functions that answer at once, or with a Future of a reading. Failures carry a `say` where one is known."""

    news: News
    now: Callable[[], int]

    # Who is there.
    sign_in_page: Callable[[], Future[SignInPage]]
    sign_in: Callable[[str, str], Future[SignIn]]
    # By user name and password, for families: (username, secret).
    sign_in_by_name: Callable[[str, str], Future[SignIn]]
    sign_out: Callable[[Account], Future[None]]
    # The account as the school has it now: its role may have changed while somebody is signed in.
    account_now: Callable[[Account], Future[Account]]
    # "Whom one can be" on a demonstration machine: (name, secret, what they are).
    demonstration: Sequence[tuple[str, str, str]] = ()

    # A student's own.
    dashboard: Callable[[Account], Future[StudentDashboard]]
    assignment: Callable[[Account, str], Future[AssignmentPlayer]]
    badges: Callable[[Account], Future[tuple[BadgeCard, ...]]]

    # A text, video or other step that is done by having been seen; answers with the next one.
    finish_step: Callable[[Account, str], Future[StepCard | None]]

    # The catalogue's name of a game, by its id; the id itself where it is unknown.
    game_name: Callable[[str], str]

    # Playing. `stage_for` makes the running game on the GUI thread; it belongs to the given parent.
    what_is_missing: Callable[[StepCard], Say | None]
    start_attempt: Callable[[Account, StepCard], Future[RunningAttempt]]
    stage_for: Callable[[RunningAttempt, QObject], RunningGame]
    finish_attempt: Callable[[RunningAttempt, Outcome, Sequence[RawEvent], int], Future[FinishedAttempt]]
    unfinished: Callable[[Account], Future[tuple[UnfinishedAttempt, ...]]]
    discard_unfinished: Callable[[Account, str], Future[None]]
    # A game that is left before its end; and one to go on with: what was heard until then, for `RunningGame.start`.
    put_down: Callable[[RunningAttempt], Future[None]]
    go_on_with: Callable[[RunningAttempt], Future[tuple[RawEvent, ...]]]
    press: Callable[[int], None]
    release: Callable[[int], None]

    # Sharing.
    # By award: (account, award_id, message, scope); no scope is the student's own default.
    share_preview: Callable[[Account, str, str, Scope | None], Future[SharePreview]]
    post_share: Callable[[Account, str, str, Scope], Future[ShareCard]]
    withdraw_share: Callable[[Account, str], Future[None]]
    react: Callable[[Account, str, EngagementKind, bool], Future[ShareCard]]
    # (account, what to show, behind which share or None, how many at most).
    feed_page: Callable[[Account, FeedFilter, Cursor | None, int], Future[FeedPage]]
    share_shown: Callable[[Account, str], Future[ShareCard]]
    # (account, share_id, scope or None, message or None): what is None stays.
    edit_share: Callable[[Account, str, Scope | None, str | None], Future[ShareCard]]
    view_as: Callable[[Account, str, Relation], Future[SeenAs]]

    # Words, and what keeps people safe from each other.
    comments_of: Callable[[Account, str], Future[tuple[CommentCard, ...]]]
    # (account, share_id, phrase_id or None, text).
    comment_on: Callable[[Account, str, str | None, str], Future[CommentCard]]
    withdraw_comment: Callable[[Account, str], Future[None]]
    # (account, share | comment | profile, its id, an id of report_reasons): False where it was reported already.
    report_item: Callable[[Account, str, str, str], Future[bool]]
    block_person: Callable[[Account, str, bool], Future[tuple[Who, ...]]]
    blocked_people: Callable[[Account], Future[tuple[Who, ...]]]

    # Profile and settings; without a user_id one's own profile. Changes go by the names of the store's functions.
    profile: Callable[[Account, str | None], Future[ProfilePage]]
    edit_profile: Callable[[Account, Mapping[str, Any]], Future[ProfilePage]]
    sharing_settings: Callable[[Account], Future[SharingSettings]]
    set_sharing: Callable[[Account, Mapping[str, Any]], Future[SharingSettings]]

    # A teacher's.
    classes: Callable[[Account], Future[tuple[ClassChoice, ...]]]
    class_overview: Callable[[Account, str], Future[ClassOverview]]
    class_achievements: Callable[[Account, str], Future[tuple[ClassAchievement, ...]]]
    student_progress: Callable[[Account, str, str], Future[StudentProgress]]
    moderation_queue: Callable[[Account], Future[tuple[QueueCard, ...]]]
    # (account, what it is about, approve | hide | remove, reason).
    decide: Callable[[Account, QueueCard, str, str], Future[tuple[QueueCard, ...]]]
    approve_clean: Callable[[Account, Collection[QueueCard]], Future[int]]
    class_rules: Callable[[Account, str], Future[ClassRules]]
    set_class_rules: Callable[[Account, str, Mapping[str, Any]], Future[ClassRules]]
    # (account, class_id, share_id, note, in the light or out of it).
    highlight_share: Callable[[Account, str, str, str, bool], Future[None]]

    # The school's computers: what the mirror knows of them, a code for new ones, the end of one (account, device_id).
    lab: Callable[[Account], Future[Lab]]
    machine_code: Callable[[Account], Future[PairingCode]]
    end_machine: Callable[[Account, str], Future[None]]
    # (account, user_id): delete somebody's copy on this computer.
    take_off: Callable[[Account, str], Future[None]]

    # A guardian's.
    children: Callable[[Account], Future[tuple[Who, ...]]]
    child_page: Callable[[Account, str], Future[ChildPage]]
    set_family_limit: Callable[[Account, str, Scope | None], Future[ChildPage]]
    # (account, share | comment, its id, reason).
    withdraw_childs: Callable[[Account, str, str, str], Future[None]]

    # Notices, points, challenges, highlights, and what adults decide about one student.
    together: TogetherRooms

    # Badges that leave, and the work of those who keep them.
    badge_desk: BadgeRooms

    # What holds in the whole organisation: rules, guidelines for everybody to read, figures.
    governing: GoverningRooms

    # Looking back at what was played, and giving what is to be played next.
    looking: LookingRooms
    giving: GivingRooms

    # Practising of one's own accord, and how this machine's keyboards and its sound are set up.
    practice: PracticeRooms
    tuning: TuningRooms

    # The road to the centre, the keyboard, the look.
    sync_state: Callable[[Account], Future[SyncState]]
    send_now: Callable[[], None]
    discard_refused: Callable[[Account, int], Future[None]]
    send_refused_again: Callable[[Account, int], Future[None]]
    port_state: Callable[[], PortState]
    look: Callable[[], Look]
    keep_look: Callable[[Look], None]

    # What may be sent to somebody who helps: (report, path) writes it as a file.
    support_report: Callable[[], Future[SupportReport]]
    save_report: Callable[[SupportReport, str], Future[None]]

    # Reads aloud; None where this computer has no voice.
    voice: Aloud | None = None

    # Games that may be sung; None where there is no microphone room.
    singing: SingingRooms | None = None

    # Where this machine belongs. `join(centre, code, name)` enrols it; offered while it belongs to no school.
    join: Callable[[str, str, str], Future[None]] | None = None
    known_centre: str = ""
    machine_name: str = ""
    # A teacher gives the display that shows the code to a class: (account, class_id, code).
    claim_display: Callable[[Account, str, str], Future[None]] | None = None


class DisplayRooms(msgspec.Struct, frozen=True, kw_only=True):
    """What the classroom display may call. `pairing_code` is None once the display is paired."""

    news: News
    now: Callable[[], int]
    reading: Callable[[], Future[KioskReading]]
    pairing_code: Callable[[], str | None]
