"""Addresses that were meant to be a resume link's, as mail and chat programs change them."""

from __future__ import annotations

import pytest

from server.middleware.resume_address import is_resume_address

ADDRESSES = (
    *("resume", "Resume", "RESUME", "resume。", "resume)", "resume>", "resume,", "<resume>", "resume ", "ｒｅｓｕｍｅ"),
    *("resume?lang=ja#abc", "resume#abc", "resume＃abc", "resume\n", "resume/&utm_source=x", "resume."),
)
OTHERS = ("", "resumes", "resume.pdf", "my/resume", "resume_old", "assessment", "résumé", "resum")


@pytest.mark.parametrize("path", ADDRESSES)
def test_addresses_of_a_link(path: str) -> None:
    assert is_resume_address(path)


@pytest.mark.parametrize("path", OTHERS)
def test_other_addresses(path: str) -> None:
    assert not is_resume_address(path)
