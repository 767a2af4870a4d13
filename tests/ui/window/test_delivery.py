from game.ui.window.screens.delivery import Delivery


def test_letters_come_at_the_reader_s_speed() -> None:
    """Half a second at 40 letters a second is 20 letters."""
    delivery = Delivery()
    delivery.start(100, rate=40)
    for _ in range(10):
        delivery.tick(0.05)
    assert delivery.shown == 20
    assert not delivery.complete


def test_speed_zero_shows_a_line_at_once() -> None:
    """Instant text needs no turn of the clock."""
    delivery = Delivery()
    delivery.start(100, rate=0)
    assert delivery.complete
    assert delivery.shown == 100


def test_a_pause_comes_before_the_letters() -> None:
    """Nothing is shown until the pause is over, also with instant text."""
    delivery = Delivery()
    delivery.start(10, rate=0, pause=1.0)
    assert delivery.waits
    assert not delivery.tick(0.6)
    assert delivery.shown == 0
    assert delivery.tick(0.6)
    assert delivery.complete


def test_finishing_says_whether_there_was_something_to_finish() -> None:
    """The first press completes the line; the second finds it complete."""
    delivery = Delivery()
    delivery.start(10, rate=5, pause=9)
    assert delivery.finish()
    assert delivery.shown == 10
    assert not delivery.finish()


def test_rest_is_counted_from_the_last_letter() -> None:
    """Auto mode and timers begin when everything is shown."""
    delivery = Delivery()
    delivery.start(2, rate=10)
    delivery.tick(1)
    assert delivery.rested == 0
    delivery.tick(0.5)
    assert delivery.rested == 0.5
