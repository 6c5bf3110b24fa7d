"""Challenges and their boards: the podium, and the few around oneself rather than a wall of all who are ahead."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Future

from sqlalchemy import Connection

from app.store.badges import badge_cards
from app.store.community_readings import BoardLine, ChallengeBoard, ChallengeCard, StageChoice, Who
from app.store.keeper import Desk, Keeper
from app.store.limits import preferences_in
from app.store.mirror import rows
from app.store.people import must_be_staff, who_is
from app.store.problems import StoreProblem
from app.store.readings import Account, BadgeCard
from app.store.sharing import checked
from domain.achievements.challenges import PODIUM, Entry, Place, around, board, moments, rank_of, status
from domain.community.texts import written
from domain.games.catalogue import StageType
from domain.music.say import say
from domain.records.achievements import Challenge
from local_schema.columns import record_of

_MOST_NAME, _DAY = 60, 24 * 3600 * 1_000_000


def challenges(*, keeper: Keeper, account: Account) -> Future[tuple[ChallengeCard, ...]]:
    """The challenges that this account may take part in: what runs first, then what comes, then what is over."""

    def work(desk: Desk) -> tuple[ChallengeCard, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            return _all(desk, connection, account)

    return keeper.submit(work)


def _all(desk: Desk, connection: Connection, account: Account) -> tuple[ChallengeCard, ...]:
    found = [record_of(Challenge, row) for row in rows(connection, "SELECT * FROM challenge")]
    order = {"active": 0, "upcoming": 1, "ended": 2}
    cards = [_card(desk, connection, account, challenge) for challenge in found]
    return tuple(sorted(cards, key=lambda c: (order[c.status], c.start_at, c.challenge_id)))


def challenge_board(*, keeper: Keeper, account: Account, challenge_id: str) -> Future[ChallengeBoard]:
    """The board of a challenge: only who agreed to be on boards, and only what the centre has verified.

    Raises StoreProblem for a challenge that is not here.
    """

    def work(desk: Desk) -> ChallengeBoard:
        with desk.mirror(account.user_id).reading() as connection:
            found = rows(connection, "SELECT * FROM challenge WHERE id = ?", challenge_id)
            if not found:
                raise StoreProblem(say("This challenge is not on this computer."))
            challenge = record_of(Challenge, found[0])
            places = _places(connection, account, challenge)
            near = around(places, account.user_id) if rank_of(places, account.user_id) is not None else ()
            return ChallengeBoard(
                card=_card(desk, connection, account, challenge),
                top=_lines(connection, account, [p for p in places if p.rank <= PODIUM], challenge_id),
                around=_lines(connection, account, near, challenge_id),
                boards_on=preferences_in(connection, account).boards,
            )

    return keeper.submit(work)


def challenge_stages(*, keeper: Keeper, account: Account) -> Future[tuple[StageChoice, ...]]:
    """The stages of the catalogue that a challenge may be about, by their games' names, for teachers."""

    def work(desk: Desk) -> tuple[StageChoice, ...]:
        must_be_staff(account)
        found = [
            StageChoice(game_id=game.game_id, stage_id=stage.stage_id, game_name=game.name)
            for game in desk.catalogue.games
            for stage in game.stages
            if stage.stage_type is StageType.CHALLENGE and stage.enabled
        ]
        return tuple(sorted(found, key=lambda choice: (choice.game_name, choice.stage_id)))

    return keeper.submit(work)


def begin_challenge(
    *, keeper: Keeper, account: Account, stage: StageChoice, name: str, class_id: str | None, days: int
) -> Future[tuple[ChallengeCard, ...]]:
    """Begin a challenge now, for a class or (by administrators) the whole school. The challenges as they are then.

    Everybody plays the same exercise, which is drawn here. Raises StoreProblem for who is no teacher, and without a
    name.
    """

    def work(desk: Desk) -> tuple[ChallengeCard, ...]:
        must_be_staff(account)
        words = checked(lambda text: written(text, _MOST_NAME), name)
        if not words or days < 1:
            raise StoreProblem(say("Please give the challenge a name."))
        made = Challenge(
            org_id=account.org_id,
            id=desk.new_id(),
            game_id=stage.game_id,
            stage_id=stage.stage_id,
            name=words,
            start_at=desk.now(),
            end_at=desk.now() + days * _DAY,
            seed=int.from_bytes(os.urandom(4), "big") >> 1,
            class_id=class_id,
        )
        with desk.mirror(account.user_id).writing() as writing:
            writing.put(made)
            return _all(desk, writing.connection, account)

    return keeper.submit(work)


def _entries(connection: Connection, challenge: Challenge) -> list[Entry]:
    found = rows(connection, "SELECT * FROM challenge_score WHERE challenge_id = ?", challenge.id)
    return [
        Entry(
            student_id=row["student_id"], score=row["score"], achieved_at=row["achieved_at"], ref_id=row["attempt_id"]
        )
        for row in found
    ]


def _places(connection: Connection, account: Account, challenge: Challenge) -> tuple[Place, ...]:
    """A mirror holds others' scores only where they agreed to boards; a place among them needs one's own yes."""
    entries = _entries(connection, challenge)
    mine = preferences_in(connection, account).boards
    return board(entry for entry in entries if mine or entry.student_id != account.user_id)


def _who(connection: Connection, student_id: str, challenge_id: str) -> Who:
    """The person of a line: as this mirror knows them, else as the board of the school names them."""
    known = who_is(connection, student_id)
    if known.display_name:
        return known
    sql = "SELECT display_name, avatar FROM challenge_score WHERE challenge_id = ? AND student_id = ?"
    found = rows(connection, sql, challenge_id, student_id)
    return Who(user_id=student_id, **found[0]) if found else known


def _lines(
    connection: Connection, account: Account, places: Sequence[Place], challenge_id: str
) -> tuple[BoardLine, ...]:
    return tuple(
        BoardLine(
            rank=place.rank,
            who=_who(connection, place.entry.student_id, challenge_id),
            score=place.entry.score,
            me=place.entry.student_id == account.user_id,
            top_badge=_top_badge(connection, place.entry.student_id),
        )
        for place in places
    )


def _top_badge(connection: Connection, student_id: str) -> BadgeCard | None:
    """The highest grow badge, for beside the name (badge plan); None where there is none, or none may be seen."""
    held = [card for card in badge_cards(connection, student_id) if card.level > 0 and card.kind == "grow"]
    return max(held, key=lambda card: (card.level, card.crossed_at or 0, card.badge_id), default=None)


def _card(desk: Desk, connection: Connection, account: Account, challenge: Challenge) -> ChallengeCard:
    mine = [entry for entry in _entries(connection, challenge) if entry.student_id == account.user_id]
    game = next((game for game in desk.catalogue.games if game.game_id == challenge.game_id), None)
    return ChallengeCard(
        challenge_id=challenge.id,
        name=challenge.name,
        description=challenge.description,
        game_id=challenge.game_id,
        game_name=game.name if game else challenge.game_id,
        stage_id=challenge.stage_id,
        seed=challenge.seed,
        status=status(challenge, desk.now()),
        start_at=challenge.start_at,
        end_at=challenge.end_at,
        my_best=max((entry.score for entry in mine), default=None),
        my_rank=rank_of(places := _places(connection, account, challenge), account.user_id),
        whole_school=challenge.class_id is None,
        told=tuple(moment.title for moment in moments(challenge, (), places, account.user_id)),
    )
