"""The port without a driver behaves as the real one does."""

from __future__ import annotations

from app.midi.fake import FakePort
from app.midi.state import KeyboardSettings, MidiPort, PortState
from domain.music.note import Note, Pedal


class Told:
    """Everything that the port says, in order."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.news: list[tuple[str, str]] = []
        self.states: list[PortState] = []
        self.pedals: list[Pedal] = []
        self.port = FakePort(
            on_note=self.notes.append,
            on_pedal=self.pedals.append,
            on_state=self.states.append,
            on_lost=lambda name: self.news.append(("lost", name)),
            on_found=lambda name: self.news.append(("found", name)),
            now=lambda: 1,
        )


def test_it_is_a_port() -> None:
    port: MidiPort = Told().port
    port.start()
    assert not port.state.ready


def test_plug_play_unplug_replug() -> None:
    told = Told()
    told.port.plug("Piano")
    told.port.press(60)
    told.port.unplug("Piano")
    assert told.notes == [Note(60, 80, 1), Note(60, 0, 1)]
    assert told.port.state.missing == ("Piano",)
    told.port.press(61)
    told.port.plug("Piano")
    told.port.press(62)
    told.port.release(62)
    assert [note.pitch for note in told.notes] == [60, 60, 62, 62]
    assert told.news == [("found", "Piano"), ("lost", "Piano"), ("found", "Piano")]
    assert told.port.state.missing == ()


def test_choosing_closes_the_others() -> None:
    told = Told()
    told.port.plug("A")
    told.port.plug("B")
    told.port.press(60)
    told.port.choose(["B"])
    assert told.notes[-1] == Note(60, 0, 1)
    assert [(k.name, k.open, k.chosen) for k in told.port.state.keyboards] == [("A", False, False), ("B", True, True)]
    told.port.close()
    told.port.press(61)
    assert len(told.notes) == 2


def test_to_find_ones_keyboard_all_are_listened_to_for_a_while() -> None:
    told = Told()
    told.port.plug("A")
    told.port.choose(["B"])
    told.port.audition(True)
    told.port.plug("B")
    assert [(k.name, k.open, k.used) for k in told.port.state.keyboards] == [("A", True, False), ("B", True, True)]
    told.port.press(60)
    told.port.audition(False)
    assert [(k.name, k.open) for k in told.port.state.keyboards] == [("A", False), ("B", True)]
    assert [note.velocity for note in told.notes] == [80, 0]


def test_each_keyboard_may_have_settings_of_its_own() -> None:
    told = Told()
    told.port.use(KeyboardSettings(transpose=12), "A")
    told.port.plug("B")
    told.port.press(60)
    told.port.unplug("B")
    told.port.plug("A")
    told.port.press(60)
    told.port.use(KeyboardSettings(transpose=-12), "A")
    told.port.press(62)
    assert [note.pitch for note in told.notes if note.velocity] == [60, 72, 50]


def test_two_children_at_one_keyboard_play_the_same_notes() -> None:
    told = Told()
    told.port.plug("A")
    told.port.use(KeyboardSettings(left=24), "A")
    for pitch in (36, 59, 60, 83):
        told.port.press(pitch)
    assert [note.pitch for note in told.notes] == [60, 83, 60, 83]


def test_the_test_page_is_told_what_the_key_itself_sends() -> None:
    told = Told()
    told.port.use(KeyboardSettings(transpose=12))
    told.port.plug("A")
    told.port.press(48, 99)
    told.port.release(48)
    told.port.send([0xB0, 64, 127])
    told.port.send([0xE0, 0, 64])
    kinds = [(message.kind, message.key, message.value) for message in told.port.recent()]
    assert kinds == [("down", 48, 99), ("up", 48, 0), ("pedal", 0, 127), ("other", 0, 0)]


def test_settings_and_the_test_page() -> None:
    told = Told()
    told.port.plug("A")
    told.port.use(KeyboardSettings(transpose=1))
    told.port.press(60)
    told.port.send([0xB0, 64, 127])
    assert told.notes[-1].pitch == 61
    assert told.pedals == [Pedal(127, 1)]
    assert [message.keyboard for message in told.port.recent()] == ["A", "A"]
