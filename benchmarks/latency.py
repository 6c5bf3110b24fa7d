"""`python -m benchmarks.latency`: from a MIDI port to a painted widget, over a plain mido callback in the same run.

A process of its own plays numbered notes through a real JACK server. Both ways take turns, round by round: the floor is
mido with a callback that appends; ours is the port, the stage, a real synthesiser on a real sound server, and a widget
that is painted. Times are microseconds from the moment the player sent the note.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import threading
import time
from collections.abc import Callable
from functools import partial

import mido
import msgspec
from PySide6.QtCore import QEvent, QMetaObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.midi.port import Port
from app.sound.piano import Synth
from app.stage.running import Stage
from domain.games.game import Outcome
from domain.games.picture import Keys, Mark, Phase, Picture, Sound
from domain.music.note import Note, Pedal
from domain.music.say import say
from workshop.rigs import Player, jack_server, pulse_server, wait_until

ROUNDS = 5
GAP_US = 5_000
# The keys of a usual game: three octaves.
LOWEST, HIGHEST = 48, 84
PAPER, PRESSED = QColor("white"), QColor("green")
MOST_MORE_MEDIAN, MOST_MORE_P99, MOST_SOUND = 1_000, 8_000, 1_000


def now_us() -> int:
    """The program's clock; on Linux the same one in every process."""
    return time.perf_counter_ns() // 1000


class EchoGame:
    """Shows every key that is pressed, and counts them: each note gives another picture."""

    def __init__(self) -> None:
        self._picture = Picture(
            phase=Phase.ASKING, prompt=say("Play."), keys=Keys(lowest=LOWEST, highest=HIGHEST), total=100_000
        )

    def begin(self, _at: int) -> Picture:
        """An empty keyboard."""
        return self._picture

    def play(self, note: Note) -> Picture:
        """Mark the key, and count it where it went down."""
        marks = {LOWEST + note.pitch % (HIGHEST - LOWEST): Mark.RIGHT} if note.velocity else {}
        self._picture = msgspec.structs.replace(
            self._picture,
            keys=Keys(lowest=LOWEST, highest=HIGHEST, marks=marks),
            done=self._picture.done + (1 if note.velocity else 0),
        )
        return self._picture

    def pedal(self, _pedal: Pedal) -> Picture:
        """Nothing."""
        return self._picture

    def choose(self, _choice_id: str, _at: int) -> Picture:
        """Nothing."""
        return self._picture

    def tick(self, _at: int) -> Picture:
        """Nothing."""
        return self._picture

    def outcome(self) -> Outcome | None:
        """It never ends."""
        return None


class Window(QWidget):
    """A window around what shows pictures; notes when everything that a picture changed has been painted."""

    def __init__(self, shown: QWidget, show_picture: Callable[[Picture], None]) -> None:
        super().__init__()
        self.resize(1280, 800)
        QVBoxLayout(self).addWidget(shown)
        self._show = show_picture
        self._done = -1
        # The counter that was painted, and when.
        self.painted: list[tuple[int, int]] = []

    def show_picture(self, picture: Picture) -> None:
        """Hand it on."""
        self._show(picture)
        self._done = picture.done

    def event(self, event: QEvent) -> bool:
        """Qt paints whatever is dirty while the window handles this event."""
        handled = super().event(event)
        if event.type() is QEvent.Type.UpdateRequest and self._done >= 0:
            self.painted.append((self._done, now_us()))
        return handled


class PlainPiano(QWidget):
    """The least that shows a note: keys that repaint when their mark changes."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._keys = Keys()

    def show_picture(self, picture: Picture) -> None:
        """Keep the keys and ask for a paint of what is different."""
        before, self._keys = self._keys, picture.keys or Keys()
        for pitch in before.marks.keys() ^ self._keys.marks.keys():
            self.update(key_place(pitch))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is asked for."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), PAPER)
        for pitch in range(self._keys.lowest, self._keys.highest + 1):
            if event.region().intersects(key_place(pitch)):
                painter.setBrush(PRESSED if pitch in self._keys.marks else PAPER)
                painter.drawRect(key_place(pitch))
        painter.end()


def key_place(pitch: int) -> QRect:
    """Where the plain piano draws a key."""
    return QRect(10 + (pitch - LOWEST) * 14, 500, 13, 200)


def plain_window() -> Window:
    """The path alone, with next to nothing to paint."""
    piano = PlainPiano()
    return Window(piano, piano.show_picture)


def real_window() -> Window:
    """What a student sees while playing: prompt, staff, feedback, progress, piano."""
    from app.views.kit.picture_view import PictureView
    from app.views.kit.theme import Look, Theme

    view = PictureView(Theme(Look()))
    return Window(view, view.show_picture)


WINDOWS = {"real": real_window, "plain": plain_window}


class TimedSynth(Synth):
    """The real synthesiser, noting how long after the port's stamp a key had been handed to it."""

    asked: list[int]

    def note(self, pitch: int, velocity: int) -> None:
        """Sound, then note the time."""
        super().note(pitch, velocity)
        if velocity:
            self.asked.append(now_us())


