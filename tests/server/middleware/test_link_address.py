"""Addresses that were meant to be a link's, as mail and chat programs change them."""

from __future__ import annotations

import pytest

from server.middleware.link_address import link_address

ADDRESSES = (
    *("resume", "Resume", "RESUME", "resume。", "resume)", "resume>", "resume,", "<resume>", "resume ", "ｒｅｓｕｍｅ"),
    *("resume?lang=ja#abc", "resume#abc", "resume＃abc", "resume\n", "resume/&utm_source=x", "resume."),
)
INVITATIONS = ("c", "C", "ｃ", "c。", "c)", "c#abc", "c＃abc", "C?LANG=JA#ABC", "c/begin", "<c>")
OTHERS = ("", "resumes", "resume.pdf", "my/resume", "resume_old", "assessment", "résumé", "resum")
NO_INVITATIONS = ("cc", "c.css", "c-3", "c1", "compare", "a/c", "ç")


@pytest.mark.parametrize("path", ADDRESSES)
def test_addresses_of_a_resume_link(path: str) -> None:
    assert link_address(path) == "resume"


@pytest.mark.parametrize("path", INVITATIONS)
def test_addresses_of_an_invitation(path: str) -> None:
    assert link_address(path) == "c"


@pytest.mark.parametrize("path", [*OTHERS, *NO_INVITATIONS])
def test_other_addresses(path: str) -> None:
    assert link_address(path) is None
