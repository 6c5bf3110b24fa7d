"""The first chapter of SEQ-LIFE as a child goes through it who never saw the program: every step of every assignment.

The child follows the one button that stands out on each page; a page with none or with two of them ends the tour. What
may be skipped is looked at, too. There is no network all the while.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workshop.tour_playing import Performing

if TYPE_CHECKING:
    from app.desktop import Desktop
    from app.store.readings import FinishedAttempt, StepCard
    from workshop.hands import Hands
    from workshop.tour import Story

FOLDER = "first-chapter"
# Here the keyboard is pulled out and a key is missed: the first quiz that needs a real keyboard.
ACCIDENTS = "Middle C and friends: quiz"
PULLED_AFTER, WRONG_AT = 2, 5


class FirstChapter:
    """From the dashboard with its first step to the dashboard on which everything is done."""

    def __init__(self, story: Story, lab: Desktop, student: Hands) -> None:
        self._story, self._lab, self._student = story, lab, student
        self._looked_at: set[str] = set()
        self._last: FinishedAttempt | None = None
        self.steps_seen = 0

    def tell(self) -> FinishedAttempt:
        """All of it; returns the last game's result."""
        from app.views import places
        from workshop.hands import wait_for

        ways: dict[type[places.Place], Callable[[Any], bool]] = {
            places.AtHome: self._at_home,
            places.AtAssignment: self._at_assignment,
            places.AtElement: self._at_element,
            places.AtPlay: self._at_play,
            places.AtResult: self._at_result,
        }
        window: Any = self._student.window
        while ways[type(place := window.place)](place):
            wait_for(lambda place=place: window.place is not place, "the next page")  # type: ignore[misc]
        self._nothing_is_left()
        assert self._last is not None
        return self._last

    def _nothing_is_left(self) -> None:
        """Raises NotSeenError where a step of the chapter was not gone through."""
        from app.store.readings import StepState
        from workshop.hands import NotSeenError

        account, rooms = self._lab.account, self._lab.rooms()
        assert account is not None
        cards = rooms.dashboard(account).result().assignments
        steps = [step for card in cards for step in rooms.assignment(account, card.assignment_id).result().steps]
        left = [step.title for step in steps if step.state is not StepState.COMPLETE]
        if left:
            raise NotSeenError(f"the steps {', '.join(left)}")

    def _seen(self, words: str) -> None:
        self._story.step(words, self._student, chapter=FOLDER)

    # -- the pages on the way

    def _at_home(self, _place: Any) -> bool:
        from workshop.hands import wait_for

        wait_for(lambda: self._student.sees("Your next step") or self._student.sees("Everything is done!"), "home")
        if self._student.sees("Everything is done!"):
            self._seen("everything of the chapter is done")
            return False
        self._seen("home, with the next step")
        self._student.press_the_one_that_stands_out()
        return True

    def _at_assignment(self, place: Any) -> bool:
        assert self._lab.account is not None
        player = self._lab.rooms().assignment(self._lab.account, place.assignment_id).result()
        self._student.waits_to_see(f"{player.card.steps_done} of {player.card.steps_total}")
        extra = next((step for step in player.steps if self._is_worth_a_look(step)), None)
        self._seen(f"{player.card.name}, {player.card.steps_done} of {player.card.steps_total} done")
        if extra is None:
            self._student.press_the_one_that_stands_out()
        else:
            self._looked_at.add(extra.step_id)
            self._student.press_named(f": {extra.title}")
        return True

    def _is_worth_a_look(self, step: StepCard) -> bool:
        """May it be skipped, is it open, and was it not looked at yet?"""
        from app.store.readings import StepState

        may = step.optional and step.state not in (StepState.LOCKED, StepState.COMPLETE)
        return may and step.step_id not in self._looked_at

    def _at_element(self, place: Any) -> bool:
        from domain.records.progress import StepElement
        from workshop.hands import linger

        title = place.step.title
        self._student.waits_to_see("Back")
        self._seen(title)
        if place.step.element in (StepElement.VID, StepElement.AUD):
            self._student.press_the_one_that_stands_out()
        else:
            self._student.press("Listen")
        linger(1.2)
        self._seen(f"{title}, while it sounds")
        self.steps_seen += 1
        self._student.press_the_one_that_stands_out()
        return True

    def _at_play(self, place: Any) -> bool:
        title = place.step.title
        performance = Performing(self._story.keyboard, self._lab, self._student)
        before = {0: lambda: self._seen(f"{title}, a question")}
        after = {0: lambda: self._seen(f"{title}, answered")}
        slips: tuple[int, ...] = ()
        if title == ACCIDENTS:
            slips = (WRONG_AT,)
            after[PULLED_AFTER] = lambda: performance.pull_the_plug(self._seen)
            after[WRONG_AT] = lambda: self._seen("a wrong note and why")
        performance.play(before=before, after=after, slips=slips)
        self._story.facts.setdefault("performances", []).append(performance.figures(title))
        self._last = performance.finished
        self.steps_seen += 1
        return True

    def _at_result(self, place: Any) -> bool:
        if place.finished.new_badges:
            self._student.waits_to_see("badge")
            self._seen(f"{place.step.title}, a badge")
            self._close_the_moment()
        self._seen(f"{place.step.title}, how it went")
        self._student.press_the_one_that_stands_out()
        return True

    def _close_the_moment(self) -> None:
        """Keep the badges; they can be shared from the wall, too."""
        from workshop.hands import linger

        student = self._student
        while student.sees("Keep it for me") or student.sees("Next badge"):
            student.press("Keep it for me" if student.sees("Keep it for me") else "Next badge")
            linger(0.2)
