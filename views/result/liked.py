"""The chapter on the work that somebody would like to do: each role's, the tasks liked most, and those liked least."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.questionnaire.assessment import Task
from reports.told.liked_work import liked_work
from scoring.rule.result import Result
from views.frame.context import Site
from views.frame.markup import Markup, details, element, esc, show, sources, tag
from views.frame.role_mark import marked
from views.result.bars import bars
from views.result.chapters import opens


def liked(here: Site, result: Result) -> None:
    words = here.words
    told = liked_work(result, here.assessment, words)
    if told is None:
        return
    opens(here, "liking", told.sentences)
    rows = bars(here, told.levels, words("result.liking.how_much"))
    inner = tag("h3", words("result.liking.how_much")) + rows + tag("p", words("result.liking.scale"), "fit-bars-scale")
    show(element("section", inner, "fit-card"))
    most = tag("h3", words("result.liking.most"))
    most += _tasks(here, told.most) if told.most else tag("p", words("result.liking.none"), "fit-muted")
    show(element("section", most, "fit-section"))
    if told.least:
        least = tag("h3", words("result.liking.least")) + tag("p", words("result.liking.least_lead"), "fit-muted")
        show(element("section", least + _tasks(here, told.least), "fit-section"))


def _tasks(here: Site, tasks: Sequence[Task]) -> Markup:
    return element("ul", "".join(_task(here, task) for task in tasks), "fit-statements")


def _task(here: Site, task: Task) -> Markup:
    words = here.words
    behind = sources(task.facts, here.content, words)
    folded = details(words("result.evidence.open"), behind) if behind else ""
    role = f'<p class="fit-muted">{marked(here, task.role)}</p>'
    return f'<li class="fit-statement"><p class="fit-task">{esc(words.of(task.text))}</p>{role}{folded}</li>'
