"""Bodies of the sync endpoints: zstd, with a hard limit on what they grow to."""

from __future__ import annotations

from backports import zstd

from central.problems import Refused

# Level 3 packs a page of attempts in a millisecond; higher levels gain a few percent for many times that.
LEVEL = 3
MAGIC = b"\x28\xb5\x2f\xfd"


class TooLarge(Refused):
    """The body is larger than the centre takes, as sent or unpacked."""

    def __init__(self) -> None:
        super().__init__("too_large", "This is more than the centre takes in one request.", 413)


class Unpackable(Refused):
    """The body is no complete zstd frame."""

    def __init__(self) -> None:
        super().__init__("bad_body", "The centre cannot read this request.", 422)


def unpacked(body: bytes, most: int) -> bytes:
    """The content of a zstd frame of at most `most` bytes. Raises TooLarge or Unpackable."""
    unpacking = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: 24})
    try:
        content = unpacking.decompress(body, max_length=most + 1)
    except zstd.ZstdError as error:
        raise Unpackable from error
    if len(content) > most:
        raise TooLarge
    if not unpacking.eof or unpacking.unused_data:
        raise Unpackable
    return content


def packed(content: bytes) -> bytes:
    """The content as one zstd frame."""
    return zstd.compress(content, LEVEL)
