"""What rtmidi does not tell about JACK: whether a connection still stands, and whether the server still lives.

A keyboard that is pulled and plugged within a moment comes back under the same name, but not connected; and after the
server's death its port list stays as it was.
"""

from __future__ import annotations

import ctypes

LIBRARY = "libjack.so.0"
# JackNoStartServer of jack/types.h: looking must not start a server.
NO_START_SERVER = 1
ON_SHUTDOWN = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


class JackGraph:
    """A client without ports that reads JACK's graph in shared memory."""

    def __init__(self, name: str) -> None:
        """Raises OSError where there is no library or no server."""
        self._jack = load()
        self.alive = True
        self._client = self._jack.jack_client_open(name.encode(), NO_START_SERVER, None)
        if not self._client:
            raise OSError("no JACK server")
        # Kept: ctypes frees a callback that nobody holds.
        self._told = ON_SHUTDOWN(self._server_is_gone)
        self._jack.jack_on_shutdown(self._client, self._told, None)
        self._jack.jack_activate(self._client)

    def is_connected(self, source: str, destination: str) -> bool:
        """Does `source` send to a port of the name `destination`, whatever its client is called?"""
        port = self._jack.jack_port_by_name(self._client, source.encode())
        if not port:
            return False
        names = self._jack.jack_port_get_all_connections(self._client, port)
        try:
            return any(name.endswith(f":{destination}".encode()) for name in listed(names))
        finally:
            if names:
                self._jack.jack_free(names)

    def close(self) -> None:
        """Leave the server."""
        self._jack.jack_client_close(self._client)

    def _server_is_gone(self, _data: object) -> None:
        self.alive = False


def listed(names: ctypes._Pointer[ctypes.c_char_p] | None) -> list[bytes]:
    """The strings of a C array that ends with NULL."""
    found: list[bytes] = []
    while names and names[len(found)]:
        found.append(names[len(found)] or b"")
    return found


def load() -> ctypes.CDLL:
    """The library with the types of what is used of it. Raises OSError where it is not installed."""
    jack = ctypes.CDLL(LIBRARY)
    jack.jack_client_open.restype = ctypes.c_void_p
    jack.jack_client_open.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
    jack.jack_on_shutdown.restype = None
    jack.jack_on_shutdown.argtypes = [ctypes.c_void_p, ON_SHUTDOWN, ctypes.c_void_p]
    jack.jack_activate.argtypes = [ctypes.c_void_p]
    jack.jack_client_close.argtypes = [ctypes.c_void_p]
    jack.jack_port_by_name.restype = ctypes.c_void_p
    jack.jack_port_by_name.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    jack.jack_port_get_all_connections.restype = ctypes.POINTER(ctypes.c_char_p)
    jack.jack_port_get_all_connections.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    jack.jack_free.restype = None
    jack.jack_free.argtypes = [ctypes.c_void_p]
    return jack
