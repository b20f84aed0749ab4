"""The page on which a candidate shares: five ways of equal weight, the reader's very screen, a receipt, withdrawal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from people.candidate import sharing as sharings
from people.candidate.beginning import begin
from reports.sharing.shown import shown
from store import Invited, Share, Store, StoreDown, Token
from tests.people.candidate.world import (
    SHIPPED,
    TEXTS,
    answer_and_finish,
    campaign,
    organiser,
    result_of,
    store,
)
from tests.shipped import shipped_content
from tests.views.pages import open_page, text
from views.frame.context import Site
from views.frame.cookie import NAME
from views.result.as_shared import as_shared
from views.sharing.choice import CHOICES

__all__ = ["store"]
CONTENT = shipped_content()
JA = CONTENT.words("ja")
SITE = Site({SHIPPED.id: SHIPPED}, CONTENT, JA, "ja", "light")


@pytest.fixture
def device(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Token | None], None]]:
    """Says which token the visitor's browser presents."""
    cookies: dict[str, str] = {}
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: cookies))

    def presents(token: Token | None) -> None:
        cookies.clear()
        if token is not None:
            cookies[NAME] = token.secret

    return presents


def taking_part(store: Store, own: Token | None = None, finish: bool = True, **changes: Any) -> tuple[Token, str, str]:
    """Token, participation, and the campaign's id; the sheet is finished."""
    who = organiser(store)
    made = campaign(store, who, **changes)
    link = made.secret or store.invitations.add(who, made.id, [Invited("佐藤")])[0].secret
    begun = begin(own, link, {SHIPPED.id: SHIPPED}, "ja")
    token = begun.token or own
    assert token is not None
    if finish and begun.outcome == "begun":
        answer_and_finish(store, token)
    return token, begun.participation, made.id


def choose(app: AppTest, part: str, level: str) -> None:
    app.radio(key=f"level_{part}_ja").set_value(level).run()
    assert not app.exception


def confirm(app: AppTest, part: str) -> None:
    app.button(key=f"confirm_{part}").click().run()
    assert not app.exception


def shares(store: Store, made: str) -> tuple[Share, ...]:
    return store.shared.all(organiser(store), made)


def preview(app: AppTest) -> str:
    found = re.search(
        r'<section class="fit-preview">.*?<section class="fit-shared">(.*)</section></section>', text(app), re.DOTALL
    )
    assert found
    return found[1]


def test_who_takes_part_in_nothing_reads_so(device: Callable[[Token | None], None]) -> None:
    device(None)
    assert JA("sharing.page.none") in text(open_page("share"))
    device(Token("x" * 43))
    assert JA("sharing.page.none") in text(open_page("share"))


def test_before_the_result_there_is_nothing_to_choose(store: Store, device: Callable[[Token | None], None]) -> None:
    token, part, _ = taking_part(store, finish=False)
    device(token)
    app = open_page("share")
    assert JA("sharing.unfinished.text") in text(app)
    assert not app.radio
    assert not [button for button in app.button if button.key == f"confirm_{part}"]


def test_five_ways_stand_side_by_side_and_none_is_chosen(store: Store, device: Callable[[Token | None], None]) -> None:
    token, part, made = taking_part(store)
    device(token)
    app = open_page("share")
    radio = app.radio(key=f"level_{part}_ja")
    assert radio.value is None
    assert len(radio.options) == len(CHOICES) == 5
    captions = [str(caption) for caption in radio.proto.captions]
    assert [one for one in captions if one.startswith("はじめにご提案する内容です")] == [
        captions[CHOICES.index("guide")]
    ]
    confirm(app, part)
    assert JA("sharing.choose.first") in text(app)
    assert shares(store, made) == ()


@pytest.mark.parametrize("level", CHOICES)
def test_every_choice_takes_the_same_two_taps_and_ends_with_a_receipt(
    level: str, store: Store, device: Callable[[Token | None], None]
) -> None:
    token, part, made = taking_part(store)
    device(token)
    app = open_page("share")
    choose(app, part, level)
    confirm(app, part)
    page = text(app)
    assert [one.level for one in shares(store, made)] == ([] if level == "nothing" else [level])
    if level == "nothing":
        assert JA("sharing.receipt.declined") in page
        assert JA("sharing.receipt.nothing") in page
    else:
        assert JA("sharing.receipt.done") in page
        for said in ("what", "whom", "when", "until", "how", "how_text"):
            assert JA(f"sharing.receipt.{said}") in page
        assert TEXTS["ja"].sender in page
    assert app.button(key=f"change_{part}").label == JA("sharing.receipt.change")
    assert not app.radio, "what was decided stands; it is changed on request"


