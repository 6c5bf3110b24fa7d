"""Sequences as they are written down: TOML text in, a checked `Sequence` out.

Ids of groups, definitions and step templates are derived from the sequence and their codes, so both ends and all
versions agree on them. Reading files is left to the ends.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Protocol

import msgspec

from domain.learning.opening import never_opens
from domain.learning.sequence import (
    AssignmentDefinition,
    LearningElement,
    Sequence,
    SequenceGroup,
    SequenceStatus,
    StepTemplate,
    Targets,
    Visibility,
)
from domain.records.curriculum import CustomSequence, OwnStep
from domain.records.ids import derived_id
from domain.records.progress import Gating, StepElement

SEQUENCE_ID = r"^SEQ-[A-Z0-9]{2,12}$"
# `VID-INS-2345-E`: type, subtype, number, language (data model: Identifier Conventions).
ELEMENT_ID = re.compile(r"^(VID|AUD|TXT|RWD)-[A-Z]{3}-\d{4}-[A-Z]$")


class CurriculumError(ValueError):
    """What is wrong with a sequence file, with its name and line."""

    def __init__(self, file: str, line: int, text: str) -> None:
        super().__init__(f"{file}:{line}: {text}")
        self.file, self.line, self.text = file, line, text


class GameEntry(Protocol):
    """What a sequence must know of a catalogue game."""

    @property
    def game_id(self) -> str:
        """The catalogue's id."""

    @property
    def name(self) -> str:
        """The game's title."""


class StageEntry(Protocol):
    """What a sequence must know of a stage, to check it and to freeze its numbers."""

    @property
    def stage_type(self) -> str:
        """learn, play, quiz, challenge or review."""

    @property
    def enabled(self) -> bool:
        """Whether it can be played."""

    @property
    def max_possible_score(self) -> int:
        """The most points it gives."""

    @property
    def target_score(self) -> int | None:
        """What to aim for."""

    @property
    def pass_threshold(self) -> int | None:
        """What is enough."""


# The catalogue's stages by stage_id, each with its game.
Stages = Mapping[str, tuple[GameEntry, StageEntry]]