class Ours:
    """The whole way of a note, as the program builds it."""

    def __init__(self, keyboard: str, widget: Window) -> None:
        self.widget = widget
        self.stamps: list[int] = []
        self.synth = TimedSynth(on_state=ignore)
        self.synth.asked = []
        self.stage = Stage(game=EchoGame(), sound=self.synth, heard=ignore, now_us=now_us)
        self.stage.picture_changed.connect(widget.show_picture)
        self.port = Port(
            on_note=self._note,
            on_pedal=self.stage.pedal,
            on_state=ignore,
            on_lost=self.stage.keyboard_lost,
            on_found=self.stage.keyboard_found,
            now=now_us,
            load=lambda: (keyboard,),
            save=ignore,
            driver="jack",
        )

    def _note(self, note: Note) -> None:
        if note.velocity:
            self.stamps.append(note.at)
        self.stage.note(note)

    def start(self) -> None:
        """Open everything."""
        self.synth.start()
        wait_until(lambda: not self.synth.state.loading, what="the synthesiser")
        if not self.synth.state.on:
            raise SystemExit(f"no sound: {self.synth.state.problem}")
        self.synth.play([Sound(pitch=60)])
        self.stage.start()
        self.port.start()
        wait_until(lambda: self.port.state.ready, what="the keyboard")

    def close(self) -> None:
        """Close everything."""
        self.port.close()
        self.stage.stop()
        self.synth.close()


def ignore(_news: object) -> None:
    """Nobody is told here."""


def floor_round(player: Player, count: int, arrivals: list[int]) -> list[int]:
    """How long each note took to a mido callback."""
    arrivals.clear()
    sent = player.notes(count, gap_us=GAP_US)
    wait_until(lambda: len(arrivals) >= count, what="the floor's notes")
    return [arrived - at for arrived, at in zip(arrivals, sent, strict=True)]


def our_round(player: Player, count: int, ours: Ours) -> tuple[list[int], list[int]]:
    """How long each note took to the end of the paint that shows it; and from its stamp to the sound."""
    before = len(ours.stamps)
    painted_before = len(ours.widget.painted)
    sent = player.notes(count, gap_us=GAP_US)
    wait_until(lambda: bool(ours.widget.painted) and ours.widget.painted[-1][0] >= before + count, what="the paint")
    paints = iter(ours.widget.painted[painted_before:])
    shown, at = next(paints)
    took = []
    for number, sent_at in enumerate(sent, before + 1):
        while shown < number:
            shown, at = next(paints)
        took.append(at - sent_at)
    sound = [asked - stamp for asked, stamp in zip(ours.synth.asked[before:], ours.stamps[before:], strict=True)]
    return took, sound


class Measured(msgspec.Struct):
    """Microseconds of every note, by round."""

    floor: list[list[int]] = []
    ours: list[list[int]] = []
    sound: list[list[int]] = []


def measure(notes: int, make_widget: Callable[[], Window]) -> Measured:
    """Both ways in turns, `notes` each."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    measured = Measured()
    with jack_server(), pulse_server():
        floor_player, our_player = Player("Floor"), Player("Ours")
        arrivals: list[int] = []
        widget = make_widget()
        widget.show()
        ours = Ours("Ours", widget)
        ours.start()
        backend = mido.Backend("mido.backends.rtmidi/UNIX_JACK")
        with backend.open_input("Floor:out", callback=lambda m: arrivals.append(now_us()) if is_press(m) else None):
            # Not app.quit itself: from another thread it waits for this one, holding the interpreter.
            done = partial(QMetaObject.invokeMethod, app, "quit", Qt.ConnectionType.QueuedConnection)
            turns = threading.Thread(
                target=take_turns, args=(measured, notes // ROUNDS, floor_player, our_player, arrivals, ours, done)
            )
            turns.start()
            app.exec()
            turns.join()
        ours.close()
        floor_player.kill()
        our_player.kill()
    return measured


def is_press(message: mido.Message) -> bool:
    """Did a key go down?"""
    return bool(message.type == "note_on" and message.velocity)


def take_turns(
    measured: Measured,
    count: int,
    floor_player: Player,
    our_player: Player,
    arrivals: list[int],
    ours: Ours,
    done: Callable[[], object],
) -> None:
    """One round of the floor, one of ours, and so on. The first pair only warms up."""
    try:
        floor_round(floor_player, 50, arrivals)
        our_round(our_player, 50, ours)
        for _ in range(ROUNDS):
            measured.floor.append(floor_round(floor_player, count, arrivals))
            took, sound = our_round(our_player, count, ours)
            measured.ours.append(took)
            measured.sound.append(sound)
    finally:
        done()


def percentile(values: list[int], share: float) -> int:
    """The value below which that share lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def figures(rounds: list[list[int]]) -> dict[str, float]:
    """Median over the rounds with its spread, and p99 over all notes."""
    medians = [statistics.median(one) for one in rounds]
    every = [value for one in rounds for value in one]
    return {
        "notes": len(every),
        "median_us": statistics.median(medians),
        "median_lowest_us": min(medians),
        "median_highest_us": max(medians),
        "p99_us": percentile(every, 0.99),
        "worst_us": max(every),
    }


def report(measured: Measured) -> dict[str, object]:
    """All figures, the differences, and whether the targets hold."""
    floor, ours, sound = figures(measured.floor), figures(measured.ours), figures(measured.sound)
    more_median, more_p99 = ours["median_us"] - floor["median_us"], ours["p99_us"] - floor["p99_us"]
    kept = more_median <= MOST_MORE_MEDIAN and more_p99 <= MOST_MORE_P99 and sound["p99_us"] <= MOST_SOUND
    return {
        "floor": floor,
        "ours": ours,
        "sound_asked": sound,
        "more_median_us": more_median,
        "more_p99_us": more_p99,
        "targets_kept": kept,
    }


def main() -> int:
    """Measure, print, and answer 0 where the targets hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="figures for programs")
    parser.add_argument("--notes", type=int, default=2_000, help="notes each way")
    parser.add_argument("--window", choices=sorted(WINDOWS), default="real", help="what is painted")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    result = report(measure(wanted.notes, WINDOWS[wanted.window]))
    if wanted.json:
        print(json.dumps(result))
    else:
        for name, value in result.items():
            print(f"{name:16} {value}")
    return 0 if result["targets_kept"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
