"""The list goes out and comes back the same, with no formula in it; reminders are for all who have not shared."""

from __future__ import annotations

import csv
import io
from datetime import date
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.cells.inert import APOSTROPHE
from people.organiser.lists.letters import hidden_letters, same, tidy
from people.organiser.lists.read import read_list
from reports.organising.letters import PURPOSES, Recipient
from reports.organising.mail_merge import COLUMNS, LONGEST_CELL, mail_merge, mail_merge_csv, mail_merge_xlsx
from tests.examples import examples
from tests.reports.organising.asked import ASKED, LINK
from tests.reports.reading import workbook_rows
from tests.shipped import shipped_content

CONTENT = shipped_content()
ON = date(2026, 11, 28)
EVIL = ["=1+1", "+81 90", "-1", "@SUM(A1)", "＝1", "=cmd|' /C calc'!A0", "<b>x</b>", "a,b", 'a"b', "a\tb", "<r>x</r>"]


def people(names: list[str]) -> list[Recipient]:
    return [Recipient(name, f"p{n}@example.jp", f"R-{n}", f"{LINK}{n}", n % 3 == 0) for n, name in enumerate(names)]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_cell_of_both_files_is_inert_text(language: str) -> None:
    sheet = mail_merge("invitation", people(EVIL), ASKED, CONTENT.words(language))
    rows = list(csv.reader(io.StringIO(mail_merge_csv(sheet).decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == sheet.titles
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r＝＋－＠")]
    xlsx = mail_merge_xlsx([sheet], ON)
    with ZipFile(io.BytesIO(xlsx)) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name)
            assert b"hyperlink" not in archive.read(name)
    (written,) = workbook_rows(xlsx).values()
    assert [row[0] for row in written[1:]][:10] == EVIL[:10]


def test_a_byte_order_mark_and_line_ends_as_excel_in_japan_opens_them() -> None:
    made = mail_merge_csv(mail_merge("invitation", people(["髙橋 﨑子"]), ASKED, CONTENT.words("ja")))
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.decode("utf-8-sig").splitlines()[0].startswith("氏名,メールアドレス,管理番号,招待リンク,共有の状況")
    assert made.endswith(b"\r\n")


def test_a_reminder_goes_to_who_has_not_shared_and_thanks_to_who_has() -> None:
    all_of_them = people(["a", "b", "c", "d"])
    names = {
        purpose: [row[0] for row in mail_merge(purpose, all_of_them, ASKED, CONTENT.words("ja")).rows]
        for purpose in PURPOSES
    }
    assert names == {"invitation": ["a", "b", "c", "d"], "reminder": ["b", "c"], "thanks": ["a", "d"]}


def test_a_letter_that_is_too_long_for_a_cell_is_cut_and_not_lost() -> None:
    from dataclasses import replace

    sheet = mail_merge("invitation", people(["a"]), replace(ASKED, message="長" * 40_000), CONTENT.words("ja"))
    assert len(str(sheet.rows[0][COLUMNS.index("letter")])) == LONGEST_CELL
    (written,) = workbook_rows(mail_merge_xlsx([sheet], ON)).values()
    assert len(str(written[1][COLUMNS.index("letter")])) == LONGEST_CELL


LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))
NAMES = st.text(st.one_of(LETTERS, st.sampled_from("=+-@山田 　,\"';\t")), max_size=20).map(tidy)
PEOPLE = st.lists(
    st.tuples(NAMES, st.one_of(st.just(""), st.integers(0, 10**6).map("p{}@example.jp".format)), NAMES), max_size=8
)


@settings(max_examples=examples(150), deadline=None)
@given(PEOPLE)
def test_who_goes_out_comes_back(drawn: list[tuple[str, str, str]]) -> None:
    """But for names that no list may hold, and such as begin as our own mark of an inert cell does."""
    kept, seen = [], set()
    for name, address, reference in drawn:
        odd = any(hidden_letters(one) or "\ufffd" in one or one.startswith(APOSTROPHE) for one in (name, reference))
        known = (same(address),) if address else (same(name), same(reference))
        at_sign = not address and ("@" in name or "＠" in name)
        if (name or address) and not odd and not at_sign and known not in seen:
            seen.add(known)
            kept.append((name, address, reference))
    sheet = mail_merge("invitation", [Recipient(*one, link=LINK) for one in kept], ASKED, CONTENT.words("ja"))
    back = read_list(mail_merge_csv(sheet))
    if kept:
        assert not back.problems
    assert [(one.name, one.address, one.reference) for one in back.people] == kept


def test_who_goes_out_as_excel_comes_back() -> None:
    sheet = mail_merge("invitation", people(EVIL[:9]), ASKED, CONTENT.words("en"))
    back = read_list(mail_merge_xlsx([sheet], ON))
    assert [one.name for one in back.people] == EVIL[:9]
    assert back.columns.read == {"name": "Name", "address": "Email", "reference": "Reference"}
