import pytest

from game.ui.window.geometry import HEIGHT, WIDTH, Box, Viewport


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768), (3840, 2160), (700, 1000)])
def test_a_picture_keeps_its_shape_in_any_window(size: tuple[int, int]) -> None:
    """The picture is 16:9, fits the window, and lies in its middle."""
    viewport = Viewport(*size)
    width, height = viewport.size
    assert abs(width / height - 16 / 9) < 0.01
    assert width <= size[0]
    assert height <= size[1]
    assert viewport.offset == ((size[0] - width) // 2, (size[1] - height) // 2)


def test_a_pixel_of_the_window_finds_its_virtual_point() -> None:
    """The picture's corners in pixels are the corners of the virtual screen."""
    viewport = Viewport(1024, 768)
    left, top = viewport.offset
    assert viewport.virtual((left, top)) == (0, 0)
    assert viewport.virtual((left + 1024, top + 576)) == pytest.approx((WIDTH, HEIGHT))


def test_boxes_that_share_an_edge_do_not_touch() -> None:
    """A box holds its top left corner and not its bottom right one."""
    box = Box(0, 0, 10, 10)
    assert not box.touches(Box(10, 0, 10, 10))
    assert box.touches(Box(9, 9, 10, 10))
    assert box.holds((0, 0))
    assert not box.holds((10, 10))
    assert box.joined(Box(20, 5, 5, 10)) == Box(0, 0, 25, 15)
