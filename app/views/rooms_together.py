"""What views may call of notices, points, challenges, highlights and of what adults decide about one student."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    # Nobody has signed in before the first page is painted, and these open the mirror's room.
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from app.store.appealing import AppealCase, ClosedThing
    from app.store.community_readings import (
        ChallengeBoard,
        ChallengeCard,
        CollectionCard,
        ConsentLine,
        HighlightsPage,
        NoticeCard,
        PersonalBest,
        PointsPage,
        ProfileAs,
        StageChoice,
        StudentRules,
        Who,
    )
    from app.store.readings import Account, ShareCard, SharePreview
    from app.store.showcase_readings import ShowcaseCard, ShowcaseDesk
    from domain.community.visibility import Relation
    from domain.records.community import AchievementType, FamilyNews, Scope


class TogetherRooms(msgspec.Struct, frozen=True, kw_only=True):
    """Functions that answer with a Future of a reading. Failures carry a `say` where one is known."""

    # Asking a second adult: (account, target_type, target_id, item | message); (account, appeal_id, restore, reason).
    closed_things: Callable[[Account], Future[tuple[ClosedThing, ...]]]
    ask_again: Callable[[Account, str, str, str], Future[tuple[ClosedThing, ...]]]
    appeal_cases: Callable[[Account], Future[tuple[AppealCase, ...]]]
    answer_appeal: Callable[[Account, str, bool, str], Future[tuple[AppealCase, ...]]]

    # What there is to tell this user, newest first, and that it was seen.
    notices: Callable[[Account], Future[tuple[NoticeCard, ...]]]
    mark_read: Callable[[Account, tuple[str, ...]], Future[None]]

    # Points, and moments to share: (account, kind, id, message, scope); no scope is the student's own default.
    points_page: Callable[[Account], Future[PointsPage]]
    personal_bests: Callable[[Account], Future[tuple[PersonalBest, ...]]]
    collections: Callable[[Account], Future[tuple[CollectionCard, ...]]]
    moment_preview: Callable[[Account, AchievementType, str, str, Scope | None], Future[SharePreview]]
    post_moment: Callable[[Account, AchievementType, str, str, Scope], Future[ShareCard]]

    # Challenges and their boards.
    challenges: Callable[[Account], Future[tuple[ChallengeCard, ...]]]
    challenge_board: Callable[[Account, str], Future[ChallengeBoard]]
    challenge_stages: Callable[[Account], Future[tuple[StageChoice, ...]]]
    # (account, stage, name, class_id or None for the whole school, days).
    begin_challenge: Callable[[Account, StageChoice, str, str | None, int], Future[tuple[ChallengeCard, ...]]]

    # What is in the light in a class; without an id the first one of the account.
    highlights: Callable[[Account, str | None], Future[HighlightsPage]]
    # A teacher takes something out of it, or puts their pick back: (account, highlight_id, whether it is there).
    keep_in_light: Callable[[Account, str, bool], Future[None]]

    # One's own profile as somebody else sees it.
    profile_as: Callable[[Account, Relation], Future[ProfileAs]]

    # For the log of events: (account, share_id); (account, user_id); (account, how many are in the light).
    share_opened: Callable[[Account, str], Future[None]]
    profile_opened: Callable[[Account, str], Future[None]]
    highlights_opened: Callable[[Account, int], Future[None]]

    # Showcases of one's own: (account, id, changes by name); (account, id, whether to bring it back).
    make_showcase: Callable[[Account], Future[ShowcaseCard]]
    showcase_desk: Callable[[Account, str], Future[ShowcaseDesk]]
    edit_showcase: Callable[[Account, str, Mapping[str, Any]], Future[ShowcaseDesk]]
    remove_showcase: Callable[[Account, str, bool], Future[tuple[ShowcaseCard, ...]]]

    # What a teacher decides about one student. `mute_student`: (account, student, until or None, reason).
    student_rules: Callable[[Account, str], Future[StudentRules]]
    override_student: Callable[[Account, str, Scope | None], Future[StudentRules]]
    mute_student: Callable[[Account, str, int | None, str], Future[StudentRules]]
    # (account, class_id, student_id, day, a rest day or not): a holiday of the class, or a student's own pass.
    mark_rest: Callable[[Account, str | None, str | None, str, bool], Future[tuple[str, ...]]]
    rest_days_of: Callable[[Account, str], Future[tuple[str, ...]]]

    # Showing somebody's share to another: who may see it anyway; (account, share_id, user_id).
    people_to_show: Callable[[Account, str], Future[tuple[Who, ...]]]
    show_to: Callable[[Account, str, str], Future[None]]

    # What a guardian has agreed to, newest first.
    consents: Callable[[Account, str], Future[tuple[ConsentLine, ...]]]
    # What they want to be told of beside what is shared.
    family_news: Callable[[Account], Future[FamilyNews]]
    set_family_news: Callable[[Account, FamilyNews], Future[FamilyNews]]
