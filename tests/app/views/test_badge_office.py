"""The badge office and badges that leave: through the accessibility tree, with files that are really written."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
import zxingcpp
from conftest import Went, names, press
from openbadgeslib import baking
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter, QTransform
from PySide6.QtWidgets import QDialog, QLineEdit, QSpinBox

from app.store.problems import StoreProblem
from app.store.taking_along import Takeaway
from app.views.admin.badge_file import BadgeFileView
from app.views.admin.badge_list import BadgeListView
from app.views.admin.drop import DropPlace
from app.views.admin.release import ReleaseDialog
from app.views.kit.badge import BadgeIcon, show_pictures
from app.views.pages import entries_of
from app.views.places import AtBadgeFile, AtBadgeOffice
from app.views.student.badges import BadgesView
from app.views.student.certificate import badge_png, draw_certificate
from app.views.student.taking_along import TakeAlongDialog, file_name
from app.views.window import MainWindow
from domain.music.say import say
from domain.records.badge_office import Proof, Step
from domain.records.identity import AccessRole
from workshop import gallery_badges as badges
from workshop import gallery_readings as readings
from workshop.gallery_answers import done
from workshop.gallery_rooms import still_rooms


def rooms(**more):
    return still_rooms(badge_desk=badges.still_badges(**more))


def refusal(sentence: str) -> Future:
    refused: Future = Future()
    refused.set_exception(StoreProblem(say(sentence)))
    return refused


def show(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


def said(view, words: str) -> bool:
    return any(words in name for name in names(view))


def test_every_badge_is_listed_by_role_with_where_it_stands(theme, qtbot) -> None:
    went = Went()
    view = show(qtbot, BadgeListView(theme, rooms(), badges.ADMIN, went))
    qtbot.waitUntil(lambda: said(view, "Badges of the school"))
    assert said(view, "Page turner, needs an icon")
    assert said(view, "Sight-reader, ready to be released")
    assert said(view, "Accompanist, retired")
    press(view, "Open: Pianist")
    assert went[-1] == AtBadgeFile(badge_id="b1")


def test_only_administrators_have_the_office_in_their_bar() -> None:
    offices = {
        role
        for role in AccessRole
        for entry in entries_of(msgspec.structs.replace(badges.ADMIN, role=role))
        if entry.place == AtBadgeOffice()
    }
    assert offices == {AccessRole.SUBSCRIBER_ADMIN, AccessRole.SYSTEM_ADMIN}


def test_plan_thresholds_are_read_only_with_a_preview_of_each_border(theme, qtbot) -> None:
    view = show(qtbot, BadgeFileView(theme, rooms(), badges.ADMIN, Went(), badge_id="b1"))
    qtbot.waitUntil(lambda: said(view, "Pianist"))
    for level, border in (("level I,", "no border"), ("level II, bronze,", "bronze"), ("level IV, gold", "gold")):
        assert said(view, f"Pianist, {level}".rstrip(","))
        assert border in names(view)
    assert {spin.accessibleName() for spin in view.findChildren(QSpinBox)} == {"Place in the order"}


def test_words_and_place_are_kept_and_what_is_typed_stays_when_news_come(theme, qtbot) -> None:
    kept = []
    answers = {"edit": lambda _account, badge, words, place: kept.append((badge, words, place)) or done(None)}
    view = show(qtbot, BadgeFileView(theme, rooms(**answers), badges.ADMIN, Went(), badge_id="b1"))
    qtbot.waitUntil(lambda: said(view, "Pianist"))
    qtbot.keyClicks(field_of(view), "!")
    view._shown = None
    view.refresh()
    qtbot.waitUntil(lambda: field_of(view).text().endswith("!"))
    press(view, "Save")
    qtbot.waitUntil(lambda: said(view, "Saved."))
    assert kept == [("b1", "For every time you show what a Pianist can do.!", 1)]


def field_of(view) -> QLineEdit:
    return [field for field in view.findChildren(QLineEdit) if field.accessibleName() == "What it is for"][-1]


def dropped(place: DropPlace, *paths: str) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(path) for path in paths])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), action, carried, button, keys))
    place.dropEvent(QDropEvent(QPointF(5, 5), action, carried, button, keys))


def test_an_icon_is_dropped_and_a_refusal_says_why(theme, qtbot) -> None:
    given = []
    why = "The drawing is larger than 64 KiB. Please simplify it."

    def give(_account, badge, path):
        given.append((badge, Path(path).name))
        return refusal(why) if path.endswith("huge.svg") else done(None)

    view = show(qtbot, BadgeFileView(theme, rooms(give_icon=give), badges.ADMIN, Went(), badge_id="b2"))
    qtbot.waitUntil(lambda: said(view, "Sight-reader"))
    dropped(view.findChild(DropPlace), "/somewhere/huge.svg")
    qtbot.waitUntil(lambda: why in names(view))
    dropped(view.findChild(DropPlace), "/somewhere/fine.svg")
    qtbot.waitUntil(lambda: said(view, "The icon is kept."))
    dropped(view.findChildren(DropPlace)[-1], "/one.svg", "/two.svg")
    assert given == [("b2", "huge.svg"), ("b2", "fine.svg")]


def test_a_release_is_previewed_and_done_once(theme, qtbot) -> None:
    steps, told = [], []
    answers = {"take_step": lambda _account, badge, step: steps.append((badge, step)) or done(None)}
    dialog = show(
        qtbot,
        ReleaseDialog(
            theme, rooms(**answers), badges.ADMIN, badges.READER, Step.RELEASE, done=told.append, parent=None
        ),
    )
    qtbot.waitUntil(lambda: said(dialog, "get it at once"))
    assert {"Blue Finch", "level III", "On the way", "Sunny Lark", "0 of 1"} <= set(names(dialog))
    press(dialog, "Release it now")
    qtbot.waitUntil(lambda: bool(told))
    assert steps == [("b2", Step.RELEASE)]


def test_offline_nobody_can_release_what_they_could_not_look_at(theme, qtbot) -> None:
    away = "Badges are kept at the school."
    dialog = show(
        qtbot,
        ReleaseDialog(
            theme, rooms(preview=lambda *_: refusal(away)), badges.ADMIN, badges.READER, Step.RELEASE,
            done=lambda _: None, parent=None,
        ),
    )  # fmt: skip
    qtbot.waitUntil(lambda: away in names(dialog))
    assert not next(button for button in dialog.findChildren(type(dialog._go)) if button is dialog._go).isEnabled()


def test_a_badge_is_taken_back_with_a_reason_only(theme, qtbot) -> None:
    taken = []
    answers = {"revoke": lambda _account, award, reason: taken.append((award, reason)) or done(None)}
    view = show(qtbot, BadgeFileView(theme, rooms(**answers), badges.ADMIN, Went(), badge_id="b6"))
    qtbot.waitUntil(lambda: said(view, "First notes"))
    press(view, "Take back… Calm Panda")
    dialog = view.window().findChildren(QDialog)[-1]
    assert not dialog._go.isEnabled()
    qtbot.keyClicks(dialog.findChild(QLineEdit), "given twice")
    press(dialog, "Take it back")
    assert taken == [("a-Calm Panda", "given twice")]


def test_a_level_falls_with_the_contribution_that_it_stands_on(theme, qtbot) -> None:
    taken = []
    answers = {"take_back": lambda _account, what, reason: taken.append((what, reason)) or done(badges.ROLES)}
    view = show(qtbot, BadgeFileView(theme, rooms(**answers), badges.ADMIN, Went(), badge_id="b1"))
    qtbot.waitUntil(lambda: said(view, "Pianist"))
    press(view, "Take back… Blue Finch")
    dialog = view.window().findChildren(QDialog)[-1]
    qtbot.waitUntil(lambda: said(dialog, "Take back: 2026-10-07"))
    qtbot.keyClicks(dialog.findChild(QLineEdit), "was somebody else")
    press(dialog, "Take back: 2026-10-07")
    assert taken == [("e7", "was somebody else")]


# -- badges that leave


def along(theme, qtbot, folder: Path, **more) -> TakeAlongDialog:
    """The dialogue, saving into a folder without asking the computer's own dialogue where."""

    def write(path, content):
        Path(path).write_bytes(content)
        return done(None)

    def pick(_parent, name, _kind, picked):
        picked(str(folder / name))

    dialog = TakeAlongDialog(theme, rooms(save=write, **more), readings.STUDENT, "a", pick=pick)
    show(qtbot, dialog)
    qtbot.waitUntil(lambda: said(dialog, "Signed badge"))
    return dialog


