"""Quick Find: a word or two, a filter or none, and the game is there; with the keyboard alone, from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from app.store.practice_readings import FoundGame, FoundGames
from app.store.readings import Account, StepCard
from app.views.kit.buttons import Button
from app.views.kit.fields import ComboBox
from app.views.kit.flow import Columns, Wrap
from app.views.kit.page import Page, empty_card
from app.views.kit.sayings import category, concept, game_name
from app.views.kit.surfaces import Card, Chip, clear, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import TARGET, Space, Type
from app.views.pages import STUDENTS
from app.views.places import AtHome, AtPlay, Go
from app.views.rooms import Rooms
from app.views.student.quick_find_list import GameList, level_words
from domain.games.catalogue import Level, StageType
from domain.games.finding import EASIEST, HARDEST, Wanted

# Pairs of difficulty to choose among: easy, medium, hard.
BANDS = ((EASIEST, 3), (4, 6), (7, HARDEST))
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_MAIN = (StageType.PLAY, StageType.LEARN, StageType.QUIZ)


def stage_words(kind: str) -> str:
    """A stage of a game."""
    translate = QCoreApplication.translate
    return {
        StageType.LEARN: translate("stage", "Learn"),
        StageType.PLAY: translate("stage", "Play"),
        StageType.QUIZ: translate("stage", "Quiz"),
        StageType.CHALLENGE: translate("stage", "Challenge"),
        StageType.REVIEW: translate("stage", "Review"),
    }[StageType(kind)]


class SearchField(QLineEdit):
    """Words to look for; the arrow keys walk through what was found without leaving the field."""

    def __init__(self, page: QuickFindView) -> None:
        super().__init__()
        self._page = page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down belong to the list, Enter to the game, Escape empties."""
        if event.key() in _LIST_KEYS:
            self._page.list.keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._page.play_chosen()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class QuickFindView(Page):
    """What is typed is looked for at once; nothing waits for a button."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, concept: str | None) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._go = rooms, account, go
        self._wanted = Wanted(concept=concept)
        self._found = FoundGames(games=(), total=0)
        self._shown_game: FoundGame | None = None
        self._plays = account.role in STUDENTS
        self.field = SearchField(self)
        self.field.setPlaceholderText(self.tr("A word of the game, or what it is about"))
        self.field.setAccessibleName(self.tr("Find a game"))
        self.field.setClearButtonEnabled(True)
        self.field.setFont(theme.font(Type.HEAD))
        self.field.setMinimumHeight(theme.px(56))
        self._filters = self._make_filters()
        self._count = PlainLabel("", theme, Type.STRONG, tone="soft")
        # As high as the button that comes beside it, so that the list stays where it is.
        self._count.setMinimumHeight(theme.px(TARGET))
        self.list = GameList(theme, chosen=self._choose, played=self.play_chosen)
        self._empty, self._detail = column(theme), column(theme)
        self._reset = Button(self.tr("Show all games"), theme, self._start_again, kind="nav", icon="retry")
        left = column(theme, row(theme, self._count, 1, self._reset), self.list, self._empty, 1)
        self.show_parts(
            PlainLabel(self.tr("Find a game"), theme, Type.TITLE),
            self.field,
            Wrap(theme, list(self._filters.values())),
            Columns(theme, left, column(theme, self._detail, 1), shares=(3, 2)),
            1,
        )
        self.field.textChanged.connect(self._words)
        self._search()

    def opened(self) -> None:
        """One begins by typing."""
        self.focus_on(self.field)

    def play_chosen(self) -> None:
        """Play the chosen game, as a student does it most."""
        game = self._chosen()
        if game is None or not self._plays:
            return
        steps = dict(game.steps)
        step = next((steps[kind] for kind in _MAIN if kind in steps), None)
        if step is not None:
            self._play(step)

    # --- what is asked -----------------------------------------------------------------------------------------------

    def _make_filters(self) -> dict[str, ComboBox]:
        practice = self._rooms.practice
        concepts = sorted((concept(tag), tag) for tag in practice.concepts)
        categories = sorted((category(name), name) for name in practice.categories)
        bands = [
            (self.tr("Easy (1 to 3)"), BANDS[0]), (self.tr("Medium (4 to 6)"), BANDS[1]),
            (self.tr("Hard (7 to 10)"), BANDS[2]),
        ]  # fmt: skip
        return {
            "concept": self._filter(self.tr("All concepts"), self.tr("Concept"), concepts, "concept"),
            "level": self._filter(
                self.tr("All levels"), self.tr("Level"), [(level_words(each), str(each)) for each in Level], "level"
            ),
            "difficulty": self._filter(self.tr("Any difficulty"), self.tr("Difficulty"), bands, "difficulty"),
            "category": self._filter(self.tr("All categories"), self.tr("Category"), categories, "category"),
        }

    def _filter(self, every: str, name: str, choices: Sequence[tuple[str, object]], field: str) -> ComboBox:
        box = ComboBox(self.theme)
        box.setAccessibleName(name)
        box.addItem(every, None)
        for words, value in choices:
            box.addItem(words, value)
        if field == "concept" and self._wanted.concept is not None:
            box.setCurrentIndex(max(0, box.findData(self._wanted.concept)))
        box.currentIndexChanged.connect(partial(self._filtered, field, box))
        return box

    def _filtered(self, field: str, box: ComboBox, _index: int = 0) -> None:
        value = box.currentData()
        if field == "difficulty":
            easiest, hardest = value or (EASIEST, HARDEST)
            self._wanted = msgspec.structs.replace(self._wanted, easiest=easiest, hardest=hardest)
        else:
            self._wanted = msgspec.structs.replace(self._wanted, **{field: value})
        self._search()

    def _words(self, words: str) -> None:
        self._wanted = msgspec.structs.replace(self._wanted, words=words)
        self._search()

    def _start_again(self) -> None:
        for box in self._filters.values():
            box.setCurrentIndex(0)
        self.field.clear()
        self.field.setFocus()

    # --- what is found -----------------------------------------------------------------------------------------------

    def _search(self) -> None:
        self._found = self._rooms.practice.find(self._wanted)
        games = self._found.games
        self._reset.setVisible(self._wanted != Wanted())
        words = self.tr("%n game(s)", None, self._found.total)
        meant = self.tr("for “{words}”").format(words=self._found.meant) if self._found.meant else ""
        self._count.say(f"{words} {meant}".strip())
        self.list.show_games(games)
        self.list.setVisible(bool(games))
        clear(self._empty)
        if not games:
            text = self.tr("Try a shorter word, or fewer filters. “scale”, “rhythm” and “treble” are good beginnings.")
            self._empty.addWidget(empty_card(self.theme, self.tr("No game like that"), text, "notes"))
        self._choose()

    def _chosen(self) -> FoundGame | None:
        row_chosen = self.list.currentRow()
        return self._found.games[row_chosen] if 0 <= row_chosen < len(self._found.games) else None

    def _choose(self) -> None:
        game = self._chosen()
        if game == self._shown_game:
            return
        self._shown_game = game
        clear(self._detail)
        if game is not None:
            self._detail.addWidget(self._card(game))

    def _card(self, game: FoundGame) -> Card:
        concepts = [Chip(concept(tag), self.theme) for tag in game.concepts]
        about = " · ".join((category(game.category), level_words(game.level), self._difficulty(game)))
        needs = Chip(self.tr("Needs a MIDI keyboard"), self.theme, icon="keyboard") if game.needs_keyboard else None
        # What the catalogue notes is written for teachers, in English.
        notes = PlainLabel(game.notes, self.theme, tone="soft", wrap=True) if game.notes and not self._plays else None
        return Card(
            self.theme,
            PlainLabel(game_name(game.name), self.theme, Type.TITLE, wrap=True),
            PlainLabel(about, self.theme, tone="soft", wrap=True),
            Wrap(self.theme, [*concepts, *([needs] if needs else [])]),
            notes,
            self._stages(game) if self._plays else None,
            self._pieces(game) if game.pieces else None,
        )

    def _difficulty(self, game: FoundGame) -> str:
        return self.tr("difficulty {n} of 10").format(n=game.difficulty)

    def _stages(self, game: FoundGame) -> QVBoxLayout:
        kinds = [kind for kind, _ in game.steps]
        main = next((kind for kind in _MAIN if kind in kinds), None)
        first: Button | None = None
        others: list[Button] = []
        for kind, step in game.steps:
            words, name = stage_words(kind), f"{stage_words(kind)}: {game_name(game.name)}"
            if kind == main:
                first = Button(words, self.theme, partial(self._play, step), kind="primary", icon="play", name=name)
            else:
                others.append(Button(words, self.theme, partial(self._play, step), name=name))
        hint = PlainLabel(self.tr("Enter plays it."), self.theme, Type.CAPTION, tone="soft")
        return column(self.theme, row(self.theme, first, hint, 1), Wrap(self.theme, others), gap=Space.SNUG)

    def _pieces(self, game: FoundGame) -> QVBoxLayout:
        """The tunes of the game: each can be played by itself."""
        if not self._plays:
            return column(self.theme, PlainLabel(" · ".join(game.pieces), self.theme, wrap=True))
        words = PlainLabel(self.tr("Or pick one tune:"), self.theme, Type.STRONG)
        tunes = [
            Button(title, self.theme, partial(self._play_piece, game, title), icon="staff",
                   name=self.tr("Play “{title}”").format(title=title))
            for title in game.pieces
        ]  # fmt: skip
        return column(self.theme, words, Wrap(self.theme, tunes), gap=Space.SNUG)

    def _play_piece(self, game: FoundGame, title: str) -> None:
        step = self._rooms.practice.piece(game.game_id, title)
        if step is not None:
            self._play(step)

    def _play(self, step: StepCard) -> None:
        self._go(AtPlay(step=step))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads home."""
        if event.key() == Qt.Key.Key_Escape:
            self._go(AtHome())
            return
        super().keyPressEvent(event)