class _StepEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step as it is written: `stage` for a game, `element` for everything else."""

    stage: str | None = None
    element: str | None = None
    code: str | None = None
    title: str | None = None
    optional: bool = False
    sequential: bool = True
    requires: tuple[str, ...] = ()
    min_attempts: Annotated[int, msgspec.Meta(ge=0)] = 0
    min_score: Annotated[int, msgspec.Meta(ge=0)] = 0
    target_score: Annotated[int, msgspec.Meta(ge=0)] | None = None
    pass_threshold: Annotated[int, msgspec.Meta(ge=0)] | None = None


class _AssignmentEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    assignment_code: Annotated[str, msgspec.Meta(pattern=r"^A-\d{2}$")]
    name: str
    description: str = ""
    steps: Annotated[tuple[_StepEntry, ...], msgspec.Meta(min_length=1)]


class _GroupEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    group_code: Annotated[str, msgspec.Meta(pattern=r"^G-\d{2}$")]
    name: str
    metadata: dict[str, Any] = {}
    assignments: Annotated[tuple[_AssignmentEntry, ...], msgspec.Meta(min_length=1)]


class _SequenceEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    sequence_id: Annotated[str, msgspec.Meta(pattern=SEQUENCE_ID)]
    sequence_version: Annotated[int, msgspec.Meta(ge=1)] = 1
    name: str
    visibility: Visibility
    org_id: str | None = None
    instrument: str = "piano"
    metadata: dict[str, Any] = {}
    status: SequenceStatus = SequenceStatus.DRAFT
    groups: tuple[_GroupEntry, ...] = ()
    elements: tuple[LearningElement, ...] = ()


def parse_sequence(
    text: str, file: str, stages: Stages, leave_out: Callable[[CurriculumError], object] | None = None
) -> Sequence:
    """The sequence in a file, checked against the catalogue's stages by stage_id.

    Raises CurriculumError, which names file and line, for the first thing that is wrong. With `leave_out` an assignment
    that is wrong is left out, and `leave_out` told why.
    """
    source = _Source(text, file)
    try:
        entry = msgspec.convert(tomllib.loads(text), _SequenceEntry)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at.group(1)) if at else text.count("\n") + 1
        raise CurriculumError(file, line, f"this is not TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise source.invalid(error) from error
    return _Builder(entry, source, stages, leave_out).sequence()


def read_sequence(text: str, file: str, stages: Stages) -> tuple[Sequence, tuple[CurriculumError, ...]]:
    """The sequence in a file without the assignments that are wrong or need a game that is gone, and what is wrong.

    Raises CurriculumError where it is no sequence at all.
    """
    wrong: list[CurriculumError] = []
    return parse_sequence(text, file, stages, wrong.append), tuple(wrong)


def sequence_of(own: CustomSequence, stages: Stages) -> Sequence:
    """A teacher's own pathway, checked against the catalogue's stages like one that is shipped.

    Raises CurriculumError for the first thing that is wrong; its `text` says what.
    """
    fields = msgspec.to_builtins(own)
    names = ("sequence_id", "sequence_version", "name", "org_id", "instrument", "status", "groups", "elements")
    try:
        entry = msgspec.convert(
            {**{name: fields[name] for name in names}, "visibility": "custom",
             "metadata": {"description": own.description}},
            _SequenceEntry,
        )  # fmt: skip
    except msgspec.ValidationError as error:
        raise CurriculumError(own.name, 1, str(error)) from error
    return _Builder(entry, _Source("", own.name), stages).sequence()


class _Source:
    def __init__(self, text: str, file: str) -> None:
        self._lines, self.file = text.splitlines(), file

    def invalid(self, error: msgspec.ValidationError) -> CurriculumError:
        """An error of a field: its line is looked for after the table that the message's path names."""
        message = str(error)
        path = re.findall(r"(\w+)\[(\d+|\.\.\.)\]", message)
        key = re.search(r"field `([^`]+)`", message) or re.search(r"\.(\w+)`", message)
        start = self._table(path[0]) if path and path[0][1] != "..." else 1
        return CurriculumError(self.file, self.line(key.group(1) if key else None, start), message)

    def _table(self, step: tuple[str, str]) -> int:
        name, place = step
        heads = [n for n, line in enumerate(self._lines, 1) if re.match(rf"\s*\[\[\s*{name}\s*\]\]", line)]
        return heads[int(place)] if int(place) < len(heads) else 1

    def line(self, word: str | None, start: int = 1) -> int:
        """The first line from `start` on that holds the word, or `start`."""
        if word is None:
            return start
        pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        numbered = enumerate(self._lines[start - 1 :], start)
        return next((n for n, line in numbered if pattern.search(line.partition("#")[0])), start)

    def error(self, word: str | None, text: str) -> CurriculumError:
        return CurriculumError(self.file, self.line(word), text)


