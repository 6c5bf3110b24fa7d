"""The steps of one assignment in the builder: their order, what opens each, and more games and texts to add."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.store.giving_readings import StageChoice
from app.views.kit.buttons import Button
from app.views.kit.fields import TickBox
from app.views.kit.flow import Wrap
from app.views.kit.page import section
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Card, Chip, clear, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.rooms import Rooms
from app.views.teacher.naming import TextDialog
from app.views.teacher.opening import OpeningDialog
from domain.learning import building
from domain.learning.building import FullError
from domain.learning.melody import MelodyError, timed
from domain.learning.opening import never_opens, read_until_open
from domain.records.curriculum import CustomSequence, OwnAssignment, OwnElement, OwnStep
from domain.records.progress import StepElement

_FOUND = 8
# Waiting this long after a key, a search is not done for every letter of a word.
_AFTER = 120


class StepsPanel(Card):
    """`keep` is handed the pathway as it shall be; `say` a sentence; `ask_name` asks for a name; `preview` shows it."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        own: CustomSequence,
        place: tuple[str, str],
        *,
        keep: Callable[[CustomSequence], object],
        say: Callable[[str], object],
        ask_name: Callable[[str, str, Callable[[str], object]], object],
        preview: Callable[[], object],
    ) -> None:
        super().__init__(theme)
        self._theme, self._rooms, self._own, self._place = theme, rooms, own, place
        self._keep, self._say, self._ask_name = keep, say, ask_name
        self._assignment = _the(own, place)
        name = ElidedLabel(self._assignment.name, theme, Type.HEAD)
        hands = [
            self._hand(self.tr("As a student sees it"), preview),
            self._hand(self.tr("Rename"), self._rename),
            self._hand(self.tr("Up"), partial(self._edit, building.move_assignment, place, -1)),
            self._hand(self.tr("Down"), partial(self._edit, building.move_assignment, place, 1)),
            self._hand(self.tr("Remove"), partial(self._edit, building.remove_assignment, place)),
        ]
        self.body.addWidget(name)
        self.body.addWidget(Wrap(theme, hands))
        for number, step in enumerate(self._assignment.steps, 1):
            self.body.addWidget(self._step(number, step))
        if not self._assignment.steps:
            empty = self.tr("No step yet. Look for a game below, or add a text.")
            self.body.addWidget(PlainLabel(empty, theme, tone="soft", wrap=True))
        self.body.addLayout(self._adding())

    def _hand(self, words: str, pressed: Callable[[], object]) -> Button:
        return Button(words, self._theme, pressed, name=f"{words}: {self._assignment.name}")

    def _rename(self) -> None:
        def named(name: str) -> None:
            self._edit(building.change_assignment, self._place, lambda each: msgspec.structs.replace(each, name=name))

        self._ask_name(self.tr("Name of the assignment"), self._assignment.name, named)

    # -- one step

    def _step(self, number: int, step: OwnStep) -> Card:
        theme, title = self._theme, self._title(step)
        kind = step.element[:3] if step.element else "GAM"
        head = row(theme, ElidedLabel(f"{number}. {title}", theme, Type.STRONG), Chip(self._kind(kind), theme))
        head.setStretch(0, 1)
        hands: list[QWidget] = [
            Button(self.tr("Up"), theme, partial(self._edit, building.move_step, self._place, step.code, -1),
                   name=f"{self.tr('Up')}: {title}"),
            Button(self.tr("Down"), theme, partial(self._edit, building.move_step, self._place, step.code, 1),
                   name=f"{self.tr('Down')}: {title}"),
            Button(self.tr("Remove"), theme, partial(self._edit, building.remove_step, self._place, step.code),
                   name=f"{self.tr('Remove')}: {title}"),
        ]  # fmt: skip
        opens = Button(self.tr("When it opens"), theme, partial(self._ask_opening, number - 1),
                       name=f"{self.tr('When it opens')}: {title}")  # fmt: skip
        skip = self._tick(self.tr("may be skipped"), step.optional, step.code, "optional")
        first = [skip, opens] if number > 1 else [skip]
        shown = Card(
            theme, head, self._opening(number - 1), Wrap(theme, [*first, *hands]), pad=Space.SNUG, gap=Space.TIGHT
        )
        shown.setAccessibleName(f"{number}. {title}")
        return shown

    def _opening(self, place: int) -> PlainLabel:
        """What a student reads while the step is closed, or what is wrong with it."""
        steps, most = self._assignment.steps, self._rooms.giving.most_points
        problem = never_opens(steps, place, self._title, most)
        said = [problem] if problem else list(read_until_open(steps, place, self._title))
        words = " ".join(map(spoken, said)) or self.tr("It is open from the beginning.")
        return PlainLabel(words, self._theme, Type.CAPTION, tone="bad" if problem else "soft", wrap=True)

    def _ask_opening(self, place: int) -> None:
        def kept(step: OwnStep) -> None:
            names = ("sequential", "requires", "min_attempts", "min_score")
            self._change(step.code, {name: getattr(step, name) for name in names})

        most = self._rooms.giving.most_points
        OpeningDialog(
            self._theme, self._assignment.steps, place, titles=self._title, most=most, kept=kept, parent=self.window()
        ).open()

    def _tick(self, words: str, on: bool, code: str, field: str) -> TickBox:
        box = TickBox(self._theme, words)
        box.setFont(self._theme.font(Type.BODY))
        box.setChecked(on)
        box.toggled.connect(lambda ticked: self._change(code, {field: ticked}))
        return box

    def _change(self, code: str, fields: dict[str, object]) -> None:
        # Not while the box is still telling of its click: the page is built anew by the answer.
        QTimer.singleShot(0, self, lambda: self._keep(building.change_step(self._own, self._place, code, **fields)))

    def _title(self, step: OwnStep) -> str:
        if step.title:
            return step.title
        element = next((each for each in self._own.elements if each.element_id == step.element), None)
        if element is not None:
            return element.name
        game, _, stage = (step.stage or "").rpartition("-")
        return f"{self._rooms.game_name(game)}: {self._stage(stage)}"

    def _stage(self, stage: str) -> str:
        return {
            "learn": self.tr("learn"),
            "play": self.tr("play"),
            "quiz": self.tr("quiz"),
            "challenge": self.tr("challenge"),
            "review": self.tr("review"),
        }.get(stage, stage)

    def _kind(self, kind: str) -> str:
        return {
            "GAM": self.tr("Game"),
            "VID": self.tr("Video"),
            "AUD": self.tr("Listening"),
            "TXT": self.tr("Reading"),
            "RWD": self.tr("Surprise"),
        }.get(kind, kind)

    # -- more steps

    def _adding(self) -> QVBoxLayout:
        theme = self._theme
        self._words = QLineEdit()
        self._words.setFont(theme.font(Type.BODY))
        self._words.setAccessibleName(self.tr("Look for a game"))
        self._words.setPlaceholderText(self.tr("Look for a game"))
        later = QTimer(self, singleShot=True, interval=_AFTER)
        later.timeout.connect(self._search)
        self._words.textChanged.connect(lambda _: later.start())
        self._found = column(theme, gap=Space.TIGHT)
        others = [
            Button(words, theme, partial(self._write, kind, words), icon=icon)
            for kind, words, icon in (
                (StepElement.TXT, self.tr("Add a text"), "text"),
                (StepElement.AUD, self.tr("Add something to hear"), "audio"),
                (StepElement.VID, self.tr("Add something to watch on the keys"), "video"),
                (StepElement.RWD, self.tr("Add a surprise"), "gift"),
            )
        ]
        return section(theme, self.tr("Add a step"), self._words, self._found, Wrap(theme, others))

    def _search(self) -> None:
        clear(self._found)
        words = self._words.text().strip()
        for choice in self._rooms.giving.find_stages(words)[:_FOUND] if words else ():
            self._found.addWidget(self._choice(choice))

    def _choice(self, choice: StageChoice) -> Button:
        words = f"{choice.game_name}: {self._stage(choice.stage_type)}"
        add = partial(self._edit, building.add_game, self._place, choice.stage_id)
        return Button(words, self._theme, add, name=self.tr("Add: {what}").format(what=words))

    def _write(self, kind: StepElement, title: str) -> None:
        heard = kind in (StepElement.AUD, StepElement.VID)
        TextDialog(self._theme, title, melody=heard, written=partial(self._wrote, kind), parent=self.window()).open()

    def _wrote(self, kind: StepElement, name: str, text: str, melody: str) -> None:
        notes = tuple(melody.split())
        try:
            timed(notes, 80)
        except MelodyError as error:
            self._say(self.tr("The melody can't be read: {why}.").format(why=str(error)))
            return
        element = OwnElement(element_id=building.element_id(self._own, kind), name=name, body=text, melody=notes)
        self._edit(building.add_element, self._place, element)

    def _edit(self, change: Callable[..., CustomSequence], *given: object) -> None:
        try:
            self._keep(change(self._own, *given))
        except FullError as error:
            self._say(self.tr("This can't be added: {why}.").format(why=str(error)))


def _the(own: CustomSequence, place: tuple[str, str]) -> OwnAssignment:
    found = (a for g in own.groups if g.group_code == place[0] for a in g.assignments if a.assignment_code == place[1])
    return next(found)
