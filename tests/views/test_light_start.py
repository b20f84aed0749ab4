"""The first page is light: what only a report needs is not imported before somebody asks for one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("typst", "xlsxwriter", "pandas", "polars", "plotly.express", "authlib", "argon2")
SCRIPT = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("views/site.py", default_timeout=60).run()
assert not app.exception
print("loaded:", *[name for name in {heavy} if name in sys.modules])
"""


def test_the_first_page_imports_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(heavy=HEAVY)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().splitlines()[-1] == "loaded:"
