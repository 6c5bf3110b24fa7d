"""Who sees what: one decision, used before anything is sent, by row-level security's tests, and for previews.

`decide` speaks the words of the oracle table; `view` and `effective_scope` are the same rules for records. The rules
are numbered as on the project's visibility page: scopes are nested, adults only narrow, and the strictest limit wins.
What always subtracts (blocks, mutes, protected students …) is in `subtracted`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

import msgspec

from domain.records.community import EngagementKind, ModerationState, Scope


class UnknownWordError(ValueError):
    """A word that the visibility table does not have. `column` names the place, `word` what stood there."""

    def __init__(self, column: str, word: str) -> None:
        super().__init__(f"{word!r} is no {column} of the visibility table")
        self.column = column
        self.word = word


class Relation(StrEnum):
    """How a viewer stands to the author of an item."""

    SELF = "self"
    GUARDIAN = "parent"
    CLASSMATE = "classmate"
    KIOSK_OF_CLASS = "kiosk_of_class"
    KIOSK_OF_SCHOOL = "kiosk_of_school"
    SCHOOLMATE = "same_school_student"
    TEACHER_OF_CLASS = "teacher_of_class"
    TEACHER_OF_SCHOOL = "other_teacher_same_school"
    ORG_ADMIN = "org_admin"
    SYSTEM_ADMIN = "sysadmin"
    STUDENT_ELSEWHERE = "other_school_student"
    TEACHER_ELSEWHERE = "other_school_teacher"
    GUARDIAN_OF_OTHER = "parent_of_other_student"
    ANONYMOUS = "anonymous"


class Visible(StrEnum):
    """How an item is shown: not at all, on the audited supervision page, without a name, or with the handle."""

    NO = "no"
    OVERSIGHT = "oversight"
    PSEUDONYM = "pseudonym"
    YES = "yes"


class View(msgspec.Struct, frozen=True, array_like=True):
    """The answer: how an item is shown to one viewer, and whether they may comment on it."""

    visible: Visible
    may_comment: bool = False


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What always subtracts (rule 8). Every field that is True takes something away and none adds."""

    blocked: bool = False
    viewer_muted: bool = False
    viewer_generic: bool = False
    viewer_suspended: bool = False
    author_protected: bool = False
    author_generic: bool = False
    author_suspended: bool = False
    comments_off: bool = False
    type_off: bool = False


NOTHING = View(Visible.NO)

SCOPES: Final[tuple[Scope, ...]] = (Scope.PRIVATE, Scope.FAMILY, Scope.CLASS, Scope.SCHOOL, Scope.PUBLIC)
_RANK: Final[dict[Scope, int]] = {scope: rank for rank, scope in enumerate(SCOPES)}

_SCOPE_OF_WORD: Final[dict[str, Scope]] = {
    "private": Scope.PRIVATE,
    "family_only": Scope.FAMILY,
    "class_only": Scope.CLASS,
    "school_only": Scope.SCHOOL,
    "public": Scope.PUBLIC,
}

# The narrowest scope at which a relation sees an item with its name, or without it (rule 4).
_NAMED_FROM: Final[dict[Relation, Scope]] = {
    Relation.SELF: Scope.PRIVATE,
    Relation.GUARDIAN: Scope.FAMILY,
    Relation.CLASSMATE: Scope.CLASS,
    Relation.KIOSK_OF_CLASS: Scope.CLASS,
    Relation.TEACHER_OF_CLASS: Scope.CLASS,
    Relation.SCHOOLMATE: Scope.SCHOOL,
    Relation.TEACHER_OF_SCHOOL: Scope.SCHOOL,
    Relation.KIOSK_OF_SCHOOL: Scope.SCHOOL,
    Relation.ORG_ADMIN: Scope.SCHOOL,
}
_CROSS_ORG: Final = frozenset({Relation.STUDENT_ELSEWHERE, Relation.TEACHER_ELSEWHERE, Relation.GUARDIAN_OF_OTHER})
_KIOSKS: Final = frozenset({Relation.KIOSK_OF_CLASS, Relation.KIOSK_OF_SCHOOL})
_SUPERVISORS: Final = frozenset({Relation.TEACHER_OF_CLASS, Relation.ORG_ADMIN, Relation.SYSTEM_ADMIN})
# Who still gets an item on the supervision page while it is pending or hidden (rule 5).
_ADULTS_IN_CHARGE: Final = _SUPERVISORS | {Relation.GUARDIAN}
# Who may comment (rule 6).
_COMMENTERS: Final = frozenset(
    {
        Relation.SELF,
        Relation.CLASSMATE,
        Relation.SCHOOLMATE,
        Relation.TEACHER_OF_CLASS,
        Relation.TEACHER_OF_SCHOOL,
        Relation.GUARDIAN,
    }
)
_NO_REACTIONS: Final = _KIOSKS | {Relation.SELF, Relation.ORG_ADMIN, Relation.SYSTEM_ADMIN}

