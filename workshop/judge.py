"""`./mlc judge`: the judge on files. A score and a recorded performance in, every note's verdict out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from domain.music.align import align, in_chords
from domain.music.common_order import length
from domain.music.fitting import fitting
from domain.music.judging import judge
from domain.music.mei_score import read_mei
from domain.music.musicxml import read_musicxml
from domain.music.pitch import MusicError
from domain.music.played import Played, played
from domain.music.rhythm import QUARTER, tempo_of
from domain.music.rules import RULES, Level
from domain.music.score import Score, ScoreError
from domain.music.sentences import why, why_all, why_extra, why_pace
from domain.music.smf import performance_of, score_of_smf
from domain.music.timeline import median
from domain.music.verdicts import ExtraVerdict, Judgement, NoteVerdict, Verdict

BAD_INPUT = 2
# A transposed keyboard: fewer hundredths fit as they sound, and at least so many moved by up to so many semitones.
MOST_AS_IT_SOUNDS, LEAST_MOVED, FARTHEST = 65, 90, 24


def judge_command(
    score: Path, performance: Path, level: str = "normal", click: int | None = None, as_json: bool = False
) -> int:
    """Prints the judgement and returns the exit code: 0, or 2 with one sentence on standard error for bad input.

    `click` is in beats a minute; without it the player's tempo is followed. Repeats are played or not, whatever fits.
    """
    try:
        rules = RULES[_level(level)]
        with _named(performance):
            recorded = played(performance_of(_bytes(performance)))
        with _named(score):
            recorded, transposed = _as_written(_fitting(score, recorded), recorded)
            written = _fitting(score, recorded)
        heard = recorded
        if click is not None:
            written = written.with_tempo(tempo_of(click, written.beat))
            heard = _from_the_click(written, recorded)
        judgement = judge(written, heard, rules, clicked=click is not None)
    except MusicError as problem:
        print(problem, file=sys.stderr)
        return BAD_INPUT
    if as_json:
        report = _report(written, recorded, judgement, rules.level, click)
        report["summary"]["transposed"] = transposed
        json.dump(report, sys.stdout, ensure_ascii=False)
        print()
    else:
        _print_table(written, recorded, judgement)
        if transposed:
            print(f"The whole sounds {abs(transposed)} semitones too {'high' if transposed > 0 else 'low'}; ", end="")
            print("it was judged without that. Is the keyboard transposed?")
    return 0


def _level(name: str) -> Level:
    if name not in tuple(Level):
        raise ScoreError(f"“{name}” is not a level; there are {', '.join(Level)}.")
    return Level(name)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Says which of the two files a problem is about."""
    try:
        yield
    except MusicError as problem:
        raise ScoreError(f"{path.name}: {problem}") from problem


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise ScoreError(f"It cannot be read: {problem.strerror}.") from problem


def _fitting(path: Path, heard: Played) -> Score:
    """The score of a file, with those repeats taken that the performance takes."""
    data = _bytes(path)
    if data[:4] == b"MThd" or path.suffix.lower() in (".mid", ".midi"):
        return score_of_smf(data)
    if path.suffix.lower() == ".mei" or b"music-encoding.org" in data[:2_000]:
        return fitting(read_mei(data), heard)
    if path.suffix.lower() in (".musicxml", ".xml", ".mxl"):
        return fitting(read_musicxml(data), heard)
    raise ScoreError("A score is a .musicxml, .mxl, .mei or .mid file.")


def _as_written(score: Score, heard: Played) -> tuple[Played, int]:
    """The performance without the transposition of its keyboard, and how many semitones that was (0: none).

    Only where hardly anything fits as it sounds, and nearly everything moved by so many semitones.
    """
    order = in_chords(heard)
    written, keys = score.struck_pitches, [heard.pitches[place] for place in order]
    all_of_it = max(len(written), len(keys))
    if 100 * length(written, keys) >= MOST_AS_IT_SOUNDS * all_of_it:
        return heard, 0
    found = [(length(written, [key - by for key in keys]), -abs(by), by) for by in range(-FARTHEST, FARTHEST + 1)]
    fits, _, by = max(found)
    if 100 * fits < LEAST_MOVED * all_of_it:
        return heard, 0
    return msgspec.structs.replace(heard, pitches=[key - by for key in heard.pitches]), by


def _from_the_click(score: Score, heard: Played) -> Played:
    """Time 0 put where the click must have begun: a file does not say, so its first notes do."""
    match = align(score, heard).match
    starts = [heard.onsets[place] - score.onsets[index] for index, place in enumerate(match) if place >= 0]
    start = median(starts[:8]) if starts else heard.onsets[0]
    return Played(
        [at - start for at in heard.onsets],
        heard.pitches,
        heard.velocities,
        [at - start if at >= 0 else at for at in heard.releases],
        [(at - start, down) for at, down in heard.pedal],
    )


