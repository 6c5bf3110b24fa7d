"""What students do on a simulated machine: through the store's own functions where they exist, else as rows."""

from __future__ import annotations

from typing import Any

from app.store.appealing import ask_again, closed_things
from app.store.notices import mark_read
from app.store.playing import finish_attempt, finish_step, heard, start_attempt
from app.store.sharing import edit_share, post_share, react, withdraw_share
from app.store.showcases import edit_showcase, make_showcase
from domain.records.community import (
    Comment,
    EngagementKind,
    ItemReport,
    PublicProfile,
    Scope,
    SharingPreferences,
    SocialEngagement,
)
from domain.records.ids import derived_id
from domain.records.progress import PlayType
from workshop.simulator.hands import Deed, Hands
from workshop.simulator.school import performed, stage

SCOPES = tuple(Scope)


def play(hands: Hands) -> None:
    """Play a stage to its end; now and then claim more than was played."""
    # Now and then the very same performance as somebody's before.
    seed = hands.chance.randrange(2 if hands.chance.random() < 0.1 else 10**9)
    game, played = stage()
    attempt = start_attempt(
        keeper=hands.keeper,
        account=hands.account,
        game_id=game.game_id,
        stage_id=played.stage_id,
        seed=seed,
        step_id=f"step-{hands.account.display_name}" if hands.chance.random() < 0.5 else None,
        play_type=PlayType.CHALLENGE if hands.ids("SELECT id FROM challenge LIMIT 1") else PlayType.FREE_PLAY,
    ).result()
    recording = performed(attempt.level, seed, hands.chance.choice((1.0, 1.0, 0.9, 0.6)))
    for event in recording.events[:3]:
        heard(keeper=hands.keeper, attempt=attempt, event=event)
    hands.machine.clock.pass_by(recording.duration_ms * 1000)
    events = recording.events if hands.chance.random() > 0.1 else recording.events[:2]
    finish_attempt(
        keeper=hands.keeper,
        account=hands.account,
        attempt=attempt,
        outcome=recording.outcome,
        duration_ms=recording.duration_ms,
        events=events,
    ).result()


def share(hands: Hands) -> None:
    """Show a badge to others, with or without words; or show it to others than before."""
    _share(hands, hands.chance.choice(["", "", "I did it!"]), hands.chance.choice((*SCOPES, Scope.CLASS, Scope.PUBLIC)))


def share_widely(hands: Hands) -> None:
    """Show a badge to everybody."""
    _share(hands, "", Scope.PUBLIC)


def _share(hands: Hands, message: str, scope: Scope) -> None:
    award = hands.one_of("SELECT id FROM badge_award WHERE user_id = ? ORDER BY id", hands.me)
    if award is not None:
        post_share(keeper=hands.keeper, account=hands.account, award_id=award, message=message, scope=scope).result()


def take_back(hands: Hands) -> None:
    """Take a share back."""
    mine = "SELECT id FROM achievement_share WHERE student_id = ? AND NOT withdrawn ORDER BY id"
    share_id = hands.one_of(mine, hands.me)
    if share_id is not None:
        withdraw_share(keeper=hands.keeper, account=hands.account, share_id=share_id).result()


def _others_share(hands: Hands) -> str | None:
    return hands.one_of(
        "SELECT id FROM achievement_share WHERE student_id <> ? AND NOT withdrawn ORDER BY id", hands.me
    )


def react_to(hands: Hands) -> None:
    """Like or celebrate what somebody shared, or take that back."""
    share_id = _others_share(hands)
    if share_id is not None:
        kind = hands.chance.choice((EngagementKind.LIKE, EngagementKind.CELEBRATE))
        present = hands.chance.random() < 0.7
        react(keeper=hands.keeper, account=hands.account, share_id=share_id, engagement=kind, present=present).result()


def comment(hands: Hands) -> None:
    """Say something about what somebody shared."""
    share_id = _others_share(hands)
    if share_id is not None:
        words = hands.chance.random() < 0.4
        hands.put(
            Comment(
                org_id=hands.cast.org,
                id=hands.new_id(),
                share_id=share_id,
                author_id=hands.me,
                author_name=hands.account.display_name,
                phrase_id=None if words else "well_done",
                text="Nice" if words else "",
                at=hands.now(),
            )
        )


