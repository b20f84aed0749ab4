"""The first page of the site pays for no typesetter and no workbook."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("typst", "xlsxwriter", "pandas", "plotly", "matplotlib", "noto_cjk_sans_jp_regular")


@pytest.mark.parametrize(
    "modules",
    [
        "reports.told.headline, reports.told.statements",
        "reports.paper.pdf, reports.paper.card, reports.tables.data, reports.told.numbers, reports.tables.tables",
    ],
)
def test_importing_reports_loads_nothing_heavy(modules: str) -> None:
    asked = f"import sys, {modules}; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
