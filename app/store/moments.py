"""Points with their milestones, personal bests, collections, and every moment that can be shared beside badges."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import Future

from sqlalchemy import Connection

from app.store.badges import badge_cards, badges_known
from app.store.community_readings import (
    CalendarDay,
    CollectionCard,
    MomentCard,
    PeriodRow,
    PersonalBest,
    PointsPage,
)
from app.store.earning import facts_in, names_of_games, story_in
from app.store.keeper import Desk, Keeper
from app.store.limits import limits_of, preferences_in
from app.store.mirror import rows
from app.store.posting import post_in
from app.store.problems import StoreProblem
from app.store.readings import Account, BadgeCard, ShareCard, SharePreview
from app.store.sharing import checked, preview_of, share_card
from app.store.standing import rest_days
from app.store.tally import COUNTED
from app.store.telemetry import noted
from domain.achievements import milestones, streaks
from domain.achievements.milestones import Moment, Period
from domain.achievements.moments import moment_of, moments_of
from domain.achievements.points import total
from domain.community.sharing import share_id
from domain.community.telemetry import Event
from domain.community.texts import message_text
from domain.music.say import say
from domain.records.achievements import PointsEntry, PointsReason
from domain.records.community import AchievementShare, AchievementType, ModerationState, Scope

# Weeks in the streak's calendar.
_WEEKS = 5
_BESTS = (
    "SELECT a.game_id, a.stage_id, a.score, a.max_possible_score, a.created_at, "
    "count(*) OVER (PARTITION BY a.stage_id) AS attempts, "
    f"row_number() OVER (PARTITION BY a.stage_id ORDER BY {COUNTED} DESC, a.created_at) AS place, "
    f"{COUNTED} AS counted FROM student_attempt AS a LEFT JOIN attempt_verdict AS v ON v.id = a.id "
    "AND (v.verdict = 'mismatch' OR v.accepted IS NOT NULL) WHERE a.student_id = ?"
)


def points_page(*, keeper: Keeper, account: Account) -> Future[PointsPage]:
    """One's points: the total and the next milestone, streaks, weeks and months, and the moments to share."""

    def work(desk: Desk) -> PointsPage:
        with desk.mirror(account.user_id).reading() as connection:
            return _points_page(desk, connection, account)

    return keeper.submit(work)


def _points_page(desk: Desk, connection: Connection, account: Account) -> PointsPage:
    story = story_in(desk, connection, account.user_id)
    weeks, months = milestones.by_week(story.lines), milestones.by_month(story.lines)
    sum_now, rest = total(story.lines), rest_days(connection, account.user_id)
    played, today = {attempt.played_on for attempt in story.attempts}, desk.day(desk.now())
    return PointsPage(
        total=sum_now,
        sources=_sources(story.lines),
        last_milestone=max((0, *milestones.points_milestones(0, sum_now))),
        next_milestone=milestones.next_points_milestone(sum_now),
        days=_days(story.lines, played, rest, today),
        day_streak=streaks.current_days(played, rest, today),
        week_streak=streaks.current_weeks(played, rest, today),
        weeks=tuple(map(_period, weeks)),
        months=tuple(map(_period, months)),
        best_week=_best(weeks),
        best_month=_best(months),
        moments=_cards(connection, account, moments_of(story, names_of_games(desk))),
    )


def _sources(lines: Iterable[PointsEntry]) -> tuple[tuple[PointsReason, int], ...]:
    """What each reason has brought; together the total."""
    by_reason: dict[PointsReason, list[PointsEntry]] = {}
    for line in lines:
        by_reason.setdefault(line.reason, []).append(line)
    return tuple((reason, total(by_reason[reason])) for reason in PointsReason if reason in by_reason)


def _days(
    lines: Iterable[PointsEntry], played: Collection[str], rest: Collection[str], today: str
) -> tuple[CalendarDay, ...]:
    """The calendar of the last weeks, from a Monday to today."""
    by_day: dict[str, list[PointsEntry]] = {}
    for line in lines:
        by_day.setdefault(line.earned_on, []).append(line)
    last = streaks.ordinal(today)
    first = (streaks.week(today) - _WEEKS + 1) * 7 + 1
    days = [streaks.day_of(number) for number in range(first, last + 1)]
    return tuple(
        CalendarDay(day=day, played=day in played, rest=day in rest, points=total(by_day.get(day, ()))) for day in days
    )


def _period(period: Period) -> PeriodRow:
    return PeriodRow(period=period.name, points=period.points, days=period.days)


def _best(periods: tuple[Period, ...]) -> PeriodRow | None:
    best = milestones.best_period(periods)
    return None if best is None else _period(best)


