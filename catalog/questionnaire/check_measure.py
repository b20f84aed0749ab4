"""Checks of what measures traits: the scale, items, scenarios and the forms; of all questions, that ids differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from catalog.questionnaire.assessment import FULL
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.check_texts import check_unique
from catalog.reading.document import Node

LONGEST_ITEM = 400
RESERVED_COLUMN = "form"
"""A table of answers names the form in this column, so that no question may have the name."""
RESERVED_TRAIT = "score"
"""A foundation warning names a trait, or this for the foundation itself."""

_UNKNOWN = {"items": "unknown_item", "scenarios": "unknown_scenario", "tasks": "unknown_task"}


def check_measure(files: AssessmentFiles) -> None:
    traits, items, scenarios = files.traits, files.root("items"), files.root("scenarios")
    for name, node in check_unique(traits.each()).items():
        if name == RESERVED_TRAIT:
            node.report("reserved_id", name=name)
    columns = check_unique(items.each())
    check_unique(scenarios.each(), columns)
    check_unique(files.root("tasks").each(), columns)
    for name, node in columns.items():
        if name == RESERVED_COLUMN:
            node.report("reserved_id", name=name)
    check_labels(files.root("assessment")["scale"], files.points)
    check_names(traits)
    trait_ids = files.ids("traits")
    _check_items(items, trait_ids)
    for scenario in scenarios.each():
        _check_scenario(scenario, trait_ids, files.points)
    if _all_assigned(files):
        _check_keys(traits, items)
    if files.known("assessment"):
        _check_forms(files)


def check_labels(scale: Node, points: int | None) -> None:
    for name in ("labels", "short_labels"):
        number = len(list(scale[name].each()))
        if points is not None and isinstance(scale[name].value, list) and number != points:
            scale[name].report("labels_count", points=points, number=number)


def _check_items(items: Node, traits: Collection[str] | None) -> None:
    for item in items.each():
        refer(item["trait"], traits, "unknown_trait")
    check_wordings(items)


def check_wordings(asked: Node) -> None:
    """Statements that are answered on a scale: none too long to read at a glance, no two alike."""
    wordings: dict[tuple[str, str], str] = {}
    for one in asked.each():
        name = one["id"].text or "?"
        for language, words in one["text"].entries():
            text = (words.text or "").strip()
            if len(text) > LONGEST_ITEM:
                words.report("long_item", number=len(text), most=LONGEST_ITEM)
            if text and wordings.setdefault((language, text), name) != name:
                words.report("same_wording", other=wordings[language, text])


def check_names(named: Node) -> None:
    """No two have the same name: a sentence that lists them would name one twice."""
    names: dict[tuple[str, str], str] = {}
    for one in named.each():
        own = one["id"].text or "?"
        for language, words in one["name"].entries():
            text = (words.text or "").strip()
            if text and names.setdefault((language, text), own) != own:
                words.report("same_name", other=names[language, text])


def _check_scenario(scenario: Node, traits: Collection[str] | None, points: int | None) -> None:
    check_unique(scenario["options"].each())
    shown_first: list[str] | None = None
    for option in scenario["options"].each():
        shows = option["shows"]
        if not isinstance(shows.value, dict):
            continue
        for _, shown in shows.entries():
            refer_key(shown, traits, "unknown_trait")
            if points is not None and shown.number is not None and not 1 <= shown.number <= points:
                shown.report("outside_scale", written=shown.number, points=points)
        if not shows.value:
            shows.report("shows_nothing")
        elif shown_first is None:
            shown_first = list(shows.value)
        elif set(shows.value) != set(shown_first):
            shows.report("shows_differ", first=", ".join(shown_first))


def _check_keys(traits: Node, items: Node) -> None:
    keys = _keys_by_trait(items.each())
    for trait in traits.each():
        used = keys.get(trait["id"].text or "", set())
        if trait["balanced"].value is not False and used in ({"+"}, {"-"}):
            trait["id"].report("one_key", trait=trait["id"].text or "", keyed=next(iter(used)))


def _check_forms(files: AssessmentFiles) -> None:
    forms = files.root("assessment")["forms"]
    if isinstance(forms.value, dict) and FULL not in forms.value:
        forms.report("no_full_form", name=FULL)
    for name, form in forms.entries():
        for kind in ("items", "scenarios", "tasks"):
            if name == FULL and form[kind].given:
                form[kind].report("full_names", key=True, name=FULL, kind=kind)
            _check_named(form[kind], files.ids(kind))
        if name == FULL and form["balanced"].value is False:
            form["balanced"].report("full_balanced", key=True, name=FULL)
    if files.known("scenarios") and _all_assigned(files):
        for name, form in forms.entries():
            if isinstance(form.value, dict):
                _check_coverage(name, form, files)


def _check_named(named: Node, known: Collection[str] | None) -> None:
    seen: set[str] = set()
    for node in named.each():
        if node.text is not None and node.text in seen:
            node.report("named_twice", name=node.text)
        else:
            refer(node, known, _UNKNOWN[str(named.path[-1])])
        seen.add(node.text or "")


def _check_coverage(name: str, form: Node, files: AssessmentFiles) -> None:
    """Every trait is asked about, and a form of chosen items uses both keys where the whole does."""
    if any(node.path in node.document.spoilt for node in form["items"].each()):
        return  # With an item misspelt nobody can tell what the form lacks.
    chosen = name != FULL and isinstance(form["items"].value, list)
    items = _chosen(files.root("items"), form["items"] if chosen else None)
    some = form["scenarios"] if name != FULL and isinstance(form["scenarios"].value, list) else None
    scenarios = [] if chosen and some is None else _chosen(files.root("scenarios"), some)
    keys, whole = _keys_by_trait(items), _keys_by_trait(files.root("items").each())
    asked = {item["trait"].text for item in items} | {
        trait
        for scenario in scenarios
        for option in scenario["options"].each()
        for trait, _ in option["shows"].entries()
    }
    place = form["items"] if chosen else form
    both_keys = name == FULL or form["balanced"].value is not False
    for trait in files.traits.each():
        trait_id = trait["id"].text
        if trait_id is None:
            continue
        used = keys.get(trait_id, set())
        if trait_id not in asked:
            if name == FULL:
                trait["id"].report("trait_unasked", trait=trait_id)
            else:
                place.report("form_misses_trait", trait=trait_id)
        elif not both_keys or trait["balanced"].value is False:
            continue
        elif used in ({"+"}, {"-"}) and used != whole.get(trait_id):
            place.report("form_one_key", trait=trait_id, keyed=next(iter(used)))


def _chosen(all_of_them: Node, named: Node | None) -> list[Node]:
    if named is None:
        return list(all_of_them.each())
    wanted = {node.text for node in named.each()}
    return [node for node in all_of_them.each() if node["id"].text in wanted]


def _all_assigned(files: AssessmentFiles) -> bool:
    """Whether every item belongs to a trait that is there. Otherwise nobody can tell what a trait lacks."""
    traits = files.ids("traits")
    if traits is None or not files.known("items"):
        return False
    return all(item["trait"].text in traits for item in files.root("items").each())


def _keys_by_trait(items: Iterable[Node]) -> Mapping[str, set[str]]:
    """The keys in use; an item whose key cannot be told may have either, and stands as a key of its own."""
    keys: dict[str, set[str]] = {}
    for item in items:
        if item["trait"].text is not None:
            keys.setdefault(item["trait"].text, set()).add(item["keyed"].text or "?")
    return keys


def refer(node: Node, known: Collection[str] | None, code: str) -> None:
    """Report a reference to what is not there; ``known`` None means that nobody can tell."""
    if node.path in node.document.spoilt:
        return
    if known is not None and node.text is not None and node.text not in known:
        node.report_unknown(code, node.text, known)


def refer_key(node: Node, known: Collection[str] | None, code: str) -> None:
    """Like ``refer`` for the key that ``node`` stands under."""
    name = str(node.path[-1])
    if node.path in node.document.spoilt:
        return
    if known is not None and name not in known:
        node.report_unknown(code, name, known, key=True)
