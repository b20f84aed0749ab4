"""The typed shape of one assessment: what ``questions/<id>/`` holds once it is read and checked.

Nothing here knows how many traits, roles, scale points or languages there are; the files say.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from catalog.questionnaire.pages import Pages, page_words
from catalog.questionnaire.parts import facts_in, texts_in
from catalog.reading.alternatives import AS_KEYS, AS_PLAIN, PLAIN_OR_KEYS
from catalog.reading.ids import Date, FactIds, Id, Shape, Version
from catalog.reading.text import Text

FULL = "full"
ASSUMED = "assumed"
"""The basis of a norm that nobody was measured for."""
Origin = Annotated[Annotated[str, Field(min_length=1), AS_PLAIN] | Annotated[Text, AS_KEYS], PLAIN_OR_KEYS]
"""Where an instrument is from, or on what terms: mostly the same words in every language."""


class Scale(Shape):
    """The answer scale. ``labels`` are the full names, ``short_labels`` what stands in a phone's narrow cell."""

    points: Annotated[int, Field(ge=2, le=11)]
    labels: tuple[Text, ...]
    short_labels: tuple[Text, ...] | None = None


class Form(Shape):
    """One way to take the assessment. Without ``items`` it holds every item, scenario and task.

    ``balanced: false`` allows a form to ask of a trait by items of one key only.
    """

    title: Text | None = None
    minutes: Annotated[int, Field(ge=1, le=120)]
    balanced: bool = True
    items: tuple[Id, ...] | None = None
    scenarios: tuple[Id, ...] | None = None
    tasks: tuple[Id, ...] | None = None


class Norm(Shape):
    """Where a trait's scores stand in a group of people, in POMP units (0 to 100).

    ``reliability`` belongs to the items of the full form. ``basis`` is ``assumed`` or the id of a data set, of which
    the rest tells: n people, when, described where, and who they are.
    """

    mean: Annotated[float, Field(ge=0, le=100)]
    sd: Annotated[float, Field(gt=0, le=50)]
    reliability: Annotated[float, Field(gt=0, lt=1)]
    basis: str
    n: int | None = None
    date: Date | None = None
    source: Text | None = None
    people: Text | None = None

    @property
    def assumed(self) -> bool:
        return self.basis == ASSUMED


class TraitHead(Shape):
    """``short`` is the name where room is scarce (a chart's axis). ``balanced: false`` allows items of one key only."""

    id: Id
    name: Text
    short: Text | None = None
    about: Text
    low: Text
    high: Text
    balanced: bool = True


class Trait(TraitHead):
    """``norm`` is the one that scores; a reader may look at ``other_norms`` as well."""

    norm: Norm
    other_norms: tuple[Norm, ...] = ()


class Group(Shape):
    """Traits that belong together, such as the facets of a domain. Its score is the mean of theirs."""

    id: Id
    name: Text
    about: Text | None = None
    traits: Annotated[tuple[Id, ...], Field(min_length=1)]


class Item(Shape):
    id: Id
    trait: Id
    keyed: Literal["+", "-"]
    text: Text


class Option(Shape):
    """One choice of a scenario; ``shows`` gives 1..points of each trait that the scenario shows."""

    id: Id
    text: Text
    shows: Mapping[Id, int]


class Scenario(Shape):
    id: Id
    text: Text
    options: Annotated[tuple[Option, ...], Field(min_length=2)]


class Task(Shape):
    """A piece of a role's daily work, rated by how much one would like to do it. ``role`` is not shown with it."""

    id: Id
    role: Id
    text: Text
    facts: FactIds = ()


Question = Item | Scenario | Task


class FoundationWeight(Shape):
    """How much every role here asks of a trait: always more than nothing, and the same for all of them."""

    weight: Annotated[int, Field(ge=1, le=2)]
    because: Text
    facts: FactIds = ()


class Weight(Shape):
    """How much a role asks of a trait: direction and strength, and what kind of evidence speaks for it."""

    weight: Annotated[int, Field(ge=-2, le=2)]
    evidence: Literal["direct", "indirect", "mixed"]
    because: Text
    facts: FactIds = ()


