"""What may be asked and used when hiring: what to do first, the rules behind it, and who answers for what."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from views.frame.context import Site, site
from views.frame.markup import Markup, bullets, details, element, esc, show, tag
from views.person.fair_sources import ADDRESSES

STEPS: Final = ("work", "alike", "purpose", "silent", "numbers", "notes", "end")
MATTERS: Final = {
    "born": ("origin", "family", "home", "surroundings"),
    "free": ("religion", "party", "outlook", "admired", "thought", "union", "reading"),
    "way": ("inquiry", "forms", "health"),
}
LAWS: Final = {
    "selection": ("methods", "questions", "fourteen", "notes", "reasons", "equal", "interviews"),
    "employment": ("article", "leaflet", "purposes", "guideline"),
    "privacy": ("act", "erasure", "review"),
    "operator": ("provider",),
    "eu": ("annex", "draft", "employment_ai", "dispute", "council"),
    "us": ("scores", "fifths", "clarified", "rescission"),
    "newyork": ("rules", "adoption", "audit"),
    "california": ("automated", "records", "illinois", "colorado"),
}
ROLES: Final = {
    "organiser": ("purpose", "decide", "alike", "copies", "law"),
    "operator": ("run", "keep", "notify", "nothing"),
    "candidate": ("choose", "change", "ask"),
}
EXAMPLES: Final = ("texts.purpose.example_1", "texts.purpose.example_2")
VAGUE: Final = (("texts.purpose.vague_1", "texts.purpose.why_1"), ("texts.purpose.vague_2", "texts.purpose.why_2"))
IN_AN_ADDRESS: Final = "/:?&=%#.-_~"


def paragraphs(text: str) -> Markup:
    return "".join(tag("p", line) for line in text.splitlines())


def section(inner: Markup) -> Markup:
    return element("section", inner, "fit-section")


def steps(here: Site) -> Markup:
    words = here.words
    entries = "".join(
        element("li", tag("h3", words(f"fair.do.{step}.title")) + tag("p", words(f"fair.do.{step}.text")))
        for step in STEPS
    )
    return element("section", tag("h2", words("fair.do.title")) + element("ol", entries, "fit-steps"), "fit-card")


def matters(here: Site) -> Markup:
    """The 14 matters, each with why and what to ask in place of it; they fold, so that the list itself is seen."""
    words = here.words

    def folded(matter: str) -> Markup:
        inner = "".join(
            element("p", tag("strong", words(f"fair.avoid.{part}")) + " " + esc(words(f"fair.matter.{matter}.{part}")))
            for part in ("why", "instead")
        )
        return details(words(f"fair.matter.{matter}.name"), inner, "fit-fold")

    groups = "".join(
        tag("h3", words(f"fair.avoid.{group}"))
        + element("div", "".join(folded(matter) for matter in held), "fit-card fit-folds")
        for group, held in MATTERS.items()
    )
    lead = tag("h2", words("fair.avoid.title")) + tag("p", words("fair.avoid.lead"))
    return section(lead + groups + tag("p", words("fair.avoid.also")))


def purposes(here: Site) -> Markup:
    words = here.words
    vague = "".join(element("li", tag("p", words(key)) + tag("p", words(why), "fit-muted")) for key, why in VAGUE)
    return section(
        tag("h2", words("fair.purpose.title"))
        + tag("p", words("fair.purpose.lead"))
        + tag("h3", words("fair.purpose.good"))
        + bullets(words(key) for key in EXAMPLES)
        + tag("h3", words("fair.purpose.vague"))
        + element("ul", vague, "fit-list")
    )


def defaults(here: Site) -> Markup:
    words = here.words
    folded = "".join(
        details(words(title), paragraphs(words(key)), "fit-fold")
        for title, key in (
            ("fair.texts.message", "texts.message"),
            ("fair.texts.consent", "organise.form.consent_text"),
        )
    )
    lead = tag("h2", words("fair.texts.title")) + tag("p", words("fair.texts.lead"))
    return section(lead + element("div", folded, "fit-card fit-folds"))


def source(here: Site, name: str) -> Markup:
    address = ADDRESSES[name]
    title = esc(here.words(f"fair.source.{name}"))
    link = f'<a href="{esc(quote(address, safe=IN_AN_ADDRESS))}" rel="noreferrer">{title}</a>'
    return element("li", link + tag("cite", address), "fit-source")


def laws(here: Site) -> Markup:
    words = here.words

    def law(name: str, read: tuple[str, ...]) -> Markup:
        told = "".join(
            tag("h3", words(f"fair.laws.{part}")) + paragraphs(words(f"fair.law.{name}.{part}"))
            for part in ("says", "you", "site")
        )
        listed = element("ul", "".join(source(here, one) for one in read), "fit-sources")
        return details(
            words(f"fair.law.{name}.title"), told + tag("h3", words("fair.laws.sources")) + listed, "fit-fold"
        )

    folded = "".join(law(name, read) for name, read in LAWS.items())
    lead = tag("h2", words("fair.laws.title")) + tag("p", words("fair.laws.lead"))
    return section(lead + element("div", folded, "fit-card fit-folds"))


def who(here: Site) -> Markup:
    words = here.words
    parts = "".join(
        element(
            "div",
            tag("h3", words(f"fair.who.{role}.title")) + bullets(words(f"fair.who.{role}.{duty}") for duty in duties),
            "fit-card",
        )
        for role, duties in ROLES.items()
    )
    return section(tag("h2", words("fair.who.title")) + element("div", parts, "fit-stack"))


def main() -> None:
    here = site()
    words = here.words
    show(
        tag("h1", words("fair.title"))
        + tag("p", words("fair.lead"), "fit-lead")
        + element("div", tag("p", words("texts.no_gate"), "fit-note"), "fit-section")
        + tag("p", words("fair.dated"), "fit-muted")
    )
    show(steps(here) + matters(here) + purposes(here) + defaults(here) + who(here) + laws(here))


main()
