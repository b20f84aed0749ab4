"""What an organiser filled in, field by field, and the campaign that it makes: every mistake at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from catalog.time_zone import zone_named
from people.organiser.core_questions import core_of, core_text
from store import Campaign, CampaignTexts, CoreQuestion, Draft
from store.campaigns.checks import UNSEEN
from store.campaigns.drafts import LONGEST_DAYS, MOST_CORE, MOST_PEOPLE, TEXTS

Values = dict[str, Any]
"""By field: ``title``, ``purpose.ja``, ``core.ja``, … as text; ``opens_day`` and ``opens_time`` as date and time."""
TEXT_FIELDS = tuple(TEXTS)
LONGEST_TITLE = 120
LONGEST_KEPT = 730
LONGEST_QUESTION = 500
MINUTE_MS = 60_000
DAY = timedelta(days=1)
Code = Literal[
    "refused",
    "empty",
    "long",
    "many",
    "hidden",
    "number",
    "no_moment",
    "no_such_hour",
    "order",
    "far",
    "past",
    "zone",
    "fixed",
]


@dataclass(frozen=True, slots=True)
class Mistake:
    code: Code
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a form is filled in for. ``languages``: the site's; ``first``: the one whose texts have to be there.

    ``now``: ms since 1970 UTC; ``new``: whether there is no campaign yet; ``before``: the one that is changed.
    """

    languages: Sequence[str]
    first: str
    now: int
    before: Campaign | None = None


def draft_of(values: Values, asking: Asking) -> Draft | dict[str, Mistake]:
    """The draft, or the mistakes by field. A second language is there once anything of it is filled in."""
    wrong: dict[str, Mistake] = {}
    title = _text(values, "title", 1, LONGEST_TITLE, False, wrong)
    texts = _texts(values, asking, wrong)
    zone = zone_named(str(values.get("zone") or ""))
    if zone is None:
        wrong["zone"] = Mistake("zone")
    before = {"opens": asking.before.opens, "closes": asking.before.closes} if asking.before else {}
    opens, closes = (_moment(values, name, zone, before.get(name), wrong) for name in ("opens", "closes"))
    keep_days = _number(values, "keep_days", LONGEST_KEPT, wrong)
    most = _number(values, "most", MOST_PEOPLE, wrong)
    if opens is not None and closes is not None:
        _check_window(opens, closes, asking, wrong)
    core = core_of(values, asking.languages, asking.before.core if asking.before else ())
    _check_core(core, values, asking, wrong)
    if wrong or opens is None or closes is None:
        return wrong
    return Draft(
        title=title,
        texts=texts,
        assessment=values["assessment"],
        form=values["form"],
        language=values["language"] or None,
        zone=values["zone"],
        opens=opens,
        closes=closes,
        keep_days=keep_days,
        most=most,
        links=values["links"],
        core=core,
    )


def values_of(campaign: Campaign, languages: Sequence[str]) -> Values:
    """A campaign as it stands in the form, in its own zone."""
    values: Values = {
        name: getattr(campaign, name) for name in ("title", "assessment", "form", "zone", "keep_days", "most", "links")
    } | {"language": campaign.language or ""}
    for name, ms in (("opens", campaign.opens), ("closes", campaign.closes)):
        moment = moment_in(campaign.zone, ms)
        values |= {f"{name}_day": moment.date(), f"{name}_time": moment.time().replace(second=0, microsecond=0)}
    for language in languages:
        texts = campaign.texts.get(language)
        for part in TEXT_FIELDS:
            values[f"{part}.{language}"] = getattr(texts, part) if texts else ""
        values[f"core.{language}"] = core_text(campaign.core, language)
    return values


def moment_in(zone: str, ms: int) -> datetime:
    """A moment of the store on the clocks of an IANA zone."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone(ZoneInfo(zone))


def _texts(values: Values, asking: Asking, wrong: dict[str, Mistake]) -> dict[str, CampaignTexts]:
    first = {
        name: _text(values, f"{name}.{asking.first}", least, most, lines, wrong)
        for name, (least, most, lines) in TEXTS.items()
    }
    made = {asking.first: CampaignTexts(**first)}
    for language in asking.languages:
        if language == asking.first or values.get("language") or not is_begun(values, language):
            continue
        theirs = {
            name: _text(values, f"{name}.{language}", 0, most, lines, wrong) for name, (_, most, lines) in TEXTS.items()
        }
        made[language] = CampaignTexts(**{name: text or first[name] for name, text in theirs.items()})
    return made


def is_begun(values: Values, language: str) -> bool:
    """Whether anything of a language's texts is filled in; the consent stands there from the beginning."""
    return any(str(values.get(f"{name}.{language}") or "").strip() for name in TEXT_FIELDS if name != "consent")


def _text(values: Values, name: str, least: int, most: int, lines: bool, wrong: dict[str, Mistake]) -> str:
    text = str(values.get(name) or "").replace("\r\n", "\n").replace("\r", "\n").strip()
    if not lines:
        text = " ".join(text.split("\n"))
    if len(text) < least:
        wrong[name] = Mistake("empty")
    elif len(text) > most:
        wrong[name] = Mistake("long", {"n": len(text), "most": most})
    _check_letters(text, name, wrong)
    return text


def _check_letters(text: str, name: str, wrong: dict[str, Mistake]) -> None:
    hidden = UNSEEN.search(text)
    if hidden:
        wrong[name] = Mistake("hidden", {"found": f"U+{ord(hidden[0]):04X}"})


def _check_core(core: Sequence[CoreQuestion], values: Values, asking: Asking, wrong: dict[str, Mistake]) -> None:
    if len(core) > MOST_CORE:
        wrong[f"core.{asking.first}"] = Mistake("many", {"n": len(core), "most": MOST_CORE})
    for language in asking.languages:
        name = f"core.{language}"
        longest = max((len(question.ask.get(language, "")) for question in core), default=0)
        if longest > LONGEST_QUESTION:
            wrong[name] = Mistake("long", {"n": longest, "most": LONGEST_QUESTION})
        _check_letters(str(values.get(name) or ""), name, wrong)


def _number(values: Values, name: str, most: int, wrong: dict[str, Mistake]) -> int:
    number = values.get(name)
    if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= most:
        return number
    wrong[name] = Mistake("number", {"most": most})
    return 1


def _moment(
    values: Values, name: str, zone: ZoneInfo | None, before: int | None, wrong: dict[str, Mistake]
) -> int | None:
    """In ms since 1970 UTC; ``before`` where the form still shows that minute, whatever its seconds were."""
    day, hour = values.get(f"{name}_day"), values.get(f"{name}_time")
    if not isinstance(day, date) or not isinstance(hour, time):
        wrong[name] = Mistake("no_moment")
        return None
    if zone is None:
        return None
    local = datetime.combine(day, hour, zone)
    if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        # The hour that is skipped when summer time begins.
        wrong[name] = Mistake("no_such_hour")
        return None
    moment = int(local.timestamp() * 1000)
    return before if before is not None and before // MINUTE_MS == moment // MINUTE_MS else moment


def _check_window(opens: int, closes: int, asking: Asking, wrong: dict[str, Mistake]) -> None:
    if closes <= opens:
        wrong["closes"] = Mistake("order")
    elif closes - opens > LONGEST_DAYS * DAY.total_seconds() * 1000:
        wrong["closes"] = Mistake("far", {"days": LONGEST_DAYS})
    elif asking.before is None and closes <= asking.now:
        wrong["closes"] = Mistake("past")