def take_comment_back(hands: Hands) -> None:
    """Take a comment back."""
    found = hands.one_of("SELECT id FROM comment WHERE author_id = ? AND NOT withdrawn ORDER BY id", hands.me)
    if found is not None:
        hands.write(lambda writing: writing.edit(Comment, found, {"withdrawn": True}))


def report(hands: Hands) -> None:
    """Say that something is not all right."""
    share_id = _others_share(hands)
    if share_id is not None:
        report_id = derived_id("report", hands.me, share_id)
        if not hands.ids("SELECT id FROM item_report WHERE id = ?", report_id):
            hands.put(
                ItemReport(
                    org_id=hands.cast.org,
                    id=report_id,
                    target_type="share",
                    target_id=share_id,
                    reporter_id=hands.me,
                    reason="unkind",
                    at=hands.now(),
                )
            )


def block(hands: Hands) -> None:
    """Block somebody, or let them be seen again."""
    other = hands.chance.choice([user for user in sorted(hands.cast.people.values()) if user != hands.me])
    hands.put(
        SocialEngagement(
            org_id=hands.cast.org,
            id=derived_id(hands.me, EngagementKind.BLOCK, other),
            actor_user_id=hands.me,
            target_type="user",
            target_id=other,
            engagement=EngagementKind.BLOCK,
            at=hands.now(),
            present=hands.chance.random() < 0.6,
        )
    )


def prefer(hands: Hands) -> None:
    """Change one's own settings."""
    changes: dict[str, Any] = {
        "boards": hands.chance.random() < 0.6,
        "text_percent": hands.chance.choice([100, 125, 150]),
    }
    hands.put_or_edit(SharingPreferences(org_id=hands.cast.org, id=hands.me, **changes), changes)


def profile(hands: Hands) -> None:
    """Say who one is."""
    changes: dict[str, Any] = {
        "scope": hands.chance.choice(SCOPES),
        "bio_text": hands.chance.choice(["", "I like Bach"]),
    }
    record = PublicProfile(org_id=hands.cast.org, id=hands.me, display_name=hands.account.display_name, **changes)
    hands.put_or_edit(record, changes)


def finish(hands: Hands) -> None:
    """Open a step that is read, not played, to its end."""
    step = hands.one_of("SELECT id FROM student_assignment WHERE student_id = ? ORDER BY id", hands.me)
    if step is not None:
        hands.does(finish_step, step_id=f"text-{hands.account.display_name}")


def change_words(hands: Hands) -> None:
    """Change what a share says, or how far it goes."""
    mine = "SELECT id FROM achievement_share WHERE student_id = ? AND NOT withdrawn ORDER BY id"
    share_id = hands.one_of(mine, hands.me)
    if share_id is not None:
        words = hands.chance.choice([None, "", "Listen!"])
        hands.does(edit_share, share_id=share_id, scope=hands.chance.choice((None, *SCOPES)), message=words)


def read_notices(hands: Hands) -> None:
    """Look at what there is to tell."""
    found = hands.ids("SELECT id FROM notification WHERE user_id = ? ORDER BY id", hands.me)
    if found:
        hands.does(mark_read, notice_ids=found[: hands.chance.randint(1, len(found))])


def appeal(hands: Hands) -> None:
    """Ask that a second adult looks at what the first has closed."""
    closed = closed_things(keeper=hands.keeper, account=hands.account).result()
    if closed:
        one = hands.chance.choice(closed)
        hands.does(ask_again, target_type=one.target_type, target_id=one.target_id, part=one.part)


def arrange(hands: Hands) -> None:
    """Begin a showcase, or put into one, in any order, what was shared; open or close it."""
    made = hands.one_of("SELECT id FROM showcase WHERE student_id = ? ORDER BY id", hands.me)
    if made is None or hands.chance.random() < 0.3:
        hands.does(make_showcase)
        return
    posts = hands.ids("SELECT id FROM achievement_share WHERE student_id = ? ORDER BY id", hands.me)
    changes: dict[str, Any] = {"scope": hands.chance.choice(SCOPES)}
    if posts:
        changes["items"] = tuple(hands.chance.sample(posts, hands.chance.randint(1, min(4, len(posts)))))
    hands.does(edit_showcase, showcase_id=made, **changes)


OF_STUDENTS: tuple[Deed, ...] = (
    *(play, play, play, play, share, share, share, take_back, react_to, react_to, react_to),
    *(comment, comment, take_comment_back, report, block, prefer, prefer, profile),
    *(finish, change_words, read_notices, appeal, appeal, appeal, arrange, arrange),
)
