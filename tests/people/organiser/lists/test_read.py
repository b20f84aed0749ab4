"""Lists as people have them are read as they are meant; what is not clear is said, and never guessed."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from people.organiser.lists.read import MOST_BYTES, MOST_LINES, read_list
from store import Invited
from store.campaigns.invitations import new_invitations
from tests.examples import examples

TARO = Invited("山田 太郎", "taro@example.jp")


def read(source: str | bytes) -> list[tuple[str, str, str]]:
    found = read_list(source)
    assert not found.problems, found.problems
    return [(one.name, one.address, one.reference) for one in found.people]


@pytest.mark.parametrize(
    "line",
    [
        "山田 太郎\ttaro@example.jp",
        "山田 太郎, taro@example.jp",
        "山田 太郎，taro@example.jp",
        "山田 太郎、taro@example.jp",
        "山田 太郎;taro@example.jp",
        "山田 太郎 <taro@example.jp>",
        "山田 太郎＜ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ＞",
        '"山田 太郎" <taro@example.jp>',
        "山田 太郎 taro@example.jp",
        "山田 太郎（taro@example.jp）",
        "taro@example.jp\t山田 太郎",
        "  山田 太郎  ,  taro@Example.JP  ",
        "山田 太郎 mailto:taro@example.jp",
        "\ufeff山田 太郎,\u200btaro@example.jp",
        "山田 太郎\u00a0, taro@example.jp\u00a0",
    ],
)
def test_one_person_a_line_in_the_ways_that_people_write_it(line: str) -> None:
    assert read(line) == [("山田 太郎", "taro@example.jp", "")]
    assert read(f"{line}\r\n\r\n佐藤 花子\r\n") == [("山田 太郎", "taro@example.jp", ""), ("佐藤 花子", "", "")]


def test_names_alone_addresses_alone_and_both_in_one_text() -> None:
    text = "山田　太郎\nb@example.jp\nYamada, Hanako <h@example.jp>\n佐藤\tc@example.jp\n鈴木、d@example.jp\n"
    assert read(text) == [
        ("山田　太郎", "", ""),
        ("", "b@example.jp", ""),
        ("Yamada, Hanako", "h@example.jp", ""),
        ("佐藤", "c@example.jp", ""),
        ("鈴木", "d@example.jp", ""),
    ]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("氏名,メールアドレス,管理番号", "山田 太郎,taro@example.jp,A-1"),
        ("お名前（漢字）,E-mail,応募者ID", "山田 太郎,taro@example.jp,A-1"),
        ("管理番号;メール;氏名*", "A-1;taro@example.jp;山田 太郎"),
        ("姓\t名\tﾒｰﾙｱﾄﾞﾚｽ\tNo.", "山田\t太郎\ttaro@example.jp\tA-1"),
        ("ID,氏名,フリガナ,電話番号,メール", "A-1,山田 太郎,ヤマダタロウ,03-1234-5678,taro@example.jp"),
        ("Full Name,E-mail Address,Reference", "山田 太郎,taro@example.jp,A-1"),
        ("Family name,Given name,Email,candidate_id", "太郎,山田,taro@example.jp,A-1"),
        ("Name,Address,Email,Ref", "山田 太郎,東京都千代田区,taro@example.jp,A-1"),
    ],
)
def test_columns_are_found_by_their_headings(header: str, row: str) -> None:
    for above in ("", "応募者一覧（2026年）\n\n"):
        assert read(f"{above}{header}\n{row}\n") == [("山田 太郎", "taro@example.jp", "A-1")]


def test_a_heading_that_is_not_known_is_read_by_what_stands_below_it() -> None:
    assert read("志望者,連絡先,管理番号\n山田 太郎,taro@example.jp,A-1") == [("山田 太郎", "taro@example.jp", "A-1")]
    assert read("sep=;\n氏名;メール\n山田 太郎;taro@example.jp") == [("山田 太郎", "taro@example.jp", "")]


@pytest.mark.parametrize(
    "other",
    [
        "鈴木 花子\thana@example.jp\tA-2",
        "鈴木 花子;hana@example.jp;A-2",
        "鈴木 花子、hana@example.jp、A-2",
        "鈴木 花子, hana@example.jp\tA-2",
        "鈴木 花子\thana@example.jp, A-2",
    ],
)
@pytest.mark.parametrize("header", ["", "氏名,メール,管理番号\n", "氏名\tメール\t管理番号\n"])
def test_a_line_that_is_parted_otherwise_than_the_rest(header: str, other: str) -> None:
    rest = "山田 太郎,taro@example.jp,A-1\n{}\n佐藤 実,minoru@example.jp,A-3\n高橋 翼,tsubasa@example.jp,A-4"
    assert read(header + rest.format(other)) == [
        ("山田 太郎", "taro@example.jp", "A-1"),
        ("鈴木 花子", "hana@example.jp", "A-2"),
        ("佐藤 実", "minoru@example.jp", "A-3"),
        ("高橋 翼", "tsubasa@example.jp", "A-4"),
    ]


def test_a_name_with_its_own_reference_alone() -> None:
    rest = "山田 太郎,A-1\n佐藤 実,A-3\n"
    assert read(f"{rest}鈴木 花子\tA-2")[2] == read(f"{rest}鈴木 花子、A-2")[2] == ("鈴木 花子", "", "A-2")


def test_a_sign_within_a_name_parts_nothing() -> None:
    assert read("Sato Minoru\tA-1\nYamada, Hanako\nSuzuki Jun\tA-3")[1] == ("Yamada, Hanako", "", "")
    assert read("佐藤 実,A-1\n高橋・翼、\n鈴木 純,A-3")[1][2] == ""


def test_columns_that_are_not_kept_are_named() -> None:
    found = read_list("氏名,電話番号,メール,住所,空\n山田,03-1234-5678,a@example.jp,東京都,\n")
    assert found.columns.unread == ("電話番号", "住所")
    assert found.columns.read == {"name": "氏名", "address": "メール"}
    assert found.columns.header == 1


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "1,山田太郎,a@example.jp\n2,佐藤花子,b@example.jp",
            ("山田太郎", "a@example.jp", "1"),
            ("佐藤花子", "b@example.jp", "2"),
        ),
        (
            "山田,太郎,a@example.jp\n佐藤,花子,b@example.jp",
            ("山田 太郎", "a@example.jp", ""),
            ("佐藤 花子", "b@example.jp", ""),
        ),
        ("山田太郎,ヤマダタロウ\n佐藤花子,サトウハナコ", ("山田太郎", "", ""), ("佐藤花子", "", "")),
        ("山田,03-1234-5678,a@example.jp\n佐藤,,", ("山田", "a@example.jp", ""), ("佐藤", "", "")),
        ("A-001\nA-002", ("A-001", "", ""), ("A-002", "", "")),
        ("Smith, John\nDoe, Jane", ("Smith, John", "", ""), ("Doe, Jane", "", "")),
    ],
)
def test_without_a_header_columns_are_found_by_what_they_hold(
    text: str, first: tuple[str, str, str], second: tuple[str, str, str]
) -> None:
    assert read(text) == [first, second]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_as_excel_in_japan_saves_it(encoding: str, end: str) -> None:
    rows = ("氏名,メール", "髙橋 﨑子①,saki@example.jp", "山田 太郎,taro@example.jp", "ﾔﾏﾀﾞ ﾊﾅ,hana@example.jp")
    found = read_list(end.join(rows).encode(encoding))
    assert [one.name for one in found.people] == ["髙橋 﨑子①", "山田 太郎", "ﾔﾏﾀﾞ ﾊﾅ"]
    assert found.encoding == {"utf-16": "UTF-16", "cp932": "CP932 (Shift_JIS)"}.get(encoding, "UTF-8")
    assert found.lines == (2, 3, 4)


def test_a_name_keeps_its_letters() -> None:
    """A name is nobody's to normalise: U+FA19, ideographic variants and half-width kana stay as they were typed."""
    names = ["\ufa19田", "葛\U000e0100城", "ﾔﾏﾀﾞ", "か\u3099", "①さん", "髙﨑"]
    assert [one.name for one in read_list("\n".join(names)).people] == names


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("氏名,メール\n", "empty"),
        (b"", "empty"),
        ("あ" * (MOST_BYTES // 3 + 1), "too_big"),
        (b"a" * (MOST_BYTES + 1), "too_big"),
        ("a\n" * (MOST_LINES + 1), "too_many_lines"),
        ("\n" * (2 * MOST_LINES + 1), "too_many_lines"),
        ("né".encode("latin-1"), "unknown_encoding"),
        ("氏名\n山田かおる".encode("euc_jp"), "unknown_encoding"),
        ("氏名\n山田".encode() + b"\xe3\x81", "broken_text"),
        (b"%PDF-1.7\n%\xe2\xe3", "other_kind"),
        (b"<html><table><tr><td>x", "other_kind"),
        (bytes(range(256)), "other_kind"),
        (b"PK\x03\x04" + b"\0" * 50 + b"word/document.xml", "other_kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "other_kind"),
    ],
)
def test_what_cannot_be_read_is_refused_as_a_whole(source: str | bytes, fault: str) -> None:
    found = read_list(source)
    assert found.refused
    assert (found.refused.fault, found.people) == (fault, ())


def test_five_thousand_pasted_lines() -> None:
    text = "\n".join(f"候補者 {n}\tperson{n}@example.jp\tR{n:05}" for n in range(5000))
    found = read_list(text)
    assert not found.problems
    assert len(found.people) == 5000
    assert found.people[4999] == Invited("候補者 4999", "person4999@example.jp", "R04999")
    assert found.lines[4999] == 5000


@settings(max_examples=examples(300), deadline=None)
@given(st.one_of(st.text(), st.binary(), st.text(alphabet='あa@,;\t"\r\n<>＜、，　 ')))
@example("\ud800")
@example('"')
@example('a"b\n"c')
@example("@")
@example("a\u2028b\ufffe")
@example("a@example.jp\u2028")
@example("x" * 140_000)
@example('"' + "x" * 140_000)
def test_any_text_is_read_without_an_exception_and_each_line_is_a_person_or_a_problem(source: str | bytes) -> None:
    found = read_list(source)
    assert len(found.people) == len(found.lines)
    assert not set(found.lines) & {problem.line for problem in found.problems}
    assert len(set(found.lines)) == len(found.lines)
    assert found.people or found.problems
    for person in found.people:
        assert person.name or person.address
        assert len(person.name) <= 80
        assert len(person.address) <= 254
    # The store keeps each of them as they are.
    assert [(row["name"], row["address"], row["reference"]) for row in new_invitations(found.people)] == [
        (one.name, one.address, one.reference) for one in found.people
    ]
