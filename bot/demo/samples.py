"""Small files people send in the demo: a grey picture and a silent voice note, made here."""

from __future__ import annotations

import struct
import zlib


def picture_bytes(side: int = 16) -> bytes:
    """A grey PNG of `side` by `side` pixels."""
    rows = b"".join(b"\x00" + b"\xb4" * side for _ in range(side))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def voice_bytes(seconds: int) -> bytes:
    """An Opus header in an Ogg page followed by `seconds` of nothing; enough to be stored and sent back."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48000, 0, 0)
    page = b"OggS" + struct.pack("<BBqIIIBB", 0, 2, 0, 1, 0, 0, 1, len(head)) + head
    return page + bytes(500 * max(seconds, 1))