@pytest.mark.parametrize("level", CHOICES[1:])
def test_the_preview_is_exactly_what_the_organiser_sees(
    level: str, store: Store, device: Callable[[Token | None], None]
) -> None:
    token, part, made = taking_part(store)
    device(token)
    app = open_page("share")
    choose(app, part, level)
    app.checkbox(key=f"named_{part}_ja").check().run()
    app.text_input(key=f"name_{part}_ja").set_value(" 山田 花子\u202e ").run()
    app.text_area(key=f"note_{part}_ja").set_value("<b>よろしく</b>\nお願いします。").run()
    beforehand = preview(app)
    assert "山田 花子" in beforehand
    assert "&lt;b&gt;よろしく&lt;/b&gt;\nお願いします。" in beforehand
    confirm(app, part)
    (share,) = shares(store, made)
    organisers = as_shared(SITE, shown(share.content, JA), share.name, share.note, heading="h4")
    assert f'<section class="fit-shared">{beforehand}</section>' == organisers
    assert organisers in text(app), "the receipt shows it again"


def test_without_a_name_none_is_shared_whatever_was_typed(store: Store, device: Callable[[Token | None], None]) -> None:
    token, part, made = taking_part(store)
    device(token)
    app = open_page("share")
    choose(app, part, "guide")
    app.checkbox(key=f"named_{part}_ja").check().run()
    app.text_input(key=f"name_{part}_ja").set_value("山田 花子").run()
    app.checkbox(key=f"named_{part}_ja").uncheck().run()
    assert JA("sharing.shown.nameless") in preview(app)
    confirm(app, part)
    (share,) = shares(store, made)
    assert share.name == ""


def test_it_is_changed_and_withdrawn_at_any_time(store: Store, device: Callable[[Token | None], None]) -> None:
    token, part, made = taking_part(store)
    device(token)
    app = open_page("share")
    choose(app, part, "traits")
    confirm(app, part)
    app.button(key=f"change_{part}").click().run()
    assert app.radio(key=f"level_{part}_ja").value == "traits", "the own choice, not a proposal"
    choose(app, part, "took_part")
    confirm(app, part)
    (share,) = shares(store, made)
    assert (share.level, set(share.content)) == ("took_part", {"v", "assessment"})
    again = open_page("share")
    again.button(key=f"withdraw_{part}").click().run()
    assert JA("sharing.receipt.withdrawn") in text(again)
    assert shares(store, made) == ()
    assert again.radio(key=f"level_{part}_ja").value is None


def test_a_change_that_is_not_confirmed_changes_nothing(store: Store, device: Callable[[Token | None], None]) -> None:
    token, part, made = taking_part(store)
    device(token)
    app = open_page("share")
    choose(app, part, "guide")
    confirm(app, part)
    app.button(key=f"change_{part}").click().run()
    choose(app, part, "traits")
    app.button(key=f"keep_{part}").click().run()
    assert [one.level for one in shares(store, made)] == ["guide"]
    assert JA("sharing.receipt.shared") in text(app)


def test_two_invitations_are_shared_with_apart(store: Store, device: Callable[[Token | None], None]) -> None:
    token, first, made = taking_part(store)
    _, second, other = taking_part(store, token, title="別の案内")
    device(token)
    app = open_page("share")
    choose(app, second, "guide")
    confirm(app, second)
    assert [len(shares(store, one)) for one in (made, other)] == [0, 1]
    assert app.radio(key=f"level_{first}_ja").value is None


