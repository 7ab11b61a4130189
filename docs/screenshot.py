"""Takes the picture in the README: a sample report in ``visitex view``, by a headless Chromium.

Run it as ``make picture`` after a change of the page; it writes ``docs/view.png``.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from visitex import Extractor
from visitex.export.view import Reading, read_inputs, write_view

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "samples" / "en-ministry.txt"
SIZE = {"width": 1200, "height": 760}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def fail(error: Exception) -> None:
    """Raise what is wrong with the sample."""
    raise error


def main() -> int:
    """Write the picture; 1 where no browser is installed."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.stderr.write("no Chromium here; install one first\n")
        return 1
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder, "view.html")
        with page.open("wb") as stream:
            reading = Reading(refuse=fail, miss=fail)
            write_view(read_inputs([str(SAMPLE)], Extractor(language="en"), reading), stream)
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        tab = chromium.new_page(viewport=SIZE, color_scheme="light")
        tab.goto(page.as_uri())
        tab.locator(".facts span", has_text="samples").evaluate("node => node.remove()")
        tab.hover("li.k-p >> nth=0")
        tab.screenshot(path=ROOT / "docs" / "view.png")
        chromium.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
