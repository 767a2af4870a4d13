"""A real browser without a window, driven through chromedriver. Skips the test where one of the two is absent."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

SWITCHES = (
    "--headless --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --disable-dev-shm-usage --window-size=1600,900"
).split()

PAN = """
const done = arguments[0], map = document.getElementById("map"), began = performance.now();
const move = (kind, x) =>
  map.dispatchEvent(new PointerEvent(kind, {pointerId: 1, clientX: x, clientY: 400, bubbles: true}));
let frames = 0, x = 700;
move("pointerdown", x);
const step = () => {
  frames += 1;
  x += Math.floor(frames / 40) % 2 ? 12 : -12;
  move("pointermove", x);
  const gone = performance.now() - began;
  if (gone < 2000) requestAnimationFrame(step);
  else {
    move("pointerup", x);
    done(frames * 1000 / gone);
  }
};
requestAnimationFrame(step);
"""


class MapPage:
    """The page of the map, as somebody at the keyboard and the mouse uses it."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        """Of a browser."""
        self.driver = driver

    def open(self, page: Path) -> float:
        """Open a page and wait until it is drawn; returns seconds from the request to the second frame."""
        self.driver.get(page.as_uri())
        script = "return performance.getEntriesByName('opened').map((each) => each.startTime + each.duration)[0]"
        return float(WebDriverWait(self.driver, 60).until(lambda driver: driver.execute_script(script))) / 1000

    def part(self, selector: str) -> WebElement:
        """The first element like this."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def press(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def search(self, words: str) -> None:
        """Find something, and take what comes first."""
        self.press("/", *words)
        self.press(Keys.ENTER)

    @property
    def scene(self) -> str:
        """The id of the current scene."""
        return str(self.driver.execute_script("return location.hash.slice(1)"))

    @property
    def panel(self) -> str:
        """What the panel says; empty where it is closed."""
        return self.part("#panel").text

    @property
    def told(self) -> str:
        """What a screen reader was told last."""
        return str(self.part("#live").get_attribute("textContent"))

    def settle(self) -> None:
        """Wait until a movement of the map has ended."""
        self.driver.execute_async_script("setTimeout(arguments[0], 600)")

    def frames_while_panning(self) -> float:
        """Frames a second while the map is dragged for two seconds."""
        return float(self.driver.execute_async_script(PAN))

    def complaints(self) -> list[str]:
        """What the console shows."""
        return [str(entry["message"]) for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]


def programs() -> tuple[str, str] | None:
    """Where the browser and its driver are, if both are there."""
    program = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    service = shutil.which("chromedriver")
    return (program, service) if program and service else None


@contextmanager
def browser() -> Iterator[MapPage]:
    """A browser with nothing open."""
    found = programs()
    if found is None:
        pytest.skip("no Chromium with chromedriver (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location, service = found
    rootless = [] if getattr(os, "geteuid", lambda: 1)() else ["--no-sandbox"]  # Chromium wants it of root
    for switch in SWITCHES + rootless:
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(service))
    driver.set_page_load_timeout(120)
    driver.set_script_timeout(60)
    try:
        yield MapPage(driver)
    finally:
        driver.quit()
