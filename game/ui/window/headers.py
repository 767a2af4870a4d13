"""Tells from a file's first bytes what it is and how large a picture would be, before anything is decoded."""

from __future__ import annotations

import struct
from enum import Enum

from game.app.wording import later, say

MOST_BYTES = 64 * 1024 * 1024
MOST_SIDE = 8192
MOST_PIXELS = 32 * 1024 * 1024


class Kind(Enum):
    """Kinds of files that the game reads."""

    PICTURE = "picture"
    SOUND = "sound"
    FONT = "font"


NOT_OF_A_KIND = {
    Kind.PICTURE: later("it is no picture of a kind that the game reads"),
    Kind.SOUND: later("it is no sound of a kind that the game reads"),
    Kind.FONT: later("it is no typeface of a kind that the game reads"),
}


def too_large(size: int) -> str | None:
    """Why a file of so many bytes is not read; None where it may be."""
    return say("it is over {size} MiB", size=MOST_BYTES // 1024 // 1024) if size > MOST_BYTES else None


def kind_of(data: bytes) -> tuple[Kind | None, str]:
    """The kind of file that the bytes begin, or None and the reason in words."""
    if data[:4] == b"OggS" or (data[:4] == b"RIFF" and data[8:12] == b"WAVE"):
        return Kind.SOUND, ""
    if data[:4] in (b"\0\1\0\0", b"OTTO", b"true"):
        return Kind.FONT, ""
    try:
        size = picture_size(data)
    except (struct.error, IndexError):
        return None, say("it is damaged")
    if size is None:
        return None, ""
    width, height = size
    if width < 1 or height < 1 or max(size) > MOST_SIDE or width * height > MOST_PIXELS:
        large = say("its picture has {width} × {height} points; {most} a side and 32 million are the most")
        return None, large.format(width=width, height=height, most=MOST_SIDE)
    return Kind.PICTURE, ""


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG or WebP by its header; None for anything else.

    Raises struct.error or IndexError for a header that is cut.
    """
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        width, height = struct.unpack_from(">II", data, 16)
        return int(width), int(height)
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp_size(data)
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return int(width), int(height)
        at += 2 if marker == 0xFF or 0xD0 <= marker <= 0xD9 else 2 + int(struct.unpack_from(">H", data, at + 2)[0])
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    form = data[12:16]
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return int(width) & 0x3FFF, int(height) & 0x3FFF
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (int(bits) & 0x3FFF) + 1, (int(bits) >> 14 & 0x3FFF) + 1
    if form == b"VP8X":
        parts = struct.unpack_from("<6B", data, 24)
        return 1 + parts[0] + (parts[1] << 8) + (parts[2] << 16), 1 + parts[3] + (parts[4] << 8) + (parts[5] << 16)
    return None
