"""'Who can see this now?' in plain words, on every item and before it is posted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domain.community.visibility import (
    SCOPES,
    effective_scope,
    limit_of_classes,
    limit_of_guardians,
    limit_of_organisation,
    limit_of_overrides,
)
from domain.music.say import Say, say
from domain.records.community import ModerationState, Scope


def _by_scope() -> dict[Scope, Say]:
    return {
        Scope.PRIVATE: say("Only you. Your teachers can check it when they need to."),
        Scope.FAMILY: say("You and your family. Your teachers can check it when they need to."),
        Scope.CLASS: say("Your class and its teachers, and your family"),
        Scope.SCHOOL: say("Everyone at your school, and your family"),
        Scope.PUBLIC: say("Everyone at your school, and music students elsewhere who see a made-up name"),
    }


def _by_state() -> dict[ModerationState, Say]:
    return {
        ModerationState.PENDING: say("Only you until a teacher has looked at it"),
        ModerationState.HIDDEN: say("Nobody else for now: an adult is looking at it"),
        ModerationState.REMOVED: say("Nobody: an adult took it away"),
    }


def who_sees(scope: Scope, state: ModerationState = ModerationState.OK) -> Say:
    """Who can see an item of the effective scope `scope` now, for its author."""
    return _by_state().get(state) or _by_scope()[scope]


def scope_name(scope: Scope) -> Say:
    """The name of a scope in a selector."""
    names = {
        Scope.PRIVATE: say("Only me"),
        Scope.FAMILY: say("Family"),
        Scope.CLASS: say("Class"),
        Scope.SCHOOL: say("School"),
        Scope.PUBLIC: say("Music community"),
    }
    return names[scope]


def selectable(
    *,
    class_sharing: Iterable[bool],
    overrides: Iterable[Scope | None],
    limits: Sequence[Scope | None],
    organisation: Scope | None = None,
) -> tuple[Scope, ...]:
    """The scopes that make a difference today, narrowest first: those an adult's limit would narrow are left out."""
    most = effective_scope(
        Scope.PUBLIC, class_sharing=class_sharing, overrides=overrides, limits=limits, organisation=organisation
    )
    return SCOPES[: SCOPES.index(most) + 1]


def _narrowed(who: str, reach: Scope) -> Say:
    """The sentence for one adult's limit; `who` is class, teacher, guardian or organisation."""
    sentences = {
        "class": say("Your teacher has switched sharing off for the class, so it stays in your family."),
        "teacher": {
            Scope.FAMILY: say("Your teacher has asked that your shares stay in your family."),
            Scope.CLASS: say("Your teacher has asked that your shares stay in your class."),
        }.get(reach, say("Your teacher has asked that your shares stay at your school.")),
        "guardian": {
            Scope.FAMILY: say("Your family has asked that your shares stay in the family."),
            Scope.CLASS: say("Your family has asked that your shares stay in your class."),
        }.get(reach, say("Your family has not opened the wider music community for you, so it stays at your school.")),
        "organisation": {
            Scope.FAMILY: say("Your school has decided that shares stay in families for now."),
            Scope.CLASS: say("Your school has decided that shares stay in classes."),
        }.get(reach, say("Your school has decided that shares stay at the school.")),
    }
    return sentences[who]


def narrowed_because(
    share: Scope,
    *,
    class_sharing: Iterable[bool] = (),
    overrides: Iterable[Scope | None] = (),
    limits: Sequence[Scope | None] = (),
    organisation: Scope | None = None,
) -> Say | None:
    """Why an item reaches less far than its author wished, or None. Where limits are equal, the nearest adult is told:
    the class before the teacher before the family before the organisation.
    """
    reach = {
        "class": limit_of_classes(class_sharing),
        "teacher": limit_of_overrides(overrides),
        "guardian": limit_of_guardians(limits),
        "organisation": limit_of_organisation(organisation),
    }
    who = min(reach, key=lambda name: SCOPES.index(reach[name]))
    if SCOPES.index(reach[who]) >= SCOPES.index(share):
        return None
    return _narrowed(who, reach[who])
