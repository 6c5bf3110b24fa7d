"""An administrator's rules and guidelines at everybody's machines: who can see this now says them, offline too."""

from __future__ import annotations

import pytest
from together import Together

from app.store.governing import guidelines, organisation_rules, set_organisation_rules, write_guidelines
from app.store.moments import moment_preview, post_moment
from app.store.problems import StoreProblem
from app.store.profiles import sharing_settings
from app.store.sharing import feed_page, share_shown
from domain.community.guidelines import from_the_start
from domain.records.community import AchievementType, Scope


def shared_with_school(together: Together) -> tuple[AchievementType, str, str]:
    kind, moment = together.gives_streak(together.ada)
    share = together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, scope=Scope.SCHOOL)
    together.all_meet()
    return kind, moment, share.share_id


def test_a_limit_is_told_before_anything_is_shared_without_contact_too(together: Together) -> None:
    kind, moment = together.gives_streak(together.ada)
    together.all_meet()
    together.admin.does(set_organisation_rules, most_scope=Scope.FAMILY)
    together.all_meet()
    # From here on Ada's machine has no contact.
    ada = together.ada
    seen = ada.does(moment_preview, achievement_type=kind, achievement_id=moment, scope=Scope.CLASS)
    assert seen.scopes == (Scope.PRIVATE, Scope.FAMILY)
    assert seen.card.effective_scope is Scope.FAMILY
    assert "family" in seen.card.who_sees.english()
    assert seen.narrowed_because is not None
    assert "school has decided" in seen.narrowed_because.english()
    assert ada.does(sharing_settings).scopes == (Scope.PRIVATE, Scope.FAMILY)


def test_what_is_shared_already_follows_and_comes_back(together: Together) -> None:
    _, _, share_id = shared_with_school(together)
    assert [card.share_id for card in together.bo.does(feed_page).shares] == [share_id]
    together.admin.does(set_organisation_rules, most_scope=Scope.FAMILY)
    together.all_meet()
    assert together.bo.does(feed_page).shares == ()
    assert together.ada.does(share_shown, share_id=share_id).effective_scope is Scope.FAMILY
    together.admin.does(set_organisation_rules, most_scope=Scope.SCHOOL)
    together.all_meet()
    assert [card.share_id for card in together.bo.does(feed_page).shares] == [share_id]


def test_a_kind_that_is_switched_off_says_so_to_its_student(together: Together) -> None:
    kind, moment = together.gives_streak(together.ada)
    left = [each for each in AchievementType if each is not kind]
    together.admin.does(set_organisation_rules, allowed_types=left)
    together.all_meet()
    seen = together.ada.does(moment_preview, achievement_type=kind, achievement_id=moment, scope=Scope.CLASS)
    assert seen.card.effective_scope is Scope.FAMILY
    assert seen.narrowed_because is not None
    assert "switched this kind off" in seen.narrowed_because.english()
    assert kind in together.ada.does(sharing_settings).switched_off


def test_the_strictest_way_of_talking_is_known_at_the_machine(together: Together) -> None:
    _, _, share_id = shared_with_school(together)
    assert together.bo.does(share_shown, share_id=share_id).comment_mode == "moderated"
    together.admin.does(set_organisation_rules, comment_mode="phrases")
    together.all_meet()
    assert together.bo.does(share_shown, share_id=share_id).comment_mode == "phrases"
    together.admin.does(set_organisation_rules, comment_mode="off")
    together.all_meet()
    assert together.bo.does(share_shown, share_id=share_id).comment_mode == "off"


def test_everybody_reads_the_newest_guidelines_and_no_clock_decides_which(together: Together) -> None:
    people = (together.ada, together.guardian, together.teacher)
    together.all_meet()
    assert all(person.does(guidelines).rules == from_the_start() for person in people)
    together.admin.does(write_guidelines, text="Be kind.\n\n Be brave. ")
    together.all_meet()
    together.time.now -= 3_600_000_000
    together.admin.does(write_guidelines, text="Be kind.")
    together.all_meet()
    for person in people:
        found = person.does(guidelines)
        assert [rule.english() for rule in found.rules] == ["Be kind."]
        assert [(each.number, each.confirmed) for each in found.versions] == [(2, True), (1, True)]
    again = together.admin.does(write_guidelines, text=" Be kind. ")
    assert [each.number for each in again.versions] == [2, 1]


def test_only_administrators_of_the_organisation_set_and_write(together: Together) -> None:
    for person in (together.ada, together.teacher, together.guardian):
        with pytest.raises(StoreProblem, match="administrator"):
            person.does(set_organisation_rules, most_scope=Scope.PUBLIC)
        with pytest.raises(StoreProblem, match="administrator"):
            person.does(organisation_rules)
        with pytest.raises(StoreProblem, match="administrator"):
            person.does(write_guidelines, text="Be mean.")


@pytest.mark.parametrize("wrong", [{"most_scope": Scope.PRIVATE}, {"comment_mode": "shouting"}])
def test_what_adults_cannot_decide_is_said_at_once(together: Together, wrong: dict[str, object]) -> None:
    with pytest.raises(StoreProblem):
        together.admin.does(set_organisation_rules, **wrong)
