"""A photograph as a thing in a picture: its white border, and the film that went brown.

Knows nothing of what is on it.
"""

from assets.programs.kit.build import GLOW, mesh
from assets.programs.kit.surfaces import Colour, glow


def border(
    at: tuple[float, float, float], wide: float, tall: float, rim: float, white: Colour = (0.80, 0.75, 0.64)
) -> None:
    """A rim of bare paper about an opening of `wide` by `tall` metres, upright at `at`, facing the camera along -y."""
    x, y, z = at
    a, b = wide / 2, tall / 2
    outer = [(-a - rim, -b - rim * 1.5), (a + rim, -b - rim * 1.5), (a + rim, b + rim), (-a - rim, b + rim)]
    inner = [(-a, -b), (a, -b), (a, b), (-a, b)]
    points = [(x + px, y, z + pz) for px, pz in outer + inner]
    faces = [(i, (i + 1) % 4, (i + 1) % 4 + 4, i + 4) for i in range(4)]
    mesh(points, faces, glow(white, 0.62), index=GLOW)
