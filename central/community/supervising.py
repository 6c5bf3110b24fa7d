"""The supervision page: adults in charge look at what is not in their feed, and each look is audited (visibility)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from central.auditing import note
from central.community.moderation import text_of
from central.problems import Refused
from central.sync.known import ITEMS, Item, author_of
from central.sync.standing import Standing
from central.sync.unit import Unit
from domain.community.highlights import by_teacher
from domain.community.moderation import Action, digest
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
_DECIDES: Final = {Action.HIDE.value: Act.HIDE, Action.REMOVE.value: Act.REMOVE, LIGHT: Act.HIGHLIGHT}
_WEEK: Final = 7 * 24 * 3600 * 1_000_000
_EVERYBODY: Final = frozenset({Reach.ORG, Reach.ALL})


def look(unit: Unit, who: Standing, student_id: str) -> Supervision:
    """Everything of a student, or what waits in the organisation; audited. Raises Refused for whom they don't teach."""
    if not student_id:
        _must(bool(reaches(who.role, Act.OVERSEE) & _EVERYBODY))
        note(unit, who.account, "supervision_queue", who.org_id)
        return _answer(unit, "", _waiting(unit))
    member = _student(unit, who, student_id, Act.OVERSEE)
    note(unit, who.account, "supervision", student_id)
    return _answer(unit, member.display_name, _of(unit, student_id))


def decide(unit: Unit, who: Standing, asked: Decision, new_id: str) -> None:
    """Hide or remove something, and its author is told; or put it in the light. Raises Refused."""
    act, item = _DECIDES.get(asked.action), unit.known.item(asked.target_type, asked.target_id)
    if act is None:
        raise Refused("unfit", "This is no decision.")
    if item is None:
        raise Refused("nothing_there", "What this is about is not there any more.", 404)
    _student(unit, who, author_of(item), act)
    if asked.action == LIGHT:
        _light(unit, who, item)
        return
    unit.add_facts(
        [
            ModerationAction(
                org_id=unit.org_id,
                id=new_id,
                target_type=asked.target_type,
                target_id=asked.target_id,
                actor_id=who.account,
                action=asked.action,
                reason=asked.reason.strip(),
                at=unit.now,
                seen=item.moderation,
                text_seen=digest(text_of(item)),
            )
        ]
    )


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
    return found


def _waits(item: Item) -> bool:
    """A profile without words of its own waits for nobody."""
    return item.moderation is not ModerationState.PENDING or bool(text_of(item))


def _answer(unit: Unit, name: str, items: Iterable[Item]) -> Supervision:
    found = [item for item in items if item.moderation is not ModerationState.REMOVED]
    authors = sorted({author_of(item) for item in found})
    names = {member.id: member.display_name for member in unit.rows.where(Member, id=authors)} if authors else {}
    seen = sorted((_seen(unit, item, names) for item in found), key=lambda each: (-each.at, each.target_id))
    return Supervision(name=name, items=tuple(seen[:MOST]), more=len(seen) > MOST)


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
