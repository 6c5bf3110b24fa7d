"""A few real computers of one class: keeper, road and a student each, what they were told is kept, and what must hold.

Everything that a store's function has returned counts as acknowledged.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app.store.keeper import Keeper
from app.store.machine import device_token
from app.store.outbox import sync_state
from app.store.playing import finish_attempt, start_attempt
from app.store.readings import Account
from app.store.secrets import FileSecrets
from app.store.sharing import post_share, react
from app.store.signing_in import grant
from app.sync.carrier import NoAnswer
from app.sync.enrolment import enrol
from app.sync.road import Road
from central.app import Centre, build
from central.rows import Rows
from central.serving import Serving
from domain.records.community import AchievementShare, EngagementKind, Scope, SocialEngagement
from domain.records.identity import AccessRole
from domain.records.progress import Performance, StudentAttempt
from workshop.simulator import invariants
from workshop.simulator.hands import Hands
from workshop.simulator.proxy import Proxy
from workshop.simulator.school import Cast, catalogue, performed, populated, stage

STUDENTS = ("ada", "bo")
MOST_ROUNDS = 12


def wall_clock() -> int:
    return time.time_ns() // 1000


class Computer:
    """One computer with one student; `attempts`, `shares`, `reactions` were acknowledged to them.

    Where it was killed, `begun` are attempts of which the last word was not heard, and `unsure` the shares on which its
    student may have reacted otherwise just then.
    """

    def __init__(self, folder: Path, cast: Cast, name: str) -> None:
        self.account = Account(
            user_id=cast.people[name], org_id=cast.org, role=AccessRole.STUDENT, display_name=name, avatar="note"
        )
        self.folder = folder / name
        self.chance = random.Random(name)
        self.attempts: set[str] = set()
        self.shares: set[str] = set()
        self.reactions: dict[str, bool] = {}
        self.begun: set[str] = set()
        self.unsure: set[str] = set()
        self.counted: Counter[str] = Counter()
        self.open()

    def tell(self, *_words: str) -> None:
        """What is about to be done, and what was acknowledged: for those who outlive this program."""

    def join(self, centre: str, code: str) -> None:
        """Become a computer of the school; its student has signed in."""
        enrol(keeper=self.keeper, centre=centre, code=code, machine_name=self.folder.name)
        grant(keeper=self.keeper, account=self.account, verifier="checked elsewhere").result()

    def open(self) -> None:
        """Start the program; its road is not walked yet."""
        self.keeper = Keeper(
            folder=self.folder / "mirrors",
            secrets=FileSecrets(self.folder / "keys.json"),
            now=wall_clock,
            catalogue=catalogue(),
            on_change=self._changed,
        )
        # Tries again at once: how long it waits is proven elsewhere.
        self.road = Road(keeper=self.keeper, quiet=0.3, jitter=lambda _bound: 0.02)

    def _changed(self, account: str, entities: frozenset[str]) -> None:
        self.road.changed(account, entities)

    def ids(self, sql: str, *values: object) -> list[str]:
        """The first column of a query on the student's mirror."""
        return Hands.ids(self, sql, *values)  # type: ignore[arg-type]

    @property
    def me(self) -> str:
        return self.account.user_id

    def play(self) -> None:
        game, played = stage()
        seed = self.chance.randrange(10**9)
        attempt = start_attempt(
            keeper=self.keeper, account=self.account, game_id=game.game_id, stage_id=played.stage_id, seed=seed
        ).result()
        self.tell("begun", attempt.attempt_id)
        heard = performed(attempt.level, seed, self.chance.choice((1.0, 0.9, 0.6)))
        finish_attempt(
            keeper=self.keeper,
            account=self.account,
            attempt=attempt,
            outcome=heard.outcome,
            duration_ms=heard.duration_ms,
            events=heard.events,
        ).result()
        self.attempts.add(attempt.attempt_id)
        self.tell("played", attempt.attempt_id)

    def share(self) -> None:
        awards = self.ids("SELECT id FROM badge_award WHERE user_id = ? ORDER BY id", self.me)
        if awards:
            award = self.chance.choice(awards)
            card = post_share(keeper=self.keeper, account=self.account, award_id=award, scope=Scope.CLASS).result()
            self.shares.add(card.share_id)
            self.tell("shared", card.share_id)

    def like(self) -> None:
        shares = self.ids("SELECT id FROM achievement_share WHERE student_id <> ? AND NOT withdrawn", self.me)
        if shares:
            one, present = self.chance.choice(shares), self.chance.random() < 0.7
            like = EngagementKind.LIKE
            self.tell("liking", one)
            react(keeper=self.keeper, account=self.account, share_id=one, engagement=like, present=present).result()
            self.reactions[one] = present
            self.tell("liked", one, "yes" if present else "no")

    def does_something(self) -> None:
        """Play, share or like."""
        deed = self.chance.choice((self.play, self.play, self.play, self.share, self.like, self.like))
        deed()
        self.counted[deed.__name__] += 1

    def exchange(self) -> bool:
        """Speak with the centre once; whether it answered to the end."""
        try:
            self.road.exchange(self.me)
        except NoAnswer:
            return False
        return True

    def waiting(self) -> int:
        return sync_state(keeper=self.keeper, account=self.account).result().waiting

    def close(self) -> None:
        self.road.close()
        self.keeper.close()


