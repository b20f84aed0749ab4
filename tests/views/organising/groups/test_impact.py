"""Rates by group on the page: only for organisers, nothing stored, nothing said that the numbers do not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import inspect, text
from streamlit.testing.v1 import AppTest

from store.process import close_process_store, process_store
from tests.shipped import shipped_content
from tests.store.campaigns.world import organiser
from tests.views.pages import open_page
from tests.views.pages import text as html
from views.frame.cookie import ORGANISER
from views.organising.groups.rates import cut

SEEN = "MARKED-GROUP"


@pytest.fixture
def signed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    close_process_store()
    token = organiser(process_store(), "organiser")
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: {ORGANISER: token.secret}))
    yield
    close_process_store()


def people(**counts: tuple[int, int]) -> str:
    lines = ["グループ\t次に進んだ"]
    for group, (went_on, n) in counts.items():
        lines += [f"{group}\t{'はい' if number < went_on else 'いいえ'}" for number in range(n)]
    return "\n".join(lines)


def pasted(table: str) -> AppTest:
    app = open_page("impact")
    app.text_area(key="impact_pasted").set_value(table)
    app.button(key="impact_read").click().run()
    assert not app.exception
    return app


def plain(app: AppTest) -> str:
    return re.sub(r"<[^>]+>", " ", html(app))


def test_who_is_not_signed_in_sees_the_door_and_no_field() -> None:
    app = open_page("impact")
    assert not app.text_area
    assert "/sign-in?next=impact" in html(app)


def test_each_group_is_told_with_its_ratio_one_person_and_chance(signed_in: None) -> None:
    app = pasted(people(A=(20, 40), B=(15, 40), C=(3, 12)))
    said = plain(app)
    assert "92人を数えました。" in said
    assert "割合は「A」の0.750倍で、5分の4（0.800）を下回ります。" in said
    assert (
        "1人多ければ、比は0.800でした。1人少なければ、0.700でした。1人の違いで、5分の4のどちら側かが変わります。"
        in said
    )
    assert "偶然だけで比が0.750以下になることが" in said
    assert "p値は0.367です" in said
    assert "C：12人" in said
    assert "25.0%" not in said, "nothing but its number of a group under 30"


def test_too_few_people_give_no_rates_at_all(signed_in: None) -> None:
    said = plain(pasted(people(A=(20, 40), B=(5, 29))))
    assert "30人以上の集団が2つ以上ない" in said
    assert "50.0%" not in said
    assert "A：40人" in said


def test_scores_are_compared_with_the_median(signed_in: None) -> None:
    rows = [f"{'AB'[number % 2]},{number + 10 * (number % 2)}" for number in range(80)]
    app = pasted("\n".join(["区分,得点", *rows]))
    (kind,) = app.radio
    assert kind.value == "scored"
    assert "得点が中央値を超えた割合" in plain(app)
    assert "80人を数えました。" in plain(app)


def test_a_cell_that_cannot_be_read_is_named_and_no_rate_is_shown(signed_in: None) -> None:
    said = plain(pasted(people(A=(20, 40), B=(15, 40)) + "\nB\tたぶん"))
    assert "82行目：「たぶん」" in said
    assert "人を数えました" not in said


def test_markup_in_a_table_is_shown_as_it_is(signed_in: None) -> None:
    group = "<img src=x onerror=alert(1)>"
    body = html(pasted(people(**{group: (20, 40), "B": (15, 40)})))
    assert "<img" not in body
    assert "&lt;img src=x onerror=alert(1)&gt;" in body


def test_the_same_column_twice_and_what_is_no_table_are_told(signed_in: None) -> None:
    app = pasted(people(A=(20, 40), B=(15, 40)))
    app.selectbox[1].set_value(0).run()
    assert "集団の列とは別の列を選んでください。" in plain(app)
    assert "見出しと、1行以上の人が必要です。" in plain(pasted("グループ\t次に進んだ"))
    assert "列が一つしか見つかりません。" in plain(pasted("一つ\nだけ"))


def test_nothing_of_it_is_stored(signed_in: None) -> None:
    assert SEEN in html(pasted(people(**{SEEN: (20, 40), "B": (15, 40)})))
    store = process_store()
    with store.engine.connect() as connection:
        for name in inspect(store.engine).get_table_names():
            rows = connection.execute(text(f'select * from "{name}"')).all()
            assert SEEN not in repr(rows), name


def test_no_word_of_it_calls_a_rate_passed_or_failed() -> None:
    words = shipped_content().interface
    said = [body for key, found in words.items() if key.startswith("impact.") for body in found.root.values()]
    assert not [
        one
        for one in said
        if re.search(
            r"合格|不合格|クリア|違法|適法|\b(pass|passed|passes|fail|failed|fails|comply|complies|compliant|illegal)\b",
            one,
        )
    ]


def test_every_fault_has_its_sentence() -> None:
    words = shipped_content().interface
    for fault in (
        "empty",
        "too_big",
        "too_many_lines",
        "unknown_encoding",
        "broken_text",
        "other_kind",
        "password",
        "damaged",
        "one_column",
        "too_many_columns",
        "too_many_groups",
    ):
        assert f"impact.fault.{fault}" in words


def test_a_ratio_under_four_fifths_never_looks_like_four_fifths() -> None:
    assert (cut(0.7999), cut(0.8), cut(0.57), cut(1.0)) == ("0.799", "0.800", "0.570", "1.000")
