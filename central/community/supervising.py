"""The supervision page: adults in charge look at what is not in their feed, and each look is audited (visibility)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec

from central.auditing import note
from central.community.fitness import unfit
from central.community.moderation import text_of
from central.problems import Refused
from central.sync.known import ITEMS, Item, author_of
from central.sync.standing import Standing
from central.sync.unit import Unit
from domain.community.highlights import by_teacher
from domain.community.moderation import Action, digest, muted_until
from domain.community.permissions import Act, Reach, reaches
from domain.community.phrases import comment_phrases
from domain.community.showcases import reach
from domain.records import buckets
from domain.records.community import AchievementShare, Comment, ModerationAction, ModerationState, Scope, Showcase
from domain.records.identity import AccessRole, Member
from domain.records.supervision import Decision, SeenItem, Supervision

# As many as an adult reads at once; the rest waits until these are judged.
MOST: Final = 200
_WAITING: Final = (ModerationState.PENDING, ModerationState.REPORTED, ModerationState.HIDDEN)
# Putting something in the light is no judgement of it, and is no Action.
LIGHT: Final = "highlight"
ITEM, MESSAGE, USER = "item", "message", "user"
_WEEK: Final = 7 * 24 * 3600 * 1_000_000
_EVERYBODY: Final = frozenset({Reach.ORG, Reach.ALL})


class _Judgement(NamedTuple):
    """What is written down, and who may decide it."""

    action: Action
    act: Act


# By part and word.
_JUDGES: Final = {
    (ITEM, "approve"): _Judgement(Action.APPROVE, Act.APPROVE),
    (ITEM, "hide"): _Judgement(Action.HIDE, Act.HIDE),
    (ITEM, "remove"): _Judgement(Action.REMOVE, Act.REMOVE),
    (MESSAGE, "approve"): _Judgement(Action.APPROVE_MESSAGE, Act.APPROVE),
    (MESSAGE, "hide"): _Judgement(Action.HIDE_MESSAGE, Act.HIDE),
}
_PAUSES: Final = {"mute": Action.MUTE, "unmute": Action.UNMUTE}


def look(unit: Unit, who: Standing, student_id: str) -> Supervision:
    """Everything of a student, or what waits in the organisation; audited. Raises Refused for whom they don't teach."""
    if not student_id:
        _must(bool(reaches(who.role, Act.OVERSEE) & _EVERYBODY))
        note(unit, who.account, "supervision_queue", who.org_id)
        return _answer(unit, "", _waiting(unit), waiting=True)
    member = _student(unit, who, student_id, Act.OVERSEE)
    note(unit, who.account, "supervision", student_id)
    paused = muted_until(unit.rows.where(ModerationAction, target_id=student_id), student_id, unit.now)
    found = _answer(unit, member.display_name, _of(unit, student_id))
    return msgspec.structs.replace(found, muted_until=paused)


def decide(unit: Unit, who: Standing, asked: Decision, new_id: str) -> None:
    """Judge something, and its author is told; put it in the light; or ask a student for a break. Raises Refused."""
    if asked.target_type == USER:
        _pause(unit, who, asked, new_id)
        return
    judgement, item = _JUDGES.get((asked.part, asked.action)), unit.known.item(asked.target_type, asked.target_id)
    if judgement is None and asked.action != LIGHT:
        raise Refused("unfit", "This is no decision.")
    if item is None or (asked.part == MESSAGE and not isinstance(item, AchievementShare)):
        raise Refused("nothing_there", "What this is about is not there any more.", 404)
    _student(unit, who, author_of(item), judgement.act if judgement else Act.HIGHLIGHT)
    if judgement is None:
        _light(unit, who, item)
        return
    opens = judgement.act is Act.APPROVE
    if opens and asked.text_seen != digest(_about(item, asked.part)):
        raise Refused("changed", "These words were changed meanwhile. Please read them again.", 409)
    seen = asked.seen if opens else _state(item, asked.part)
    _write(unit, who, asked, new_id, judgement.action, seen=seen, text_seen=digest(_about(item, asked.part)))


def _pause(unit: Unit, who: Standing, asked: Decision, new_id: str) -> None:
    action = _PAUSES.get(asked.action)
    if action is None:
        raise Refused("unfit", "This is no decision.")
    _student(unit, who, asked.target_id, Act.MUTE)
    _write(unit, who, asked, new_id, action, until=asked.until if action is Action.MUTE else None)


def _write(
    unit: Unit,
    who: Standing,
    asked: Decision,
    new_id: str,
    action: Action,
    *,
    seen: ModerationState = ModerationState.OK,
    text_seen: str = "",
    until: int | None = None,
) -> None:
    made = ModerationAction(
        org_id=unit.org_id,
        id=new_id,
        target_type=asked.target_type,
        target_id=asked.target_id,
        actor_id=who.account,
        action=action,
        reason=asked.reason.strip(),
        at=unit.now,
        seen=seen,
        text_seen=text_seen,
        until=until,
    )
    why = unfit(made)
    if why is not None:
        raise Refused("unfit", why)
    unit.add_facts([made])


def _about(item: Item, part: str) -> str:
    """The words that a decision is about: those with a share are judged apart from it."""
    return item.message if part == MESSAGE and isinstance(item, AchievementShare) else text_of(item)