@contextmanager
def a_class(folder: Path, url: str, proxy: Proxy) -> Iterator[tuple[Cast, list[Computer]]]:
    """A school in the database of that URL, and its computers, which know their class and reach it by the proxy."""
    with ExitStack() as stack:
        with build(url, catalogue(), wall_clock, background=False) as centre, Serving(centre) as serving:
            cast = populated(centre, wall_clock())
            code = centre.machines.enrol_code(cast.org, cast.site).code
            proxy.target = serving.port
            computers = []
            for name in STUDENTS:
                computers.append(Computer(folder, cast, name))
                stack.callback(computers[-1].close)
                computers[-1].join(proxy.url, code)
            for computer in computers:
                assert computer.exchange()
                computer.play()
                computer.share()
                assert computer.exchange()
            proxy.cut_all()
        yield cast, computers


def counted(computers: list[Computer]) -> Counter[str]:
    """How much was acknowledged."""
    return sum((computer.counted for computer in computers), Counter())


def breaches(url: str, cast: Cast, computers: list[Computer], proxy: Proxy) -> list[str]:
    """When all is quiet and every program was started anew: what does not hold."""
    for computer in computers:
        computer.close()
        computer.open()
    with build(url, catalogue(), wall_clock, background=False) as centre, Serving(centre) as serving:
        proxy.target = serving.port
        proxy.cut_all()
        _until_nothing_moves(centre, cast, computers)
        found = [*invariants.centre_is_sound(centre, cast.org)]
        for computer in computers:
            found += _of_one(centre, cast, computer)
        proxy.cut_all()
    return found


def _until_nothing_moves(centre: Centre, cast: Cast, computers: list[Computer]) -> None:
    before = None
    for _ in range(MOST_ROUNDS):
        for computer in computers:
            assert computer.exchange()
        centre.judging.judge_all(cast.org)
        with centre.database.reading(cast.org) as connection:
            rows = connection.exec_driver_sql("SELECT bucket, seq FROM bucket_head ORDER BY bucket").fetchall()
        now = [tuple(row) for row in rows], [computer.waiting() for computer in computers]
        if now == before:
            return
        before = now
    raise AssertionError("it does not come to rest")


def _of_one(centre: Centre, cast: Cast, computer: Computer) -> Iterator[str]:
    token = device_token(keeper=computer.keeper).result()
    assert token is not None
    held = invariants.held_by(computer, computer.me)
    yield from invariants.mirror_is_the_centre(centre, computer.me, token, held)
    yield from invariants.points_agree(centre, cast.org, computer.me, held)
    yield from (f"refused: {refused}" for refused in held.refused)
    with centre.database.reading(cast.org) as connection:
        rows = Rows(connection, cast.org)
        for kind in (StudentAttempt, Performance):
            there = {row.id for row in rows.where(kind, student_id=computer.me)}
            if there - computer.begun != computer.attempts - computer.begun or not computer.attempts <= there:
                yield f"{kind.__name__}: {len(there)} at the centre, {len(computer.attempts)} acknowledged"
        mine = {share.id for share in rows.where(AchievementShare, student_id=computer.me)}
        if not computer.shares <= mine or (mine != computer.shares and not computer.begun):
            yield f"shares: {mine} at the centre, {computer.shares} acknowledged"
        hands = {hand.target_id: hand.present for hand in rows.where(SocialEngagement, actor_user_id=computer.me)}
        said = {share: present for share, present in computer.reactions.items() if present or share in hands}
        if {share for share, _ in hands.items() ^ said.items()} - computer.unsure:
            yield f"reactions: {hands} at the centre, {said} acknowledged"
