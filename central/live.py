"""The stream of hints over HTTP: server-sent events, a sign of life while nothing moves, an end where it must end."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable

from anyio import sleep, to_thread

from central.identity.machines import Device
from central.problems import NotSignedIn, Refused
from central.sync.hints import BEAT_EVERY, LOOK_EVERY, Hints, Listener

_ALIVE = b": here\n\n"


async def stream(hints: Hints, listener: Listener, still: Callable[[], Device]) -> AsyncIterator[bytes]:
    """Lines for one machine until it goes, its token is revoked (`still` raises) or the service stops."""
    beat = time.monotonic()
    yield _ALIVE
    while not hints.closing:
        moved = await to_thread.run_sync(listener.moved)
        if time.monotonic() - beat >= BEAT_EVERY:
            beat = time.monotonic()
            try:
                await to_thread.run_sync(still)
                moved |= await to_thread.run_sync(listener.look_again)
            except (NotSignedIn, Refused):
                return
            yield _ALIVE
        for bucket, seq in moved.items():
            yield f"event: moved\ndata: {bucket} {seq}\n\n".encode()
        await sleep(LOOK_EVERY)
