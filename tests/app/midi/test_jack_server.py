"""The port while JACK's own server dies and another one comes."""

from __future__ import annotations

import time
from contextlib import ExitStack

from app.midi.port import Port
from app.midi.state import PortState
from domain.music.note import Note
from workshop.rigs import jack_server, player, wait_until


def test_a_server_that_dies_takes_its_keyboards_along_and_one_that_comes_brings_them() -> None:
    notes: list[Note] = []
    news: list[str] = []
    states: list[PortState] = []
    port = Port(
        on_note=notes.append,
        on_pedal=lambda _pedal: None,
        on_state=states.append,
        on_lost=lambda name: news.append(f"lost {name}"),
        on_found=lambda name: news.append(f"found {name}"),
        now=lambda: time.perf_counter_ns() // 1000,
        load=lambda: ("Piano",),
        save=lambda _names: None,
        driver="jack",
    )
    with ExitStack() as later:
        with ExitStack() as first:
            first.enter_context(jack_server())
            piano = first.enter_context(player("Piano"))
            port.start()
            later.callback(port.close)
            wait_until(lambda: news == ["found Piano"], what="the keyboard")
            piano.send([0x90, 60, 100])
            wait_until(lambda: bool(notes), what="the note")
            first.pop_all().close()
        wait_until(lambda: port.state.problem is not None, what="the explanation")
        assert news == ["found Piano", "lost Piano"]
        assert notes[-1].velocity == 0
        assert "JACK" in str(port.state.problem)
        later.enter_context(jack_server())
        later.enter_context(player("Piano"))
        later.callback(port.close)
        wait_until(lambda: news == ["found Piano", "lost Piano", "found Piano"], what="the keyboard again")
        wait_until(lambda: port.state.problem is None and port.state.ready, what="the mended state")
