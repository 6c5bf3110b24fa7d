"""Rooms that answer from readings at once, for the gallery: views are shown as they are, without a mirror."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.stage.beats import Beat
from app.store.community_readings import FeedPage
from app.store.readings import SignIn, StudentDashboard, SyncState
from app.views.kit.theme import Look
from app.views.rooms import DisplayRooms, News, Rooms
from domain.games.picture import Phase, Picture
from domain.music.say import Say, say
from domain.records.pairing import PairingCode
from domain.records.progress import RawEvent
from workshop import gallery_badges as badges
from workshop import gallery_class as a_class
from workshop import gallery_community as community
from workshop import gallery_giving as giving
from workshop import gallery_governing as governing
from workshop import gallery_looking as looking
from workshop import gallery_playing as playing
from workshop import gallery_practice as practice
from workshop import gallery_readings as readings
from workshop import gallery_together
from workshop.gallery_answers import done
from workshop.gallery_lab import LAB, SUPPORT


class StillGame(QObject):
    """A running game that shows one Picture for ever."""

    picture_changed = Signal(object)
    over = Signal(object, object, int)
    paused = Signal(object)
    resumed = Signal()
    beat = Signal(object)

    def __init__(self, picture: Picture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture: Picture | None = picture

    def start(self, _before: Sequence[RawEvent] = ()) -> None:
        """Show it."""
        self.picture_changed.emit(self.picture)
        if self.picture is not None and self.picture.pulse is not None:
            counted_in = self.picture.phase is Phase.COUNT_IN
            self.beat.emit(Beat(3, self.picture.pulse.per_bar, counted_in))

    def listen_again(self) -> None:
        """Nothing sounds."""

    def choose(self, choice_id: str) -> None:
        """Nothing moves."""

    def pause(self, reason: Say | None = None) -> None:
        """Time stands still anyhow."""
        self.paused.emit(reason or say("Paused. Press “Go on” when you are ready."))

    def resume(self) -> None:
        """Go on standing still."""
        self.resumed.emit()

    def stop(self) -> None:
        """Nothing to stop."""


def still_rooms(
    *,
    picture: Picture = playing.ASKING,
    missing: Say | None = None,
    dashboard: StudentDashboard = readings.DASHBOARD,
    sync: SyncState = readings.SYNC_WAITING,
    look: Look | None = None,
    **others: Any,
) -> Rooms:
    """Rooms over the gallery's readings; any function can be replaced by name."""
    functions: dict[str, Any] = {
        "news": News(), "now": lambda: readings.NOW,
        "sign_in_page": lambda: done(readings.sign_in_page()),
        "sign_in": lambda _user, pin: done(_signed_in(pin)),
        "sign_in_by_name": lambda _name, _secret: done(SignIn(account=community.GUARDIAN)),
        "sign_out": lambda _account: done(None), "account_now": done,
        "dashboard": lambda _account: done(dashboard),
        "assignment": lambda _account, _id: done(readings.PLAYER),
        "badges": lambda _account: done(dashboard.badges),
        "finish_step": lambda _account, _step: done(None),
        "game_name": lambda game_id: "Treble notes from C4 to A4" if game_id == "G-01542" else game_id,
        "what_is_missing": lambda _step: missing,
        "start_attempt": lambda _account, _step: done(playing.ATTEMPT),
        "stage_for": lambda _attempt, parent: StillGame(picture, parent),
        "finish_attempt": lambda _attempt, _outcome, _events, _us: done(playing.FINISHED),
        "unfinished": lambda _account: done(()), "discard_unfinished": lambda _account, _id: done(None),
        "put_down": lambda _attempt: done(None), "go_on_with": lambda _attempt: done(()),
        "press": lambda _pitch: None, "release": lambda _pitch: None,
        "share_preview": lambda _account, _award, _message, _scope: done(readings.PREVIEW),
        "post_share": lambda _account, _award, _message, _scope: done(readings.FEED[2]),
        "withdraw_share": lambda _account, _id: done(None),
        "react": lambda _account, _id, _kind, _on: done(readings.FEED[0]),
        "classes": lambda _account: done(a_class.CHOICES),
        "class_overview": lambda _account, _class: done(a_class.OVERVIEW),
        "class_achievements": lambda _account, _class: done(a_class.CLASS_ACHIEVEMENTS),
        "student_progress": lambda _account, _class, _student: done(a_class.PROGRESS),
        "sync_state": lambda _account: done(sync), "send_now": lambda: None,
        "discard_refused": lambda _account, _seq: done(None),
        "support_report": lambda: done(SUPPORT),
        "save_report": lambda _report, _path: done(None),
        "send_refused_again": lambda _account, _seq: done(None),
        "port_state": lambda: readings.PORT_EMPTY if missing else readings.PORT_READY,
        "look": lambda: look or Look(), "keep_look": lambda _look: None,
        "badge_desk": badges.still_badges(), "governing": governing.still_governing(),
        "looking": looking.still_looking(), "giving": giving.still_giving(),
        "practice": practice.still_practice(), "tuning": practice.StillTuning().rooms(),
    }  # fmt: skip
    return Rooms(**{**functions, **_together(), **others})