# What a guardian who has said nothing agrees to: the school, and nothing beyond it (rule 2).
UNSET_LIMIT: Final = Scope.SCHOOL


def at_least(scope: Scope, floor: Scope) -> bool:
    """Whether `scope` reaches as far as `floor`."""
    return _RANK[scope] >= _RANK[floor]


def narrowest(scopes: Iterable[Scope]) -> Scope:
    """The narrowest of some scopes; of none, the widest. Raises nothing."""
    return min(scopes, key=_RANK.__getitem__, default=Scope.PUBLIC)


def _never_below_family(scope: Scope) -> Scope:
    return scope if at_least(scope, Scope.FAMILY) else Scope.FAMILY


def limit_of_classes(class_sharing: Iterable[bool]) -> Scope:
    """What the classes allow: everything where all of them share, else the family (rules 2 and 3)."""
    return Scope.PUBLIC if all(class_sharing) else Scope.FAMILY


def limit_of_overrides(overrides: Iterable[Scope | None]) -> Scope:
    """What the teachers' overrides allow; None is an override that was lifted (rule 2)."""
    return narrowest(_never_below_family(scope) for scope in overrides if scope is not None)


def limit_of_guardians(limits: Sequence[Scope | None]) -> Scope:
    """What the guardians allow; one who has not said anything allows the school (rule 2)."""
    return narrowest(_never_below_family(scope or UNSET_LIMIT) for scope in limits or (None,))


def limit_of_organisation(most: Scope | None) -> Scope:
    """What the organisation allows in all of its schools; None where it has not said anything."""
    return _never_below_family(most or Scope.PUBLIC)


def effective_scope(
    share: Scope,
    *,
    class_sharing: Iterable[bool] = (),
    overrides: Iterable[Scope | None] = (),
    limits: Sequence[Scope | None] = (),
    organisation: Scope | None = None,
) -> Scope:
    """How far an item really reaches: the strictest of the author's wish and every adult's limit (rule 2).

    `class_sharing` is the class through which the viewer is related, or, for wider viewers, all of the author's active
    classes (rule 3). `overrides` and `limits` are every teacher's and every guardian's; the order does not matter.
    `organisation` is its limit for all schools.
    """
    allowed = limit_of_classes(class_sharing), limit_of_overrides(overrides), limit_of_guardians(limits)
    return narrowest((share, *allowed, limit_of_organisation(organisation)))


def _audience(relation: Relation, scope: Scope) -> Visible:
    """Rule 4: how an item with nothing against it is shown."""
    named_from = _NAMED_FROM.get(relation)
    if named_from is not None and at_least(scope, named_from):
        return Visible.YES
    if relation in _CROSS_ORG and scope is Scope.PUBLIC:
        return Visible.PSEUDONYM
    return Visible.OVERSIGHT if relation in _SUPERVISORS else Visible.NO


def _moderated(relation: Relation, shown: Visible, state: ModerationState) -> Visible:
    """Rule 5: what the state of an item takes away from what rule 4 gave."""
    if shown is Visible.NO or state is ModerationState.OK:
        return shown
    if state is ModerationState.REMOVED:
        return Visible.NO
    if state is ModerationState.REPORTED:
        return Visible.NO if relation in _KIOSKS | _CROSS_ORG else shown
    if relation is Relation.SELF:
        return Visible.YES if state is ModerationState.PENDING else Visible.OVERSIGHT
    return Visible.OVERSIGHT if relation in _ADULTS_IN_CHARGE else Visible.NO