def test_while_the_store_is_away_everything_typed_is_kept(
    store: Store, device: Callable[[Token | None], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    token, part, made = taking_part(store)
    device(token)
    app = open_page("share")
    choose(app, part, "guide")
    app.text_area(key=f"note_{part}_ja").set_value("ひとことです。").run()
    there = sharings.process_store

    def away() -> Store:
        raise StoreDown("away")

    monkeypatch.setattr(sharings, "process_store", away)
    confirm(app, part)
    assert JA("sharing.failed.away") in text(app)
    assert app.radio(key=f"level_{part}_ja").value == "guide"
    assert app.text_area(key=f"note_{part}_ja").value == "ひとことです。"
    assert shares(store, made) == ()
    monkeypatch.setattr(sharings, "process_store", there)
    confirm(app, part)
    assert [one.note for one in shares(store, made)] == ["ひとことです。"]


def test_what_was_typed_outlives_a_switch_of_the_language(store: Store, device: Callable[[Token | None], None]) -> None:
    token, part, _ = taking_part(store)
    device(token)
    app = open_page("share")
    choose(app, part, "fits")
    app.text_area(key=f"note_{part}_ja").set_value("ひとこと").run()
    app.button(key="speak_en").click().run()
    assert app.radio(key=f"level_{part}_en").value == "fits"
    assert app.text_area(key=f"note_{part}_en").value == "ひとこと"
    assert CONTENT.words("en")("sharing.choose.preview") in text(app)


def test_a_token_that_opens_nothing_any_more_shares_nothing(
    store: Store, device: Callable[[Token | None], None]
) -> None:
    token, part, made = taking_part(store)
    device(token)
    app = open_page("share")
    choose(app, part, "guide")
    store.rights.forget(token)  # On another screen: this page's cookie is the one that it connected with.
    confirm(app, part)
    assert JA("sharing.failed.over") in text(app)
    assert shares(store, made) == ()


def test_a_personal_link_is_told_where_it_matters(store: Store, device: Callable[[Token | None], None]) -> None:
    token, _, _ = taking_part(store, links="personal")
    device(token)
    assert JA("sharing.card.personal") in text(open_page("share"))
    other, _, _ = taking_part(store)
    device(other)
    assert JA("sharing.card.personal") not in text(open_page("share"))


def test_a_result_of_another_form_is_offered_with_a_word(store: Store, device: Callable[[Token | None], None]) -> None:
    token, _, _ = taking_part(store)
    taking_part(store, token, form="full", finish=False)
    device(token)
    assert JA("sharing.unfinished.newer") in text(open_page("share"))


def test_the_way_there_stands_below_the_own_result_and_only_for_whoever_takes_part(
    store: Store, device: Callable[[Token | None], None]
) -> None:
    label = JA("sharing.link", sender=TEXTS["ja"].sender)

    def links(app: AppTest) -> list[str]:
        return [str(link.proto.label) for link in app.get("page_link")]

    token, _, made = taking_part(store)
    device(token)
    page = open_page("result")
    assert label in links(page)
    assert 'class="fit-verdict"' in text(page)
    sample = open_page("result", sample="planner")
    assert label not in links(sample)
    store.campaigns.delete(organiser(store), made)
    assert label not in links(open_page("result"))


def test_the_privacy_page_lists_it_and_withdraws(store: Store, device: Callable[[Token | None], None]) -> None:
    token, part, made = taking_part(store)
    device(token)
    app = open_page("share")
    choose(app, part, "guide")
    confirm(app, part)
    about = open_page("about")
    row = JA("sharing.about.row", sender=TEXTS["ja"].sender, title="春の採用", what=JA("sharing.level.guide.name"))
    assert row in text(about)
    about.button(key=f"take_back_{part}").click().run()
    assert JA("sharing.receipt.withdrawn") in text(about)
    assert shares(store, made) == ()
    assert JA("sharing.level.nothing.name") in text(about)
    device(None)
    assert JA("sharing.about.title") not in text(open_page("about"))


def test_what_is_shared_is_the_result_of_the_own_page(store: Store, device: Callable[[Token | None], None]) -> None:
    token, part, made = taking_part(store)
    device(token)
    own = text(open_page("result"))
    app = open_page("share")
    choose(app, part, "traits")
    confirm(app, part)
    (share,) = shares(store, made)
    page = shown(share.content, JA)
    assert page.verdict is not None
    assert page.verdict.headline in own
    for role in page.verdict.roles:
        assert f"<b>{role.fit.shown}</b> <span>{JA('charts.list.bracketed', value=role.fit.spread)}</span>" in own
    result = result_of()
    assert {one["trait"]: one["value"] for one in share.content["traits"]} == {
        name: score.estimate.value if score.estimate else None for name, score in result.traits.items()
    }
