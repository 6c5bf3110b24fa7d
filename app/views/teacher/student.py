"""One student as the teacher sees them: assignments step by step, concepts, and the latest plays."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.readings import Account, AssignmentPlayer, AttemptRow, StepCard, StepState, StudentProgress
from app.views.kit.avatar import Avatar
from app.views.kit.badge import BadgeIcon
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns, Flow, Wrap
from app.views.kit.icons import IconView
from app.views.kit.lessons import lesson
from app.views.kit.meters import ProgressBar
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import ago, count
from app.views.kit.surfaces import Card, Chip, column, row, rule
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtClass, AtLevels, AtLookingBack, AtReplay, AtStudent, AtSupervision, Go
from app.views.rooms import Rooms
from app.views.student.cards import Figure
from app.views.teacher.classroom import concept_line
from domain.records.progress import StepElement

_SIGNS = {
    StepState.LOCKED: ("lock", "soft"),
    StepState.AVAILABLE: ("open", "primary"),
    StepState.IN_PROGRESS: ("play", "primary"),
    StepState.COMPLETE: ("done", "good"),
    StepState.SKIPPED: ("skip", "soft"),
}


class StudentView(Page):
    """Progress of one student."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, class_id: str, student_id: str) -> None:
        super().__init__(theme, width=1200)
        self._rooms, self._account, self._go = rooms, account, go
        self._class_id, self._student_id = class_id, student_id
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        future = self._rooms.student_progress(self._account, self._class_id, self._student_id)
        self.load(future, self._show, again=self.refresh, lost=self._gone)

    def _gone(self, sentence: str) -> None:
        self.show_gone(self.tr("Not here any more"), sentence, (self.tr("Class"), partial(self._go, AtClass())))

    def _show(self, progress: StudentProgress) -> None:
        theme, student = self.theme, progress.row
        fresh = self.tr("as of {when}").format(when=ago(progress.fresh_at, self._rooms.now()))
        names = column(
            theme,
            ElidedLabel(student.display_name, theme, Type.TITLE),
            ElidedLabel(student.roster_name, theme, Type.LEAD, tone="soft"),
            gap=0,
        )
        badge = BadgeIcon(student.top_badge, theme, 72) if student.top_badge else None
        chip = Chip(fresh, theme, icon="clock")
        head = row(theme, Avatar(student.avatar, theme, 72), names, badge, chip, gap=Space.BASE)
        head.setStretch(1, 1)
        back = Button(self.tr("Class"), theme, partial(self._go, AtClass(class_id=self._class_id)), icon="back")
        left = column(theme, self._assignments(progress.assignments), 1)
        right = column(theme, self._concepts(progress), self._recent(progress.recent), 1, gap=Space.ROOMY)
        both = Columns(theme, left, right)
        here = AtStudent(class_id=self._class_id, student_id=self._student_id)
        weeks = AtLookingBack(student_id=self._student_id, name=student.display_name, back=here)
        heat = Button(self.tr("Notes and concepts over the weeks"), theme, partial(self._go, weeks), icon="look")
        its_levels = AtLevels(class_id=self._class_id, student_id=self._student_id, name=student.display_name)
        levels = Button(self.tr("Levels"), theme, partial(self._go, its_levels), icon="rules")
        everything = AtSupervision(student_id=self._student_id, name=student.display_name, back=here)
        seen = Button(self.tr("All they share"), theme, partial(self._go, everything), icon="eye")
        ways = Wrap(theme, (back, heat, levels, self._rules(), seen))
        self.show_parts(ways, head, self._figures(progress), both, 1)

    def _rules(self) -> Button:
        return Button(self.tr("Sharing and rest"), self.theme, self._open_rules, icon="rules")

    def _open_rules(self) -> None:
        from app.views.teacher.student_rules import StudentRulesDialog

        StudentRulesDialog(self.theme, self._rooms, self._account, self._student_id, parent=self.window()).open()

    def _figures(self, progress: StudentProgress) -> Flow:
        theme, student = self.theme, progress.row
        share = round(100 * student.passed / student.attempts) if student.attempts else 0
        figures = [
            Figure(theme, icon="game", tone="early", figure=count(student.attempts), words=self.tr("plays")),
            Figure(theme, icon="check", tone="good", figure=f"{share} %", words=self.tr("of plays passed")),
            Figure(
                theme, icon="clock", tone="extra", figure=count(student.minutes), words=self.tr("minutes of practice")
            ),
            Figure(theme, icon="points", tone="primary", figure=count(student.points), words=self.tr("points")),
        ]
        return Flow(theme, figures, stretch=True)

    def _assignments(self, assignments: tuple[AssignmentPlayer, ...]) -> QVBoxLayout:
        theme = self.theme
        if not assignments:
            text = self.tr("What you give this student to play is listed here, step by step.")
            return section(
                theme, self.tr("Assignments"), empty_card(theme, self.tr("No assignment yet"), text, "notes")
            )
        return section(theme, self.tr("Assignments"), *[self._assignment(each) for each in assignments])

    def _assignment(self, player: AssignmentPlayer) -> Card:
        theme, card = self.theme, player.card
        words = self.tr("{done} of {total} steps").format(done=card.steps_done, total=card.steps_total)
        body = Card(
            theme,
            row(
                theme,
                ElidedLabel(lesson(card.name), theme, Type.STRONG),
                PlainLabel(words, theme, Type.CAPTION, tone="soft"),
            ),
            ProgressBar(theme, done=card.steps_done, total=card.steps_total, words=words, tone="good"),
            pad=Space.BASE,
        )
        for step in player.steps:
            body.body.addWidget(self._step(step))
        return body

    def _step(self, step: StepCard) -> QWidget:
        theme, (sign, tone) = self.theme, _SIGNS[step.state]
        icon = IconView(sign, theme.colour(tone), theme.px(20))
        line = QWidget()
        line.setLayout(row(theme, icon, ElidedLabel(lesson(step.title), theme), *self._played(step)))
        return line

    def _played(self, step: StepCard) -> tuple[PlainLabel, ...]:
        """How well and how often; what is read or heard has neither."""
        if step.element is not StepElement.GAM:
            return ()
        best = "–" if step.best_score is None else count(step.best_score)
        target = "" if step.target_score is None else f" / {count(step.target_score)}"
        words = (f"{best}{target}", self.tr("%n play(s)", None, step.attempts))
        return tuple(PlainLabel(each, self.theme, Type.CAPTION, tone="soft") for each in words)

    def _concepts(self, progress: StudentProgress) -> QVBoxLayout | None:
        if not progress.concepts:
            return None
        lines = [concept_line(concept, self.theme) for concept in progress.concepts]
        return section(self.theme, self.tr("Concepts"), Card(self.theme, *lines))

    def _recent(self, recent: tuple[AttemptRow, ...]) -> QVBoxLayout:
        theme = self.theme
        if not recent:
            text = self.tr("Every play appears here as soon as this computer has it.")
            return section(
                theme, self.tr("Latest plays"), empty_card(theme, self.tr("Nothing played yet"), text, "piano")
            )
        card = Card(theme, pad=Space.BASE)
        for number, attempt in enumerate(recent):
            if number:
                card.body.addWidget(rule())
            card.body.addWidget(self._attempt(attempt))
        return section(theme, self.tr("Latest plays"), card)

    def _attempt(self, attempt: AttemptRow) -> QWidget:
        theme = self.theme
        score = f"{count(attempt.score)} / {count(attempt.max_possible_score)}"
        minutes, seconds = divmod(attempt.duration_ms // 1000, 60)
        when = ago(attempt.created_at, self._rooms.now())
        words = column(
            theme,
            ElidedLabel(self._rooms.game_name(attempt.game_id), theme, Type.STRONG),
            PlainLabel(f"{when} · {minutes}:{seconds:02}", theme, Type.CAPTION, tone="soft"),
            self._doubt(attempt),
            gap=0,
        )
        state = self.tr("passed") if attempt.passed else self.tr("practised")
        tone = ("on_good_soft", "good_soft") if attempt.passed else ("soft", "sunken")
        holder = QWidget()
        line = row(
            theme, words, PlainLabel(score, theme), Chip(state, theme, ink=tone[0], ground=tone[1]),
            self._listen(attempt), gap=Space.BASE,
        )  # fmt: skip
        line.setStretch(0, 1)
        holder.setLayout(line)
        return holder

    def _listen(self, attempt: AttemptRow) -> Button:
        back = AtStudent(class_id=self._class_id, student_id=self._student_id)
        name = self.tr("Listen: {game}").format(game=self._rooms.game_name(attempt.game_id))
        return Button(
            self.tr("Listen"), self.theme, partial(self._go, AtReplay(attempt_id=attempt.attempt_id, back=back)),
            icon="play", name=name,
        )  # fmt: skip

    def _doubt(self, attempt: AttemptRow) -> Chip | None:
        if attempt.accepted is not None:
            heard = self.tr("you listened: it counts") if attempt.accepted else self.tr("you listened: practice")
            return Chip(heard, self.theme, ink="on_good_soft", ground="good_soft", icon="ear")
        words = {
            "pending": self.tr("being checked"),
            "mismatch": self.tr("counted again at school"),
            "implausible": self.tr("please have a look"),
            "unverifiable": self.tr("could not be checked"),
        }.get(attempt.verdict)
        return Chip(words, self.theme, ink="on_accent_soft", ground="accent_soft", icon="clock") if words else None
