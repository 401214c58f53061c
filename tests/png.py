"""Just enough of PNG to look at a picture of ours: 8 bits a channel, no interlace."""

import struct
import zlib
from dataclasses import dataclass

SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Picture:
    """Rows of grey values, as a printer without colour would see them, on white paper."""

    width: int
    height: int
    grey: list[list[float]]


def read(data: bytes) -> Picture:
    """Fails for anything that is not such a PNG, a wrong checksum included."""
    assert data.startswith(SIGNATURE)
    at, packed, head = len(SIGNATURE), b"", b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + body)
        head, packed = (body if kind == b"IHDR" else head), packed + (body if kind == b"IDAT" else b"")
        at += 12 + length
    width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", head)
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    assert (depth, interlace) == (8, 0)
    rows = _unfiltered(zlib.decompress(packed), width * channels, channels, height)
    grey = [[_grey(row[x : x + channels]) for x in range(0, len(row), channels)] for row in rows]
    return Picture(width, height, grey)


def size(data: bytes) -> tuple[int, int]:
    """Width and height, by its head alone."""
    assert data.startswith(SIGNATURE)
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _unfiltered(raw: bytes, length: int, step: int, height: int) -> list[bytearray]:
    rows: list[bytearray] = []
    above = bytearray(length)
    for number in range(height):
        start = number * (length + 1)
        how, row = raw[start], bytearray(raw[start + 1 : start + 1 + length])
        for x in range(length):
            left = row[x - step] if x >= step else 0
            corner = above[x - step] if x >= step else 0
            row[x] = (row[x] + _predicted(how, left, above[x], corner)) & 255
        rows.append(row)
        above = row
    return rows


def _predicted(how: int, left: int, up: int, corner: int) -> int:
    match how:
        case 0:
            return 0
        case 1:
            return left
        case 2:
            return up
        case 3:
            return (left + up) // 2
        case _:
            guess = left + up - corner
            return min((left, up, corner), key=lambda near: abs(guess - near))


def _grey(pixel: bytearray) -> float:
    red, green, blue = (pixel[0], pixel[0], pixel[0]) if len(pixel) < 3 else pixel[:3]
    opaque = pixel[-1] / 255 if len(pixel) in (2, 4) else 1.0
    return (0.299 * red + 0.587 * green + 0.114 * blue) * opaque + 255 * (1 - opaque)


def contrast(one: float, other: float) -> float:
    """Contrast of two greys as the guidelines for accessible content count it: 1 to 21."""

    def light(grey: float) -> float:
        part = grey / 255
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