class Role(Shape):
    id: Id
    name: Text
    short: Text | None = None
    about: Text
    facts: FactIds = ()
    weights: Mapping[Id, Weight]


class Sample(Shape):
    """A made-up respondent: the answers are the file's, the result is computed like anybody's.

    ``assessment`` may be left out beside the assessment's own files.
    """

    id: Id
    name: Text
    about: Text
    assessment: Id | None = None
    form: Id
    answers: Mapping[Id, int | str]


class Liking(Shape):
    """How ratings of tasks count, in POMP units (0 to 100).

    sd, reliability: of one role's mean rating in a group of people, over its tasks of the full form. shared: the part
    of the true variance that all roles have in common (who likes work likes all of it), which sets no role apart.
    share: how much of a role's side of the fit liking makes, the rest being traits. basis: as in ``Norm``.
    """

    sd: Annotated[float, Field(gt=0, le=50)]
    reliability: Annotated[float, Field(gt=0, lt=1)]
    shared: Annotated[float, Field(ge=0, lt=1)]
    share: Annotated[float, Field(gt=0, lt=1)]
    basis: str


class Cited(Shape):
    """A statement with the facts that it rests on."""

    text: Text
    facts: FactIds = ()


class Pole(Shape):
    """What the result says of someone at one end of a trait.

    strength: a sentence that names what this end is good for.
    talk: a talking point for an interview, with a place for the person's own episode.
    watch: a sentence on what to mind where a role asks for the other end.
    elsewhere: other work that this end suits.
    """

    strength: Text
    talk: Text
    watch: Text
    elsewhere: Text


class TraitGuidance(Shape):
    """``explore``: what to try or ask, to find out where one stands when it is close."""

    high: Pole
    low: Pole
    explore: Text


class Condition(Shape):
    """A wish that is matched with a role, never scored (hours, place, pay, …). ``roles``: what is known of each."""

    id: Id
    name: Text
    ask_yourself: Text
    look_for: Text
    roles: Mapping[Id, Cited]


class Guidance(Shape):
    """The words of a result that belong to this assessment's traits and roles."""

    traits: Mapping[Id, TraitGuidance]
    conditions: tuple[Condition, ...] = ()
    limits: tuple[Cited, ...] = ()


class TraitQuestion(Shape):
    """An open question of the interview guide, with what to listen for from either end of the trait.

    facts: that the work asks for what it is about.
    """

    ask: Text
    low: Text
    high: Text
    facts: FactIds = ()


class TraitQuestions(Shape):
    """One that asks for an experience, and one that asks how somebody would go about a situation."""

    experience: TraitQuestion
    situation: TraitQuestion


class InterviewGuide(Shape):
    """The questions of an interview guide by trait; a trait without any is never asked about."""

    traits: Mapping[Id, TraitQuestions]


OnShelf = Literal["listed", "unlisted", "off"]
"""Whether the site offers an assessment: to everybody, by its address only, or not at all for now."""

Place = Annotated[int, Field(ge=1, le=999)]
"""Where it stands among the listed ones. Those without a place follow, by their folders' names."""

Rule = Annotated[int, Field(ge=1, le=2)]
"""Which rule of docs/scoring.md scores the answers. Files without it were written for the first one."""


