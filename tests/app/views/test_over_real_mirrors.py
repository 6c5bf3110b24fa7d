"""The faces of the community over real mirrors: what is touched in a view is in the mirror and in the outbox."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Went, names, press
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton

from app.gathering import gathering
from app.store import sharing
from app.store.keeper import Desk, Keeper
from app.store.outbox import next_request
from app.store.readings import Account
from app.store.secrets import FileSecrets
from app.views.family.child import FamilyView
from app.views.family.taking_back import TakeBackDialog
from app.views.rooms import Rooms
from app.views.student.comments import CommentsView
from app.views.student.feed import FeedView
from app.views.student.profile import ProfileView
from app.views.student.report import ReportDialog
from app.views.student.settings import SettingsView
from app.views.teacher.moderation import ModerationView
from app.views.teacher.policy import PolicyView
from app.views.teacher.reasons import ReasonDialog
from domain.games.catalogue import Catalogue
from domain.records import Record
from domain.records.community import (
    AchievementShare,
    AchievementType,
    ClassPolicy,
    Comment,
    ModerationState,
    Scope,
)
from domain.records.identity import AccessRole, ClassEnrollment, GuardianLink, Member
from workshop.gallery_rooms import done, still_rooms

NOW = 1_800_000_000_000_000
ORG = {"org_id": "org-1"}
MIA = Account(user_id="u-mia", role=AccessRole.STUDENT, display_name="Mia", avatar="fox", **ORG)
TEACHER = Account(user_id="u-tea", role=AccessRole.TEACHER, display_name="Ms Lee", avatar="owl", **ORG)
GUARDIAN = Account(user_id="u-dad", role=AccessRole.GUARDIAN, display_name="Mr Otter", avatar="otter", **ORG)
BENS = AchievementShare(
    id="sh-ben",
    student_id="u-ben",
    author_name="Ben",
    author_avatar="wren",
    achievement_type=AchievementType.BADGE,
    achievement_id="w9",
    title="Rhythm",
    scope=Scope.CLASS,
    shared_at=NOW,
    **ORG,
)
PEOPLE = [
    Member(id=each, role=role, display_name=name, avatar=avatar, **ORG)
    for each, role, name, avatar in (
        ("u-mia", AccessRole.STUDENT, "Mia", "fox"),
        ("u-ben", AccessRole.STUDENT, "Ben", "wren"),
        ("u-tea", AccessRole.TEACHER, "Ms Lee", "owl"),
    )
]
CLASS = [
    ClassEnrollment(id="e-ben", class_id="c1", student_id="u-ben", enrolled_at=1, **ORG),
    ClassPolicy(id="c1", comment_mode="moderated", **ORG),
]


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    """Real encrypted mirrors with a clock that stands still."""
    made = Keeper(
        folder=tmp_path / "mirrors",
        secrets=FileSecrets(tmp_path / "keys.json"),
        now=lambda: NOW,
        catalogue=Catalogue([]),
        on_change=lambda *_: None,
        on_trouble=lambda *_: None,
    )
    yield made
    made.close()


def put(keeper: Keeper, account: Account, *records: Record) -> None:
    """What the centre has sent to an account."""

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing() as writing:
            for record in records:
                writing.keep_newest([record])
            writing.set_state("last_contact_at", desk.now())

    keeper.submit(work).result(10)


def rooms(keeper: Keeper) -> Rooms:
    """The community's functions over the mirrors; the rest stands still."""
    return still_rooms(
        now=lambda: NOW,
        react=lambda account, share, kind, on: sharing.react(
            keeper=keeper, account=account, share_id=share, engagement=kind, present=on
        ),
        badges=lambda _: done(()),
        **gathering(keeper),
    )


def sent(keeper: Keeper, account: Account) -> list[str]:
    """The entities that wait to be sent; telemetry has tests of its own."""
    request = next_request(keeper=keeper, account_id=account.user_id).result(10)
    return [op.entity for op in request.ops if op.entity != "telemetry_event"]


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_rooms_has_a_field_for_each(keeper: Keeper) -> None:
    assert set(gathering(keeper)) <= set(Rooms.__struct_fields__)


def test_words_from_the_feed_to_the_outbox_and_back(theme, qtbot, keeper: Keeper) -> None:
    put(keeper, MIA, *PEOPLE, *CLASS, BENS)
    went = Went()
    feed = show(qtbot, FeedView(theme, rooms(keeper), MIA, went))
    press(feed, "Words, 0: Rhythm")
    view = show(qtbot, CommentsView(theme, rooms(keeper), MIA, went, share=went[0].share))
    press(view, "Well done!")
    qtbot.waitUntil(lambda: "Mia: Well done!" in names(view))
    view.findChild(QPlainTextEdit).setPlainText("<b>So</b> fast!")
    press(view, "Send to my teacher")
    qtbot.waitUntil(lambda: "Mia: <b>So</b> fast!" in names(view))
    assert "Your teacher reads these words before others see them" in names(view)
    press(view, "Take back: Well done!")
    qtbot.waitUntil(lambda: "Mia: Well done!" not in names(view))
    assert sent(keeper, MIA).count("comment") == 3


