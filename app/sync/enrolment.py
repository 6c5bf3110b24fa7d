"""How a machine comes to its school, a person signs in online, and a display is paired.

Each function asks the centre and waits for its answer: call it from a thread of its own, never from the screen's.
All raise `carrier.NoAnswer` with a sentence for the user.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from app.store.keeper import Keeper
from app.store.machine import Enrolment, at_home, remember_enrolment
from app.store.readings import Account
from app.store.signing_in import grant
from app.sync.carrier import Carrier, NoAnswer
from domain.music.say import say
from domain.records.pairing import (
    CodeRequest,
    Enrolled,
    EnrolRequest,
    KioskClaim,
    KioskCode,
    KioskCodeRequest,
    KioskStatus,
    MachineEnd,
    PairingCode,
    SignedIn,
    SignInRequest,
)


def enrol(
    *, keeper: Keeper, centre: str, code: str, machine_name: str, transport: httpx.BaseTransport | None = None
) -> Enrolment:
    """Make this machine one of a school's, with the code that a teacher was given."""
    carrier = Carrier(centre, transport=transport)
    try:
        body = EnrolRequest(code=code.strip(), machine_name=machine_name)
        answer = carrier.call("POST", "/v1/machines/enrol", Enrolled, body=body)
    finally:
        carrier.close()
    found = Enrolment(
        device_id=answer.device_id,
        org_id=answer.org_id,
        site_id=answer.site_id,
        machine_name=answer.machine_name,
        school_name=answer.school_name,
        centre=centre,
    )
    remember_enrolment(keeper=keeper, enrolment=found, token=answer.token).result()
    return found


def sign_in_online(
    *,
    keeper: Keeper,
    secret: str,
    user_id: str | None = None,
    username: str | None = None,
    transport: httpx.BaseTransport | None = None,
) -> Account:
    """Sign in while the centre can be reached: needed once for staff and families, who can sign in offline then."""
    with at_school(keeper, transport) as (carrier, token):
        body = SignInRequest(secret=secret, user_id=user_id, username=username)
        answer = carrier.call("POST", "/v1/sign-in", SignedIn, token=token, body=body)
    account = Account(
        user_id=answer.user_id,
        org_id=answer.org_id,
        role=answer.role,
        display_name=answer.display_name,
        avatar=answer.avatar,
    )
    return grant(keeper=keeper, account=account, verifier=answer.verifier).result()


def kiosk_code(*, centre: str, machine_name: str = "", transport: httpx.BaseTransport | None = None) -> KioskCode:
    """A code for a display to show; a teacher types it in to give the display to a class."""
    carrier = Carrier(centre, transport=transport)
    try:
        body = KioskCodeRequest(machine_name=machine_name)
        return carrier.call("POST", "/v1/kiosk/code", KioskCode, body=body)
    finally:
        carrier.close()


def kiosk_paired(
    *, keeper: Keeper, centre: str, poll_token: str, transport: httpx.BaseTransport | None = None
) -> Enrolment | None:
    """Ask once whether a teacher has taken this display; then it belongs to the class. None while nobody has."""
    carrier = Carrier(centre, transport=transport)
    try:
        status = carrier.call("GET", "/v1/kiosk/status", KioskStatus, token=poll_token)
    finally:
        carrier.close()
    if not status.paired:
        return None
    found = Enrolment(
        device_id=status.device_id,
        org_id=status.org_id,
        site_id=status.site_id,
        machine_name="",
        school_name="",
        centre=centre,
        class_id=status.class_id,
        class_name=status.class_name,
        kiosk_user_id=status.user_id,
    )
    remember_enrolment(keeper=keeper, enrolment=found, token=status.token).result()
    return found


def claim_display(
    *, keeper: Keeper, account: Account, class_id: str, code: str, transport: httpx.BaseTransport | None = None
) -> None:
    """A teacher gives the display that shows `code` to one of their classes."""
    with at_school(keeper, transport) as (carrier, token):
        body = KioskClaim(code=code.strip(), class_id=class_id, account=account.user_id)
        carrier.tell("/v1/kiosk/claim", token=token, body=body)


def machine_code(*, keeper: Keeper, account: Account, transport: httpx.BaseTransport | None = None) -> PairingCode:
    """A code that makes other computers the school's for a day: a teacher types it there."""
    with at_school(keeper, transport) as (carrier, token):
        body = CodeRequest(account=account.user_id)
        return carrier.call("POST", "/v1/machines/codes", PairingCode, token=token, body=body)


def end_machine(
    *, keeper: Keeper, account: Account, device_id: str, transport: httpx.BaseTransport | None = None
) -> None:
    """Staff take a computer out of their school: from now on its token opens nothing."""
    with at_school(keeper, transport) as (carrier, token):
        body = MachineEnd(device_id=device_id, account=account.user_id)
        carrier.tell("/v1/machines/revoke", token=token, body=body)


@contextmanager
def at_school(keeper: Keeper, transport: httpx.BaseTransport | None = None) -> Iterator[tuple[Carrier, str]]:
    """A carrier to this machine's school and the machine's token. Raises NoAnswer where it belongs to none."""
    known = at_home(keeper=keeper).result()
    if known is None:
        raise NoAnswer(say("This computer belongs to no school yet. Ask your teacher for a code."), code="not_enrolled")
    home, token = known
    carrier = Carrier(home.centre, transport=transport)
    try:
        yield carrier, token
    finally:
        carrier.close()
