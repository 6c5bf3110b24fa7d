"""After a restored backup, what was decided or said about an item reaches the centre before the item does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.moderating import decide
from app.store.outbox import sync_state
from app.store.readings import Account
from app.store.sharing import post_share, react
from central.rows import Rows
from domain.records.communication import Notification
from domain.records.community import AchievementShare, EngagementKind, ModerationAction, ModerationState, Scope
from workshop.simulator.chance import all_from
from workshop.simulator.clock import BEGINNING, HOUR, SECOND
from workshop.simulator.deeds import play
from workshop.simulator.hands import Hands
from workshop.simulator.machine import Machine, copy_folder
from workshop.simulator.world import World


class AfterTheBackup:
    """Ada shared something after the last backup; Bo and her teacher have seen it, each at a computer of their own."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.ada, self.bo, self.lee = (world.account(name) for name in ("ada", "bo", "lee"))
        world.add_machine("desk")
        self.lab, self.other, self.desk = world.labs
        world.here |= {self.lab.name: [self.ada], self.other.name: [self.bo], self.desk.name: [self.lee]}
        hands = Hands(self.lab, self.ada, world.cast, world.chance)
        for _ in range(3):
            play(hands)
        self.lab.exchange(self.ada)
        world.judge()
        for machine, account in ((self.lab, self.ada), (self.desk, self.lee)):
            machine.exchange(account)
        world.save()
        awards = (
            "SELECT id FROM badge_award WHERE user_id = ? "
            "AND id NOT IN (SELECT achievement_id FROM achievement_share) ORDER BY id"
        )
        award = hands.ids(awards, self.ada.user_id)[0]
        mine = post_share(keeper=self.lab.keeper, account=self.ada, award_id=award, scope=Scope.CLASS).result()
        self.share_id = mine.share_id
        for machine, account in ((self.lab, self.ada), (self.other, self.bo), (self.desk, self.lee)):
            machine.exchange(account)

    def meets(self, machine: Machine, account: Account) -> None:
        """Once to hear that the centre is another, and once to tell it what it has lost."""
        machine.exchange(account)
        machine.exchange(account)

    def state(self) -> ModerationState | None:
        """Where the share stands at the centre; None where it is not there."""
        with self.world.centre.database.reading(self.world.cast.org) as connection:
            found = Rows(connection, self.world.cast.org).get(AchievementShare, self.share_id)
        return found.moderation if found else None

    def refused(self, machine: Machine, account: Account) -> list[str]:
        return [op.code for op in sync_state(keeper=machine.keeper, account=account).result().refused]

    def sees(self, machine: Machine, account: Account) -> bool:
        hands = Hands(machine, account, self.world.cast, self.world.chance)
        return bool(hands.ids("SELECT id FROM achievement_share WHERE id = ?", self.share_id))


@pytest.fixture
def story(school: Path, tmp_path: Path) -> Iterator[AfterTheBackup]:
    copy_folder(school, tmp_path / "world")
    with all_from(random.Random(1)):
        world = World(tmp_path / "world", random.Random(1), BEGINNING + 24 * HOUR)
        yield AfterTheBackup(world)
        world.close()


def test_what_was_hidden_stays_hidden_although_the_decision_comes_first(story: AfterTheBackup) -> None:
    decide(
        keeper=story.desk.keeper,
        account=story.lee,
        target_type="share",
        target_id=story.share_id,
        decision="hide",
        reason="unkind",
    ).result()
    story.meets(story.desk, story.lee)
    story.world.bring_back()
    assert story.state() is None
    story.meets(story.desk, story.lee)
    assert story.refused(story.desk, story.lee) == []
    story.meets(story.lab, story.ada)
    assert story.state() is ModerationState.HIDDEN, "not seen by others for a moment"
    story.meets(story.other, story.bo)
    assert not story.sees(story.other, story.bo)
    story.meets(story.desk, story.lee)
    assert story.sees(story.desk, story.lee)
    assert_told_once(story)
    story.world.settle()
    assert [*story.world.breaches()] == []


def assert_told_once(story: AfterTheBackup) -> None:
    """Ada hears of it, and the decision is with all of the staff again."""
    with story.world.centre.database.reading(story.world.cast.org) as connection:
        rows = Rows(connection, story.world.cast.org)
        told = [n for n in rows.where(Notification, user_id=story.ada.user_id) if "hidden" in n.title]
        [decision] = rows.stored_where(ModerationAction, target_id=story.share_id)
    assert len(told) == 1
    assert f"staff:{story.world.cast.classes['piano']}" in decision.seen_in


def test_what_was_said_before_its_item_was_there_again_is_sent_again(story: AfterTheBackup) -> None:
    react(
        keeper=story.other.keeper,
        account=story.bo,
        share_id=story.share_id,
        engagement=EngagementKind.LIKE,
        present=True,
    ).result()
    story.meets(story.other, story.bo)
    story.world.bring_back()
    story.meets(story.other, story.bo)
    assert story.refused(story.other, story.bo) == ["nothing_there"]
    story.meets(story.lab, story.ada)
    story.meets(story.other, story.bo)
    assert story.refused(story.other, story.bo) == []
    story.meets(story.lab, story.ada)
    story.world.settle()
    assert [*story.world.breaches()] == []


def test_a_decision_that_opens_waits_until_its_item_is_there(story: AfterTheBackup) -> None:
    """Approving what nobody has seen would open something else that takes its name: it is sent once it is there."""
    for word in ("hide", "approve"):
        story.world.clock.forward(SECOND)
        decide(
            keeper=story.desk.keeper, account=story.lee, target_type="share", target_id=story.share_id, decision=word
        ).result()
    story.meets(story.desk, story.lee)
    assert story.state() is ModerationState.OK
    story.world.bring_back()
    story.meets(story.desk, story.lee)
    assert story.refused(story.desk, story.lee) == ["nothing_there"]
    story.meets(story.lab, story.ada)
    assert story.state() is ModerationState.HIDDEN
    story.meets(story.desk, story.lee)
    assert story.refused(story.desk, story.lee) == []
    assert story.state() is ModerationState.OK
