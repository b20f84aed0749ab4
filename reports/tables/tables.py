"""A result as tables for programs: summary, traits, groups, percentiles, liking, contributions, answers, codebook.

CSV and Excel write them out.
The columns' ids are fixed, their titles and meanings are words; numbers come from reports/told/numbers.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment, Scale
from charts.plan.why import LIKING
from reports.told.aligned import aligned
from reports.told.among_others import AmongOthers, among_others
from reports.told.headline import headline, warning
from reports.told.numbers import Measure, Number, Numbers, numbers
from scoring.rule.result import Result

Cell = str | int | float | None
Answers = Mapping[str, int | str]
SUMMED: tuple[Measure, ...] = ("foundation", "fit", "direction", "liking", "chance", "difference")


@dataclass(frozen=True, slots=True)
class Table:
    """``columns`` are ids; every row has a cell for each. None is an empty cell."""

    id: str
    title: str
    columns: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(result: Result, assessment: Assessment, words: Words, answers: Answers, on: date) -> tuple[Table, ...]:
    """The sheets in reading order, ``groups`` where the files group traits, ``percentiles`` where norms were measured,
    ``liking`` where tasks were asked, ``contributions`` where there are roles.

    Raises ValueError for a result of other files.
    """
    told = aligned(result, assessment)
    table = numbers(told, assessment, words)
    by_role = "role role_name " if result.liking else ""
    made = [
        _table(
            "summary", "kind id name shown spread value low high", _summary(told, assessment, words, table, on), words
        ),
        _table(
            "traits",
            "trait trait_name shown spread value low high sem answered asked low_pole high_pole",
            _traits(told, assessment, words, table),
            words,
        ),
        *_beside_traits(told, assessment, words, table),
        _table(
            "contributions",
            "role role_name trait trait_name part weight shown value",
            _contributions(told, assessment, words, table),
            words,
        ),
        _table(
            "answers",
            f"kind id trait trait_name {by_role}keyed text code answer",
            _answers(told, assessment, words, answers),
            words,
        ),
    ]
    if not assessment.roles:
        made = [one for one in made if one.id != "contributions"]
    return (*made, _codebook(made, assessment, words))


def _beside_traits(result: Result, assessment: Assessment, words: Words, table: Numbers) -> Iterator[Table]:
    """The sheets that only some assessments or results have."""
    if assessment.groups:
        columns = "group group_name shown spread value low high sem measured traits"
        yield _table("groups", columns, _groups(result, assessment, words, table), words)
    among = tuple(among_others(result, assessment, words))
    if among:
        columns = "basis people trait trait_name"
        columns += "".join(f" percentile{part}" for part in ("", "_spread", "_value", "_low", "_high"))
        yield _table("percentiles", columns, _percentiles(among), words)
    if result.liking:
        columns = "role role_name shown spread value low high sem above tasks_answered tasks_asked"
        yield _table("liking", columns, _liking(result, assessment, words, table), words)


def _table(name: str, columns: str, rows: Iterable[tuple[Cell, ...]], words: Words) -> Table:
    ids = tuple(columns.split())
    titles = tuple(words(f"report.column.{column}") for column in ids)
    return Table(name, words(f"report.sheet.{name}"), ids, titles, tuple(rows))


def shown(number: Number) -> Cell:
    """The number as a cell: in the digits shown, or its words where it has none (not measured, under 1%)."""
    if number.rounded is None or (number.measure == "chance" and not number.shown.rstrip("%").isdigit()):
        return number.shown
    return int(number.rounded) if number.measure != "contribution" else number.rounded


def _summary(
    result: Result, assessment: Assessment, words: Words, table: Numbers, on: date
) -> Iterator[tuple[Cell, ...]]:
    form = assessment.forms.get(result.form)
    title = words.of(form.title) if form and form.title else result.form
    said = headline(result, assessment, words)
    caution = warning(result, assessment, words)
    yield from (
        (words("report.kind.assessment"), assessment.id, words.of(assessment.title), *[None] * 5),
        (words("report.kind.version"), None, None, result.version, *[None] * 4),
        (words("report.kind.files"), None, None, result.files_hash, *[None] * 4),
        (words("report.kind.form"), result.form, title, *[None] * 5),
        (words("report.kind.date"), None, None, on.isoformat(), *[None] * 4),
    )
    if caution:
        for line in (caution.sentence, *caution.further):
            yield (words("report.kind.warning"), None, line, *[None] * 5)
    for line in (said.sentence, *said.further):
        yield (words("report.kind.verdict"), result.verdict.kind, line, *[None] * 5)
    for flag in result.flags:
        yield (words("report.kind.quality"), flag, words(f"result.quality.{flag}"), *[None] * 5)
    for (measure, _), one in table.items():
        if measure in SUMMED:
            yield (words(f"report.kind.{measure}"), one.id or None, one.name, *_cells(one))


def _cells(one: Number) -> tuple[Cell, ...]:
    return shown(one), one.spread or None, one.value, one.low, one.high


def _traits(result: Result, assessment: Assessment, words: Words, table: Numbers) -> Iterator[tuple[Cell, ...]]:
    for trait in assessment.traits:
        one, score = table["trait", trait.id], result.traits[trait.id]
        poles = words.of(trait.low), words.of(trait.high)
        yield (trait.id, one.name, *_cells(one), score.sem, score.answered, score.asked, *poles)


def _groups(result: Result, assessment: Assessment, words: Words, table: Numbers) -> Iterator[tuple[Cell, ...]]:
    for group in assessment.groups:
        one, score = table["group", group.id], result.groups[group.id]
        yield (group.id, one.name, *_cells(one), score.sem, score.measured, ", ".join(group.traits))


def _percentiles(among: Iterable[AmongOthers]) -> Iterator[tuple[Cell, ...]]:
    for others in among:
        for one in others.rows:
            shown = int(one.shown) if one.shown.isdecimal() else one.shown
            unrounded = (100 * share for share in (one.percentile.value, one.percentile.low, one.percentile.high))
            yield (others.basis, others.told, one.trait, one.name, shown, one.spread, *unrounded)


def _contributions(result: Result, assessment: Assessment, words: Words, table: Numbers) -> Iterator[tuple[Cell, ...]]:
    for role in result.ranking:
        name = words.of(assessment.role[role].name)
        for moved in result.roles[role].contributions:
            one = table["contribution", f"{role}.{moved.trait}"]
            part = words(f"charts.part.{moved.part}")
            yield (role, name, moved.trait, one.name, part, moved.weight, shown(one), one.value)
        if ("contribution", f"{role}.{LIKING}") in table:
            one = table["contribution", f"{role}.{LIKING}"]
            yield (role, name, LIKING, one.name, one.name, None, shown(one), one.value)


def _liking(result: Result, assessment: Assessment, words: Words, table: Numbers) -> Iterator[tuple[Cell, ...]]:
    for role in result.ranking:
        liked = result.roles[role].liking
        if liked is not None:
            one = table["liking", role]
            counted = liked.sem, liked.above, liked.answered, liked.asked
            yield (role, words.of(assessment.role[role].name), *_cells(one), *counted)


def _answers(result: Result, assessment: Assessment, words: Words, answers: Answers) -> Iterator[tuple[Cell, ...]]:
    if result.form not in assessment.forms:
        return
    no_role = (None, None) if result.liking else ()
    for item in assessment.form_items(result.form):
        code = answers.get(item.id)
        label = _label(assessment.scale, code, words)
        name = words.of(assessment.trait[item.trait].name)
        keyed = words("report.keyed.plain" if item.keyed == "+" else "report.keyed.reversed")
        yield (words("report.kind.item"), item.id, item.trait, name, *no_role, keyed, words.of(item.text), code, label)
    for scenario in assessment.form_scenarios(result.form):
        code = answers.get(scenario.id)
        chosen = next((words.of(option.text) for option in scenario.options if option.id == code), None)
        traits = tuple(scenario.options[0].shows)
        yield (
            words("report.kind.scenario"),
            scenario.id,
            ", ".join(traits),
            ", ".join(words.of(assessment.trait[trait].name) for trait in traits),
            *no_role,
            None,
            words.of(scenario.text),
            code,
            chosen,
        )
    for task in assessment.form_tasks(result.form) if result.liking else ():
        code = answers.get(task.id)
        label = _label(assessment.task_scale, code, words)
        role = task.role, words.of(assessment.role[task.role].name)
        yield (words("report.kind.task"), task.id, None, None, *role, None, words.of(task.text), code, label)


def _label(scale: Scale | None, code: Cell, words: Words) -> str | None:
    """What a point of a scale is called; None for a code that is no point of it."""
    if scale is None or not isinstance(code, int) or not 1 <= code <= len(scale.labels):
        return None
    return words.of(scale.labels[code - 1])


def _codebook(made: Iterable[Table], assessment: Assessment, words: Words) -> Table:
    def rows() -> Iterator[tuple[Cell, ...]]:
        for table in made:
            for column, title in zip(table.columns, table.titles, strict=True):
                yield (table.title, column, title, words(f"report.meaning.{column}"))
        answers = words("report.sheet.answers")
        for code, label in enumerate(assessment.scale.labels, start=1):
            yield (answers, f"code = {code}", words.of(label), words("report.meaning.points"))
        if assessment.task_scale and any(table.id == "liking" for table in made):
            for code, label in enumerate(assessment.task_scale.labels, start=1):
                yield (answers, f"code = {code}", words.of(label), words("report.meaning.task_points"))
        for trait in assessment.traits:
            yield (words("report.sheet.traits"), trait.id, words.of(trait.name), words.of(trait.about))

    return _table("codebook", "sheet id column meaning", rows(), words)
