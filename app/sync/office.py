"""What is asked of the centre: an administrator's work on badges, figures, and a credential to take along.

Each waits for the answer: call it from a thread of its own. All raise `carrier.NoAnswer` with a sentence for the user;
nothing of this is queued, because it would be decided without the words of today.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import httpx

from app.store.keeper import Keeper
from app.store.machine import at_home
from app.store.readings import Account
from app.sync.carrier import Carrier, NoAnswer
from domain.music.say import Say, say
from domain.records.achievements import Badge
from domain.records.badge_office import AwardEnd, BadgeEdit, BadgeStep, CredentialRequest, Proof, ReleasePreview, Step
from domain.records.reports import UsageReport
from domain.records.supervision import Decision, Look, SeenItem, Supervision

AWAY = say("Badges are kept at the school. Please try again when this computer has contact; nothing was changed.")
NO_CREDENTIAL = say(
    "The signed badge comes from the school, and there is no contact just now. The certificate works without."
)

NO_FIGURES = say("These figures are counted at the school, and there is no contact just now. Please try again later.")

NO_LOOK = say("This is looked at in the school's records, and there is no contact just now. Please try again later.")


class Office:
    """The centre's office, asked in the name of an account. `transport` replaces the network in measurements."""

    def __init__(self, keeper: Keeper, *, transport: httpx.BaseTransport | None = None) -> None:
        self._keeper = keeper
        self._transport = transport

    def edit(self, account: Account, badge_id: str, description: str, sort_order: int) -> Badge:
        """Say what a badge is for and where it stands in the order."""
        body = BadgeEdit(account.user_id, description, sort_order)
        with self._centre(AWAY) as (carrier, token):
            return carrier.call("POST", f"/v1/badges/{quote(badge_id, safe='')}", Badge, token=token, body=body)

    def give_icon(self, account: Account, badge_id: str, svg: bytes) -> Badge:
        """Give a badge its picture."""
        path = f"/v1/badges/{quote(badge_id, safe='')}/icon?account={quote(account.user_id, safe='')}"
        with self._centre(AWAY) as (carrier, token):
            return carrier.send(path, Badge, token=token, content=svg, kind="image/svg+xml")

    def preview(self, account: Account, badge_id: str) -> ReleasePreview:
        """Who would get a badge that is released now."""
        path = f"/v1/badges/{quote(badge_id, safe='')}/release?account={quote(account.user_id, safe='')}"
        with self._centre(AWAY) as (carrier, token):
            return carrier.call("GET", path, ReleasePreview, token=token)

    def take_step(self, account: Account, badge_id: str, step: Step) -> Badge:
        """Release or retire a badge."""
        body = BadgeStep(account.user_id, step)
        with self._centre(AWAY) as (carrier, token):
            return carrier.call("POST", f"/v1/badges/{quote(badge_id, safe='')}/step", Badge, token=token, body=body)

    def revoke(self, account: Account, award_id: str, reason: str) -> None:
        """Take a single badge back."""
        body = AwardEnd(account.user_id, reason)
        with self._centre(AWAY) as (carrier, token):
            carrier.tell(f"/v1/badges/awards/{quote(award_id, safe='')}/revoke", token=token, body=body)

    def credential(self, account: Account, award_id: str, proof: Proof = Proof.EMBEDDED) -> bytes:
        """The signed credential of one's own award, as JSON or as a token."""
        body = CredentialRequest(account.user_id, award_id, proof)
        with self._centre(NO_CREDENTIAL) as (carrier, token):
            return carrier.fetch("/v1/credentials", token, body=body)

    def usage(self, account: Account, weeks: int) -> UsageReport:
        """How the organisation and its schools played and shared in the last weeks."""
        path = f"/v1/reports/usage?account={quote(account.user_id, safe='')}&weeks={weeks}"
        with self._centre(NO_FIGURES) as (carrier, token):
            return carrier.call("GET", path, UsageReport, token=token)

    def supervise(self, account: Account, student_id: str) -> Supervision:
        """Everything of one student, or with none what waits for a judgement; the centre writes the look down."""
        with self._centre(NO_LOOK) as (carrier, token):
            return carrier.call(
                "POST", "/v1/supervision", Supervision, token=token, body=Look(account.user_id, student_id)
            )

    def close(self, account: Account, student_id: str, item: SeenItem, action: str, reason: str) -> Supervision:
        """Approve, hide or remove something that was looked at; an approval is of the words that were read."""
        body = Decision(
            account.user_id, student_id, item.target_type, item.target_id, action, reason, part=item.part,
            seen=item.state, text_seen=item.digest,
        )  # fmt: skip
        return self._decide(body)

    def pause(self, account: Account, student_id: str, until: int | None, reason: str) -> Supervision:
        """Ask a student for a break from words and reactions until a time (microseconds UTC); None ends it now."""
        action = "unmute" if until is None else "mute"
        return self._decide(Decision(account.user_id, student_id, "user", student_id, action, reason, until=until))

    def _decide(self, body: Decision) -> Supervision:
        with self._centre(NO_LOOK) as (carrier, token):
            return carrier.call("POST", "/v1/supervision/decisions", Supervision, token=token, body=body)

    @contextmanager
    def _centre(self, away: Say) -> Iterator[tuple[Carrier, str]]:
        """A connection for one exchange; a centre out of reach is told in the words of what was asked."""
        known = at_home(keeper=self._keeper).result()
        if known is None:
            raise NoAnswer(away, code="not_enrolled")
        home, token = known
        carrier = Carrier(home.centre, transport=self._transport)
        try:
            yield carrier, token
        except NoAnswer as problem:
            if problem.code != "no_contact":
                raise
            raise NoAnswer(away, code=problem.code) from problem
        finally:
            carrier.close()
