"""Takes the picture of docs/authors/questions.md anew: ``.venv/bin/python docs/shoot_preview.py``.

Starts a preview of the shipped assessment and pictures it. Needs the packages of
requirements-dev.txt and Chromium; takes about twenty seconds.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docs.page_pictures import take  # noqa: E402
from tests.browser.conftest import free_port, settle, wait_until_up  # noqa: E402
from tests.conftest import FLAGS, PROGRAMS  # noqa: E402

OUT = ROOT / "docs" / "pictures" / "preview.png"
SIZE = {"width": 1100, "height": 1180}


def main() -> None:
    port = free_port()
    address = f"http://localhost:{port}"
    with tempfile.TemporaryDirectory() as around:
        folder, log = Path(around) / "questions" / "customer_roles", Path(around) / "preview.log"
        shutil.copytree(ROOT / "questions" / "customer_roles", folder)
        command = [sys.executable, "-m", "catalog", "preview", str(folder), "--port", str(port), "--no-browser"]
        with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=out, stderr=out) as site:
            try:
                wait_until_up(address, site, log)
                shoot(address)
            finally:
                site.terminate()


def shoot(address: str) -> None:
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=list(FLAGS))
        page = browser.new_context(viewport=SIZE, locale="ja-JP").new_page()  # type: ignore[arg-type]
        page.goto(address)
        settle(page)
        page.frame_locator("iframe").locator(".fit-verdict").wait_for()
        page.wait_for_timeout(1500)
        take(page, OUT)
        browser.close()


if __name__ == "__main__":
    main()
