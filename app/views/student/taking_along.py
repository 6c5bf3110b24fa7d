"""A badge to take along: as a certificate to print, as a picture, or as the signed badge that others can verify."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.store.readings import Account
from app.store.taking_along import Takeaway
from app.views.kit.asking import ask
from app.views.kit.badge import BadgeIcon
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.fields import ComboBox
from app.views.kit.saving import Kind, PickPlace, pick_place
from app.views.kit.sayings import locale
from app.views.kit.surfaces import Card, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.rooms import Rooms
from app.views.student.certificate import badge_png, certificate_pdf
from domain.achievements.leaving import baked
from domain.records.badge_office import Proof

# As long as a name may be and still be read on paper.
_MOST_NAME = 60
# Where the sheet of paper in the printer is Letter (CLDR's list of such regions, the larger ones).
_LETTER = frozenset({
    QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico, QLocale.Country.Philippines,
    QLocale.Country.Chile, QLocale.Country.Colombia, QLocale.Country.Venezuela, QLocale.Country.PuertoRico,
    QLocale.Country.CostaRica, QLocale.Country.Guatemala, QLocale.Country.Panama,
})  # fmt: skip


PDF, PNG, JSON = Kind("pdf", "application/pdf"), Kind("png", "image/png"), Kind("json", "application/json")
# What wallets take that read no JSON-LD. It is text, and computers know no other name for it.
JWT = Kind("jwt", "text/plain")


class TakeAlongDialog(Dialog):
    """Three ways to take one badge along. What it says of each is true without the network, too."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        award_id: str,
        *,
        pick: PickPlace = pick_place,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, self.tr("Take this badge along"), width=620, height=760, parent=parent)
        self._rooms, self._account, self._award_id, self._pick = rooms, account, award_id, pick
        self._taken: Takeaway | None = None
        self._name, self._paper = QLineEdit(), ComboBox(theme)
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept))
        ask(self, rooms.badge_desk.takeaway(account, award_id), self._show, failed=self.tell)

    def _show(self, taken: Takeaway) -> None:
        self._taken = taken
        head = row(self.theme, BadgeIcon(taken.badge, self.theme, 96), self._about(taken), gap=Space.BASE)
        head.setStretch(1, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._certificate(taken))
        self.body.addWidget(
            self._way(
                self.tr("Picture"),
                self.tr("To show or to print. With contact to the school, the proof is inside it."),
                Button(self.tr("Save picture"), self.theme, self._save_picture, icon="picture"),
            )
        )
        line = Button(self.tr("As one line"), self.theme, partial(self._save_credential, JWT), kind="nav", icon="text")
        self.body.addWidget(
            self._way(
                self.tr("Signed badge"),
                self.tr("A file that other schools can verify (Open Badges 3.0). Your name is not in it."),
                Button(self.tr("Save signed badge"), self.theme, partial(self._save_credential, JSON), icon="signed"),
                line,
            )
        )

    def _about(self, taken: Takeaway) -> QVBoxLayout:
        return column(
            self.theme,
            PlainLabel(taken.badge.name, self.theme, Type.HEAD, wrap=True),
            PlainLabel(taken.badge.description, self.theme, tone="soft", wrap=True),
            gap=Space.HAIR,
        )

    def _certificate(self, taken: Takeaway) -> Card:
        theme = self.theme
        self._name.setFont(theme.font(Type.BODY))
        self._name.setMaxLength(_MOST_NAME)
        self._name.setText(taken.display_name)
        self._name.setAccessibleName(self.tr("The name on the certificate"))
        self._paper.setFont(theme.font(Type.BODY))
        self._paper.setAccessibleName(self.tr("Paper"))
        self._paper.addItem("A4", QPageSize.PageSizeId.A4)
        self._paper.addItem("Letter", QPageSize.PageSizeId.Letter)
        self._paper.setCurrentIndex(int(locale().territory() in _LETTER))
        line = row(theme, self._name, self._paper)
        line.setStretch(0, 1)
        note = self.tr("The name stands on the paper only. It does not leave this computer.")
        save = Button(self.tr("Save certificate"), theme, self._save_certificate, kind="primary", icon="paper")
        card = self._way(self.tr("Certificate"), self.tr("A page to print and to hang up."))
        card.body.addWidget(PlainLabel(self.tr("The name on the certificate"), theme, Type.STRONG))
        card.body.addLayout(line)
        card.body.addWidget(PlainLabel(note, theme, Type.CAPTION, tone="soft", wrap=True))
        card.body.addLayout(row(theme, save, 1))
        return card

    def _way(self, title: str, words: str, *buttons: Button) -> Card:
        theme = self.theme
        card = Card(
            theme,
            PlainLabel(title, theme, Type.STRONG),
            PlainLabel(words, theme, tone="soft", wrap=True),
            row(theme, *buttons, 1) if buttons else None,
            gap=Space.TIGHT,
            pad=Space.BASE,
        )
        card.setAccessibleName(f"{title}. {words}")
        return card

    # -- saving

    def _save_certificate(self) -> None:
        if self._taken is not None:
            name = self._name.text().strip() or self._taken.display_name
            content = certificate_pdf(self._taken, name, self._paper.currentData())
            self._place(PDF, content)

    def _save_picture(self) -> None:
        """With the credential inside where the school can be asked; the plain picture where it can't."""
        future = self._rooms.badge_desk.credential(self._account, self._award_id, Proof.EMBEDDED)
        ask(self, future, self._bake, failed=self._plain_picture)

    def _bake(self, credential: bytes) -> None:
        if self._taken is not None:
            self._place(PNG, baked(badge_png(self._taken), credential.decode()))

    def _plain_picture(self, sentence: str) -> None:
        if self._taken is not None:
            note = self.tr("The picture is saved without the proof: {why}").format(why=sentence)
            self.tell(note, tone="accent")
            self._place(PNG, badge_png(self._taken))

    def _save_credential(self, kind: Kind) -> None:
        proof = Proof.TOKEN if kind is JWT else Proof.EMBEDDED
        future = self._rooms.badge_desk.credential(self._account, self._award_id, proof)
        ask(self, future, lambda content: self._place(kind, content), failed=self.tell)

    def _place(self, kind: Kind, content: bytes) -> None:
        if self._taken is not None:
            proposed = f"{file_name(self._taken.badge.name)}.{kind.ending}"
            self._pick(self, proposed, kind, partial(self._write, content))

    def _write(self, content: bytes, path: str) -> None:
        done = self.tr("Saved as {name}.").format(name=PurePath(path).name)
        ask(
            self,
            self._rooms.badge_desk.save(path, content),
            lambda _: self.tell(done, tone="good"),
            failed=self.tell,
        )


def file_name(title: str) -> str:
    """A title as the name of a file on any computer."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in title.lower())
    return "-".join(part for part in kept.split("-") if part)[:60] or "badge"
