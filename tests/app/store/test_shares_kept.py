"""Sharing: the preview as others will see it, limits of adults, posting, reactions that count once, stale mirrors."""

from __future__ import annotations

import pytest
from store_rig import Clock, Heard

from app.store.badges import badge_cards
from app.store.highlights import highlights_of
from app.store.keeper import Desk, Keeper
from app.store.machine import no_longer_known
from app.store.outbox import next_request
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.sharing import feed_page, post_share, react, share_preview, share_shown, withdraw_share
from app.store.signing_in import grant
from domain.community.feed import FeedFilter
from domain.community.highlights import by_teacher
from domain.records import Record
from domain.records.achievements import Badge, BadgeAward, BadgeKind, BadgeStatus
from domain.records.community import (
    AchievementShare,
    AchievementType,
    ClassPolicy,
    EngagementCounts,
    EngagementKind,
    GuardianLimit,
    ModerationState,
    Scope,
    SharingOverride,
    SharingPreferences,
)
from domain.records.identity import ClassEnrollment
from domain.records.wire import Op

BADGE = Badge(
    org_id="org-1", id="b1", badge_code="first", badge_kind=BadgeKind.SINGLE, name="First", status=BadgeStatus.RELEASED
)
AWARD = BadgeAward(org_id="org-1", id="w1", user_id="u-mia", badge_id="b1", level=1, crossed_at=5, awarded_at=5)
BENS = AchievementShare(
    org_id="org-1",
    id="sh-ben",
    student_id="u-ben",
    author_name="Ben",
    author_avatar="drum",
    achievement_type=AchievementType.BADGE,
    achievement_id="w9",
    title="Rhythm",
    message="<b>look</b>",
    message_state=ModerationState.PENDING,
    scope=Scope.CLASS,
    shared_at=9,
)


def put(keeper: Keeper, *records: Record) -> None:
    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            for record in records:
                writing.keep_newest([record]) if record.id != "w1" else writing.keep([record])
            writing.set_state("last_contact_at", desk.now())

    keeper.submit(work).result()


def deeds(keeper: Keeper) -> list[Op]:
    """What waits for the centre, without what is noted about it."""
    ops = next_request(keeper=keeper, account_id="u-mia").result().ops
    return [op for op in ops if op.entity != "telemetry_event"]


def light(keeper: Keeper) -> None:
    """Ben's share is in the light of the class."""
    put(
        keeper,
        by_teacher(org_id="org-1", class_id="c", share_id="sh-ben", note="", from_at=0, until_at=keeper.now() * 2),
    )


def seen(keeper: Keeper, account: Account) -> dict[str, object]:
    """Where Ben's share is shown: in the feed (whose are there), in the light, and by itself."""
    try:
        one = share_shown(keeper=keeper, account=account, share_id="sh-ben").result().share_id == "sh-ben"
    except StoreProblem:
        one = False
    lit = highlights_of(keeper=keeper, account=account, class_id="c").result()
    return {
        "feed": sorted(each.mine for each in feed_page(keeper=keeper, account=account).result().shares),
        "highlights": [each.share.share_id for each in lit],
        "one": one,
    }


@pytest.fixture
def ready(keeper: Keeper) -> Keeper:
    put(keeper, BADGE, AWARD, BENS)
    return keeper


def limits(*, sharing: bool = True, override: Scope | None = None, guardian: Scope | None = None) -> list[Record]:
    return [
        ClassEnrollment(org_id="org-1", id="e", class_id="c", student_id="u-mia", enrolled_at=1),
        ClassPolicy(org_id="org-1", id="c", sharing_enabled=sharing),
        SharingOverride(org_id="org-1", id="o", student_id="u-mia", teacher_id="t", scope=override),
        GuardianLimit(org_id="org-1", id="g", student_id="u-mia", guardian_id="d", scope=guardian),
    ]


def test_the_preview_begins_at_the_narrowest_and_offers_what_makes_a_difference(ready: Keeper, mia: Account) -> None:
    preview = share_preview(keeper=ready, account=mia, award_id="w1", message=" Hi ").result()
    assert (preview.card.scope, preview.card.title, preview.card.message) == (Scope.PRIVATE, "First", "Hi")
    assert preview.card.message_waits
    assert preview.narrowed_because is None
    assert preview.scopes == (Scope.PRIVATE, Scope.FAMILY, Scope.CLASS, Scope.SCHOOL)
    put(ready, SharingPreferences(org_id="org-1", id="u-mia", default_scope=Scope.CLASS))
    assert share_preview(keeper=ready, account=mia, award_id="w1").result().card.scope is Scope.CLASS


@pytest.mark.parametrize(
    ("adults", "effective"),
    [
        ({"sharing": False}, Scope.FAMILY),
        ({"override": Scope.CLASS}, Scope.CLASS),
        ({"guardian": Scope.FAMILY}, Scope.FAMILY),
        ({"override": Scope.CLASS, "guardian": Scope.FAMILY}, Scope.FAMILY),
    ],
)
def test_the_strictest_adult_wins_and_the_preview_says_why(
    ready: Keeper, mia: Account, adults: dict[str, Scope | bool], effective: Scope
) -> None:
    put(ready, *limits(**adults))  # type: ignore[arg-type]
    preview = share_preview(keeper=ready, account=mia, award_id="w1", scope=Scope.SCHOOL).result()
    assert preview.card.effective_scope is effective
    assert preview.narrowed_because is not None
    assert preview.scopes[-1] is effective


