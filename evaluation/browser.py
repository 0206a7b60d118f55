"""Chromium, as the tests and the benchmark of the reading page drive it."""

import importlib.util
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)
"""For a browser that may run as root in a container, and asks for nothing on its own account."""


def missing() -> str | None:
    """What one needs for a browser and is not there."""
    if importlib.util.find_spec("playwright") is None:
        return "needs Playwright (pip install playwright)"
    if not any(map(shutil.which, _NAMES)):
        return "needs Chromium (apt-get install chromium)"
    return None


@contextmanager
def chromium() -> Iterator["Browser"]:
    """A Chromium without a window, closed at the end.

    Raises:
        FileNotFoundError: if Playwright or Chromium is missing.
    """
    reason = missing()
    if reason is not None:
        raise FileNotFoundError(reason)
    from playwright.sync_api import sync_playwright

    found = next(path for path in map(shutil.which, _NAMES) if path is not None)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
        yield browser
        browser.close()