def _cards(connection: Connection, account: Account, found: Iterable[Moment]) -> tuple[MomentCard, ...]:
    sql = "SELECT achievement_id FROM achievement_share WHERE student_id = ? AND NOT withdrawn"
    shared = set(connection.exec_driver_sql(sql, (account.user_id,)).scalars())
    return tuple(
        MomentCard(
            achievement_type=moment.achievement_type,
            achievement_id=moment.achievement_id,
            title=moment.title,
            at=moment.at,
            shared=moment.achievement_id in shared,
        )
        for moment in found
    )


def moment_preview(
    *,
    keeper: Keeper,
    account: Account,
    achievement_type: AchievementType,
    achievement_id: str,
    message: str = "",
    scope: Scope | None = None,
) -> Future[SharePreview]:
    """The share dialogue for a moment, like `sharing.share_preview` for a badge.

    Raises StoreProblem for a moment that the student has not had.
    """

    def work(desk: Desk) -> SharePreview:
        with desk.mirror(account.user_id).reading() as connection:
            chosen = scope or preferences_in(connection, account).default_scope
            share = _share_of(desk, connection, account, achievement_type, achievement_id, message, chosen)
            return preview_of(share, limits_of(connection, account.user_id))

    return keeper.submit(work)


def post_moment(
    *,
    keeper: Keeper,
    account: Account,
    achievement_type: AchievementType,
    achievement_id: str,
    message: str = "",
    scope: Scope = Scope.PRIVATE,
) -> Future[ShareCard]:
    """Post a moment: others see it once the centre agrees. Raises StoreProblem as `moment_preview` does."""

    def work(desk: Desk) -> ShareCard:
        with desk.mirror(account.user_id).writing() as writing:
            found = _share_of(desk, writing.connection, account, achievement_type, achievement_id, message, scope)
            post_in(writing, found)
            told = {
                "achievement_type": achievement_type.value,
                "achievement_id": achievement_id,
                "sharing_scope": scope.value,
                "personal_message": bool(found.message),
                "sharing_method": "manual",
            }
            noted(desk, writing, account, Event.ACHIEVEMENT_SHARED, told)
            return share_card(writing.connection, account, found.id)

    return keeper.submit(work)


def _share_of(
    desk: Desk,
    connection: Connection,
    account: Account,
    achievement_type: AchievementType,
    achievement_id: str,
    message: str,
    scope: Scope,
) -> AchievementShare:
    story = story_in(desk, connection, account.user_id)
    moment = moment_of(story, achievement_type, achievement_id, names_of_games(desk))
    if moment is None:
        raise StoreProblem(say("This is not on this computer."))
    words = checked(message_text, message)
    return AchievementShare(
        org_id=account.org_id,
        id=share_id(account.user_id, achievement_id),
        student_id=account.user_id,
        author_name=account.display_name,
        author_avatar=account.avatar,
        achievement_type=achievement_type,
        achievement_id=achievement_id,
        title=moment.title.english(),
        message=words,
        scope=scope,
        shared_at=desk.now(),
        message_state=ModerationState.PENDING if words else ModerationState.OK,
    )


def personal_bests(*, keeper: Keeper, account: Account) -> Future[tuple[PersonalBest, ...]]:
    """The best of each stage that was played, the newest first."""

    def work(desk: Desk) -> tuple[PersonalBest, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            found = [row for row in rows(connection, _BESTS, account.user_id) if row["place"] == 1]
        name = names_of_games(desk)
        bests = [
            PersonalBest(
                game_id=row["game_id"],
                game_name=name(row["game_id"]),
                stage_id=row["stage_id"],
                score=row["counted"],
                percent=max(0, min(100, 100 * row["counted"] // max(1, row["max_possible_score"]))),
                attempts=row["attempts"],
                achieved_at=row["created_at"],
            )
            for row in found
        ]
        return tuple(sorted(bests, key=lambda best: (-best.achieved_at, best.stage_id)))

    return keeper.submit(work)


def collections(*, keeper: Keeper, account: Account) -> Future[tuple[CollectionCard, ...]]:
    """The groups of badges that belong together, with what is held of each, in the order of the catalogue."""

    def work(desk: Desk) -> tuple[CollectionCard, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            facts = facts_in(desk, connection, account.user_id)
            cards = {card.badge_id: card for card in badge_cards(connection, account.user_id, facts)}
            groups: dict[str, list[str]] = {}
            for badge in badges_known(connection):
                if badge.collection and badge.id in cards:
                    groups.setdefault(badge.collection, []).append(badge.id)
        return tuple(_collection(name, [cards[badge_id] for badge_id in ids]) for name, ids in groups.items())

    return keeper.submit(work)


def _collection(name: str, badges: Sequence[BadgeCard]) -> CollectionCard:
    held = sum(card.level > 0 for card in badges)
    return CollectionCard(name=name, badges=tuple(badges), held=held, done=held == len(badges))
