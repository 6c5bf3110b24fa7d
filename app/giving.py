"""Giving work, bound to one machine: shipped pathways, the school's own, what was given, as `Rooms` hands it on."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property

from app.stage.running import Sounding
from app.store import assigning, pathways
from app.store.giving_readings import GivenNow, GivenPage, GivingPage, GroupCard, StageChoice
from app.store.heat import students_in
from app.store.keeper import Desk, Keeper
from app.store.readings import Account, StepCard
from app.views.rooms_giving import GivingRooms
from domain.games.catalogue import Catalogue
from domain.games.finding import Finder, Wanted
from domain.games.picture import Sound
from domain.learning.curriculum import CurriculumError, read_sequence
from domain.learning.melody import MelodyError, timed
from domain.learning.sequence import LearningElement
from domain.learning.sequence import Sequence as Pathway
from resources import texts

# What a search offers at once.
_MOST_FOUND = 40


def shipped(files: Mapping[str, str], catalogue: Catalogue) -> tuple[Pathway, ...]:
    """The pathways in these files (name → text). What is wrong in one is logged, and everything else goes on."""
    found: list[Pathway] = []
    for file, text in files.items():
        try:
            pathway, wrong = read_sequence(text, file, catalogue.stages)
            found.append(pathway)
        except CurriculumError as error:
            wrong = (error,)
        for each in wrong:
            logging.getLogger("app").error("an assignment is left out: %s", each)
    return tuple(found)


class Giving:
    """Shipped pathways are read when they are first asked for, on a thread of their own."""

    def __init__(self, *, keeper: Keeper, sound: Sounding, catalogue: Catalogue) -> None:
        self._keeper, self._sound, self._catalogue = keeper, sound, catalogue
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="giving")

    def close(self) -> None:
        """Let go; what has not begun is dropped."""
        self._thread.shutdown(cancel_futures=True)

    @cached_property
    def _shipped(self) -> tuple[Pathway, ...]:
        return shipped(texts("curricula"), self._catalogue)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._catalogue.games)

    def rooms(self) -> GivingRooms:
        """What views may call of it."""
        keeper = self._keeper
        return GivingRooms(
            page=lambda account, class_id: self._thread.submit(self._page, account, class_id),
            give=lambda *asked: self._thread.submit(self._give, *asked),
            given=lambda account, class_id: self._thread.submit(self._given, account, class_id),
            put_away=lambda account, ids, away: assigning.put_away(
                keeper=keeper, account=account, assignment_ids=ids, away=away
            ),
            keep_group=self._keep_group,
            drop_group=lambda account, class_id, group_id: assigning.drop_group(
                keeper=keeper, account=account, class_id=class_id, group_id=group_id
            ),
            begin_pathway=lambda account, name: pathways.begin_pathway(keeper=keeper, account=account, name=name),
            own_pathway=lambda account, own_id: pathways.own_pathway(keeper=keeper, account=account, own_id=own_id),
            keep_pathway=lambda account, changed: pathways.keep_pathway(
                keeper=keeper, account=account, changed=changed
            ),
            preview=lambda account, own, place: pathways.preview(keeper=keeper, account=account, own=own, place=place),
            find_stages=self._find_stages,
            most_points=self._most_points,
            element=lambda account, step: self._thread.submit(self._element, account, step),
            sing=self._sing,
        )

    def _page(self, account: Account, class_id: str) -> GivingPage:
        return assigning.giving_page(
            keeper=self._keeper, account=account, class_id=class_id, shipped=self._shipped
        ).result()

    def _give(
        self,
        account: Account,
        class_id: str,
        sequence_id: str,
        definitions: Sequence[str],
        student_ids: Collection[str],
        due_on: str | None,
    ) -> GivenNow:
        return assigning.give(
            keeper=self._keeper,
            account=account,
            class_id=class_id,
            sequence_id=sequence_id,
            definitions=definitions,
            student_ids=student_ids,
            due_on=due_on,
            shipped=self._shipped,
        ).result()

    def _given(self, account: Account, class_id: str) -> GivenPage:
        """One student after the other, so that the store is never busy for long."""
        keeper = self._keeper
        students = students_in(keeper=keeper, account=account, class_id=class_id).result()
        cards = [assigning.given_to(keeper=keeper, account=account, student_id=each).result() for each in students]

        def name(desk: Desk) -> str:
            with desk.mirror(account.user_id).reading() as connection:
                return assigning.class_name(connection, class_id)

        return GivenPage(class_id=class_id, class_name=keeper.submit(name).result(), cards=assigning.as_cards(cards))

    def _keep_group(
        self, account: Account, class_id: str, name: str, students: Collection[str], group_id: str | None
    ) -> Future[tuple[GroupCard, ...]]:
        return assigning.keep_group(
            keeper=self._keeper, account=account, class_id=class_id, name=name, student_ids=students, group_id=group_id
        )

    def _find_stages(self, words: str) -> tuple[StageChoice, ...]:
        found = self._finder.find(Wanted(words=words))
        choices = [
            StageChoice(
                stage_id=stage.stage_id,
                game_name=game.name,
                stage_type=str(stage.stage_type.value),
                difficulty=game.difficulty,
                category=game.category,
                target_score=stage.target_score,
                pass_threshold=stage.pass_threshold,
                max_possible_score=stage.max_possible_score,
            )
            for game in found
            for stage in game.stages
            if stage.enabled
        ]
        return tuple(choices[:_MOST_FOUND])

    def _most_points(self, stage_id: str) -> int:
        found = self._catalogue.stage(stage_id)
        return found[1].max_possible_score if found else 0

    def _element(self, account: Account, step: StepCard) -> LearningElement | None:
        def work(desk: Desk) -> LearningElement | None:
            with desk.mirror(account.user_id).reading() as connection:
                return pathways.element_in(connection, account, step, desk.catalogue, self._shipped)

        return self._keeper.submit(work).result()

    def _sing(self, melody: Sequence[str], tempo: int) -> int:
        """What cannot be read is not played: the text beside it is there all the same."""
        self._sound.stop()
        try:
            notes = timed(melody, tempo)
        except MelodyError:
            return 0
        if notes:
            self._sound.wake()
            self._sound.play([Sound(pitch=pitch, after=at, length=length * 95 // 100) for at, length, pitch in notes])
        return max((at + length for at, length, _ in notes), default=0)