def view(relation: Relation, scope: Scope, state: ModerationState, *, opted_in: bool = True) -> View:
    """How a viewer sees an item of the effective scope `scope` (rules 4 to 7).

    `opted_in` is True where both organisations take part in the pseudonymous community.
    """
    shown = _moderated(relation, _audience(relation, scope), state)
    if shown is Visible.PSEUDONYM and not opted_in:
        return NOTHING
    open_for_words = shown is Visible.YES and state is ModerationState.OK and at_least(scope, Scope.FAMILY)
    return View(shown, open_for_words and relation in _COMMENTERS)


def _only_for_family(relation: Relation) -> Visible:
    """The most that anybody sees of an author who may not be shown beyond the family."""
    if relation in {Relation.SELF, Relation.GUARDIAN}:
        return Visible.YES
    return Visible.OVERSIGHT if relation in _SUPERVISORS else Visible.NO


def _only_for_supervision(relation: Relation) -> Visible:
    """The most that anybody but the author sees of an author who is not there as a person."""
    if relation is Relation.SELF:
        return Visible.YES
    return Visible.OVERSIGHT if relation in _ADULTS_IN_CHARGE else Visible.NO


_ORDER: Final = (Visible.NO, Visible.OVERSIGHT, Visible.PSEUDONYM, Visible.YES)


def _most(relation: Relation, standing: Standing) -> Visible:
    """The widest showing that rule 8 leaves."""
    if standing.viewer_suspended:
        return Visible.NO
    caps = [Visible.YES]
    if standing.blocked or standing.author_generic or standing.author_suspended:
        caps.append(_only_for_supervision(relation))
    if standing.author_protected or standing.type_off:
        caps.append(_only_for_family(relation))
    return min(caps, key=_ORDER.index)


def subtracted(seen: View, relation: Relation, standing: Standing) -> View:
    """What rule 8 leaves of a view: never more than was there.

    A block ends a showing between two people but not the duty of the adults in charge, who keep the supervision page.
    """
    shown = min(seen.visible, _most(relation, standing), key=_ORDER.index)
    silent = standing.comments_off or standing.viewer_muted or standing.viewer_generic or standing.author_generic
    return View(shown, seen.may_comment and shown is Visible.YES and not silent)


def widest(views: Iterable[View]) -> View:
    """What a viewer sees who is related in several ways (two classes, teacher and guardian): the best of each."""
    together = list(views)
    shown = max((seen.visible for seen in together), key=_ORDER.index, default=Visible.NO)
    return View(shown, any(seen.may_comment for seen in together))


def reactions(seen: View, relation: Relation, standing: Standing | None = None) -> frozenset[EngagementKind]:
    """Which reactions a viewer may give: all where they see the name, a celebration where they see a pseudonym.

    The author, displays and administrators do not react; nor does a muted viewer or a shared account.
    """
    if standing is not None and (standing.viewer_muted or standing.viewer_generic):
        return frozenset()
    if seen.visible is Visible.PSEUDONYM:
        return frozenset({EngagementKind.CELEBRATE})
    if seen.visible is not Visible.YES or relation in _NO_REACTIONS:
        return frozenset()
    return frozenset({EngagementKind.LIKE, EngagementKind.CELEBRATE, EngagementKind.BOOKMARK})


def _scope(column: str, word: str) -> Scope:
    if word not in _SCOPE_OF_WORD:
        raise UnknownWordError(column, word)
    return _SCOPE_OF_WORD[word]


def decide(
    viewer_relation: str,
    share_visibility: str,
    class_sharing_enabled: bool,
    teacher_override: str,
    parent_limit: str,
    moderation_state: str,
) -> View:
    """The whole table in its own words: (visible, may comment), for organisations that both opted in.

    Raises UnknownWordError for a word that the table does not have.
    """
    if viewer_relation not in list(Relation):
        raise UnknownWordError("viewer_relation", viewer_relation)
    if moderation_state not in list(ModerationState):
        raise UnknownWordError("moderation_state", moderation_state)
    scope = effective_scope(
        _scope("share_visibility", share_visibility),
        class_sharing=(class_sharing_enabled,),
        overrides=(None if teacher_override == "none" else _scope("teacher_override", teacher_override),),
        limits=(None if parent_limit == "unset" else _scope("parent_limit", parent_limit),),
    )
    return view(Relation(viewer_relation), scope, ModerationState(moderation_state))
