"""Makes one picture of the game: python -m assets.programs.render NAME [--draft | --final] [--to FOLDER].

A draft is a small PNG to look at, a final is the WebP that the game shows. Knows where programs and pictures live,
not how any picture is made.
"""

from __future__ import annotations

import argparse
import importlib
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

    from assets.programs.kit.passes import Passes

HERE = Path(__file__).parent
ASSETS = HERE.parent
KINDS = ("places", "people", "cards")
QUALITY = {"places": 86, "people": 90, "cards": 80}
PARTS = frozenset(
    {"armour", "head", "hair", "dress", "uniform", "wraps", "sitting"}
)  # shared by the people, no pictures themselves
DRAFT_SAMPLES, LIGHT_SAMPLES, FINAL_SAMPLES = 8, 8, 7
LIGHT, PLACE = (640, 360), (2560, 1440)  # a place's light is rendered small, its form and its paint at full size
PERSON, DRAFT_PERSON = (490, 702), (300, 430)  # painted at twice that
HEAD = (0.18, 0.0, 0.86, 0.48)  # where a head can be, in parts of the frame, unless its program says otherwise


def programs() -> dict[str, str]:
    """The name of every program and its kind."""
    found = {file.stem: kind for kind in KINDS for file in sorted((HERE / kind).glob("[!_]*.py"))}
    return {name: kind for name, kind in found.items() if name not in PARTS}


def main() -> None:
    """Reads the command line and renders; a person is NAME or NAME_EXPRESSION."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="a program of places/, people/ or cards/; for a person also with _expression")
    parser.add_argument("--draft", action="store_true", help="small and quick, as PNG")
    parser.add_argument("--final", action="store_true", help="full size, as WebP (the default)")
    parser.add_argument("--to", type=Path, help="the folder to write to (default: the picture's own; drafts: here)")
    asked = parser.parse_args()
    known = programs()
    base = max((n for n in known if asked.name == n or asked.name.startswith(n + "_")), key=len, default=None)
    if base is None:
        parser.error(f"no program {asked.name!r}; there are: {', '.join(sorted(known))}")
    kind = known[base]
    module = importlib.import_module(f"assets.programs.{kind}.{base}")
    started = time.monotonic()
    for name, picture in pictures(kind, module, base, asked.name[len(base) + 1 :], asked.draft):
        path = _path(name, asked.draft, asked.to)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".png":
            picture.save(path, optimize=True)
        else:
            picture.save(path, quality=QUALITY[kind], method=6)
        print(f"{path}  {picture.width}x{picture.height}  {time.monotonic() - started:.0f} s")


def _path(file: str, draft: bool, folder: Path | None) -> Path:
    if draft or folder:
        return (folder or Path()) / f"{Path(file).name}.{'png' if draft else 'webp'}"
    return ASSETS / (f"{file}.png" if file == "icon" else f"{file}.webp")


def pictures(kind: str, module: ModuleType, name: str, part: str, draft: bool) -> Iterator[tuple[str, Image.Image]]:
    """What one program makes, by file below assets/: a card, a place in its lights, a person's expressions."""
    if kind == "cards":
        if draft:
            from assets.programs.kit import press  # noqa: PLC0415 -- it wants the art programs

            press.small()
        yield getattr(module, "FILE", f"cards/{name}"), module.print_card()
    elif kind == "places":
        for light in [part] if part else module.LOOKS:
            yield module.FILES[light], _place(module, light, draft)
    else:
        yield from _people(module, name, [part] if part else module.EXPRESSIONS, draft)


def rendered(width: int, height: int, samples: int, clear: bool) -> Passes:
    """The stage as it is, with its light; `clear`: without a background."""
    from assets.programs.kit import passes, stage  # noqa: PLC0415 -- bpy is imported only when something is rendered

    stage.settings(width, height, samples, clear)
    with tempfile.TemporaryDirectory() as folder:
        stage.render(Path(folder) / "render.exr")
        return passes.load(Path(folder) / "render.exr")


def _place(module: ModuleType, light: str, draft: bool) -> Image.Image:
    from assets.programs.kit import brush, finer, passes, stage  # noqa: PLC0415

    stage.empty()
    module.build(light)
    if draft:
        seen = passes.enlarged(rendered(480, 270, DRAFT_SAMPLES, False), 2)
    else:
        seen = finer.finer(rendered(*LIGHT, LIGHT_SAMPLES, False), form(*PLACE))
    return brush.place_picture(seen, module.LOOKS[light])


def form(width: int, height: int) -> Passes:
    """The stage as it is, without light; its lamps are out after that."""
    from assets.programs.kit import passes, stage  # noqa: PLC0415

    stage.unlit(width, height)
    with tempfile.TemporaryDirectory() as folder:
        stage.render(Path(folder) / "form.exr")
        return passes.load(Path(folder) / "form.exr")


def _people(
    module: ModuleType, name: str, expressions: Iterable[str], draft: bool
) -> Iterator[tuple[str, Image.Image]]:
    """A person's expressions. The body is painted with the first; of the others only the head is, and laid upon it."""
    from PIL import Image  # noqa: PLC0415

    from assets.programs.kit import brush, passes, stage  # noqa: PLC0415

    (wide, high), samples = (DRAFT_PERSON, DRAFT_SAMPLES) if draft else (PERSON, FINAL_SAMPLES)
    first, head = next(iter(module.EXPRESSIONS)), getattr(module, "HEAD", HEAD)
    painted = ASSETS / f"people/portrait_{name}_{first}.webp"
    whole = None
    for expression in expressions:
        stage.empty()
        module.build(expression)
        if whole is None and expression != first and not draft and painted.exists():
            whole = Image.open(painted)
        if whole is None or expression == first:
            picture = whole = brush.person_picture(passes.enlarged(rendered(wide, high, samples, True), 2), module.LOOK)
        else:
            stage.window(*head)
            part = passes.enlarged(rendered(wide, high, samples, True), 2)
            left = 2 * int(head[0] * wide)
            picture = brush.laid(whole, brush.person_picture(part, module.LOOK, 2 * high), left)
        yield f"people/portrait_{name}_{expression}", picture


if __name__ == "__main__":
    main()
