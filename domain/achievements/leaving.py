"""What both ends know about badges that leave: the address at which anybody can check one, and the picture it is in."""

from __future__ import annotations

import struct
import zlib
from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
# Open Badges 3.0, 5.3.1: the chunk of a baked picture.
KEYWORD: Final = b"openbadgecredential"


class NotAPngError(ValueError):
    """The picture is no PNG, or is cut off."""


def award_address(base: str, org_id: str, award_id: str) -> str:
    """Where anybody can look whether an award stands. `base` is the centre's address, such as https://music.example."""
    return f"{base.rstrip('/')}/v1/awards/{org_id}/{award_id}"


def baked(png: bytes, credential: str) -> bytes:
    """The picture with the credential inside (an iTXt chunk, not compressed); an earlier one is replaced.

    Raises NotAPngError.
    """
    chunks = [chunk for chunk in _chunks(png) if not (chunk[0] == b"iTXt" and chunk[1].startswith(KEYWORD + b"\0"))]
    text = KEYWORD + b"\0" + b"\0\0" + b"\0" + b"\0" + credential.encode()
    return b"".join([_SIGNATURE, *(_written(*chunk) for chunk in [chunks[0], (b"iTXt", text), *chunks[1:]])])


def _chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    if not png.startswith(_SIGNATURE):
        raise NotAPngError("this is no PNG")
    found, at = [], len(_SIGNATURE)
    while at < len(png):
        if at + 12 > len(png):
            raise NotAPngError("the picture is cut off")
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        if at + 12 + length > len(png):
            raise NotAPngError("the picture is cut off")
        found.append((kind, png[at + 8 : at + 8 + length]))
        at += 12 + length
    if not found or found[0][0] != b"IHDR":
        raise NotAPngError("the picture has no beginning")
    return found


def _written(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
