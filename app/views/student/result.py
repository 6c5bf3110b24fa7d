"""How it went: the score against its target as a picture, what each note was and why, and where to go on."""

from __future__ import annotations

from functools import partial

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.store.readings import Account, FinishedAttempt, StepCard
from app.views.kit.buttons import Button
from app.views.kit.flow import Wrap
from app.views.kit.icons import IconView
from app.views.kit.judged_words import asked_words, how_it_went, is_picked, line_words
from app.views.kit.lessons import lesson
from app.views.kit.marks import draw_sign, word
from app.views.kit.page import Page, section
from app.views.kit.sayings import concept, count, spoken
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row, rule
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type, Weight
from app.views.places import AtBadgeMoment, AtPlay, AtReplay, AtResult, Go, back_from, begin_at
from app.views.rooms import Rooms
from app.views.student.calibration_words import offer_banner
from app.views.tuning_rooms import Pair
from domain.games.game import JudgedNote
from domain.games.looking_back import next_time, went_well
from domain.games.retelling import mark_of

# How much of the list is drawn at first; long pieces have thousands of notes.
_MOST_LINES = 40
# A column of answers is no wider, so that three of them fit a small screen with large letters. In pixels.
_WIDEST_ANSWER = 280


class ResultView(Page):
    """The result of one attempt, already saved."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, finished: FinishedAttempt, step: StepCard,
        assignment_id: str | None,
    ) -> None:  # fmt: skip
        super().__init__(theme, width=960)
        self._rooms, self._account, self._go = rooms, account, go
        self._finished, self._step, self._assignment_id = finished, step, assignment_id
        self._main: Button | None = None
        self._celebrated = False
        self._offer = column(theme)
        self.show_parts(
            self._summary(), self._next(), self._badges(), self._offer, self._looking_back(), self._notes(), 1
        )
        self._show_offer(rooms.tuning.pair())

    def opened(self) -> None:
        """The way on has the focus; new badges are celebrated once."""
        self.focus_on(self._main)
        if self._finished.new_badges and not self._celebrated:
            self._celebrated = True
            self._go(AtBadgeMoment(badges=self._finished.new_badges))

    def _show_offer(self, pair: Pair) -> None:
        """Where the last plays against a click all lean one way, the machine may be to blame."""
        clear(self._offer)
        timed = any(note.offset is not None for note in self._finished.outcome.notes)
        offer = offer_banner(self.theme, self._rooms, pair, self._show_offer) if timed else None
        if offer is not None:
            self._offer.addWidget(offer)

    def _summary(self) -> Card:
        outcome, theme = self._finished.outcome, self.theme
        title = self._title()
        right = sum(note.right for note in outcome.notes)
        facts = [
            self.tr("{right} of {all} right").format(right=right, all=len(outcome.notes)) if outcome.notes else "",
            self._compared(),
        ]
        chips = row(
            theme,
            Chip(self.tr("+{n} points").format(n=count(self._finished.points_earned)), theme, ink="on_accent",
                 ground="accent", icon="points") if self._finished.points_earned else None,
            Chip(self.tr("Step complete"), theme, ink="on_good_soft", ground="good_soft", icon="check")
            if self._finished.step_completed else None,
            1,
        )  # fmt: skip
        words = column(
            theme,
            ElidedLabel(lesson(self._step.title), theme, Type.STRONG, tone="soft"),
            PlainLabel(title, theme, Type.DISPLAY, wrap=True),
            PlainLabel("  ·  ".join(fact for fact in facts if fact), theme, Type.LEAD, tone="soft", wrap=True),
            chips,
            gap=Space.TIGHT,
        )
        return Card(
            theme,
            words,
            ScorePicture(
                theme,
                score=outcome.score,
                most=outcome.max_possible_score,
                threshold=self._finished.pass_threshold,
                target=self._finished.target_score,
            ),
            pad=Space.WIDE,
            gap=Space.ROOMY,
        )

    def _title(self) -> str:
        finished, outcome = self._finished, self._finished.outcome
        if outcome.score >= outcome.max_possible_score > 0:
            return self.tr("Every note right!")
        if finished.target_score is not None and outcome.score >= finished.target_score:
            return self.tr("Target reached!")
        if outcome.passed:
            return self.tr("Passed!")
        return self.tr("Good practice. Once more?")

    def _compared(self) -> str:
        best, score = self._finished.best_before, self._finished.outcome.score
        if best is None:
            return ""
        if score > best:
            return self.tr("your best so far, {n} more than before").format(n=count(score - best))
        return self.tr("your best is {n}").format(n=count(best))

    def _next(self) -> Wrap:
        finished, theme = self._finished, self.theme
        again = partial(self._go, AtPlay(step=self._step, assignment_id=self._assignment_id))
        retry = Button(self.tr("Play again"), theme, again, icon="retry")
        step = finished.next_step
        if finished.step_completed and step is not None and step.step_id != self._step.step_id:
            label = self.tr("Next: {title}").format(title=lesson(step.title))
            self._main = Button(label, theme, partial(self._to, step), kind="primary", icon="next")
        elif finished.assignment_completed or finished.outcome.passed:
            self._main = Button(self.tr("Go on"), theme, self._back, kind="primary", icon="next")
        else:
            self._main = Button(self.tr("Play again"), theme, again, kind="primary", icon="retry")
            retry = Button(self.tr("Later"), theme, self._back, icon="back")
        seen = AtResult(
            finished=msgspec.structs.replace(finished, new_badges=()),
            step=self._step,
            assignment_id=self._assignment_id,
        )
        place = AtReplay(attempt_id=finished.attempt_id, back=seen)
        hear = Button(self.tr("Hear it again"), theme, partial(self._go, place), icon="ear")
        return Wrap(theme, (self._main, retry, hear), gap=Space.BASE)

    def _to(self, step: StepCard) -> None:
        self._go(begin_at(step, self._assignment_id) if self._assignment_id else AtPlay(step=step))

    def _back(self) -> None:
        self._go(back_from(self._step, self._assignment_id))

    def _badges(self) -> QWidget | None:
        badges = self._finished.new_badges
        if not badges:
            return None
        names = ", ".join(card.name for card in badges)
        text = self.tr("New: {badges}").format(badges=names)
        look = (self.tr("Look"), partial(self._go, AtBadgeMoment(badges=badges)))
        return Banner(text, self.theme, tone="accent", icon="badge", action=look)

    def _looking_back(self) -> QVBoxLayout:
        """The good first, then the one thing that is worth the most."""
        theme, outcome = self.theme, self._finished.outcome
        lines: list[QWidget] = [SignLine("check", "good", words, theme) for words in self._praise()]
        advice = next_time(outcome)
        if advice is not None:
            words = self.tr("Next time: {advice}").format(advice=spoken(advice.why))
            lines += [rule(), SignLine("highlight", "primary", words, theme)]
        return section(theme, self.tr("What went well"), Card(theme, *lines, gap=Space.TIGHT))

    def _praise(self) -> list[str]:
        well = went_well(self._finished.outcome, self._finished.best_before)
        words = [self.tr("{n} right in a row.").format(n=count(well.run))] if well.run else []
        words += [self.tr("{concept}: right every time.").format(concept=concept(each)) for each, _times in well.sure]
        if well.better:
            words.append(self.tr("{n} points more than ever before.").format(n=count(well.better)))
        return words or [self.tr("You played to the end. That is how it is learned.")]

    def _notes(self) -> QVBoxLayout | None:
        notes = self._finished.outcome.notes
        if not notes:
            return None
        lines: list[QWidget] = [NoteStrip(notes, self.theme)]
        card = Card(self.theme, *lines, gap=Space.TIGHT)
        shown = [(n, note) for n, note in enumerate(notes, 1) if not note.right] + [
            (n, note) for n, note in enumerate(notes, 1) if note.right
        ]
        for number, note in shown[:_MOST_LINES]:
            card.body.addWidget(rule())
            card.body.addWidget(NoteLine(number, note, self.theme))
        if len(shown) > _MOST_LINES:
            more = self.tr("and %n more", None, len(shown) - _MOST_LINES)
            card.body.addWidget(PlainLabel(more, self.theme, Type.CAPTION, tone="soft"))
        return section(self.theme, self.tr("Note by note"), card)


class SignLine(QWidget):
    """A sign and a sentence."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, icon: str, tone: str, words: str, theme: Theme) -> None:
        super().__init__()
        sentence = PlainLabel(words, theme, Type.LEAD, wrap=True)
        line = row(theme, IconView(icon, theme.colour(tone), theme.px(24)), sentence, gap=Space.BASE)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setAccessibleName(words)


class ScorePicture(QWidget):
    """The score on a bar with flags where passing and the target are, and a dot for the best so far."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, *, score: int, most: int, threshold: int | None, target: int | None) -> None:
        super().__init__()
        self._theme, self._score, self._most = theme, score, max(1, most)
        self._flags = [
            (value, words)
            for value, words in ((threshold, self.tr("pass")), (target, self.tr("target")))
            if value is not None
        ]
        # The words of the flags stand below the bar.
        self.setFixedHeight(theme.px(116 if self._flags else 78))
        said = [self.tr("{score} of {most} points").format(score=score, most=most)]
        said += [f"{words} {value}" for value, words in self._flags]
        self.setAccessibleName(", ".join(said))

    def sizeHint(self) -> QSize:
        """Wide."""
        return QSize(self._theme.px(480), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bar, fill, flags, figure."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(2, theme.px(50), self.width() - 4, theme.px(24))
        radius = bar.height() / 2
        painter.setPen(QPen(theme.colour("outline"), 1) if theme.is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(bar, radius, radius)
        share = min(1.0, max(0.0, self._score / self._most))
        filled = QRectF(bar)
        filled.setWidth(max(bar.height(), bar.width() * share))
        reached = all(self._score >= value for value, _ in self._flags)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("good" if reached else "primary"))
        painter.drawRoundedRect(filled, radius, radius)
        self._figure(painter)
        for index, (value, words) in enumerate(self._flags):
            self._flag(painter, bar, value, words, last=index == len(self._flags) - 1)

    def _figure(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(Type.TITLE))
        text = count(self._score)
        painter.drawText(QRectF(0, 0, self.width(), theme.px(40)), Qt.AlignmentFlag.AlignLeft, text)
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.setFont(theme.font(Type.BODY))
        painter.setPen(theme.colour("soft"))
        rest = QRectF(width + theme.px(10), theme.px(10), self.width(), theme.px(30))
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft, self.tr("of {n}").format(n=count(self._most)))

    def _flag(self, painter: QPainter, bar: QRectF, value: int, words: str, *, last: bool) -> None:
        theme = self._theme
        x = bar.left() + bar.width() * min(1.0, value / self._most)
        x = min(x, bar.right() - 1.5)
        painter.setPen(QPen(theme.colour("ink"), theme.px(3)))
        painter.drawLine(QPointF(x, bar.top() - theme.px(6)), QPointF(x, bar.bottom() + theme.px(6)))
        painter.setFont(theme.font_of(13, Weight.SEMIBOLD))
        text = f"{words} {count(value)}"
        width = painter.fontMetrics().horizontalAdvance(text) + theme.px(4)
        left = x - width - theme.px(6) if not last else x - width / 2
        left = max(0.0, min(self.width() - width, left))
        painter.drawText(
            QRectF(left, bar.bottom() + theme.px(10), width, theme.px(22)), Qt.AlignmentFlag.AlignCenter, text
        )


class NoteStrip(QWidget):
    """All notes in a row as signs: the shape of the whole attempt at one glance."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, notes: tuple[JudgedNote, ...], theme: Theme) -> None:
        super().__init__()
        self._marks = [mark_of(note) for note in notes]
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(36))
        self.setAccessibleName(", ".join(f"{n}: {word(mark)}" for n, mark in enumerate(self._marks[:200], 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """As many signs as fit, smaller where there are many."""
        painter = QPainter(self)
        step = min(self._theme.px(36), self.width() / max(1, len(self._marks)))
        size = min(self._theme.px(26), step * 0.86)
        for index, mark in enumerate(self._marks):
            draw_sign(painter, mark, QPointF(step * (index + 0.5), self.height() / 2), size, self._theme)


class NoteLine(QWidget):
    """One note: sign, what was asked, what was played, and why."""

    accessible_role = QAccessible.Role.ListItem

    def __init__(self, number: int, note: JudgedNote, theme: Theme) -> None:
        super().__init__()
        mark = mark_of(note)
        self._theme, self._mark = theme, mark
        asked = PlainLabel(f"{number}. {asked_words(note)}", theme, Type.STRONG, wrap=is_picked(note))
        asked.setMinimumWidth(theme.px(90))
        heard = PlainLabel(how_it_went(note), theme, tone="good" if note.right else "soft", wrap=is_picked(note))
        heard.setMinimumWidth(theme.px(170))
        if is_picked(note):
            # Answers may be long: columns that stay, and lines that break.
            wide = min(theme.px(190), _WIDEST_ANSWER)
            asked.setFixedWidth(wide)
            heard.setFixedWidth(wide)
        reason = PlainLabel(spoken(note.why), theme, wrap=True)
        line = row(theme, asked, heard, reason, gap=Space.BASE)
        line.setContentsMargins(theme.px(44), theme.px(4), 0, theme.px(4))
        line.setStretch(2, 1)
        self.setLayout(line)
        self.setAccessibleName(line_words(number, note))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign at the beginning."""
        size = self._theme.px(26)
        draw_sign(QPainter(self), self._mark, QPointF(self._theme.px(18), self.height() / 2), size, self._theme)
