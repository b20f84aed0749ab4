"""A form becomes a campaign, or every mistake by its field; a campaign becomes the form it came from."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from people.organiser.filled import Asking, Mistake, Values, draft_of, values_of
from people.organiser.merging import merged
from store import Campaign, CampaignTexts, CoreQuestion, Draft

NOW = int(datetime(2026, 11, 28, 9, 0, tzinfo=ZoneInfo("Asia/Tokyo")).timestamp() * 1000)
ASKING = Asking(("ja", "en"), "ja", NOW)


def values(**changed: Any) -> Values:
    return {
        "title": " 新卒採用 ",
        "assessment": "customer_roles",
        "form": "full",
        "language": "",
        "zone": "Asia/Tokyo",
        "opens_day": date(2026, 12, 1),
        "opens_time": time(9, 0),
        "closes_day": date(2026, 12, 10),
        "closes_time": time(18, 0),
        "keep_days": 180,
        "most": 100,
        "links": "personal",
        "sender.ja": "人事部",
        "message.ja": "一行目\r\n二行目",
        "purpose.ja": "面接で話し合うため",
        "contact.ja": "saiyo@example.co.jp",
        "consent.ja": "同意の文",
        "consent.en": "Consent",
        "core.ja": "問1\n問2",
    } | {name.replace("__", "."): value for name, value in changed.items()}


def draft(**changed: Any) -> Draft:
    made = draft_of(values(**changed), ASKING)
    assert isinstance(made, Draft), made
    return made


def mistakes(asking: Asking = ASKING, **changed: Any) -> dict[str, Mistake]:
    made = draft_of(values(**changed), asking)
    assert not isinstance(made, Draft)
    return made


def test_a_form_becomes_a_campaign() -> None:
    made = draft()
    assert made.title == "新卒採用"
    assert made.texts == {
        "ja": CampaignTexts("人事部", "一行目\n二行目", "面接で話し合うため", "saiyo@example.co.jp", "同意の文")
    }
    assert datetime.fromtimestamp(made.closes / 1000, ZoneInfo("UTC")) == datetime(
        2026, 12, 10, 9, 0, tzinfo=ZoneInfo("UTC")
    )
    assert [question.ask for question in made.core] == [{"ja": "問1"}, {"ja": "問2"}]
    assert made.language is None


def test_a_second_language_falls_back_to_the_first_field_by_field() -> None:
    made = draft(purpose__en="To talk")
    assert made.texts["en"] == CampaignTexts("人事部", "一行目\n二行目", "To talk", "saiyo@example.co.jp", "Consent")
    assert set(draft(purpose__en="To talk", language="ja").texts) == {"ja"}


def test_every_mistake_is_said_at_once_by_its_field() -> None:
    wrong = mistakes(
        title="",
        sender__ja="x" * 121,
        purpose__ja=" \n",
        contact__ja="a\u202eb",
        zone="Mars/Olympus",
        opens_day=None,
        keep_days=0,
        most=None,
        core__ja="\n".join(["x"] * 21),
    )
    assert {name: one.code for name, one in wrong.items()} == {
        "title": "empty",
        "sender.ja": "long",
        "purpose.ja": "empty",
        "contact.ja": "hidden",
        "zone": "zone",
        "opens": "no_moment",
        "keep_days": "number",
        "most": "number",
        "core.ja": "many",
    }


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"closes_day": date(2026, 12, 1), "closes_time": time(9, 0)}, "order"),
        ({"closes_day": date(2028, 12, 1)}, "far"),
        ({"opens_day": date(2026, 11, 1), "closes_day": date(2026, 11, 28), "closes_time": time(8, 59)}, "past"),
    ],
)
def test_a_window_that_cannot_be(changed: dict[str, Any], code: str) -> None:
    assert mistakes(**changed)["closes"].code == code


def test_an_hour_that_summer_time_skips_is_no_moment() -> None:
    skipped = {"zone": "Europe/Berlin", "opens_day": date(2027, 3, 28), "opens_time": time(2, 30)}
    wrong = mistakes(**skipped, closes_day=date(2027, 4, 10))
    assert {name: one.code for name, one in wrong.items()} == {"opens": "no_such_hour"}


def campaign(made: Draft) -> Campaign:
    plain = {name: getattr(made, name) for name in Draft.__dataclass_fields__}
    return Campaign(
        **plain,
        id="c",
        owner="o",
        access="owner",
        revision=1,
        paused=False,
        closed=False,
        standing="running",
        secret=None,
        created=datetime(2026, 1, 1, tzinfo=ZoneInfo("UTC")),
        over=0,
    )


def test_a_campaign_comes_back_from_its_form_as_it_was() -> None:
    made = draft(purpose__en="To talk", core__en="Q1\nQ2")
    there = campaign(made)
    again = draft_of(values_of(there, ("ja", "en")), Asking(("ja", "en"), "ja", NOW, there))
    assert again == made


def test_what_to_listen_for_stays_with_its_question() -> None:
    kept = CoreQuestion({"ja": "問1"}, {"ja": "低い"}, {"ja": "高い"})
    there = campaign(draft())
    from dataclasses import replace

    asking = Asking(("ja", "en"), "ja", NOW, replace(there, core=(kept,)))
    made = draft_of(values(core__ja="新しい問\n問1"), asking)
    assert isinstance(made, Draft)
    assert made.core == (CoreQuestion({"ja": "新しい問"}), kept)


def test_two_changes_side_by_side_lose_nothing() -> None:
    base = {"title": "a", "most": 1, "zone": "x", "form": "full"}
    found = merged(base, base | {"title": "mine", "zone": "y"}, base | {"title": "theirs", "most": 2, "zone": "y"})
    assert found.values == {"title": "mine", "most": 2, "zone": "y", "form": "full"}
    assert found.taken == {"most": 2}
    assert found.open == {"title": "theirs"}
