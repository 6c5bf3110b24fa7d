"""What is said about attempts that the centre could not agree with (decision 21; the rule: `domain.records.outcomes`).

A doubt is nobody's fault: a program may have judged otherwise, notes may be missing. So a decision is said with a kind
word out of a closed list, and no sentence here accuses anybody.
"""

from __future__ import annotations

from domain.music.say import Say, say
from domain.records.progress import VerdictOfCentre


def words_for(counts: bool) -> dict[str, Say]:
    """The kind words of a decision by id, in the order in which they are offered. Their ids are for good."""
    return _COUNTS if counts else _PRACTICE


_COUNTS = {
    "lovely": say("I have listened to it. Lovely playing!"),
    "well_practised": say("I have listened to it, and I can hear how much you practised."),
    "counts": say("I have listened to it. It counts."),
}
_PRACTICE = {
    "once_more": say("I have listened to it. Please play it for me once more."),
    "together": say("Let us play this one together in the next lesson."),
    "keyboard": say("It was not your fault. Please try it once more."),
}


def why_to_listen(verdict: VerdictOfCentre) -> Say:
    """Why an attempt asks for a teacher's ear, in the teacher's words."""
    return {
        VerdictOfCentre.MISMATCH: say("The school's judge came to another result than this computer did."),
        VerdictOfCentre.IMPLAUSIBLE: say("The times of these notes do not fit together. A clock may have jumped."),
        VerdictOfCentre.UNVERIFIABLE: say("The notes did not reach the school whole, or the game has changed since."),
    }.get(verdict, say("The school's judge agrees with this one."))