def test_the_certificate_is_one_page_of_the_paper_that_was_picked(theme, qtbot, tmp_path) -> None:
    dialog = along(theme, qtbot, tmp_path)
    dialog.findChild(QLineEdit).setText("Ada <b>Lovelace</b>")
    for paper, box in (("A4", b"[0 0 842 595"), ("Letter", b"[0 0 792 612")):
        dialog._paper.setCurrentText(paper)
        press(dialog, "Save certificate")
        qtbot.waitUntil(lambda: said(dialog, "Saved as sight-reader.pdf."))
        pdf = (tmp_path / "sight-reader.pdf").read_bytes()
        assert pdf.startswith(b"%PDF-")
        assert pdf.count(b"/Type /Page\n") == 1
        assert box in pdf.replace(b".000000", b"").replace(b".00", b"")


@pytest.mark.parametrize("dots", [300, 200, 150])
@pytest.mark.parametrize("turned", [0, 7, 90])
def test_a_camera_reads_the_address_from_the_certificate(theme, qtbot, dots: int, turned: int) -> None:
    address = f"https://music.maple-street-school.example/v1/awards/{uuid4()}/{uuid4()}"
    taken = Takeaway(
        badge=readings.BADGES[0], display_name="Blue Finch", school_name="Maple Street", crossed_at=readings.NOW,
        address=address,
    )  # fmt: skip
    paper = QImage(round(11.69 * dots), round(8.27 * dots), QImage.Format.Format_RGB32)
    painter = QPainter(paper)
    draw_certificate(painter, QRectF(paper.rect()), taken, "Ada")
    painter.end()
    seen = paper.transformed(QTransform().rotate(turned)).convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(seen.constBits()).cast("B", (seen.height(), seen.bytesPerLine()))
    assert [found.text for found in zxingcpp.read_barcodes(pixels)] == [address]


