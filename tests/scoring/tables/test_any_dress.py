"""Whatever program wrote a table: the answers that come out are those that were put in, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.load import load_assessment
from scoring.tables.outcome import result_columns
from scoring.tables.said import BadCells, Sentence, TableProblem
from scoring.tables.table import read_answers
from tests.examples import examples
from tests.scoring.tables.conftest import FOLDER

ASSESSMENT = load_assessment(FOLDER)
ITEMS = ("teamwork_1", "work_pace_2", "proactivity_3", "teamwork_4")
NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=6)
ANSWERS = st.lists(st.sampled_from([0, 1, 2, 3, 4, 5]), min_size=4, max_size=4)
NOTATIONS = ("{}", "{}.0", " {}", "{}.00", "{}e0", "０{}")


@settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(NAMES, ANSWERS), min_size=1, max_size=6),
    order=st.permutations(ITEMS),
    separator=st.sampled_from(",;\t|"),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    notation=st.sampled_from(NOTATIONS),
    title=st.sampled_from(["", "結果", "A title, with; marks"]),
    blank=st.integers(0, 3),
    named=st.booleans(),
    remark=st.sampled_from(["", "two\nlines", 'he said "no"', "a,b;c\td|e"]),
)
def test_a_table_in_any_dress_gives_the_same_answers(
    tmp_path: Path,
    rows: list[tuple[str, list[int]]],
    order: list[str],
    separator: str,
    newline: str,
    encoding: str,
    quoting: int,
    notation: str,
    title: str,
    blank: int,
    named: bool,
    remark: str,
) -> None:
    out = io.StringIO(newline="")
    # csv leaves a line feed bare where rows end with another sign; Excel puts it into quotation marks.
    quoting = csv.QUOTE_ALL if newline == "\r" else quoting
    write = csv.writer(out, delimiter=separator, lineterminator=newline, quoting=quoting)
    if named:
        out.write(f"sep={separator}{newline}")
    if title:
        write.writerow([title])
    write.writerow(["id", *order, "remark"])
    for name, answers in rows:
        given_answers = dict(zip(ITEMS, answers, strict=True))
        cells = [notation.format(given_answers[item]) if given_answers[item] else "" for item in order]
        write.writerow([name, *cells, remark])
        for _ in range(blank):
            write.writerow([""] * (len(order) + 2))
    source = tmp_path / "in.csv"
    source.write_bytes(out.getvalue().encode(encoding))
    read = read_answers(ASSESSMENT, source, result_columns(ASSESSMENT))
    (group,) = read.groups
    places = [[*ASSESSMENT.item].index(item) for item in ITEMS]
    assert group.responses[:, places].tolist() == [answers for _, answers in rows]
    assert int(np.count_nonzero(group.responses)) == sum(bool(answer) for _, answers in rows for answer in answers)
    assert read.carried["id"].to_list() == [name for name, _ in rows]
    assert [cell or "" for cell in read.carried["remark"]] == [remark] * len(rows)


@pytest.mark.parametrize("name", ["佐藤 花子", "ｻﾄｳ", "髙橋", "山", "ソ"])
def test_names_in_cp932_come_through(tmp_path: Path, name: str) -> None:
    source = tmp_path / "in.csv"
    source.write_bytes(f"id,氏名,teamwork_1\r\n1,{name},5\r\n".encode("cp932"))
    read = read_answers(ASSESSMENT, source, ())
    assert read.carried["氏名"].to_list() == [name]


JUNK = st.sampled_from(
    [
        b'"',
        b",",
        b";",
        b"\n",
        b"\r",
        b"\t",
        b"\0",
        b"\xff",
        b"\x83",
        b"\xef\xbb\xbf",
        b"\xe3\x80\x80",
        b"{",
        b"[1]",
        b"9",
    ]
)
SLIPS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 4), JUNK), min_size=1, max_size=4)
PLAIN = 'id,form,note,teamwork_1,teamwork_2\n山田,full,"x, y",5,1\nb,quick,"l\nm",,2\n'


@settings(max_examples=examples(300), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(encoding=st.sampled_from(["utf-8", "cp932", "utf-16"]), slips=SLIPS)
def test_whatever_slips_into_a_table_it_is_read_or_refused_in_sentences(
    tmp_path: Path, encoding: str, slips: list[tuple[int, int, bytes]]
) -> None:
    data = PLAIN.encode(encoding)
    for place, lost, junk in slips:
        data = data[:place] + junk + data[place + lost :]
    source = tmp_path / "in.csv"
    source.write_bytes(data)
    sentences: Sequence[Sentence]
    try:
        sentences = read_answers(ASSESSMENT, source, result_columns(ASSESSMENT)).notes
    except (TableProblem, BadCells) as refused:
        sentences = refused.sentences
        assert sentences
    for sentence in sentences:
        assert sentence.in_language("ja") != sentence.in_language("en")