def test_a_report_and_a_block_take_the_share_away(theme, qtbot, keeper: Keeper) -> None:
    put(keeper, MIA, *PEOPLE, *CLASS, BENS)
    feed = show(qtbot, FeedView(theme, rooms(keeper), MIA, Went()))
    press(feed, "Report: Rhythm")
    dialog = feed.findChild(ReportDialog)
    press(dialog, "It is unkind")
    press(dialog, "Block Ben")
    qtbot.waitUntil(lambda: "Ben: Rhythm" not in names(feed))
    assert set(sent(keeper, MIA)) == {"item_report", "social_engagement"}
    settings = show(qtbot, SettingsView(theme, rooms(keeper), MIA, Went()))
    press(settings, "Unblock: Ben")
    qtbot.waitUntil(lambda: "Whom I have blocked" not in names(settings))


def test_profile_and_settings_are_there_again(theme, qtbot, keeper: Keeper) -> None:
    put(keeper, MIA, *PEOPLE)
    view = show(qtbot, ProfileView(theme, rooms(keeper), MIA, Went(), user_id=None))
    press(view, "I love singing.")
    press(view, "Picture: panda")
    qtbot.waitUntil(lambda: names(view).count("I love singing.") == 2)
    settings = show(qtbot, SettingsView(theme, rooms(keeper), MIA, Went()))
    press(settings, "Personal bests")
    press(settings, "My name may stand on boards")
    again = rooms(keeper)
    assert again.profile(MIA, None).result(10).bio_phrase == "love_singing"
    kept = again.sharing_settings(MIA).result(10)
    assert (kept.automatic, kept.boards) == ((AchievementType.PERSONAL_BEST,), True)


def waiting(number: int, text: str) -> Comment:
    """Words of Ben that wait."""
    return Comment(
        id=f"k{number}",
        share_id="sh-ben",
        author_id="u-ben",
        author_name="Ben",
        text=text,
        at=NOW,
        moderation=ModerationState.PENDING,
        **ORG,
    )


def test_the_queue_decides_in_the_mirror(theme, qtbot, keeper: Keeper) -> None:
    put(keeper, TEACHER, *PEOPLE, *CLASS, BENS, waiting(1, "Lovely left hand"), waiting(2, "Call 555 0134 999"))
    view = show(qtbot, ModerationView(theme, rooms(keeper), TEACHER, Went()))
    press(view, "Remove: Ben: Call 555 0134 999")
    press(view.findChild(ReasonDialog), "It tells something private")
    press(view, "Approve: Ben: Lovely left hand")
    view.leave()
    qtbot.waitUntil(lambda: "Nothing waits" in names(view))
    assert rooms(keeper).moderation_queue(TEACHER).result(10) == ()
    assert sent(keeper, TEACHER) == ["moderation_action", "moderation_action"]


def test_words_that_changed_under_the_eyes_are_read_again(theme, qtbot, keeper: Keeper) -> None:
    put(keeper, TEACHER, *PEOPLE, *CLASS, BENS, waiting(1, "Lovely left hand"))
    view = show(qtbot, ModerationView(theme, rooms(keeper), TEACHER, Went()))
    press(view, "Approve: Ben: Lovely left hand")

    def changed(desk: Desk) -> None:
        with desk.mirror("u-tea").writing() as writing:
            writing.replace("comment", [{**(writing.one("comment", "k1") or {}), "text": "Something else"}])

    keeper.submit(changed).result(10)
    view.leave()
    qtbot.waitUntil(lambda: "These words were changed meanwhile. Please read them again." in names(view))
    qtbot.waitUntil(lambda: "Ben: Something else" in names(view))
    assert sent(keeper, TEACHER) == []


def test_the_rules_of_a_class_are_kept(theme, qtbot, keeper: Keeper) -> None:
    put(keeper, TEACHER, *PEOPLE, *CLASS)
    view = show(qtbot, PolicyView(theme, rooms(keeper), TEACHER, Went(), class_id=None))
    qtbot.waitUntil(lambda: "Words between students" in names(view))
    next(radio for radio in view.findChildren(QRadioButton) if radio.text() == "No words").click()
    assert rooms(keeper).class_rules(TEACHER, "c1").result(10).comment_mode == "off"


def test_a_guardian_limits_celebrates_and_takes_back(theme, qtbot, keeper: Keeper) -> None:
    link = GuardianLink(id="l1", guardian_id="u-dad", student_id="u-ben", verified_at=NOW, **ORG)
    put(keeper, GUARDIAN, *PEOPLE, BENS, link)
    view = show(qtbot, FamilyView(theme, rooms(keeper), GUARDIAN, Went(), student_id=None))
    press(view, "Celebrate")
    qtbot.waitUntil(lambda: "Celebrate, 1: Rhythm" in names(view))
    next(radio for radio in view.findChildren(QRadioButton) if radio.text() == "Our family").click()
    assert rooms(keeper).child_page(GUARDIAN, "u-ben").result(10).limit is Scope.FAMILY
    press(view, "Take it back: Rhythm")
    dialog = view.findChild(TakeBackDialog)
    dialog.findChild(QLineEdit).setText("Not this one")
    press(dialog, "Take it back")
    qtbot.waitUntil(lambda: "Nothing shared yet" in names(view))
    assert sorted(sent(keeper, GUARDIAN)) == ["guardian_limit", "moderation_action", "social_engagement"]