class Assessment(Shape):
    """A whole assessment. ``files_hash``: SHA-256 over its files but for where it stands on the shelf, kept with each
    result.

    ``languages``: the author's, the first one the default; every text speaks that one.

    ``tasks``, ``task_scale`` and ``liking`` are all there or none of them is. A trait is in one of ``groups`` at most.
    """

    id: Id
    version: Version
    rule: Rule = 1
    title: Text
    languages: tuple[str, ...] = Field(default_factory=lambda given: given["title"].languages)
    about: Text | None = None
    shown: OnShelf = "listed"
    place: Place | None = None
    source: Origin | None = None
    licence: Origin | None = None
    scale: Scale
    task_scale: Scale | None = None
    forms: Mapping[Id, Form]
    groups: tuple[Group, ...] = ()
    traits: tuple[Trait, ...]
    items: tuple[Item, ...]
    scenarios: tuple[Scenario, ...] = ()
    tasks: tuple[Task, ...] = ()
    liking: Liking | None = None
    foundation: Mapping[Id, FoundationWeight] = Field(default_factory=dict)
    roles: tuple[Role, ...] = ()
    guidance: Guidance | None = None
    guide: InterviewGuide | None = None
    pages: Pages | None = None
    samples: tuple[Sample, ...] = ()
    files_hash: str

    @cached_property
    def page_words(self) -> Mapping[str, Text]:
        """The words of the interface that this assessment says in its own way, by key."""
        return page_words(self.pages) if self.pages else {}

    @cached_property
    def spoken(self) -> Mapping[str, float]:
        """The share of the texts that speak each of the languages, 0 to 1."""
        texts = list(texts_in(self))
        return {one: sum(one in text.root for text in texts) / len(texts) for one in self.languages}

    @cached_property
    def incomplete(self) -> frozenset[str]:
        """Those of the languages that some text lacks."""
        return frozenset(language for language, share in self.spoken.items() if share < 1)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The facts that it rests on anywhere."""
        return frozenset(facts_in(self))

    @property
    def origin(self) -> Mapping[str, Text]:
        """``source`` and ``licence`` in every language, as far as they are given."""
        given = {"source": self.source, "licence": self.licence}
        return {
            name: said if isinstance(said, Text) else Text(dict.fromkeys(self.languages, said))
            for name, said in given.items()
            if said is not None
        }

    @cached_property
    def trait(self) -> Mapping[str, Trait]:
        return {trait.id: trait for trait in self.traits}

    @cached_property
    def group(self) -> Mapping[str, Group]:
        return {group.id: group for group in self.groups}

    @cached_property
    def ungrouped(self) -> tuple[Trait, ...]:
        """The traits that are in no group, in the file's order; all of them where there are no groups."""
        grouped = {trait for group in self.groups for trait in group.traits}
        return tuple(trait for trait in self.traits if trait.id not in grouped)

    @cached_property
    def in_groups(self) -> tuple[Trait, ...]:
        """Every trait once: group by group in its own order, then those that are in none."""
        grouped = (self.trait[trait] for group in self.groups for trait in group.traits)
        return (*grouped, *self.ungrouped)

    @cached_property
    def item(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def scenario(self) -> Mapping[str, Scenario]:
        return {scenario.id: scenario for scenario in self.scenarios}

    @cached_property
    def task(self) -> Mapping[str, Task]:
        return {task.id: task for task in self.tasks}

    @cached_property
    def role(self) -> Mapping[str, Role]:
        return {role.id: role for role in self.roles}

    def form_items(self, form: str) -> tuple[Item, ...]:
        """The items of a form in the order shown. Raises KeyError for an unknown form."""
        chosen = self.forms[form].items
        return self.items if chosen is None else tuple(self.item[item] for item in chosen)

    def form_scenarios(self, form: str) -> tuple[Scenario, ...]:
        """The scenarios of a form in the order shown; a form that names items has those it names, or none."""
        named = self.forms[form]
        if named.scenarios is not None:
            return tuple(self.scenario[scenario] for scenario in named.scenarios)
        return self.scenarios if named.items is None else ()

    def form_tasks(self, form: str) -> tuple[Task, ...]:
        """The tasks of a form in the order shown; a form that names items has those it names, or none."""
        named = self.forms[form]
        if named.tasks is not None:
            return tuple(self.task[task] for task in named.tasks)
        return self.tasks if named.items is None else ()

    def form_questions(self, form: str) -> tuple[str, ...]:
        """The ids of everything that a form asks: items, then scenarios, then tasks."""
        asked: tuple[Question, ...] = (*self.form_items(form), *self.form_scenarios(form), *self.form_tasks(form))
        return tuple(one.id for one in asked)