def test_a_picture_carries_its_credential_and_goes_without_when_there_is_no_contact(theme, qtbot, tmp_path) -> None:
    dialog = along(theme, qtbot, tmp_path)
    press(dialog, "Save picture")
    qtbot.waitUntil((tmp_path / "sight-reader.png").exists)
    baked = (tmp_path / "sight-reader.png").read_bytes()
    assert b"OpenBadgeCredential" in baking.extract_png(baked, keyword=b"openbadgecredential").encode()
    assert QImage.fromData(baked).width() == 1024
    plain = along(theme, qtbot, tmp_path, credential=lambda *_: refusal("No contact."))
    press(plain, "Save picture")
    qtbot.waitUntil(lambda: (tmp_path / "sight-reader.png").read_bytes() != baked)
    press(plain, "Save signed badge")
    qtbot.waitUntil(lambda: "No contact." in names(plain))
    assert not (tmp_path / "sight-reader.json").exists()


def test_the_signed_badge_is_saved_as_it_came(theme, qtbot, tmp_path) -> None:
    dialog = along(theme, qtbot, tmp_path)
    press(dialog, "Save signed badge")
    qtbot.waitUntil((tmp_path / "sight-reader.json").exists)
    assert b"OpenBadgeCredential" in (tmp_path / "sight-reader.json").read_bytes()


def test_the_signed_badge_is_saved_as_one_line_for_wallets_that_want_it(theme, qtbot, tmp_path) -> None:
    asked = []
    dialog = along(theme, qtbot, tmp_path, credential=lambda _who, _award, proof: asked.append(proof) or done(b"a.b.c"))
    press(dialog, "As one line")
    qtbot.waitUntil((tmp_path / "sight-reader.jwt").exists)
    assert (tmp_path / "sight-reader.jwt").read_bytes() == b"a.b.c"
    assert asked == [Proof.TOKEN]


def test_what_can_not_be_taken_along_says_why(theme, qtbot) -> None:
    why = "The school has not confirmed this badge yet."
    dialog = show(qtbot, TakeAlongDialog(theme, rooms(takeaway=lambda *_: refusal(why)), readings.STUDENT, "a"))
    qtbot.waitUntil(lambda: why in names(dialog))
    assert not said(dialog, "Save certificate")


def test_each_earned_badge_on_the_wall_can_be_taken_along(theme, qtbot) -> None:
    view = show(qtbot, BadgesView(theme, rooms(), readings.STUDENT, Went()))
    qtbot.waitUntil(lambda: said(view, "Take along: Sight-reader"))
    press(view, "Take along: Sight-reader")
    qtbot.waitUntil(lambda: bool(view.window().findChildren(TakeAlongDialog)))


def test_names_of_files_suit_every_computer() -> None:
    assert file_name("Sight-reader") == "sight-reader"
    assert file_name('../..\\CON:*?"<>|') == "con"
    assert file_name("🎹🎹") == "badge"
    assert len(file_name("x" * 500)) == 60


def test_a_picture_from_the_centre_is_drawn_and_replaced(theme, qtbot) -> None:
    card = msgspec.structs.replace(readings.BADGES[0], icon="centre:b9/1", level=1)
    icon = show(qtbot, BadgeIcon(card, theme, 96))
    before = icon.grab().toImage()
    red = QImage(16, 16, QImage.Format.Format_ARGB32)
    red.fill(Qt.GlobalColor.red)
    png = badge_png(msgspec.structs.replace(badges.TAKEN, badge=card))
    show_pictures({"centre:b9/1": png})
    assert icon.grab().toImage() != before
    show_pictures({})
    assert icon.grab().toImage() == before


def test_a_system_administrator_begins_in_the_office(qtbot) -> None:
    window = MainWindow(rooms())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.signed_in(msgspec.structs.replace(badges.ADMIN, role=AccessRole.SYSTEM_ADMIN))
    qtbot.waitUntil(lambda: said(window, "Badges of the school"))
    window.sign_out()
