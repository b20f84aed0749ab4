"""Every problem of a list is named with its line, all at once."""

from __future__ import annotations

import pytest

from people.organiser.lists.checks import check_invited
from people.organiser.lists.read import read_list
from people.organiser.lists.values import LineProblem
from store import Invited


def problems(text: str) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.fault) for problem in read_list(text).problems]


def test_every_problem_is_said_at_once_and_the_other_lines_stand() -> None:
    text = "\n".join(
        (
            "氏名,メール,ID",
            "山田 太郎,taro@example.jp,1",
            ",,3",
            "佐藤,satou@example,4",
            "鈴木,TARO@EXAMPLE.JP,5",
            f"{'長' * 81},,6",
            f"田中,,{'9' * 101}",
            "高橋\u202eX,t@example.jp,8",
            "伊藤,i@example.jp / j@example.jp,9",
            "渡辺,w@example.jp,10",
            f"小林,{'a' * 250}@example.jp,11",
            "文字\ufffd化け,m@example.jp,12",
            "",
            "山田　太郎,ｔａｒｏ＠example.jp,13",
        )
    )
    found = read_list(text)
    assert [(problem.line, problem.fault) for problem in found.problems] == [
        (3, "nobody"),
        (4, "bad_address"),
        (5, "same_address"),
        (6, "long_name"),
        (7, "long_reference"),
        (8, "hidden"),
        (9, "several_addresses"),
        (11, "long_address"),
        (12, "garbled"),
        (14, "same_address"),
    ]
    assert [one.name for one in found.people] == ["山田 太郎", "渡辺"]
    assert found.problems[2].values["first"] == 2
    assert found.problems[5].values["found"] == "U+202E"


def test_the_same_name_without_an_address_needs_something_that_tells_the_two_apart() -> None:
    assert problems("山田 太郎\n佐藤\n山田太郎\nﾔﾏﾀﾞ\nヤマダ") == [(3, "same_name"), (5, "same_name")]
    assert problems("氏名,ID\n山田,1\n山田,2") == []
    assert problems("山田,a@example.jp\n山田,b@example.jp") == []


MALFORMED = "@ a@ @example.jp a@b a@@example.jp 山田@example.jp a@example..jp a@-x.jp a@x_y.jp a@10.0.0.1"


@pytest.mark.parametrize("address", MALFORMED.split())
def test_a_malformed_address_is_named_as_it_was_written(address: str) -> None:
    found = read_list(f"氏名,メール\n山田,{address}\n")
    assert found.problems == (LineProblem(2, "bad_address", {"found": address}),)


def test_addresses_of_japanese_phones_with_their_old_dots_are_taken() -> None:
    text = "a..b@docomo.ne.jp\nc.@ezweb.ne.jp\nd..e@example.jp"
    found = read_list(text)
    assert [one.address for one in found.people] == ["a..b@docomo.ne.jp", "c.@ezweb.ne.jp"]
    assert [problem.line for problem in found.problems] == [3]


def test_whoever_is_invited_already_is_named_and_the_greatest_number_holds() -> None:
    there = [Invited("山田", "Taro@example.jp"), Invited("佐藤 花子", "", "7")]
    read = read_list("氏名,メール,ID\nだれか,taro@EXAMPLE.jp,1\n佐藤花子,,7\n佐藤花子,,8\n鈴木,s@example.jp,9")
    checked = check_invited(read, there, 2)
    assert [(one.line, one.fault) for one in checked.problems] == [(2, "invited_address"), (3, "invited_name")]
    assert [one.reference for one in checked.people] == ["8", "9"]
    assert checked.lines == (4, 5)
    over = check_invited(read, there, 1).refused
    assert over is not None
    assert over.fault == "too_many_people"
    assert over.values == {"n": 2, "room": 1}


def test_the_text_of_a_cell_in_a_sentence_is_short_and_steers_nothing() -> None:
    (problem,) = [one for one in read_list(f"氏名,メール\n\u202e山田,{'x' * 300}").problems if one.fault == "hidden"]
    assert problem.values["found"] == "U+202E"
    (bad,) = read_list(f"氏名,メール\n山田,{'x' * 200}").problems
    assert len(str(bad.values["found"])) == 61