def _state(item: Item, part: str) -> ModerationState:
    return item.message_state if part == MESSAGE and isinstance(item, AchievementShare) else item.moderation


def _light(unit: Unit, who: Standing, item: Item) -> None:
    """For a week, in each class that sees it anyway."""
    seen = unit.known.seen_in(item) if isinstance(item, AchievementShare) else set()
    sides = [side for side in unit.known.circle(author_of(item)).classes if buckets.of_class(side.class_id) in seen]
    if not sides:
        raise Refused("nothing_there", "No class sees this, so it can't be put in the light.")
    note(unit, who.account, LIGHT, item.id)
    for side in sides:
        lit = by_teacher(
            org_id=unit.org_id,
            class_id=side.class_id,
            share_id=item.id,
            note="",
            from_at=unit.now,
            until_at=unit.now + _WEEK,
        )
        unit.put(lit)


def _must(allowed: bool) -> None:
    if not allowed:
        raise Refused("not_your_student", "This student is in none of your classes.", 403)


def _student(unit: Unit, who: Standing, student_id: str, act: Act) -> Member:
    """The student, where this adult may do this about them: their classes', or everybody."""
    member = unit.rows.get(Member, student_id)
    reach_of = reaches(who.role, act)
    mine = any(side.class_id in who.taught for side in unit.known.circle(student_id).classes)
    _must(bool(reach_of & _EVERYBODY) or (Reach.CLASS in reach_of and mine))
    if member is None or member.role is not AccessRole.STUDENT:
        raise Refused("nothing_there", "This student is not here.", 404)
    return member


def _of(unit: Unit, student_id: str) -> list[Item]:
    """What a student has made that is still theirs: what they took back is nobody's to read."""
    shares = [share for share in unit.rows.where(AchievementShare, student_id=student_id) if not share.withdrawn]
    words = [comment for comment in unit.rows.where(Comment, author_id=student_id) if not comment.withdrawn]
    shown = unit.known.showcases_of(student_id)
    profile = unit.known.item("profile", student_id)
    return [*shares, *words, *shown, *([profile] if profile is not None else [])]


def _waiting(unit: Unit) -> list[Item]:
    found: list[Item] = []
    for kind in ITEMS.values():
        for state in _WAITING:
            items = unit.rows.where(kind, moderation=state.value)
            found += [item for item in items if not getattr(item, "withdrawn", False) and _waits(item)]
    known = {item.id for item in found}
    for state in _WAITING:
        said = unit.rows.where(AchievementShare, message_state=state.value, withdrawn=False)
        found += [share for share in said if share.message and share.id not in known]
    return found


def _waits(item: Item) -> bool:
    """A profile without words of its own waits for nobody."""
    return item.moderation is not ModerationState.PENDING or bool(text_of(item))


def _answer(unit: Unit, name: str, items: Iterable[Item], *, waiting: bool = False) -> Supervision:
    found = [item for item in items if item.moderation is not ModerationState.REMOVED]
    authors = sorted({author_of(item) for item in found})
    names = {member.id: member.display_name for member in unit.rows.where(Member, id=authors)} if authors else {}
    cards = [card for item in found for card in _cards(unit, item, names)]
    if waiting:
        cards = [card for card in cards if card.state in _WAITING]
    seen = sorted(cards, key=lambda each: (-each.at, each.target_id, each.part))
    return Supervision(name=name, items=tuple(seen[:MOST]), more=len(seen) > MOST)


def _cards(unit: Unit, item: Item, names: dict[str, str]) -> list[SeenItem]:
    """An item, and the words with a share that nobody has approved as one of their own."""
    seen = _seen(unit, item, names)
    if not isinstance(item, AchievementShare) or not item.message or item.message_state is ModerationState.OK:
        return [seen]
    replace = msgspec.structs.replace
    return [replace(seen, text=""), replace(seen, part=MESSAGE, state=item.message_state, digest=digest(item.message))]


def _seen(unit: Unit, item: Item, names: dict[str, str]) -> SeenItem:
    author = author_of(item)
    return SeenItem(
        target_type=next(word for word, kind in ITEMS.items() if isinstance(item, kind)),
        target_id=item.id,
        author_id=author,
        author_name=names.get(author, ""),
        title=item.title if isinstance(item, AchievementShare) else "",
        text=_words(item),
        scope=_scope(unit, item),
        state=item.moderation,
        at=_at(item),
        digest=digest(text_of(item)),
    )


def _words(item: Item) -> str:
    """What its author said: words of their own, or a sentence out of the list."""
    if isinstance(item, AchievementShare):
        return item.message
    phrase = comment_phrases().get(item.phrase_id or "") if isinstance(item, Comment) else None
    return phrase.english() if phrase is not None else text_of(item)


def _at(item: Item) -> int:
    if isinstance(item, AchievementShare):
        return item.shared_at
    if isinstance(item, Comment):
        return item.at
    return item.made_at if isinstance(item, Showcase) else 0


def _scope(unit: Unit, item: Item) -> Scope:
    """How far an item goes now; a comment goes where its share goes."""
    if isinstance(item, Comment):
        share = unit.known.share(item.share_id)
        return _scope(unit, share) if share is not None else Scope.PRIVATE
    wish = reach(item.scope, unit.known.profile_scope(item.student_id)) if isinstance(item, Showcase) else item.scope
    return unit.known.circle(author_of(item)).reaching(wish)
