"""Holds every finished sound to its form: Ogg Vorbis at 48 kHz, told in words, as loud as its kind, without a seam."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
import pytest
import yaml

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "assets"
MOST_BYTES = 40_000_000
FFMPEG = shutil.which("ffmpeg")
needs_ffmpeg = pytest.mark.skipif(FFMPEG is None, reason="ffmpeg, which measures loudness, is not installed")


@dataclass(frozen=True, slots=True)
class Form:
    """What a sound of one folder must be: seconds, bytes, LUFS (integrated; for sounds only the upper bound counts)."""

    seconds: tuple[float, float]
    weight: int
    loudness: tuple[float, float]


FORMS = {
    "music": Form((60, 150), 1_500_000, (-16.6, -15.4)),
    "ambience": Form((25, 60), 700_000, (-28, -24)),
    "sounds": Form((0.1, 12), 200_000, (-70, -13)),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One sound of the list."""

    id: str
    file: str
    caption: str | None
    licence: str | None
    source: str | None

    @property
    def kind(self) -> str:
        """The folder."""
        return PurePosixPath(self.file).parts[0]

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return (ASSETS / self.file).read_bytes()


@dataclass(frozen=True, slots=True)
class Measured:
    """What ffmpeg finds: LUFS integrated, the highest true peak in dBFS, and the samples."""

    loudness: float
    peak: float
    samples: np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def entries() -> list[Entry]:
    """The sounds of assets.yaml."""
    listed = yaml.safe_load((ASSETS / "assets.yaml").read_text(encoding="utf-8"))
    return [
        Entry(name, asset["file"], asset.get("caption"), asset.get("licence"), asset.get("source"))
        for name, asset in listed.items()
        if PurePosixPath(asset["file"]).suffix == ".ogg"
    ]


ENTRIES = entries()
each = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
each_loop = pytest.mark.parametrize("entry", [e for e in ENTRIES if e.kind != "sounds"], ids=lambda entry: entry.id)


def measure(entry: Entry) -> Measured:
    """Decodes one file, once, and measures it on the way."""
    assert FFMPEG is not None
    command = [FFMPEG, "-nostats", "-hide_banner", "-i", str(ASSETS / entry.file)]
    kind = (
        "sample" if entry.kind == "ambience" else "true"
    )  # a bed comes nowhere near; the true peak takes twice as long
    command += ["-af", f"ebur128=peak={kind}:framelog=verbose", "-f", "f32le", "pipe:1"]
    done = subprocess.run(command, check=True, capture_output=True)
    told = done.stderr.decode().rpartition("Summary:")[2]
    loud, peak = (float(re.findall(rf"{name}:\s+(-?[\d.]+|-inf)", told)[0]) for name in ("I", "Peak"))
    return Measured(loud, peak, np.frombuffer(done.stdout, "<f4").reshape(-1, 2))


@pytest.fixture(scope="module")
def measured() -> dict[str, Measured]:
    """All sounds, measured side by side."""
    with ThreadPoolExecutor(4) as pool:
        return dict(zip((e.id for e in ENTRIES), pool.map(measure, ENTRIES), strict=True))


def test_there_are_sounds() -> None:
    """The list names music, ambience and sounds, so that the tests below look at something."""
    assert {entry.kind for entry in ENTRIES} == set(FORMS)


@each
def test_sound_is_vorbis_in_two_channels_at_48_khz(entry: Entry) -> None:
    """A sound is what the mixer is opened for, so that nothing is resampled while playing; its length fits its kind."""
    data, form = entry.data, FORMS[entry.kind]
    assert data[:4] == b"OggS"
    head = data.index(b"\x01vorbis")
    assert struct.unpack_from("<IBI", data, head + 7) == (0, 2, 48_000)
    (samples,) = struct.unpack_from("<q", data, data.rindex(b"OggS") + 6)
    assert form.seconds[0] <= samples / 48_000 <= form.seconds[1]
    assert len(data) <= form.weight


@each
def test_sound_is_told_in_words(entry: Entry) -> None:
    """A sound has a short caption without brackets or full stop (the game sets them), a licence, and its program."""
    assert entry.caption is not None
    assert 3 <= len(entry.caption) <= 90
    assert not re.search(r"[\[\].]|^[A-Z]", entry.caption)
    assert entry.licence == "CC BY-NC-SA 4.0"
    assert entry.source is not None
    assert f'"{entry.id}"' in (ASSETS / entry.source).read_text(encoding="utf-8")


def test_no_sound_is_forgotten_and_all_are_light() -> None:
    """Every finished sound in the folders stands in the list, and together they are small enough to be cloned."""
    files = [file for kind in FORMS for file in (ASSETS / kind).iterdir()]
    assert {file.relative_to(ASSETS).as_posix() for file in files} == {entry.file for entry in ENTRIES}
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def test_interface_is_felt_rather_than_heard() -> None:
    """What sounds at every key is shorter than half a second."""
    own = [entry for entry in ENTRIES if entry.id.startswith("ui_")]
    assert {entry.id for entry in own} == {"ui_move", "ui_choose", "ui_back", "ui_page"}
    for entry in own:
        (samples,) = struct.unpack_from("<q", entry.data, entry.data.rindex(b"OggS") + 6)
        assert samples < 24_000


@needs_ffmpeg
@pytest.mark.slow
@each
def test_sound_is_as_loud_as_its_kind(entry: Entry, measured: dict[str, Measured]) -> None:
    """Music lies at -16 LUFS, beds eight to twelve below it, nothing above; no peak between samples reaches -1 dBFS."""
    low, high = FORMS[entry.kind].loudness
    found = measured[entry.id]
    if len(found.samples) > 24_000:
        assert low <= found.loudness <= high
    assert found.peak < -1


@needs_ffmpeg
@pytest.mark.slow
@each_loop
def test_loop_has_no_seam(entry: Entry, measured: dict[str, Measured]) -> None:
    """Where a loop begins again the wave goes on: no jump sharper than the sharpest moments inside it."""
    wave = measured[entry.id].samples
    bends = np.abs(np.diff(np.concatenate([wave[-48_000:], wave[:48_000]]), n=2, axis=0)).max(axis=1)
    at_join = bends[47_990:48_010].max()
    assert at_join <= max(1.5 * float(np.quantile(bends, 0.999)), 0.012)
