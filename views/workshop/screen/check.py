"""A question on the screen: its options, and once it is revealed how the room chose, in counts that name nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from people.trainer.shapes import Snapshot
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, tag
from views.workshop.live import Live


@dataclass(frozen=True, slots=True)
class Bar:
    """One option, or several that are counted together; where options are sorted, one with the place it belongs to.

    ``names``: each with whether it is right. ``share``: 0 to 1.
    """

    names: tuple[tuple[str, bool], ...]
    said: str
    share: float


def counted(here: Site, asked: Live, found: Snapshot) -> list[Bar]:
    """How the room chose; of what is sorted, how many put each option where it belongs."""
    told, kind = found.content.get("told", ()), found.content.get("kind")
    if kind == "single":
        return [_bar(here, asked, cell["options"], cell["count"], found.people) for cell in told]
    if kind == "several":
        return [_bar(here, asked, [one["option"]], one["count"], found.people) for one in told]
    return [
        _sorted(here, asked, one["option"], one["cells"], found.people)
        for one in told
        if one["option"] in asked.options and asked.question is not None
    ]


def _bar(here: Site, asked: Live, options: list[str], count: int | None, people: int) -> Bar:
    known = [option for option in options if option in asked.options]
    names = tuple((asked.options[one], one in asked.good) for one in known)
    said = _people(here, count)
    together = len(names) > 1 and count is not None
    return Bar(names, here.words("projector.together", n=said) if together else said, (count or 0) / max(people, 1))


def _sorted(here: Site, asked: Live, option: str, cells: list[dict[str, Any]], people: int) -> Bar:
    place, name = _belongs(here, asked, option)
    count = next((cell["count"] for cell in cells if cell["options"] == [place]), None)
    return Bar(((f"{asked.options[option]} → {name}", False),), _people(here, count), (count or 0) / max(people, 1))


def _belongs(here: Site, asked: Live, option: str) -> tuple[str, str]:
    """The place as it is counted, and as it is named."""
    question = asked.question
    assert question is not None
    if question.kind == "order":
        number = str(1 + [one.id for one in question.options].index(option))
        return number, number
    target = next(one.target for one in question.options if one.id == option) or ""
    return target, next((here.words.of(one.text) for one in question.targets if one.id == target), "")


def _people(here: Site, count: int | None) -> str:
    return here.words("projector.few") if count is None else here.words("projector.people", n=count)


def question_screen(here: Site, asked: Live, found: Snapshot | None, revealed: bool) -> Markup:
    words = here.words
    inner = (tag("p", asked.lead, "fit-screen-lead") if asked.lead else "") + tag("p", asked.ask, "fit-screen-ask")
    if not revealed:
        return inner + element("ol", "".join(tag("li", text) for text in _shown(asked)), "fit-screen-options")
    bars = counted(here, asked, found) if found is not None else [Bar((one,), "", 0) for one in _answers(here, asked)]
    inner += element("ul", "".join(_line(here, asked, bar) for bar in bars), "fit-screen-bars")
    return inner if found is not None else inner + tag("p", words("projector.no_counts"), "fit-screen-foot")


def _answers(here: Site, asked: Live) -> list[tuple[str, bool]]:
    """What is right, without a count."""
    if asked.question is None or asked.question.kind not in ("order", "match"):
        return [(text, option in asked.good) for option, text in asked.options.items()]
    return [(f"{asked.options[one.id]} → {_belongs(here, asked, one.id)[1]}", False) for one in asked.question.options]


def _shown(asked: Live) -> list[str]:
    return list(asked.options.values())


def _line(here: Site, asked: Live, bar: Bar) -> Markup:
    """Sign and number say it; the bar repeats it. What is counted together stands one below the other."""
    name = here.words("projector.good" if asked.step is not None else "projector.right")
    sign = f"<b>✓ {esc(name)}</b> "
    texts = "".join(element("span", (sign if right else "") + esc(text)) for text, right in bar.names)
    number = tag("em", bar.said) if bar.said else ""
    drawn = f'<i aria-hidden="true" style="width:{round(100 * bar.share)}%"></i>'
    return element("li", element("div", texts) + number + drawn)
