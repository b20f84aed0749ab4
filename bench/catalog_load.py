"""Reading every shipped file with all its checks, against PyYAML's own reading of the same texts without any."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import yaml

from bench.ratio import Ratio, seconds
from catalog.load import load_catalog

ROOT = Path(__file__).parents[1]


def run() -> list[Ratio]:
    return [measure()]


def measure(clock: Callable[[], float] = perf_counter) -> Ratio:
    questions, content = ROOT / "questions", ROOT / "content"
    texts = [file.read_text(encoding="utf-8") for room in (questions, content) for file in room.rglob("*.yaml")]
    return Ratio(
        work=f"{len(texts)} YAML files and the lessons, read and checked",
        seconds=seconds(lambda: load_catalog(questions, content), clock=clock),
        yardstick="the same YAML by PyYAML's C loader, nothing checked",
        yardstick_seconds=seconds(lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts], clock=clock),
        # About twice what it takes; a check that looks at every pair of texts would take far more.
        most=8.0,
    )
