"""A dropped file gives its text, or a reason that can be said."""

from __future__ import annotations

from functools import cache

import pytest
import typst

from adverts import pdf_process
from adverts.file_text import MOST_BYTES, NoText, file_text

JOB = "仕事内容：お客さまからのお問い合わせにメールで対応します。"


@cache
def pdf(source: str) -> bytes:
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


SCAN = "#rect(width: 10cm, height: 4cm, fill: gray)"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_a_text_is_read_in_the_encodings_that_japan_writes(encoding: str) -> None:
    assert file_text(f"{JOB}\r\n月給".encode(encoding)) == f"{JOB}\n月給"


def test_a_pdf_gives_its_text_whatever_it_is_called() -> None:
    read = file_text(pdf(f'#set text(font: "Noto Sans CJK JP")\n{JOB}\n#pagebreak()\nSecond page'))
    assert JOB in read.replace(" ", "")
    assert "Second page" in read


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "empty"),
        (" \n\u3000".encode(), "empty"),
        (b"x" * (MOST_BYTES + 1), "too_big"),
        (b"%PDF-1.7 and nothing more", "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "other_kind"),
        (b"PK\x03\x04" + bytes(range(256)), "other_kind"),
    ],
    ids=["nothing", "blanks", "too big", "broken pdf", "picture", "archive"],
)
def test_what_gives_no_text_says_why(data: bytes, fault: str) -> None:
    with pytest.raises(NoText) as refused:
        file_text(data)
    assert refused.value.fault == fault


def test_a_scan_has_no_text() -> None:
    with pytest.raises(NoText) as refused:
        file_text(pdf(SCAN))
    assert refused.value.fault == "no_text"


def test_a_locked_pdf_says_so() -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("Locked away"))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    assert pdf_process.read(locked.getvalue()) == {"fault": "password"}


def test_a_long_pdf_is_read_up_to_a_dozen_pages() -> None:
    pages = "\n#pagebreak()\n".join(f"Page number {n}" for n in range(1, 20))
    read = pdf_process.read(pdf(pages))["text"]
    assert f"Page number {pdf_process.MOST_PAGES}" in read
    assert f"Page number {pdf_process.MOST_PAGES + 1}" not in read
