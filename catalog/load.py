"""Reads and checks the data files: ``load_assessment``, ``load_content``, ``load_catalog``.

Each raises DataProblems with all that is wrong at once: a file that cannot be read hides nothing of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catalog.content.beside import beside
from catalog.content.built_in import built_in_file, built_in_texts, is_shipped, spoken_first
from catalog.content.check_adverts import check_adverts, known_facts_only
from catalog.content.check_content import check_content, check_samples
from catalog.content.check_fair_adverts import check_fair_adverts
from catalog.content.check_interface import check_against_built_in, check_interface_text, file_is_known, interface_texts
from catalog.content.check_interviewing import check_interviewing
from catalog.content.check_workshops import check_traits, check_workshops, fitted
from catalog.content.content import Content
from catalog.content.files import ContentFiles
from catalog.content.load_learning import build_learning, check_learning
from catalog.content.shapes import CONTENT_SHAPES
from catalog.left_aside import ASSESSMENT_FILE, holds_assessment
from catalog.lessons.shapes import LEARNING_SHAPES
from catalog.questionnaire.assessment import Assessment
from catalog.questionnaire.check_groups import check_groups
from catalog.questionnaire.check_guide import check_guide, guide_notes
from catalog.questionnaire.check_measure import check_measure
from catalog.questionnaire.check_norms import answered_by_trait, check_norms, check_units
from catalog.questionnaire.check_pages import check_pages
from catalog.questionnaire.check_roles import check_guidance, check_roles
from catalog.questionnaire.check_samples import check_samples as check_own_samples
from catalog.questionnaire.check_tasks import check_tasks
from catalog.questionnaire.files import AssessmentFiles
from catalog.questionnaire.languages import check_languages, language_notes, settle_languages
from catalog.questionnaire.shapes import ASSESSMENT_SHAPES
from catalog.questionnaire.text_notes import text_notes
from catalog.questionnaire.traits_file import GroupedTraits
from catalog.reading.check_texts import check_parts, check_unique
from catalog.reading.document import Node
from catalog.reading.folder import folder_problem, inside, shown_path
from catalog.reading.problem import DataProblems, Problem
from catalog.reading.shape import check_shape
from catalog.reading.text import Text


@dataclass(frozen=True, slots=True)
class Catalog:
    """All data files: the assessments that are served, by id and in their order on the shelf, and the content.

    ``off``: those that are switched off. ``notes``: what is no mistake and yet not in use, such as samples of an
    assessment that is not there.
    """

    assessments: Mapping[str, Assessment]
    content: Content
    notes: tuple[Problem, ...] = ()
    off: Mapping[str, Assessment] = field(default_factory=dict)

    @property
    def known(self) -> Mapping[str, Assessment]:
        """Served or switched off: what a stored result may be of."""
        return {**self.assessments, **self.off}


def load_assessment(folder: Path, *, facts: Collection[str] | None = None, kept: bool = False) -> Assessment:
    """The assessment in ``folder``.

    facts: the ids that may be cited; None: any id of the right form.
    kept: the files of a result that was given with them, which are not asked for what was not asked for then.
    Raises DataProblems.
    """
    files = AssessmentFiles.read(folder)
    built = _assessment(files, facts, kept)
    if built is None or files.problems:
        raise DataProblems(files.problems)
    return built


def built_from(files: AssessmentFiles) -> Assessment | None:
    """The assessment that ``files`` hold, wherever they were read from; None, and problems in them, if any is wrong."""
    return _assessment(files, None)


def load_content(folder: Path) -> Content:
    """The content in ``folder``; samples are not checked against assessments here. Raises DataProblems."""
    files = ContentFiles.read(folder)
    built = _content(files)
    if built is None or files.problems:
        raise DataProblems(files.problems)
    return built


def load_assessments(questions: Path) -> Mapping[str, Assessment]:
    """Every assessment under ``questions`` by id, each checked by its own files alone. Raises DataProblems."""
    read, problems = _read_all(questions)
    built = [_assessment(files, None) for files in read]
    return _unless_problems(built, read, problems)


def load_catalog(questions: Path, content: Path) -> Catalog:
    """Every assessment under ``questions`` and the content, each checked against the other. Raises DataProblems."""
    content_files = ContentFiles.read(content)
    built_content = _content(content_files)
    read, problems = _read_all(questions)
    built = [_assessment(files, content_files.fact_ids) for files in read]
    notes = (
        *check_samples(content_files, read),
        *check_traits(content_files, read),
        *(note for files in read for note in assessment_notes(files)),
    )
    problems += content_files.problems
    assessments = _unless_problems(built, read, problems)
    assert built_content is not None, "content without problems is built"
    served = {one.id: one for one in sorted(assessments.values(), key=_on_shelf) if one.shown != "off"}
    off = {name: one for name, one in assessments.items() if name not in served}
    if not any(one.shown == "listed" for one in served.values()):
        notes += (folder_problem(questions, "nothing_listed"),)
    return Catalog(served, beside(built_content, served), notes, off)


def _on_shelf(one: Assessment) -> float:
    return float("inf") if one.place is None else one.place


def _unless_problems(
    built: Sequence[Assessment | None], read: Sequence[AssessmentFiles], problems: Sequence[Problem]
) -> Mapping[str, Assessment]:
    _check_ids(read)
    every = [*problems, *(problem for files in read for problem in files.problems)]
    if every:
        raise DataProblems(every)
    return {one.id: one for one in built if one is not None}


def _read_all(questions: Path) -> tuple[list[AssessmentFiles], list[Problem]]:
    folders, problems = assessment_folders(questions)
    return [AssessmentFiles.read(folder) for folder in folders], problems


def assessment_folders(questions: Path) -> tuple[list[Path], list[Problem]]:
    """The folders with an assessment under ``questions``, by name; a problem where there is none.

    A folder whose assessment.yaml is missing or misnamed is one of them, so that reading it says so. One that lies a
    folder too deep is a problem: nobody would read it.
    """
    if (questions / ASSESSMENT_FILE).exists():
        # The folder of an assessment is what ``check FOLDER`` takes, so it is easily named here too.
        return [], [folder_problem(questions, "one_folder_up", parent=shown_path(questions.absolute().parent))]
    if not questions.is_dir():
        return [], [folder_problem(questions, "no_folder")]
    lying = inside(questions)
    folders = [path for path in lying if path.is_dir() and holds_assessment(path)]
    problems: list[Problem] = []
    if holds_assessment(questions):
        problems.append(folder_problem(questions, "assessment_itself"))
    for path in lying:
        if path.is_dir() and path not in folders and not path.name.startswith("_"):
            problems += [
                folder_problem(deeper, "folder_too_deep", name=deeper.name, folder=shown_path(questions))
                for deeper in inside(path)
                if deeper.is_dir() and holds_assessment(deeper)
            ]
    if not folders and not problems:
        problems.append(folder_problem(questions, "no_assessment", name=ASSESSMENT_FILE))
    return folders, problems


def _check_ids(read: Sequence[AssessmentFiles]) -> None:
    taken: dict[str, Node] = {}
    for files in read:
        check_unique([files.root("assessment")], taken)


def assessment_notes(files: AssessmentFiles) -> list[Problem]:
    """What is no mistake in an assessment's files and yet good to know; only where they have no problems."""
    settle_languages(files)
    return [*guide_notes(files), *language_notes(files), *text_notes(files)]