def _together() -> dict[str, Any]:
    """What people do together."""
    return {
        "feed_page": lambda _account, _shown, _after, _most: done(FeedPage(shares=readings.FEED)),
        "share_shown": lambda _account, _id: done(community.OPEN_SHARE),
        "together": gallery_together.together(),
        "edit_share": lambda _account, _id, _scope, _message: done(readings.FEED[2]),
        "view_as": lambda _account, _id, relation: done(community.seen_as(relation)),
        "comments_of": lambda _account, _id: done(community.COMMENTS),
        "comment_on": lambda _account, _id, _phrase, _text: done(community.COMMENTS[3]),
        "withdraw_comment": lambda _account, _id: done(None),
        "report_item": lambda _account, _type, _id, _reason: done(True),
        "block_person": lambda _account, _user, on: done(community.BLOCKED if on else ()),
        "blocked_people": lambda _account: done(community.BLOCKED),
        "profile": lambda _account, user: done(community.OTHERS_PROFILE if user else community.PROFILE),
        "edit_profile": lambda _account, _changes: done(community.PROFILE),
        "sharing_settings": lambda _account: done(community.SETTINGS),
        "set_sharing": lambda _account, _changes: done(community.SETTINGS),
        "moderation_queue": lambda _account: done(community.QUEUE),
        "decide": lambda _account, card, _decision, _reason: done(tuple(c for c in community.QUEUE if c != card)),
        "approve_clean": lambda _account, _shown: done(2),
        "class_rules": lambda _account, _class: done(community.RULES),
        "set_class_rules": lambda _account, _class, _changes: done(community.RULES),
        "highlight_share": lambda _account, _class, _share, _note, _present: done(None),
        "lab": lambda _account: done(LAB),
        "machine_code": lambda _account: done(PairingCode("K7WM-4TQX", readings.NOW + readings.DAY)),
        "end_machine": lambda _account, _device: done(None),
        "take_off": lambda _account, _user: done(None),
        "children": lambda _account: done(community.CHILDREN),
        "child_page": lambda _account, _student: done(community.CHILD),
        "set_family_limit": lambda _account, _student, _scope: done(community.CHILD),
        "withdraw_childs": lambda _account, _type, _id, _reason: done(None),
    }


def _signed_in(pin: str) -> SignIn:
    if pin == "2580":
        return SignIn(account=readings.STUDENT)
    return SignIn(refusal=say("That is not your PIN. Try once more, slowly."))


def still_display(*, code: str | None = None) -> DisplayRooms:
    """The display's rooms; with a code it is not paired yet."""
    return DisplayRooms(
        news=News(), now=lambda: readings.NOW, reading=lambda: done(a_class.KIOSK), pairing_code=lambda: code
    )
