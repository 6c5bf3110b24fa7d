"""How the account stands with the centre, in a few words, an icon and colours."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.store.readings import SyncStanding, SyncState


class Standing(NamedTuple):
    """What the chip shows."""

    words: str
    icon: str
    ink: str
    ground: str


def standing_of(state: SyncState) -> Standing:
    """The chip for a state: never alarming, because nothing is lost."""
    translate = QCoreApplication.translate
    if state.refused:
        words = translate("sync", "%n thing(s) need you", None, len(state.refused))
        return Standing(words, "sync_bad", "on_bad_soft", "bad_soft")
    if state.standing is SyncStanding.SENDING:
        words = translate("sync", "Sending…")
        if state.progress is not None:
            words = translate("sync", "Sending {done} of {all}").format(done=state.progress[0], all=state.progress[1])
        return Standing(words, "sync_send", "on_primary_soft", "primary_soft")
    waiting = translate("sync", "%n waiting", None, state.waiting)
    if state.standing is SyncStanding.NO_CONTACT:
        words = translate("sync", "Offline · {waiting}").format(waiting=waiting) if state.waiting else ""
        return Standing(words or translate("sync", "Offline · all saved here"), "sync_off", "soft", "sunken")
    if state.older is not None:
        return Standing(older_words(state.older), "sync_wait", "on_primary_soft", "primary_soft")
    if state.waiting:
        return Standing(waiting, "sync_wait", "on_accent_soft", "accent_soft")
    return Standing(translate("sync", "All at school"), "sync_ok", "on_good_soft", "good_soft")


def older_words(percent: int) -> str:
    """How far a new computer has come in reading what is older."""
    return QCoreApplication.translate("sync", "Fetching older work: {percent} %").format(percent=percent)
