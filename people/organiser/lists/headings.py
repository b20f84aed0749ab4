"""The columns of a list: by their headings, in Japanese or English, or else by what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from people.organiser.lists.letters import same
from people.organiser.lists.text_rows import Rows
from people.organiser.lists.values import Field

_HEADINGS: Mapping[Field, str] = {
    "name": """氏名 名前 お名前 御名前 ご氏名 姓名 氏名(漢字) 名前(漢字) 漢字氏名 フルネーム 候補者 候補者名 候補者氏名
        応募者 応募者名 応募者氏名 受検者 受検者名 受検者氏名 受験者 受験者名 受験者氏名 対象者 対象者名 学生名 学生氏名
        name fullname yourname candidate candidatename applicant applicantname participant participantname""",
    "family": "姓 氏 苗字 名字 姓(漢字) 氏(漢字) lastname familyname surname",
    "given": "名 名(漢字) firstname givenname forename",
    "address": """メール メールアドレス メアド eメール eメールアドレス e-メール 電子メール 電子メールアドレス
        pcメール pcメールアドレス 連絡先メールアドレス 連絡用メールアドレス メールアドレス1 アドレス
        email emailaddress mail mailaddress e-mail e-mailaddress address emailid""",
    "reference": """id 管理番号 応募者番号 応募者id 候補者番号 候補者id 受検者番号 受検者id 受験番号 受験者番号 受付番号
        整理番号 学籍番号 社員番号 識別番号 番号 通し番号 管理id no no. # reference referenceno ref number
        candidateid applicantid applicationid participantid externalid ownid""",
}
HEADING_OF = {heading: kind for kind, headings in _HEADINGS.items() for heading in headings.split()}
MAYBE_POSTAL = frozenset(("アドレス", "address"))
MARKS = re.compile(r"[*※:・_]|\((必須|任意|required|optional)\)|【(必須|任意)】")
NO_NAME = re.compile(
    "ふりがな|フリガナ|カナ|かな|kana|読み|住所|電話|携帯|tel|phone|部|所属|学校|大学|学科|備考|メモ|note|日|date|性別|年齢|gender|age|"
    "url|職種|役職|会社|company|状況|status",
)
HEADER_WITHIN = 10
"""A title and a remark above the table take a few lines; no header is looked for further down."""
CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/#-]*")
NO_CODE = re.compile(r"0\d{1,4}-?\d{1,4}-?\d{3,4}|\+?\d{2,3}-\d{1,4}-\d{2,4}-\d{3,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
"""Telephone numbers and days are nobody's own id."""
KANA = re.compile(r"[\u3041-\u30ff\uff66-\uff9f\s]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fields stand in a row. ``header``: its line, None without one; ``first``: the place of the row below.

    ``names``: the columns of the name in the order in which they are put together. ``anywhere``: without a header an
    address is taken from any column, and a name from beside it.
    """

    names: tuple[int, ...] = ()
    address: int | None = None
    reference: int | None = None
    header: int | None = None
    first: int = 0
    headings: Sequence[str] = ()
    anywhere: frozenset[int] = frozenset()


def layout(rows: Rows) -> Layout:
    """By the header where there is one, else by the cells."""
    for place, (line, cells) in enumerate(rows[:HEADER_WITHIN]):
        found = _by_headings(cells)
        # Below a title it takes two headings to be a table's head; "ID" with nothing beside it may be anything.
        alone = sum(bool(cell.strip()) for cell in cells) == 1
        if len(found) > 1 or (place == 0 and found and not (alone and "reference" in found)):
            return _headed(found, cells, rows[place + 1 :], line, place + 1)
        if any(map(_has_at, cells)):
            break
    return _by_cells(rows)


def _by_headings(cells: Sequence[str]) -> dict[Field, int]:
    found: dict[Field, int] = {}
    for place, cell in enumerate(cells):
        heading = MARKS.sub("", same(cell))
        kind = HEADING_OF.get(heading)
        if kind is not None and (kind not in found or (kind == "address" and _maybe_postal(cells[found[kind]]))):
            found[kind] = place
    return found


def _maybe_postal(heading: str) -> bool:
    return MARKS.sub("", same(heading)) in MAYBE_POSTAL


def _headed(found: dict[Field, int], headings: Sequence[str], below: Rows, line: int, first: int) -> Layout:
    address = found.get("address")
    if address is None or _maybe_postal(headings[address]):
        address = next((place for place, cells in enumerate(_columns(below)) if _share(cells, _has_at) > 0.5), None)
    names = [found[kind] for kind in ("name",) if kind in found]
    if not names:
        family_first = not headings[found.get("family", found.get("given", 0))].isascii()
        order: tuple[Field, ...] = ("family", "given") if family_first else ("given", "family")
        names = [found[kind] for kind in order if kind in found]
    if not names:
        unnamed = [
            place
            for place, cells in enumerate(_columns(below)[: len(headings)])
            if place not in (address, found.get("reference"))
            and not NO_NAME.search(same(headings[place]))
            and _share(cells, _has_letters) > 0.5
        ]
        names = unnamed[:1]
    return Layout(tuple(names), address, found.get("reference"), line, first, headings)


def _by_cells(rows: Rows) -> Layout:
    """The address where an @ is, the own id where most cells are codes, the name in the one or two columns left."""
    columns = _columns(rows)
    with_at = [place for place, cells in enumerate(columns) if any(map(_has_at, cells))]
    addresses = [place for place in with_at if _share(columns[place], _has_at) > 0.5]
    rest = [place for place, cells in enumerate(columns) if cells and place not in addresses]
    codes = [place for place in rest if _share(columns[place], _is_code) > 0.5]
    names = [place for place in rest if place not in codes and _share(columns[place], _has_letters) > 0.5]
    names = names[:1] + [place for place in names[1:2] if _share(columns[place], KANA.fullmatch) < 0.8]
    if codes and not names and not with_at:
        names, codes = codes[:1], codes[1:]
    return Layout(
        tuple(names or rest[:1]),
        next(iter(addresses or with_at), None),
        next(iter(codes), None),
        anywhere=frozenset(with_at),
    )


def _columns(rows: Rows) -> list[list[str]]:
    """The filled cells of each column."""
    columns: list[list[str]] = [[] for _ in range(max((len(cells) for _, cells in rows), default=0))]
    for _, cells in rows:
        for place, cell in enumerate(cells):
            if cell.strip():
                columns[place].append(cell.strip())
    return columns


def _share(cells: Sequence[str], holds: Callable[[str], object]) -> float:
    return sum(bool(holds(cell)) for cell in cells) / len(cells) if cells else 0.0


def _has_at(cell: str) -> bool:
    return "@" in cell or "＠" in cell


def _is_code(cell: str) -> bool:
    return bool(CODE.fullmatch(cell)) and not NO_CODE.fullmatch(cell)


def _has_letters(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell)
