"""Somebody at a computer that has not read their things yet: what they say there takes back nothing of before."""

from __future__ import annotations

from together import Together

from app.store.policies import set_class_rules
from app.store.profiles import edit_profile, set_sharing
from domain.records.community import ClassPolicy, PublicProfile, Scope, SharingPreferences


def test_a_new_picture_leaves_the_words_of_a_profile(together: Together) -> None:
    ada = together.ada
    ada.does(edit_profile, bio_phrase="love_piano", scope=Scope.CLASS)
    ada.meets_the_centre()
    there = together.sits_elsewhere(ada)
    there.does(edit_profile, avatar="owl")
    there.meets_the_centre()
    ada.meets_the_centre()
    stored = together.stored(PublicProfile, ada.account.user_id)
    assert (stored.avatar, stored.bio_phrase, stored.scope) == ("owl", "love_piano", Scope.CLASS)
    assert ada.holds(PublicProfile)[ada.account.user_id] == there.holds(PublicProfile)[ada.account.user_id] == stored


def test_settings_and_rules_keep_what_was_not_said(together: Together) -> None:
    ada, teacher = together.ada, together.teacher
    ada.does(set_sharing, default_scope=Scope.CLASS, boards=True)
    teacher.does(set_class_rules, class_id=together.class_id, sharing_enabled=False, comment_mode="off")
    together.all_meet()
    at_home, elsewhere = together.sits_elsewhere(ada), together.sits_elsewhere(teacher)
    at_home.does(set_sharing, world=True)
    elsewhere.does(set_class_rules, class_id=together.class_id, default_scope=Scope.CLASS)
    for seat in (at_home, elsewhere, ada, teacher):
        seat.meets_the_centre()
    mine = together.stored(SharingPreferences, ada.account.user_id)
    assert (mine.default_scope, mine.boards, mine.world) == (Scope.CLASS, True, True)
    rules = together.stored(ClassPolicy, together.class_id)
    assert (rules.sharing_enabled, rules.comment_mode, rules.default_scope) == (False, "off", Scope.CLASS)


def test_two_first_words_at_two_computers_are_both_kept_whichever_arrives_first(together: Together) -> None:
    ada = together.ada
    there = together.sits_elsewhere(ada)
    ada.does(edit_profile, bio_phrase="love_piano")
    there.does(edit_profile, scope=Scope.CLASS)
    there.meets_the_centre()
    ada.meets_the_centre()
    there.meets_the_centre()
    stored = together.stored(PublicProfile, ada.account.user_id)
    assert (stored.bio_phrase, stored.scope, stored.avatar) == ("love_piano", Scope.CLASS, ada.account.avatar)
    assert there.holds(PublicProfile) == ada.holds(PublicProfile)