def _assessment(files: AssessmentFiles, facts: Collection[str] | None, kept: bool = False) -> Assessment | None:
    """The assessment if nothing is wrong with it; otherwise None, the problems in ``files``."""
    spoken = settle_languages(files)
    shaped = {
        name: check_shape(document, ASSESSMENT_SHAPES[name])
        for name, document in files.documents.items()
        if document.read
    }
    check_languages(files)
    for name, document in files.documents.items():
        check_parts(ASSESSMENT_SHAPES[name], Node.root(document), spoken, facts, (spoken or ())[:1])
    check_measure(files)
    check_groups(files)
    check_units(files)
    if not kept:
        check_norms(files)
    check_tasks(files)
    check_roles(files)
    check_guidance(files)
    check_guide(files)
    check_pages(files)
    check_own_samples(files)
    if files.problems:
        return None
    head, roles = shaped["assessment"], shaped.get("roles")
    parts: dict[str, Any] = {name: getattr(head, name) for name in type(head).model_fields}
    assert spoken is not None, "files without problems have a title"
    parts["languages"] = spoken
    if roles is not None:
        parts |= {"foundation": roles.foundation, "roles": roles.roles, "liking": roles.liking}
    measured = shaped["traits"]
    entries = measured.traits if isinstance(measured, GroupedTraits) else measured
    answered = answered_by_trait(files)
    return Assessment(
        **parts,
        groups=measured.groups if isinstance(measured, GroupedTraits) else (),
        traits=tuple(entry.measured(answered[entry.id], spoken) for entry in entries),
        items=shaped["items"],
        scenarios=shaped.get("scenarios", ()),
        tasks=shaped.get("tasks", ()),
        guidance=shaped.get("guidance"),
        guide=shaped.get("guide"),
        pages=shaped.get("pages"),
        samples=shaped.get("samples", ()),
        files_hash=files.files_hash,
    )


