"""The assignment player: its steps in order, what is open, what is done, and why the rest is still locked."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.readings import Account, AssignmentPlayer, StepCard, StepState
from app.views.kit.buttons import Button
from app.views.kit.icons import IconView
from app.views.kit.lessons import lesson
from app.views.kit.meters import Ring
from app.views.kit.page import Page
from app.views.kit.sayings import count, spoken
from app.views.kit.surfaces import Banner, Card, Chip, EmptyState, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtHome, Go, begin_at
from app.views.rooms import Rooms
from domain.records.progress import StepElement

_SIGNS = {
    StepState.LOCKED: ("lock", "soft"),
    StepState.AVAILABLE: ("open", "primary"),
    StepState.IN_PROGRESS: ("play", "primary"),
    StepState.COMPLETE: ("done", "good"),
    StepState.SKIPPED: ("skip", "soft"),
}
_ELEMENTS = {
    StepElement.GAM: "game",
    StepElement.VID: "video",
    StepElement.AUD: "audio",
    StepElement.TXT: "text",
    StepElement.RWD: "gift",
}


class AssignmentView(Page):
    """One assignment."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, assignment_id: str) -> None:
        super().__init__(theme, width=860)
        self._rooms, self._account, self._go, self._id = rooms, account, go, assignment_id
        self._first: Button | None = None
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.assignment(self._account, self._id), self._show, again=self.refresh)

    def opened(self) -> None:
        """The step to press."""
        self.focus_on(self._first)

    def _show(self, player: AssignmentPlayer) -> None:
        self._first = None
        card = player.card
        words = self.tr("{done} of {total} steps").format(done=card.steps_done, total=card.steps_total)
        share = card.steps_done / card.steps_total if card.steps_total else 0.0
        head = row(
            self.theme,
            column(
                self.theme,
                PlainLabel(lesson(card.name), self.theme, Type.TITLE, wrap=True),
                PlainLabel(lesson(card.description), self.theme, tone="soft", wrap=True) if card.description else None,
                PlainLabel(words, self.theme, Type.STRONG, tone="soft"),
                gap=Space.HAIR,
            ),
            Ring(self.theme, share=share, text=f"{card.percent} %", words=words, tone="good"),
            gap=Space.ROOMY,
        )
        head.setStretch(0, 1)
        steps = [self._step(number, step, player) for number, step in enumerate(player.steps, 1)]
        nothing = self.tr("Your teacher has not put steps into this assignment yet.")
        self.show_parts(
            row(self.theme, Button(self.tr("Home"), self.theme, partial(self._go, AtHome()), icon="back"), 1),
            head,
            self._all_done(player),
            column(self.theme, *steps, gap=Space.SNUG)
            if steps
            else Card(self.theme, EmptyState(self.tr("Nothing here yet"), nothing, self.theme)),
            1,
        )
        self.opened()

    def _all_done(self, player: AssignmentPlayer) -> QVBoxLayout | None:
        if player.next_step is not None or not player.steps:
            return None
        words = self.tr("You have finished this assignment. Well played!")
        self._first = Button(self.tr("Go on"), self.theme, partial(self._go, AtHome()), kind="primary", icon="next")
        return column(self.theme, Banner(words, self.theme, tone="good", icon="done"), row(self.theme, self._first, 1))

    def _step(self, number: int, step: StepCard, player: AssignmentPlayer) -> Card:
        locked = step.state is StepState.LOCKED
        sign, tone = _SIGNS[step.state]
        if step.step_id == player.next_step:
            sign, tone = "play", "primary"
        title = f"{number}. {lesson(step.title)}"
        chips = row(
            self.theme,
            Chip(self._element_words(step.element), self.theme, icon=_ELEMENTS[step.element]),
            Chip(self.tr("you may skip this"), self.theme) if step.optional else None,
            PlainLabel(self._how_far(step), self.theme, Type.CAPTION, tone="soft", wrap=True),
            gap=Space.TIGHT,
        )
        chips.setStretch(chips.count() - 1, 1)
        words = column(
            self.theme,
            PlainLabel(title, self.theme, Type.HEAD, tone="soft" if locked else "ink", wrap=True),
            chips,
            self._why_locked(step),
            gap=Space.TIGHT,
        )
        line = row(
            self.theme,
            IconView(sign, self.theme.colour(tone), self.theme.px(32)),
            words,
            self._button(step, player),
            gap=Space.BASE,
        )
        line.setStretch(1, 1)
        card = Card(self.theme, line, pad=Space.BASE)
        card.setAccessibleName(f"{title}, {self._state_words(step.state)}")
        return card

    def _button(self, step: StepCard, player: AssignmentPlayer) -> QWidget | None:
        if step.state is StepState.LOCKED:
            return None
        is_next = step.step_id == player.next_step
        label = self._label(step)
        button = Button(
            label,
            self.theme,
            partial(self._go, begin_at(step, self._id)),
            kind="primary" if is_next else "quiet",
            icon="play" if is_next else None,
            name=f"{label}: {lesson(step.title)}",
        )
        if is_next:
            self._first = button
        return button

    def _label(self, step: StepCard) -> str:
        if step.element is not StepElement.GAM:
            return self.tr("Look again") if step.state is StepState.COMPLETE else self.tr("Open")
        if step.state is StepState.COMPLETE:
            return self.tr("Play again")
        return self.tr("Go on") if step.attempts else self.tr("Start")

    def _why_locked(self, step: StepCard) -> PlainLabel | None:
        if step.state is not StepState.LOCKED:
            return None
        why = spoken(step.locked_because) if step.locked_because else self.tr("Finish the steps before this one first.")
        return PlainLabel(why, self.theme, wrap=True)

    def _how_far(self, step: StepCard) -> str:
        said = []
        if step.best_score is not None:
            said.append(self.tr("best {score}").format(score=count(step.best_score)))
        if step.target_score is not None:
            said.append(self.tr("target {score}").format(score=count(step.target_score)))
        if step.attempts:
            said.append(self.tr("%n play(s)", None, step.attempts))
        return " · ".join(said)

    def _element_words(self, element: StepElement) -> str:
        return {
            StepElement.GAM: self.tr("Game"),
            StepElement.VID: self.tr("Video"),
            StepElement.AUD: self.tr("Listening"),
            StepElement.TXT: self.tr("Reading"),
            StepElement.RWD: self.tr("Surprise"),
        }[element]

    def _state_words(self, state: StepState) -> str:
        return {
            StepState.LOCKED: self.tr("locked"),
            StepState.AVAILABLE: self.tr("open"),
            StepState.IN_PROGRESS: self.tr("begun"),
            StepState.COMPLETE: self.tr("complete"),
            StepState.SKIPPED: self.tr("skipped"),
        }[state]
