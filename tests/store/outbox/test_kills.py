"""A process killed with -9 at random moments: what it acknowledged is there, once."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from store import Answer, Edition, Store
from store.operating.stats import stats

HERE = Path(__file__).parents[1]

SHORT = (50, 5)
LONG = (200, 20)


@pytest.mark.parametrize(
    ("respondents", "kills"),
    [pytest.param(*SHORT, id="short"), pytest.param(*LONG, id="long", marks=pytest.mark.proof)],
)
def test_every_acknowledged_answer_is_there_once(
    place: str, opened: Callable[..., Store], respondents: int, kills: int
) -> None:
    store = opened(place)
    tokens = [store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))[0] for _ in range(respondents)]
    store.close()
    acknowledged: dict[str, dict[str, Answer]] = {token.secret: {} for token in tokens}
    chance = random.Random(20)
    for kill in range(kills):
        lines = run_and_kill(place, [token.secret for token in tokens], kill * 10_000, chance.uniform(0.1, 0.6))
        assert lines
        for line in lines:
            secret, item, code, moment, seq = line.split()
            given = Answer(item, int(code), int(moment), int(seq))
            before = acknowledged[secret].get(item)
            if before is None or given.rank > before.rank:
                acknowledged[secret][item] = given
    again = opened(place)
    for token in tokens:
        sheet = again.sheets.newest(token)
        assert sheet is not None
        for item, answer in acknowledged[token.secret].items():
            assert sheet.answers[item].rank >= answer.rank
        # What was being written when the kill came may be there too: at most one answer a kill.
        unheard = [item for item, answer in sheet.answers.items() if answer != acknowledged[token.secret].get(item)]
        assert len(unheard) <= kills
    assert stats(again).sheets == {("roles", "1.0.0", "open"): respondents}
    assert no_item_stands_twice(again)


def run_and_kill(url: str, secrets: list[str], first: int, seconds: float) -> list[str]:
    """The whole lines that the process printed until it was killed ``seconds`` after its first one."""
    command = [sys.executable, str(HERE / "saver.py"), url, ",".join(secrets), str(first)]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        start = process.stdout.readline()
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
        printed = start + process.stdout.read()
    return [line for line in printed.splitlines(keepends=True) if line.endswith("\n")]


def no_item_stands_twice(store: Store) -> bool:
    column = "answers" if store.is_file else "answers::text"
    with store.engine.connect() as connection:
        for (raw,) in connection.execute(text(f"SELECT {column} FROM sheets")):
            pairs = json.loads(raw, object_pairs_hook=list)
            names = [name for name, _ in pairs]
            if len(names) != len(set(names)):
                return False
    return True
