import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from game.ui.window.headers import Kind, kind_of, picture_size


@pytest.mark.parametrize(("name", "options"), [("PNG", {}), ("JPEG", {}), ("WEBP", {}), ("WEBP", {"lossless": True})])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_sizes_are_read_from_real_headers(name: str, options: dict[str, bool], mode: str) -> None:
    """Width and height of every format that the game reads."""
    file = io.BytesIO()
    mode = "RGB" if name == "JPEG" else mode
    Image.new(mode, (173, 61)).save(file, name, **options)
    assert picture_size(file.getvalue()) == (173, 61)
    assert kind_of(file.getvalue()) == (Kind.PICTURE, "")


def test_a_picture_that_would_fill_the_memory_is_refused_by_its_header() -> None:
    """Nothing is decoded to find that out."""
    bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 60_000, 60_000)
    kind, reason = kind_of(bomb)
    assert kind is None
    assert "60000" in reason


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"OggS" + bytes(40), Kind.SOUND),
        (b"RIFF\0\0\0\0WAVEfmt ", Kind.SOUND),
        (b"\0\1\0\0" + bytes(40), Kind.FONT),
        (b"OTTO" + bytes(40), Kind.FONT),
        (b"GIF89a" + bytes(40), None),
        (b"MZ" + bytes(40), None),
        (b"<svg>", None),
        (b"", None),
    ],
)
def test_only_known_kinds_are_let_in(data: bytes, kind: Kind | None) -> None:
    """A file is what its first bytes say, whatever its name."""
    assert kind_of(data)[0] is kind


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBPVP8X", b""]), st.binary(max_size=64))
def test_no_bytes_at_all_can_break_the_reading_of_headers(start: bytes, rest: bytes) -> None:
    """A damaged file is a kind or a reason, never an exception."""
    kind, reason = kind_of(start + rest)
    assert kind is None or not reason
