"""One connection to a mirror file: SQLCipher with a raw key, and how it waits for the disk. Knows no tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3


def connect(path: Path, key: bytes) -> Any:
    """A connection of sqlcipher3 to the file at `path`; `key` is 32 bytes. A key that fits not is told at first use."""
    # The keeper's worker is the only thread that uses a connection; tests close it from theirs.
    connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False, timeout=10.0)
    # SQLCipher would write its own findings to the standard error; ours are the exceptions.
    connection.execute("PRAGMA cipher_log_level = NONE")
    # A raw key: a passphrase would cost over 100 ms of key stretching at each opening.
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_memory_security = OFF")
    # Every page is authenticated; processors of school computers do SHA-256 in hardware, SHA-512 seldom.
    connection.execute("PRAGMA cipher_hmac_algorithm = HMAC_SHA256")
    connection.execute("PRAGMA journal_mode = WAL")
    # A page that is written in many transactions is copied from the log once in 8 MB: less work, and no long pause.
    connection.execute("PRAGMA wal_autocheckpoint = 2000")
    connection.execute("PRAGMA journal_size_limit = 4194304")
    # Durable before the screen says so: FULL waits for the disk at every commit of the write-ahead log.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -8000")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection
