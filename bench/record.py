"""An answer's whole way through the page's code, against the bare database call measured in turns: at most 2 ms more.

Everything that ``people.respondent.saving.record`` does is in it: the sender, the merge, the durable save, and taking
over what other devices answered.
"""

from __future__ import annotations

import json
import time
from unittest import mock

from bench.databases import databases
from bench.ratio import Ratio
from bench.store import ITEMS, bare_upsert, beyond_the_bare_call
from people.respondent.saving import record
from people.respondent.sheet import AnswerSheet
from people.respondent.stored import stored
from store import Edition
from store.process import close_process_store, process_store

SAVES = 1000


def run() -> list[Ratio]:
    with databases() as places:
        return [measure(url, name) for name, url in places.items()]


def measure(url: str, name: str) -> Ratio:
    """Medians of SAVES answers taken by the page and as many bare upserts of the same JSON, in turns, at ``url``."""
    with bare_upsert(url) as upsert, mock.patch.dict("os.environ", {"DATABASE_URL": url}):
        token, begun = process_store().sheets.begin(Edition("bench", "1.0.0", "0", "full", "ja"))
        sheet = AnswerSheet("bench", stored=stored(token, begun))
        saves, bares = [], []
        for number in range(SAVES):
            began = time.perf_counter()
            record(sheet, f"item_{number % ITEMS}", number % 5 + 1, "ja")
            saves.append(time.perf_counter() - began)
            column = json.dumps({name: [code, number, number] for name, code in sheet.answers.items()})
            began = time.perf_counter()
            upsert(column)
            bares.append(time.perf_counter() - began)
        process_store().rights.forget(token)
        close_process_store()
    return beyond_the_bare_call(f"{name}: {SAVES:,} answers taken by the page and saved", saves, bares)