def _report(score: Score, heard: Played, judgement: Judgement, level: Level, click: int | None) -> dict[str, Any]:
    return {
        "judge_version": judgement.version,
        "level": level.value,
        "click": click,
        "notes": [_note(score, heard, index, each) for index, each in enumerate(judgement.notes)],
        "extras": [_extra(score, heard, each) for each in judgement.extras],
        "summary": {
            "score": judgement.score,
            "score_notes": len(judgement.notes),
            "played_notes": len(heard.onsets),
            "right": judgement.right,
            "counts": judgement.counts,
            "lean_ms": judgement.lean / 1_000,
            "pace": judgement.pace.value,
            "pace_change_percent": judgement.pace_change / 10,
            "sentence": why_pace(judgement).english(),
            "sentences": [each.english() for each in why_all(judgement)],
        },
    }


def _note(score: Score, heard: Played, index: int, each: NoteVerdict) -> dict[str, Any]:
    """One written note. `matched` says that the very note was played; else `played_index` is what came instead."""
    note = score.notes[index]
    return {
        "index": index,
        "id": note.note_id,
        "measure": note.measure,
        "onset_quarters": note.onset / QUARTER,
        "duration_quarters": note.duration / QUARTER,
        "pitch": note.pitch.midi,
        "name": note.pitch.name,
        "staff": note.staff,
        "grace": note.grace,
        "verdict": each.verdict.value,
        "grade": each.grade.value,
        "offset_ms": None if each.offset is None else each.offset / 1_000,
        "matched": index not in score.unisons and each.played >= 0 and heard.pitches[each.played] == note.pitch.midi,
        "unison_with": score.notes[score.unisons[index]].note_id if index in score.unisons else None,
        "played_index": each.played if each.played >= 0 else None,
        "played_onset_ms": heard.onsets[each.played] / 1_000 if each.played >= 0 else None,
        "played_pitch": heard.pitches[each.played] if each.played >= 0 else None,
        "length": each.length.value or None,
        "dynamics": each.touch.value or None,
        "velocity": heard.velocities[each.played] if each.played >= 0 else None,
        "length_error_ms": each.length_error / 1_000,
        "semitones": each.semitones,
        "why": why(score, heard, index, each).english(),
    }


def _extra(score: Score, heard: Played, each: ExtraVerdict) -> dict[str, Any]:
    return {
        "played_index": each.played,
        "played_onset_ms": heard.onsets[each.played] / 1_000,
        "played_pitch": heard.pitches[each.played],
        "verdict": each.verdict.value,
        "near": score.notes[each.near].note_id,
        "offset_ms": each.offset / 1_000,
        "why": why_extra(score, heard, each).english(),
    }


def _print_table(score: Score, heard: Played, judgement: Judgement) -> None:
    console = Console()
    table = Table(title="Every note that was not simply right", title_justify="left")
    for heading in ("bar", "beat", "note", "verdict", "ms", "why"):
        table.add_column(heading)
    for index, each in enumerate(judgement.notes):
        if each.verdict is Verdict.RIGHT and not each.length and not each.touch:
            continue
        note = score.notes[index]
        offset = "" if each.offset is None else f"{each.offset // 1_000:+d}"
        beat = f"{note.onset / QUARTER:.2f}"
        verdict = each.length.value or each.touch.value if each.verdict is Verdict.RIGHT else each.verdict.value
        sentence = why(score, heard, index, each).english()
        table.add_row(str(note.measure), beat, note.pitch.name, verdict, offset, sentence)
    for extra in judgement.extras:
        near = score.notes[extra.near]
        sentence = why_extra(score, heard, extra).english()
        table.add_row(
            str(near.measure),
            f"{near.onset / QUARTER:.2f}",
            "",
            extra.verdict.value,
            f"{extra.offset // 1_000:+d}",
            sentence,
        )
    console.print(table)
    counts = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in sorted(judgement.counts.items()))
    console.print(f"{judgement.score} of 100: {counts}.", markup=False)
    console.print(" ".join(each.english() for each in why_all(judgement)), markup=False)


def main(
    score: Annotated[Path, typer.Option(help="A .musicxml, .mxl, .mei or .mid file.")],
    performance: Annotated[Path, typer.Option(help="A recorded .mid file.")],
    level: Annotated[str, typer.Option(help="first, normal or strict.")] = "normal",
    click: Annotated[
        int | None, typer.Option(help="Beats a minute; without it the player's tempo is followed.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Everything, for programs.")] = False,
) -> None:
    """Judges a recorded performance against a score, note by note."""
    raise typer.Exit(judge_command(score, performance, level, click, as_json))


if __name__ == "__main__":
    command = typer.Typer(add_completion=False)
    command.command()(main)
    command(prog_name="./mlc judge")
