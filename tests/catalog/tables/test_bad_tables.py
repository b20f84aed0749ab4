"""What is wrong with a table is said by its sheet and cell, all at once, with what to do; and nothing is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.catalog.tables.books import CALM, HEAD, book, imported, items, refused


def hide(name: str, state: str = "hidden") -> object:
    def then(made: Workbook) -> None:
        made[name].sheet_state = state

    return then


def merge(cells: str) -> object:
    return lambda made: made["質問"].merge_cells(cells)


LISTS = Path(__file__).resolve().parents[2] / "fixtures" / "lists"
TRAITS = {"特性": [["id", "名前 日本語", "名前 英語"], ["calm", "落ち着き", "Calm"]]}
MANY = [[f"c_{n}", "calm", "+-"[n % 2], f"文{n}。", f"Item {n}."] for n in range(5000)]
REFUSED = {
    "no column of keys": (
        book(items([[*row[:2], *row[3:]] for row in CALM], [*HEAD[:2], *HEAD[3:]])),
        "t.xlsx[質問]:A1: 列がありません: 向き。見出しの行に書き足してください。",
    ),
    "a heading mistyped": (
        book(items(CALM, ["id", "特性", "むき", "日本語", "英語"])),
        "t.xlsx[質問]:A1: 列がありません: 向き。見出しの行に書き足すか、名前を直してください。"
        "意味の分からない見出し: むき",
    ),
    "a heading twice": (
        book(items(CALM, ["id", "特性", "向き", "日本語", "ja"])),
        "t.xlsx[質問]:E1: 見出し「ja」は、D1 の見出しと同じ意味です。片方を消すか、名前を変えてください。",
    ),
    "a column without a heading": (
        book(items(CALM, [*HEAD[:4], None])),
        "t.xlsx[質問]:E1: この列には見出しがありませんが、E2 に中身があります。見出しを書くか、列を消してください。",
    ),
    "merged cells": (
        book(items(CALM), merge("B2:B3")),
        "t.xlsx[質問]:B2: セル B2:B3 が結合されています。結合を解き、どのセルにも値を入れてください。",
    ),
    "a formula": (
        book(items([CALM[0], [*CALM[1][:3], '=A1&"x"', "I panic."]])),
        "t.xlsx[質問]:D3: 数式が入っています。値に変えてください（コピーして「値の貼り付け」）。",
    ),
    "an error of Excel's": (
        book(items([[*CALM[0][:4], "#N/A"], CALM[1]])),
        "t.xlsx[質問]:E2: エラー値が入っています。正しい値を入れてください。",
    ),
    "an id that became a date": (
        book(items([[date(2026, 1, 2), *CALM[0][1:]], CALM[1]])),
        "t.xlsx[質問]:A2: 日付になっています。セルの書式を「文字列」にして、入れ直してください。",
    ),
    "a hidden sheet that would be read": (
        book({**items(CALM), **TRAITS}, hide("特性")),
        "t.xlsx[特性]: シートが非表示です。読ませるなら再表示し、要らなければ消してください。",
    ),
    "one that can only be unhidden by a programme": (
        book({**items(CALM), **TRAITS}, hide("特性", "veryHidden")),
        "t.xlsx[特性]: シートが非表示です。読ませるなら再表示し、要らなければ消してください。",
    ),
    "two sheets of items": (
        book({**items(CALM), "items": [HEAD, *CALM]}),
        "t.xlsx[items]: シート「質問」と同じ種類のシートです。1つにまとめてください。",
    ),
    "5,000 rows": (
        book(items(MANY)),
        "t.xlsx[質問]: 5001行あります。読めるのは2000行までです。"
        "回答の表ではなく、質問の表かどうかを確かめてください。",
    ),
    "5,000 rows of text": (
        "\n".join(",".join(map(str, row)) for row in [HEAD, *MANY]).encode(),
        "t.xlsx: 5001行あります。読めるのは2000行までです。回答の表ではなく、質問の表かどうかを確かめてください。",
    ),
    "a table of answers": (
        b"timestamp,q1,q2\n2026,1,2\n",
        "t.xlsx:A1: 列がありません: 日本語, 特性, 向き。見出しの行に書き足すか、名前を直してください。"
        "意味の分からない見出し: timestamp, q1, q2",
    ),
    "a quotation mark that nothing closes": (
        b'id,trait,keyed,en\na_1,calm,+,"I am\na_2,calm,-,x\n',
        't.xlsx:A2: この行から先の引用符（"）の組み合わせが合いません。閉じる引用符を確かめてください。'
        '文の中の引用符は "" と2つ書きます。',
    ),
    "nothing": (b"", "t.xlsx: 表が空です。見出しの行と質問の行を入れてください。"),
    "a page saved as a table": (
        b"<html><table><tr><td>id</td></tr></table>",
        "t.xlsx: 表ではないファイルのようです。.xlsx か CSV で保存し直してください。",
    ),
    "a workbook of before 2007": (
        (LISTS / "old.xls").read_bytes(),
        "t.xlsx: 古い形式（.xls）か、パスワードの付いた Excel です。パスワードを外し、.xlsx で保存し直してください。",
    ),
    "a workbook with a password": (
        (LISTS / "locked.xlsx").read_bytes(),
        "t.xlsx: 古い形式（.xls）か、パスワードの付いた Excel です。パスワードを外し、.xlsx で保存し直してください。",
    ),
    "a value far below, as in a trap": (
        book(items(CALM), lambda made: made["質問"].cell(1_048_576, 2, "x")),
        "t.xlsx[質問]: 1048576行あります。読めるのは2000行までです。"
        "回答の表ではなく、質問の表かどうかを確かめてください。",
    ),
    "a torn workbook": (
        book(items(CALM))[:900] + b"xl/workbook",
        "t.xlsx: Excel のファイルとして読めません。Excel で開き、.xlsx で保存し直してください。",
    ),
    "EUC-JP": (
        "id,特性,向き,日本語\na_1,calm,+,おちつく\n".encode("euc_jp"),
        "t.xlsx:A1: EUC-JP のようです。CSV UTF-8 で保存し直してください。",
    ),
    "an unknown trait": (
        book({**items([["a_1", "clam", *CALM[0][2:]], *CALM]), **TRAITS}),
        "t.xlsx[質問]:B2: 特性: 特性 clam はありません。calm ではありませんか。",
    ),
    "a trait that no sheet has": (
        book({**items([["a_1", "anything", *CALM[0][2:]], *CALM]), **TRAITS}),
        "t.xlsx[質問]:B2: 特性: 特性 anything はありません。次のどれかを使ってください: calm",
    ),
    "a trait's name that no sheet has": (
        book({**items([["a_1", "新しさ", *CALM[0][2:]], *CALM]), **TRAITS}),
        "t.xlsx[質問]:B2: 特性「新しさ」は、この診断にありません。名前を確かめ、新しい特性なら、"
        "すべての特性を1行ずつ書いたシート「特性」に加えてください。",
    ),
    "a task without its scale": (
        book(
            {
                **items(CALM),
                "業務": [["id", "職種", "日本語", "英語"], ["t_1", "front", "迎える。", "Welcome guests."]],
                "診断": [["キー", "値", "日本語", "英語"], ["title", None, "宿", "Hotel"]],
            }
        ),
        "t.xlsx[業務]:A2: 業務を尋ねるには、シート「診断」に task_scale が要ります。"
        "書き足してください。書き方は docs/authors/questions.md にあります。",
    ),
    "what an option shows in other words": (
        book(
            {
                **items(CALM),
                "場面": [["id", "選択肢", "日本語", "英語", "表す特性"], ["late", None, "遅い。", "Late."]]
                + [[None, name, f"{name}。", f"{name}.", "calm たくさん"] for name in "ab"],
            }
        ),
        "t.xlsx[場面]:E3: 「calm たくさん」が読めません。「calm: 5, pace: 2」のように、特性と点を書いてください。",
    ),
    "roles without their weights": (
        book({**items(CALM), "職種": [["id", "名前 日本語"], ["front", "フロント"]]}),
        "t.xlsx[職種]: シート「重み」がありません。職種には、特性の重みが要ります。",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_said_by_its_cell(case: str, tmp_path: Path) -> None:
    data, said = REFUSED[case]
    assert said in refused(data, tmp_path / "mine")


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_said_in_english_of_the_same_cell(case: str, tmp_path: Path) -> None:
    data, said = REFUSED[case]
    place = said.partition(": ")[0]
    told = [one for one in refused(data, tmp_path / "mine", "en") if one.startswith(f"{place}: ")]
    assert told
    assert all(one.rstrip().endswith((".", "?")) or "here: " in one for one in told)


def test_all_at_once_each_by_its_own_cell(tmp_path: Path) -> None:
    rows = [
        [*CALM[0][:3], None, CALM[0][4]],
        ["calm_1", "calm", "x", "別の文。", "Another."],
        [None] * 5,
        ["１つ目", None, "－", "さらに別の文。", "One more."],
    ]
    assert refused(book(items(rows)), tmp_path / "mine") == [
        "t.xlsx[質問]:D2: 日本語: ja の文がありません。書き足してください。",
        "t.xlsx[質問]:A3: id: id calm_1 はすでに使われています(t.xlsx[質問] の2行目)。別の id にしてください。",
        "t.xlsx[質問]:C3: 向き: x は使えない値です。次のどれかを使ってください: +, -",
        "t.xlsx[質問]:A5: id: 1つ目 は id に使えません。半角の英字で始め、英字・数字・_ だけを使ってください。",
        "t.xlsx[質問]:B5: 特性: trait がありません。書き足してください。",
    ]


def test_headers_cells_and_sheets_are_wrong_at_once(tmp_path: Path) -> None:
    sheets = {**items([["a_1", "calm", "+", "=1+1", "x"]], [*HEAD[:4], "ja"]), "職種": [["名前"], ["フロント"]]}
    said = refused(book(sheets), tmp_path / "mine")
    assert [one.partition(": ")[0] for one in said] == ["t.xlsx[質問]:E1", "t.xlsx[職種]:A1", "t.xlsx[質問]:D2"]


def test_of_hundreds_of_one_kind_ten_are_named_and_the_others_counted(tmp_path: Path) -> None:
    rows = [[f"a_{n}", "calm", "+", f"=A{n}", "x"] for n in range(300)]
    said = refused(book(items(rows)), tmp_path / "mine")
    assert len(said) == 11
    assert said[-1].endswith("同じ誤りが、このシートにあと290か所あります。")


def test_what_stands_beside_the_table_is_nobodys_business(tmp_path: Path) -> None:
    """A formula, a merged title and a hidden sheet of somebody's own do not hinder; what is not read is said."""
    head = [["わたしの診断"], [*HEAD, "備考"]]
    rows = [[*CALM[0], "=LEN(D3)"], [*CALM[1], None]]

    def then(made: Workbook) -> None:
        made["質問"].merge_cells("A1:D1")
        made["メモ"].sheet_state = "hidden"
        made["質問"].row_dimensions[4].hidden = True

    done = imported(book({"質問": [*head, *rows], "メモ": [["x"]], "下書き": [["y"]]}, then), tmp_path / "mine")
    assert len(done.assessment.items) == 2
    assert [one.in_language("ja") for one in done.notes] == [
        "t.xlsx[質問]:A4: 非表示の行も読みました（1行）。要らなければ消してください。",
        "t.xlsx[質問]:A2: 次の列は読みません: 備考",
        "t.xlsx[下書き]: このシートは読みません（シート名も見出しも、診断のものではありません）。",
        "t.xlsx[メモ]: 非表示のシートなので、読みません。",
    ]
