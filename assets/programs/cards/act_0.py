"""The card of act 0, The Photograph: a print laid askew, four people in it, and the fifth cut out of it, in red."""

from PIL import Image

from assets.programs.kit.press import Poster, Spot, at, round_

MIDDLE, TURN = (1400.0, 520.0), -5.0
MAN = [
    (-14, -206),
    (14, -206),
    (46, -190),
    (58, -160),
    (52, -70),
    (46, 0),
    (-46, 0),
    (-52, -70),
    (-58, -160),
    (-46, -190),
]
WOMAN = [
    (-12, -204),
    (12, -204),
    (36, -190),
    (44, -160),
    (34, -100),
    (66, 0),
    (-66, 0),
    (-34, -100),
    (-44, -160),
    (-36, -190),
]
HEAD = round_(0, -238, 25, 32)
BUN = round_(17, -262, 15, 15)
FACE = [(-24, -244), (-20, -222), (-8, -208), (-3, -208), (-3, -266), (-16, -262)]
BREAST = [(-4, -196), (-18, -190), (-4, -120)]
PEOPLE = (
    (-292.0, 1.60, MAN, False),
    (-146.0, 1.42, WOMAN, True),
    (4.0, 1.56, MAN, False),
    (150.0, 1.40, WOMAN, False),
    (294.0, 1.52, MAN, False),
)
GONE = 2


def _lay(x: float, y: float, w: float, h: float) -> list[Spot]:
    """A box of the print, from its middle, as it lies."""
    return at([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], *MIDDLE, turn=TURN)


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.rays(*MIDDLE, 34)
    card.night()
    card.ink(_lay(-446, -366, 950, 790))
    card.bare(_lay(-475, -395, 950, 790))
    card.grey(_lay(-420, -340, 840, 600), 0.06)
    for n in range(6):
        card.grey(at(round_(0, -70, 258 - n * 38, 258 - n * 38), *MIDDLE, turn=TURN), 0.22 + n * 0.13)
    card.ink(_lay(-420, 214, 840, 46))
    for index, (x, size, body, bun) in enumerate(PEOPLE):
        foot = at([(x, 222)], *MIDDLE, turn=TURN)[0]
        parts = [body, HEAD, *([BUN] if bun else [])]
        for part in parts:
            spots = at(part, *foot, size, TURN)
            if index == GONE:
                card.blood(spots)
            else:
                card.ink(spots)
        for part in () if index == GONE else (FACE, BREAST):
            card.grey(at(part, *foot, size, TURN), 0.5)
    frame = _lay(-420, -340, 840, 600)
    card.outlined(frame, 9)
    return card.printed(61)
