"""No log of the whole site holds a token, its hash, or an answer, however talkative every logger is made."""

from __future__ import annotations

import asyncio
from hashlib import sha256
from pathlib import Path

from tests.chaos.loop import run
from tests.chaos.running import Running, begin, request
from tests.chaos.socket_page import SocketPage
from tests.store import postgres

# Loaded by Python at its start: every logger writes every level, whatever is configured later.
TALKATIVE = """
import logging, sys
logging.Logger.isEnabledFor = lambda self, level: True
logging.Logger.getEffectiveLevel = lambda self: 1
logging.basicConfig(level=1, stream=sys.stderr)
logging.getLogger("test").log(1, "every level is printed")
"""


def test_no_secret_in_any_log_of_the_site(own_cluster: postgres.Cluster, tmp_path: Path) -> None:
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "sitecustomize.py").write_text(TALKATIVE, encoding="utf-8")
    settings = {"PYTHONPATH": str(tmp_path / "python"), "STREAMLIT_LOGGER_LEVEL": "debug"}
    with Running(tmp_path / "site.log", own_cluster.url, **settings) as site:
        secrets, items, texts = run(_answer_through_an_outage(site, own_cluster))
    log = site.printed()
    for heard in ("every level is printed", "Beginning script thread", "UPDATE sheets", "answers wait for the store"):
        assert heard in log, "the loggers were not made talkative"
    hashes = [sha256(secret.encode()).hexdigest() for secret in secrets]
    assert [line for line in log.splitlines() if any(secret in line for secret in (*secrets, *hashes))] == []
    assert [line for line in log.splitlines() if any(item in line for item in items)] == []
    as_bytes = [" ".join(f"{byte:02x}" for byte in text.encode())[:60] for text in texts]
    assert [line for line in log.splitlines() if any(text in line for text in (*texts, *as_bytes))] == []


async def _answer_through_an_outage(site: Running, cluster: postgres.Cluster) -> tuple[list[str], list[str], list[str]]:
    """A stored run with everything that touches a token. Gives the secrets, the answered items and the texts chosen."""
    token = begin(site.address)
    mine = {"Cookie": f"fit_token={token}"}
    page = await SocketPage.open(site.port, token)
    await page.press("other_device")
    link = next(part for part in page.screen.codes if "/resume?" in part).split("#")[1]
    radios = list(page.screen.radios.values())
    await page.choose(radios[0], 4)
    await asyncio.to_thread(cluster.stop)
    bar = await page.choose(radios[1], 0)
    assert not bar.saved
    assert request(site.address, "GET", "/mine", headers=mine).status == 503
    await asyncio.to_thread(cluster.start)
    await page.wait_until_saved()
    other = request(site.address, "POST", "/resume", link=link).cookie("fit_token")
    own = begin(site.address)
    asked = request(site.address, "POST", "/resume", headers={"Cookie": f"fit_token={own}"}, link=link)
    assert asked.cookie("fit_link") == link
    accepted = request(site.address, "POST", "/accept", headers={"Cookie": f"fit_token={token}; fit_link={link}"})
    third = accepted.cookie("fit_token")
    forged = "F" * 43
    assert request(site.address, "POST", "/resume", link=forged).location == "/assessment?link=over"
    assert request(site.address, "GET", "/mine", headers=mine).status == 200
    assert request(site.address, "POST", "/leave", headers={"Cookie": f"fit_token={other}"}).status == 303
    back = request(site.address, "POST", "/leave", headers={"Cookie": f"fit_token={own}"}).cookie("fit_link")
    assert request(site.address, "POST", "/forget", headers=mine).status == 303
    await page.press("next")
    chosen = [radios[0].options[4], radios[1].options[0]]
    page.drop()
    return [token, link, other, own, third, back, forged], [radio.name for radio in radios[:2]], chosen