class _Builder:
    """Turns what was written into a sequence with its derived ids, and checks every reference."""

    def __init__(
        self,
        entry: _SequenceEntry,
        source: _Source,
        stages: Stages,
        leave_out: Callable[[CurriculumError], object] | None = None,
    ) -> None:
        self._entry, self._source, self._stages, self._leave_out = entry, source, stages, leave_out
        self._elements = {each.element_id: each for each in entry.elements}

    def sequence(self) -> Sequence:
        entry = self._entry
        self._check()
        made = (self._group(place, group) for place, group in enumerate(entry.groups))
        groups = tuple(group for group in made if group.assignments)
        fields = {
            name: getattr(entry, name) for name in Sequence.__struct_fields__ if name not in ("groups", "elements")
        }
        return Sequence(**fields, groups=groups, elements=entry.elements)

    def _check(self) -> None:
        for element in self._entry.elements:
            if not ELEMENT_ID.match(element.element_id):
                text = f"`{element.element_id}` is no element id such as TXT-LIF-0001-E"
                raise self._source.error(element.element_id, text)
        self._once([each.element_id for each in self._entry.elements], "element")
        self._once([each.group_code for each in self._entry.groups], "group_code")
        if self._entry.visibility is Visibility.CUSTOM and self._entry.org_id is None:
            raise self._source.error("visibility", "a custom sequence belongs to an org_id")

    def _once(self, codes: list[str], what: str) -> None:
        twice = next((code for code in codes if codes.count(code) > 1), None)
        if twice is not None:
            raise self._source.error(twice, f"two times the {what} `{twice}`")

    def _group(self, place: int, group: _GroupEntry) -> SequenceGroup:
        self._once([each.assignment_code for each in group.assignments], f"assignment_code in {group.group_code}")
        group_id = derived_id(self._entry.sequence_id, group.group_code)
        made = (self._sound_definition(group_id, n, each) for n, each in enumerate(group.assignments))
        definitions = tuple(each for each in made if each is not None)
        return SequenceGroup(
            group_id=group_id,
            group_code=group.group_code,
            name=group.name,
            order_index=place,
            metadata=group.metadata,
            assignments=definitions,
        )

    def _sound_definition(self, group_id: str, place: int, entry: _AssignmentEntry) -> AssignmentDefinition | None:
        try:
            return self._definition(group_id, place, entry)
        except CurriculumError as error:
            if self._leave_out is None:
                raise
            self._leave_out(error)
            return None

    def _definition(self, group_id: str, place: int, entry: _AssignmentEntry) -> AssignmentDefinition:
        definition_id = derived_id(group_id, entry.assignment_code)
        codes = [step.code or step.stage or step.element or "" for step in entry.steps]
        self._once(codes, f"step in {entry.name}")
        ids = {code: derived_id(definition_id, code) for code in codes}
        steps = tuple(self._step(n, step, codes[n], ids) for n, step in enumerate(entry.steps))
        self._check_opening(entry, codes, steps)
        return AssignmentDefinition(
            assignment_def_id=definition_id,
            assignment_code=entry.assignment_code,
            name=entry.name,
            description=entry.description,
            order_index=place,
            steps=steps,
        )

    def _check_opening(self, entry: _AssignmentEntry, codes: list[str], steps: tuple[StepTemplate, ...]) -> None:
        """Every step can open: no game is asked for more points than it gives."""
        titles = dict(zip(codes, (step.title for step in steps), strict=True))
        fields = [msgspec.to_builtins(step) for step in entry.steps]
        own = [OwnStep(**{**each, "code": code}) for each, code in zip(fields, codes, strict=True)]
        for place, code in enumerate(codes):
            why = never_opens(own, place, lambda step: titles[step.code], self._most)
            if why is not None:
                raise self._source.error(code, why.english())

    def _most(self, stage_id: str) -> int:
        found = self._stages.get(stage_id)
        return found[1].max_possible_score if found else 0

    def _step(self, place: int, entry: _StepEntry, code: str, ids: dict[str, str]) -> StepTemplate:
        if (entry.stage is None) == (entry.element is None):
            raise self._source.error(code or None, "a step names either a stage or an element")
        earlier = list(ids)[:place]
        strange = next((name for name in entry.requires if name not in earlier), None)
        if strange is not None:
            raise self._source.error(
                strange, f"`{code}` requires `{strange}`, which is no earlier step of its assignment"
            )
        kind, element_id, title = self._element(entry)
        return StepTemplate(
            step_def_id=ids[code],
            order_index=place,
            element_type=kind,
            element_id=element_id,
            title=entry.title or title,
            stage_id=entry.stage,
            gating=Gating(
                sequential=entry.sequential,
                requires=tuple(ids[name] for name in entry.requires),
                min_attempts=entry.min_attempts,
                min_score=entry.min_score,
            ),
            targets=self._targets(entry),
            optional=entry.optional,
        )

    def _element(self, entry: _StepEntry) -> tuple[StepElement, str, str]:
        if entry.element is not None:
            element = self._elements.get(entry.element)
            if element is None:
                raise self._source.error(entry.element, f"there is no element `{entry.element}` in this file")
            return element.element_type, element.element_id, element.name
        found = self._stages.get(entry.stage or "")
        if found is None or not found[1].enabled:
            raise self._source.error(entry.stage, f"there is no stage `{entry.stage}` to play in the catalogue")
        game, stage = found
        return StepElement.GAM, game.game_id, f"{game.name}: {stage.stage_type}"

    def _targets(self, entry: _StepEntry) -> Targets:
        found = self._stages.get(entry.stage or "")
        if found is None:
            return Targets()
        stage = found[1]
        targets = Targets(
            target_score=stage.target_score if entry.target_score is None else entry.target_score,
            pass_threshold=stage.pass_threshold if entry.pass_threshold is None else entry.pass_threshold,
        )
        for score in (targets.target_score, targets.pass_threshold):
            if score is not None and score > stage.max_possible_score:
                text = f"{score} is above the most possible score of {entry.stage}, {stage.max_possible_score}"
                raise self._source.error(entry.stage, text)
        return targets
