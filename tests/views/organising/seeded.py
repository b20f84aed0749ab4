"""A campaign of the shipped assessment in a store, with people who shared real results of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catalog.questionnaire.assessment import Assessment
from reports.guide.choose import own_questions
from reports.sharing.content import content_at
from reports.sharing.levels import Level
from scoring import score_one
from scoring.rule.result import Result
from store import Campaign, CampaignTexts, CoreQuestion, Draft, Edition, Scores, Share, Store, Token
from store.organisers.passwords import hash_of_password
from tests.reports.results import answered
from tests.shipped import shipped_assessment, shipped_content

SHIPPED = shipped_assessment()
CONTENT = shipped_content()
SPOKEN = {language: CONTENT.words(language) for language in CONTENT.language_ids}
ON = date(2026, 11, 28)
DAY = 86_400_000
CORE = (
    CoreQuestion(
        {"ja": "印象に残っている応対を教えてください。", "en": "Tell me about a contact that you remember."},
        {"ja": "決まりに沿って進めた話", "en": "keeping to the rules"},
        {"ja": "その場で工夫した話", "en": "finding a way on the spot"},
    ),
)


@dataclass(frozen=True)
class Person:
    """``level``: what they shared of ``result``."""

    level: Level
    result: Result
    name: str = ""
    note: str = ""


def draft(store: Store, assessment: Assessment = SHIPPED, title: str = "秋の募集") -> Draft:
    """A campaign with an open link that opened a day ago and closes in four weeks."""
    texts = {
        "ja": CampaignTexts("株式会社あおば", "", "面接で話し合うためです。", "人事 jinji@example.jp", ""),
        "en": CampaignTexts("Aoba Inc.", "", "To talk in the interview.", "HR jinji@example.jp", ""),
    }
    now = store.now()
    return Draft(
        title=title,
        texts=texts,
        assessment=assessment.id,
        form="full",
        language=None,
        zone="Asia/Tokyo",
        opens=now - DAY,
        closes=now + 28 * DAY,
        links="open",
        core=CORE,
    )


def organiser(store: Store, name: str = "採用 太郎") -> Token:
    """A session of somebody with a password: whoever has none is signed out where the site starts without a service."""
    return store.organisers.open_session(store.organisers.put(name, hash_of_password("a long enough password")).id)


def campaign(store: Store, who: Token, title: str = "秋の募集") -> Campaign:
    return store.campaigns.make(who, draft(store, title=title))


def result_of(sample: str) -> Result:
    found = next(one for one in CONTENT.samples if one.id == sample)
    return score_one(SHIPPED, found.form, dict(found.answers))


def result_with(score: int) -> Result:
    """Everything answered by this point of the scale, as the traits count it."""
    return score_one(SHIPPED, "full", answered(SHIPPED, lambda trait: score))


def share(store: Store, asked: Campaign, person: Person) -> tuple[Token, str, Share]:
    """Takes part as anybody does and shares: the device's token, the participation, the share."""
    assert asked.secret is not None
    edition = Edition(SHIPPED.id, SHIPPED.version, SHIPPED.files_hash, "full", "ja")
    begun = store.participations.begin(asked.secret, None, edition)
    assert begun.token is not None
    assert begun.sheet is not None
    scores = Scores(person.result.verdict.kind, person.result.verdict.best, None, {})
    sheet = store.sheets.finish(begun.token, scores, sheet=begun.sheet.id).id
    content = content_at(person.level, person.result, SHIPPED, SPOKEN, ON, own_questions(person.result, SHIPPED))
    made = store.participations.share(
        begun.token,
        begun.participation,
        person.level,
        name=person.name,
        note=person.note,
        content=content,
        sheet=sheet,
    )
    return begun.token, begun.participation, made


def share_all(store: Store, asked: Campaign, people: Sequence[Person]) -> list[Share]:
    return [share(store, asked, one)[2] for one in people]


def four_levels() -> list[Person]:
    result = result_of("planner")
    return [
        Person("took_part", result),
        Person("guide", result, "佐藤 花子"),
        Person("fits", result_of("expert"), "Kim"),
        Person("traits", result_of("brisk"), "田中 一郎", "よろしくお願いします。"),
    ]