def _content(files: ContentFiles) -> Content | None:
    """The content if nothing is wrong with it; otherwise None, the problems in ``files``."""
    shapes = {**CONTENT_SHAPES, **LEARNING_SHAPES}
    shaped = {name: check_shape(document, shapes[name]) for name, document in files.documents.items() if document.read}
    # First of all the ids: a language that stands there twice leaves open which ones are meant.
    check_content(files)
    check_interviewing(files)
    check_fair_adverts(files)
    check_workshops(files)
    check_adverts(files)
    for name, document in files.documents.items():
        check_parts(shapes[name], Node.root(document), files.languages, files.fact_ids)
    built_in = built_in_texts(files.folder)
    interface: dict[str, Node] = {}
    if files.languages is not None:
        for document in files.interface:
            known = not built_in or file_is_known(document, built_in)
            for key, node in interface_texts(document, files.languages):
                check_interface_text(node, files.languages)
                if built_in and known:
                    check_against_built_in(key, node, built_in)
                interface[key] = node
    heads, checks = check_learning(files)
    if files.problems:
        return None
    learning = build_learning(files, shaped, heads, checks)
    facts = {one.id: one for one in shaped["facts"].facts}
    workshops = shaped.get("workshops")
    if workshops is None and (ready := built_in_file("workshops", files.folder)) is not None:
        workshops = fitted(ready, learning, facts)
    adverts = shaped.get("adverts")
    if adverts is None and (ready := built_in_file("adverts", files.folder)) is not None:
        adverts = known_facts_only(ready, facts)
    return Content(
        languages=shaped["site"].languages,
        articles={one.id: one for one in shaped["facts"].articles},
        facts=facts,
        interface={
            **spoken_first(built_in, files.languages or ()),
            **{key: Text.model_validate(node.value) for key, node in interface.items()},
        },
        samples=shaped.get("samples", ()),
        core_questions=shaped.get("core_questions") or built_in_file("core_questions", files.folder) or (),
        fair_questions=shaped.get("fair_questions") or built_in_file("fair_questions", files.folder),
        workshops=workshops,
        adverts=adverts,
        advert_samples=shaped.get("advert_samples") or built_in_file("advert_samples", files.folder) or (),
        fair_adverts=shaped.get("fair_adverts") or built_in_file("fair_adverts", files.folder),
        learning=learning,
        own=frozenset(key for key, node in interface.items() if built_in and node.value != built_in[key].root),
        shipped=is_shipped(files.folder),
        files_hash=files.files_hash,
    )
