"""What sync costs at least: JSON in pages of 1,000 over one connection between two SQLite files, and no protocol.

`server DIR PORT USERS` and `client DIR PORT NAME USER` obey `benchmarks.line`, with the same attempts as ours.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import sqlite3
import sys
import threading
import time
import zlib
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.line import Answer, say, serve
from benchmarks.peer_ours import attempt, wall_clock

PAGE = 1_000
_TABLE = "CREATE TABLE IF NOT EXISTS attempts (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, body TEXT)"
_INSERT = "INSERT OR IGNORE INTO attempts (id, body) VALUES (?, ?)"
_AFTER = "SELECT seq, id, body FROM attempts WHERE seq > ? ORDER BY seq LIMIT ?"


def opened(path: Path) -> sqlite3.Connection:
    """A file with the attempts."""
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    database.execute("PRAGMA journal_mode = WAL").close()
    database.execute("PRAGMA synchronous = NORMAL").close()
    database.execute(_TABLE).close()
    return database


def keep(database: sqlite3.Connection, rows: list[Any]) -> None:
    """Insert in one transaction."""
    database.execute("BEGIN")
    database.executemany(_INSERT, rows)
    database.execute("COMMIT")


def packed(rows: Any) -> bytes:
    """As it goes over the wire."""
    return zlib.compress(json.dumps(rows).encode(), 6)


def server(folder: Path, port: int) -> None:
    """Take pages and give pages."""
    database, lock = opened(folder / "floor.db"), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = 65_536

        def log_message(self, format: str, *values: object) -> None:
            """Say nothing."""

        def do_POST(self) -> None:
            rows = json.loads(zlib.decompress(self.rfile.read(int(self.headers["content-length"]))))
            with lock:
                keep(database, rows)
            self._send(packed(len(rows)))

        def do_GET(self) -> None:
            with lock:
                rows = database.execute(_AFTER, (int(self.path[1:]), PAGE)).fetchall()
            self._send(packed(rows))

        def _send(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.wfile.flush()

    class Server(ThreadingHTTPServer):
        request_queue_size = 128

    listening = Server(("127.0.0.1", port), Handler)
    say({"ready": True, "pid": os.getpid()})
    listening.serve_forever()


def client(folder: Path, port: int, name: str) -> None:
    """Send what is new here, take what is new there."""
    database, chance = opened(folder / f"floor-{name}.db"), random.Random(name)
    road = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    at = {"sent": 0, "taken": 0}

    def insert(command: Mapping[str, Any]) -> Answer:
        made = [attempt("org", "student", n, wall_clock(), chance) for n in range(command["n"])]
        rows = [(one.id, msgspec.json.encode(one).decode()) for one in made]
        began = time.monotonic()
        keep(database, rows)
        return {"seconds": time.monotonic() - began}

    def asked(method: str, path: str, body: bytes | None = None) -> Any:
        road.request(method, path, body)
        return json.loads(zlib.decompress(road.getresponse().read()))

    def sync(command: Mapping[str, Any]) -> Answer:
        mode = command.get("mode", "both")
        while mode != "pull" and (rows := database.execute(_AFTER, (at["sent"], PAGE)).fetchall()):
            asked("POST", "/", packed([row[1:] for row in rows]))
            at["sent"] = rows[-1][0]
        while mode != "push" and (rows := asked("GET", f"/{at['taken']}")):
            keep(database, [row[1:] for row in rows])
            at["taken"] = rows[-1][0]
        return {}

    def count(_command: Mapping[str, Any]) -> Answer:
        return {"count": database.execute("SELECT count(*) FROM attempts").fetchone()[0]}

    serve({"enroll": lambda _command: {}, "insert": insert, "sync": sync, "count": count})


if __name__ == "__main__":
    if sys.argv[1] == "server":
        server(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        client(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
