"""The card of Kozuki: a calliper closed upon a rivet no larger than a thumbnail, and the rivet is red."""

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, at, round_

BEAM = ((-620, -46), (520, -46), (520, 46), (-620, 46))
FIXED = ((300, -130), (400, -130), (400, 46), (392, 210), (352, 420), (330, 420), (330, 46), (300, 46))
SLIDE = ((-70, -96), (236, -96), (236, 46), (236, 420), (214, 420), (174, 210), (160, 110), (-70, 110))


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.rays(1470, 620, 30)
    card.sun(1470, 640, 250)
    card.ink([(0, 1000), (WIDTH, 985), (WIDTH, HEIGHT), (0, HEIGHT)])
    where, turn, size = (1300.0, 330.0), 9.0, 1.12
    for shape in (FIXED, BEAM, SLIDE):
        card.ink(at(shape, where[0] + 16, where[1] + 20, size, turn))
    for shape, ink in ((FIXED, 1.0), (BEAM, 1.0), (SLIDE, 0.0)):
        placed = at(shape, *where, size, turn)
        if ink:
            card.bare(placed)
        else:
            card.grey(placed, 0.25)
        card.outlined(placed, 8)
    for n in range(52):
        x = -590 + n * 20.0
        if -84 < x < 300 or x > 500:
            continue
        tall = 44 if n % 5 == 0 else 26
        card.ink(at([(x - 2.5, 44), (x + 2.5, 44), (x + 2.5, 44 - tall), (x - 2.5, 44 - tall)], *where, size, turn))
    for n in range(13):
        x = -44 + n * 19.0
        tall = 40 if n % 5 == 0 else 24
        card.bare(at([(x - 2.5, 50), (x + 2.5, 50), (x + 2.5, 50 + tall), (x - 2.5, 50 + tall)], *where, size, turn))
    card.ink(at(round_(70, -96, 40, 34), *where, size, turn))
    card.bare(at(round_(70, -96, 22, 18), *where, size, turn))
    rivet = at(
        ((238, 300), (328, 300), (328, 338), (304, 352), (304, 470), (262, 470), (262, 352), (238, 338)),
        *where,
        size,
        turn,
    )
    card.blood(rivet)
    card.outlined(rivet, 6)
    card.night()
    return card.printed(55)