def test_posting_is_confirming_and_posting_again_is_one_share(ready: Keeper, mia: Account) -> None:
    card = post_share(keeper=ready, account=mia, award_id="w1", scope=Scope.CLASS).result()
    assert (card.mine, card.confirmed, card.scope) == (True, False, Scope.CLASS)
    again = post_share(keeper=ready, account=mia, award_id="w1", scope=Scope.FAMILY, message="x").result()
    assert (again.share_id, again.scope, again.message) == (card.share_id, Scope.FAMILY, "x")
    ops = deeds(ready)
    assert [(op.entity, op.verb) for op in ops] == [("achievement_share", "add"), ("achievement_share", "edit")]

    def shared(desk: Desk) -> list[bool]:
        with desk.mirror("u-mia").reading() as connection:
            return [badge.shared for badge in badge_cards(connection, "u-mia")]

    assert ready.submit(shared).result() == [True]
    withdraw_share(keeper=ready, account=mia, share_id=card.share_id).result()
    assert ready.submit(shared).result() == [False]
    assert [each.share_id for each in feed_page(keeper=ready, account=mia).result().shares] == ["sh-ben"]


def test_a_badge_of_somebody_else_cannot_be_shared(ready: Keeper, mia: Account) -> None:
    put(ready, BadgeAward(org_id="org-1", id="w2", user_id="u-ben", badge_id="b1", level=1, crossed_at=5, awarded_at=5))
    with pytest.raises(StoreProblem):
        post_share(keeper=ready, account=mia, award_id="w2").result()


def test_a_reaction_counts_once_and_at_once(ready: Keeper, mia: Account) -> None:
    for _ in range(3):
        card = react(keeper=ready, account=mia, share_id="sh-ben", engagement=EngagementKind.LIKE).result()
    assert (card.likes, card.liked, card.celebrated) == (1, True, False)
    assert len(deeds(ready)) == 1
    put(ready, EngagementCounts(org_id="org-1", id="sh-ben", likes=7))
    assert feed_page(keeper=ready, account=mia).result().shares[0].likes == 7
    card = react(keeper=ready, account=mia, share_id="sh-ben", engagement=EngagementKind.LIKE, present=False).result()
    assert not card.liked


def test_a_text_that_no_adult_has_approved_is_not_shown_to_others(ready: Keeper, mia: Account) -> None:
    (card,) = feed_page(keeper=ready, account=mia).result().shares
    assert (card.message, card.message_waits, card.author_name) == ("", True, "Ben")


@pytest.mark.parametrize("state", [ModerationState.HIDDEN, ModerationState.REMOVED])
def test_what_an_adult_took_away_is_gone(ready: Keeper, mia: Account, state: ModerationState) -> None:
    put(ready, BENS.__class__(**{**{n: getattr(BENS, n) for n in BENS.__struct_fields__}, "moderation": state}))
    assert feed_page(keeper=ready, account=mia).result().shares == ()


def test_after_a_week_without_contact_others_shares_are_not_shown(ready: Keeper, mia: Account, clock: Clock) -> None:
    post_share(keeper=ready, account=mia, award_id="w1").result()
    light(ready)
    assert seen(ready, mia) == {"feed": [False, True], "highlights": ["sh-ben"], "one": True}
    clock.forward(days=7.5)
    assert seen(ready, mia) == {"feed": [True], "highlights": [], "one": False}


def test_on_a_computer_that_the_school_does_not_know_any_more_others_shares_are_not_shown(
    ready: Keeper, mia: Account, heard: Heard
) -> None:
    post_share(keeper=ready, account=mia, award_id="w1").result()
    light(ready)
    grant(keeper=ready, account=mia, verifier="v").result()
    ready.submit(lambda desk: desk.secrets.set("device-token", "t")).result()
    no_longer_known(keeper=ready, token="t").result()
    assert seen(ready, mia) == {"feed": [True], "highlights": [], "one": False}
    assert any(account == mia.user_id and "achievement_share" in names for account, names in heard.changes)


def test_the_feed_is_read_in_parts(ready: Keeper, mia: Account) -> None:
    fields = {name: getattr(BENS, name) for name in BENS.__struct_fields__}
    put(ready, *(AchievementShare(**{**fields, "id": f"s{n}", "shared_at": n}) for n in range(100, 130)))
    page = feed_page(keeper=ready, account=mia, most=20).result()
    first, rest = page.shares, feed_page(keeper=ready, account=mia, after=page.next, most=20).result().shares
    assert [each.shared_at for each in (*first, *rest)] == [*range(129, 99, -1), 9]
    assert feed_page(keeper=ready, account=mia, shown=FeedFilter.STREAKS).result().shares == ()
