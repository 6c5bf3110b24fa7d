"""The share dialogue: exactly what others will see, the words to add, and who can see it, narrowest first."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QDialog, QPlainTextEdit, QRadioButton, QScrollArea, QWidget

from app.store.readings import Account, ShareCard, SharePreview
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, clear, column, fill, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtShareMoment
from app.views.rooms import Rooms
from app.views.student.guidelines import GuidelinesDialog
from app.views.student.share_tile import ShareTile
from domain.records.community import Scope

# Personal words are short (decision 8).
MOST_LETTERS = 200
# The preview follows the typing this many milliseconds later.
_REST = 300


def scope_words(scope: Scope) -> tuple[str, str]:
    """A scope's name, and who can see it, in plain words."""
    translate = QCoreApplication.translate
    return {
        Scope.PRIVATE: (translate("scope", "Only me"), translate("scope", "You keep it for yourself.")),
        Scope.FAMILY: (translate("scope", "My family"), translate("scope", "Your family can see it.")),
        Scope.CLASS: (translate("scope", "My class"), translate("scope", "Your class and its teachers can see it.")),
        Scope.SCHOOL: (translate("scope", "My school"), translate("scope", "Everybody in your school can see it.")),
        Scope.PUBLIC: (
            translate("scope", "Other schools"),
            translate("scope", "Schools that take part can see it, without your name."),
        ),
    }[scope]


class ShareDialog(QDialog):
    """Shares one award (its id) or moment. `posted` gets the share once it is kept on this machine."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        what: str | AtShareMoment,
        *,
        posted: Callable[[ShareCard], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._rooms, self._account, self._what = theme, rooms, account, what
        self._posted = posted
        self._scope: Scope | None = None
        self._preview: SharePreview | None = None
        self._group = QButtonGroup(self)
        self.setWindowTitle(self.tr("Share"))
        self.setModal(True)
        self._place = column(theme)
        self._scopes = column(theme, gap=Space.HAIR)
        self._trouble = column(theme)
        self._message = self._message_field()
        self._left = PlainLabel("", theme, Type.CAPTION, tone="soft", wrap=True)
        self._post = Button(self.tr("Share"), theme, self._send, kind="primary", icon="share")
        self._post.setEnabled(False)
        self._pause = QTimer(self, singleShot=True, interval=_REST)
        self._pause.timeout.connect(self._ask)
        self._build()
        self._count()
        self._ask()

    @property
    def scope(self) -> Scope | None:
        """What is picked now."""
        return self._scope

    def _message_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setFont(self._theme.font(Type.BODY))
        field.setPlaceholderText(self.tr("Say something about it, if you like"))
        field.setAccessibleName(self.tr("Your words"))
        field.setFixedHeight(self._theme.px(84))
        field.setTabChangesFocus(True)
        field.textChanged.connect(self._typed)
        return field

    def _build(self) -> None:
        theme = self._theme
        inside = QWidget()
        inside.setProperty("kind", "column")
        ask_of = Button(self.tr("How we treat each other"), theme, self._guidelines, kind="nav", icon="text")
        inside.setLayout(
            column(
                theme,
                PlainLabel(self.tr("Share your success"), theme, Type.TITLE, wrap=True),
                self._trouble,
                PlainLabel(self.tr("This is what others will see:"), theme, tone="soft", wrap=True),
                self._place,
                PlainLabel(self.tr("Your words"), theme, Type.STRONG),
                self._message,
                self._left,
                PlainLabel(self.tr("Who can see this?"), theme, Type.STRONG),
                self._scopes,
                row(theme, ask_of, 1),
                1,
                pad=Space.ROOMY,
            )
        )
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cancel = Button(self.tr("Cancel"), theme, self.reject)
        foot = row(theme, cancel, 1, self._post, pad=Space.BASE)
        self.setLayout(column(theme, area, foot, gap=0))
        self.resize(theme.px(620), theme.px(800))

    def _guidelines(self) -> None:
        GuidelinesDialog(self._theme, self._rooms, self._account, parent=self).open()

    def _typed(self) -> None:
        text = self._message.toPlainText()
        if len(text) > MOST_LETTERS:
            cursor = self._message.textCursor()
            self._message.setPlainText(text[:MOST_LETTERS])
            cursor.movePosition(cursor.MoveOperation.End)
            self._message.setTextCursor(cursor)
            return
        self._count()
        self._pause.start()

    def _count(self) -> None:
        left = MOST_LETTERS - len(self._message.toPlainText())
        first = self.tr("Your teacher reads your words before other children see them.")
        self._left.say(self.tr("{first} {n} letters left.").format(first=first, n=left))

    def _ask(self) -> None:
        ask(self, self._asked(self._message.toPlainText()), self._show, failed=self._failed)

    def _asked(self, words: str) -> Future[SharePreview]:
        what = self._what
        if isinstance(what, str):
            return self._rooms.share_preview(self._account, what, words, self._scope)
        kind, moment = what.achievement_type, what.achievement_id
        return self._rooms.together.moment_preview(self._account, kind, moment, words, self._scope)

    def _kept(self, words: str, scope: Scope) -> Future[ShareCard]:
        what = self._what
        if isinstance(what, str):
            return self._rooms.post_share(self._account, what, words, scope)
        kind, moment = what.achievement_type, what.achievement_id
        return self._rooms.together.post_moment(self._account, kind, moment, words, scope)

    def _show(self, preview: SharePreview) -> None:
        first_time = self._preview is None
        self._preview = preview
        if first_time:
            narrowest = preview.scopes[0] if preview.scopes else Scope.PRIVATE
            self._scope = preview.card.scope if preview.card.scope in preview.scopes else narrowest
            self._list_scopes(preview)
        clear(self._place)
        self._place.addWidget(ShareTile(preview.card, self._theme, now=self._rooms.now()))
        clear(self._trouble)
        if preview.narrowed_because is not None:
            sentence = spoken(preview.narrowed_because)
            self._trouble.addWidget(Banner(sentence, self._theme, tone="accent", icon="info"))
        self._post.setEnabled(True)

    def _list_scopes(self, preview: SharePreview) -> None:
        parts: list[QWidget] = []
        for scope in preview.scopes:
            name, who = scope_words(scope)
            choice = QRadioButton(name)
            choice.setFont(self._theme.font(Type.STRONG))
            choice.setAccessibleDescription(who)
            choice.setChecked(scope is self._scope)
            choice.toggled.connect(lambda on, scope=scope: self._pick(scope) if on else None)
            self._group.addButton(choice)
            line = QWidget()
            words = PlainLabel(who, self._theme, Type.CAPTION, tone="soft", wrap=True)
            box = row(self._theme, choice, words, gap=Space.BASE)
            box.setStretch(1, 1)
            choice.setMinimumWidth(self._theme.px(170))
            line.setLayout(box)
            parts.append(line)
        fill(self._scopes, tuple(parts))

    def _pick(self, scope: Scope) -> None:
        self._scope = scope
        self._ask()

    def _send(self) -> None:
        if self._scope is None:
            return
        self._post.setEnabled(False)
        words = self._message.toPlainText().strip()
        ask(self, self._kept(words, self._scope), self._sent, failed=self._failed)

    def _sent(self, card: ShareCard) -> None:
        self._posted(card)
        self.accept()

    def _failed(self, sentence: str) -> None:
        clear(self._trouble)
        self._trouble.addWidget(Banner(sentence, self._theme, tone="bad", icon="warning"))
        self._post.setEnabled(self._preview is not None)
