"""What a student sees first, an assignment whole, and the badge wall."""

from __future__ import annotations

from concurrent.futures import Future

from sqlalchemy import Connection

from app.store.assignments import Assigned, player_of, urgency
from app.store.badges import badge_cards
from app.store.earning import facts_in
from app.store.going_on import unfinished_in
from app.store.keeper import Desk, Keeper
from app.store.practice import reviews_due
from app.store.problems import StoreProblem
from app.store.readings import (
    Account,
    AssignmentPlayer,
    BadgeCard,
    StepCard,
    StudentDashboard,
)
from app.store.sharing import feed_in
from app.store.standing import rest_days
from app.store.tally import days_played, week_of
from domain.achievements import streaks
from domain.music.say import say

# What the dashboard has room for; the wall and the feed page show the rest.
_BADGES = 6
_SHARES = 5


def student_dashboard(*, keeper: Keeper, account: Account) -> Future[StudentDashboard]:
    """One clear next step, then the rest."""

    def work(desk: Desk) -> StudentDashboard:
        with desk.mirror(account.user_id).reading() as connection:
            return _dashboard(keeper, desk, connection, account)

    return keeper.submit(work)


def assignment_player(*, keeper: Keeper, account: Account, assignment_id: str) -> Future[AssignmentPlayer]:
    """A whole assignment. Raises StoreProblem where the student does not have it."""

    def work(desk: Desk) -> AssignmentPlayer:
        with desk.mirror(account.user_id).reading() as connection:
            player = player_of(connection, account.user_id, assignment_id)
        if player is not None:
            return player
        raise StoreProblem(say("This assignment is not on this computer any more. Your teacher may have put it away."))

    return keeper.submit(work)


def badge_wall(*, keeper: Keeper, account: Account) -> Future[tuple[BadgeCard, ...]]:
    """Every badge that can be earned or is held."""

    def work(desk: Desk) -> tuple[BadgeCard, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            return tuple(badge_cards(connection, account.user_id, facts_in(desk, connection, account.user_id)))

    return keeper.submit(work)


def _dashboard(keeper: Keeper, desk: Desk, connection: Connection, account: Account) -> StudentDashboard:
    players = Assigned(connection, account.user_id).players()
    unfinished = [player for player in players if player.next_step is not None]
    first = min(unfinished, key=urgency, default=None)
    today = desk.day(desk.now())
    played = days_played(connection, account.user_id)
    earned = [card for card in badge_cards(connection, account.user_id) if card.level > 0]
    newest = sorted(earned, key=lambda card: card.crossed_at or 0, reverse=True)
    return StudentDashboard(
        account=account,
        next_assignment=first.card if first else None,
        next_step=_next_step(first),
        assignments=tuple(player.card for player in sorted(players, key=urgency)),
        points_total=_points(connection, account.user_id, 0),
        points_this_week=_points(connection, account.user_id, week_of(today)[0]),
        streak_days=streaks.current_days(played, rest_days(connection, account.user_id), today),
        played_today=today in played,
        badges=tuple(newest[:_BADGES]),
        badges_earned=len(earned),
        feed=feed_in(desk, connection, account, limit=_SHARES),
        reviews_due=reviews_due(keeper, desk, connection, account.user_id),
        unfinished=unfinished_in(desk, connection, account, players),
    )


def _next_step(player: AssignmentPlayer | None) -> StepCard | None:
    if player is None:
        return None
    return next((step for step in player.steps if step.step_id == player.next_step), None)


def _points(connection: Connection, student_id: str, since: int) -> int:
    sql = "SELECT ifnull(sum(points), 0) FROM student_week WHERE student_id = ? AND monday >= ?"
    return int(connection.exec_driver_sql(sql, (student_id, since)).scalar_one())
