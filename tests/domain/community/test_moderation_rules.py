"""Moderation: the stricter of two that did not know of each other stands, and nothing that waits reaches a child."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.community import moderation
from domain.community.moderation import Report, UnknownActionError, digest, state_of
from domain.records.community import (
    AchievementShare,
    AchievementType,
    Comment,
    ItemReport,
    ModerationAction,
    ModerationState,
    PublicProfile,
)

OK, PENDING, REPORTED, HIDDEN, REMOVED = (
    ModerationState.OK,
    ModerationState.PENDING,
    ModerationState.REPORTED,
    ModerationState.HIDDEN,
    ModerationState.REMOVED,
)


def decided(
    action: str,
    at: int = 10,
    seen: ModerationState = PENDING,
    actor: str = "t1",
    text: str = "",
    until: int | None = None,
) -> ModerationAction:
    return ModerationAction(
        org_id="o",
        id=f"{at}-{action}-{actor}",
        target_type="user" if "mute" in action else "comment",
        target_id="x",
        actor_id=actor,
        action=action,
        at=at,
        seen=seen,
        text_seen=digest(text),
        until=until,
    )


def reported(by: str, at: int = 10, adult: bool = False) -> Report:
    report = ItemReport(
        org_id="o", id=f"r-{by}", target_type="comment", target_id="x", reporter_id=by, reason="unkind", at=at
    )
    return Report(report, adult)


def share(**changes: object) -> AchievementShare:
    fields: dict[str, object] = {
        "org_id": "o",
        "id": "share",
        "student_id": "s",
        "author_name": "Brave Fox",
        "author_avatar": "fox",
        "achievement_type": AchievementType.BADGE,
        "achievement_id": "b",
        "title": "Pianist II",
        "shared_at": 1,
    }
    return AchievementShare(**{**fields, **changes})  # type: ignore[arg-type]


def comment(**changes: object) -> Comment:
    fields: dict[str, object] = {
        "org_id": "o",
        "id": "c",
        "share_id": "share",
        "author_id": "s",
        "author_name": "n",
        "at": 1,
    }
    return Comment(**{**fields, **changes})  # type: ignore[arg-type]


def test_first_states() -> None:
    assert moderation.first_state_of_comment(comment(phrase_id="well_done")) is OK
    assert moderation.first_state_of_comment(comment(text="hi")) is PENDING
    assert moderation.first_state_of_comment(comment(phrase_id="well_done", text="hi")) is PENDING
    assert moderation.first_state_of_comment(comment()) is PENDING
    assert moderation.first_state_of_message(share(message="hi")) is PENDING
    assert moderation.first_state_of_message(share()) is OK


def test_one_student_reports_two_hide_one_adult_hides() -> None:
    assert state_of(OK, [], [reported("a")]) is REPORTED
    assert state_of(OK, [], [reported("a"), reported("a")]) is REPORTED
    assert state_of(OK, [], [reported("a"), reported("b")]) is HIDDEN
    assert state_of(OK, [], [reported("t", adult=True)]) is HIDDEN
    assert state_of(PENDING, [], [reported("a")]) is PENDING
    assert state_of(REMOVED, [], [reported("a"), reported("b")]) is REMOVED


def test_a_judged_report_is_answered_and_a_new_one_counts_again() -> None:
    hidden = [reported("a", 1), reported("b", 2)]
    judged = decided("approve", 5, seen=HIDDEN)
    assert state_of(OK, [judged], hidden) is OK
    assert state_of(OK, [judged], [*hidden, reported("c", 6)]) is REPORTED
    assert state_of(OK, [judged], [*hidden, reported("c", 6), reported("d", 7)]) is HIDDEN


def test_of_two_decisions_that_did_not_know_of_each_other_the_stricter_stands() -> None:
    approve, hide = decided("approve", 10, seen=PENDING), decided("hide", 9, actor="t2")
    assert state_of(PENDING, [approve, hide]) is HIDDEN
    late_hide = decided("hide", 11, actor="t2")
    assert state_of(PENDING, [approve, late_hide]) is HIDDEN
    knowing = decided("approve", 12, seen=HIDDEN)
    assert state_of(PENDING, [hide, knowing]) is OK


def test_an_approval_is_for_the_text_that_was_read() -> None:
    read = decided("approve", text="I love this song")
    assert state_of(PENDING, [read], text="I love this song") is OK
    assert state_of(PENDING, [read], text="my phone is 555 0100") is PENDING
    assert state_of(PENDING, [decided("approve")], text="anything") is PENDING


def test_removed_comes_back_only_by_a_second_adult() -> None:
    removed = decided("remove", 5, actor="t1")
    assert state_of(OK, [removed, decided("approve", 6, seen=REMOVED)]) is REMOVED
    assert state_of(OK, [removed, decided("restore", 6, seen=REMOVED, actor="t1")]) is REMOVED
    assert state_of(OK, [removed, decided("restore", 6, seen=REMOVED, actor="t2")]) is OK
    assert state_of(OK, [removed, decided("restore", 6, seen=HIDDEN, actor="t2")]) is REMOVED


def test_a_guardian_withdraws_their_childs_item() -> None:
    assert state_of(OK, [decided("withdraw", actor="g")]) is REMOVED


def test_the_message_of_a_share_is_judged_apart() -> None:
    approve = decided("approve_message", text="hello")
    assert moderation.message_state_of(PENDING, [approve], message="hello") is OK
    assert moderation.message_state_of(PENDING, [decided("approve", text="hello")], message="hello") is PENDING
    assert moderation.message_state_of(PENDING, [approve, decided("hide_message", 11)], message="hello") is HIDDEN
    assert state_of(OK, [decided("hide_message")]) is OK


def test_an_unknown_decision_is_refused() -> None:
    with pytest.raises(UnknownActionError, match="'bless'"):
        state_of(OK, [decided("bless")])


events = st.lists(
    st.one_of(
        st.builds(
            decided,
            st.sampled_from(["approve", "hide", "remove", "restore", "withdraw"]),
            st.integers(1, 6),
            st.sampled_from(list(ModerationState)),
            st.sampled_from(["t1", "t2"]),
        ),
        st.builds(reported, st.sampled_from("abc"), st.integers(1, 6), st.booleans()),
    ),
    max_size=6,
    unique_by=lambda e: e.report.id if isinstance(e, Report) else e.id,
)


@given(st.sampled_from(list(ModerationState)), events, st.randoms())
def test_the_order_of_arrival_does_not_matter(
    first: ModerationState, made: list[ModerationAction | Report], rng: object
) -> None:
    def result(these: list[ModerationAction | Report]) -> ModerationState:
        actions = [e for e in these if isinstance(e, ModerationAction)]
        return state_of(first, actions, [e for e in these if isinstance(e, Report)])

    shuffled = list(made)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert result(shuffled) == result(made)


@given(st.sampled_from(list(ModerationState)), st.integers(1, 9), st.integers(1, 9))
def test_a_hide_stands_against_any_approval_that_had_not_seen_it(
    first: ModerationState, hid_at: int, approved_at: int
) -> None:
    for seen in (OK, REPORTED, PENDING):
        made = [decided("hide", hid_at, actor="t2"), decided("approve", approved_at, seen=seen)]
        assert state_of(first, made) in {HIDDEN, REMOVED}


def test_nothing_that_waits_or_was_closed_reaches_another_child_or_a_display() -> None:
    for state, text_state, withdrawn in itertools.product(ModerationState, ModerationState, [False, True]):
        item = share(moderation=state, message="secret", message_state=text_state, withdrawn=withdrawn)
        for others in (moderation.share_for_others(item), moderation.share_for_display(item)):
            if others is None:
                continue
            assert state in {OK, REPORTED}
            assert not withdrawn
            assert (others.message == "secret") == (text_state is OK)
        if state is REPORTED:
            assert moderation.share_for_display(item) is None


def test_comments_and_profiles_for_others() -> None:
    for state in ModerationState:
        seen = moderation.comment_for_others(comment(text="x", moderation=state))
        assert (seen is not None) == (state in {OK, REPORTED})
        profile = moderation.profile_for_others(
            PublicProfile(org_id="o", id="s", display_name="Brave Fox", bio_text="x", moderation=state)
        )
        assert (profile is None) == (state in {HIDDEN, REMOVED})
        if profile is not None:
            assert (profile.bio_text == "x") == (state in {OK, REPORTED})
    assert moderation.comment_for_others(comment(moderation=OK, withdrawn=True)) is None
    profile = PublicProfile(org_id="o", id="s", display_name="Brave Fox")
    assert moderation.first_state_of_profile(profile) is OK
    assert moderation.profile_for_others(profile) == profile


def test_a_mute_has_an_end_and_can_be_lifted() -> None:
    mute = decided("mute", 10, until=50)
    assert moderation.muted_until([mute], "x", 20) == 50
    assert moderation.muted_until([mute], "x", 50) is None
    assert moderation.muted_until([mute], "x", 9) is None
    assert moderation.muted_until([mute], "somebody", 20) is None
    assert moderation.muted_until([mute, decided("unmute", 15)], "x", 20) is None
    assert moderation.muted_until([mute, decided("unmute", 10)], "x", 20) == 50
    assert moderation.muted_until([decided("mute", 10)], "x", 20) is None


def test_the_words_of_the_queue() -> None:
    words = [moderation.queue_word(state) for state in (PENDING, OK, HIDDEN, REMOVED, REPORTED)]
    assert words == ["pending", "approved", "hidden", "removed", "reported"]
    assert moderation.queue_word(REMOVED, PENDING) == "rejected"
