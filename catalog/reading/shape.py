"""A document against the shape of its file: pydantic finds what is wrong, ``wording.yaml`` says it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from catalog.reading.alternatives import KINDS, chosen, plain
from catalog.reading.document import Document, Node, Path, nearest
from catalog.reading.ids import DATE_PATTERN, FACT_PATTERN, ID_PATTERN, VERSION_PATTERN, fields_of
from catalog.reading.straighten import adapter, straighten_leaf
from catalog.reading.text import LANGUAGE_PATTERN, Text
from catalog.reading.wording import Phrase

_PATTERNS = {
    ID_PATTERN: "bad_id",
    FACT_PATTERN: "bad_fact_id",
    VERSION_PATTERN: "bad_version",
    DATE_PATTERN: "bad_date",
    LANGUAGE_PATTERN: "bad_language",
}
_BOUNDS = {
    "greater_than_equal": ("too_small", "ge"),
    "greater_than": ("not_above", "gt"),
    "less_than_equal": ("too_large", "le"),
    "less_than": ("not_below", "lt"),
}
_NAMES = {
    str: "a_text",
    int: "a_whole_number",
    float: "a_number",
    bool: "true_or_false",
    tuple: "a_list",
    list: "a_list",
}
_ADVICE = {
    "a_text_by_language": "language_by_language",
    "a_text": "quotes_make_text",
    "a_number_or_text": "answer_code",
}


def check_shape(document: Document, shape: Any) -> Any:
    """The typed content of ``document``, or None with every deviation from ``shape`` reported.

    Validated as JSON in strict mode: no number becomes a text, no text a number.
    """
    _straighten(document, shape)
    if isinstance(document.value, str) and () in document.spoilt:
        return None
    try:
        return adapter(shape).validate_json(json.dumps(document.value), strict=True)
    except ValidationError as error:
        _report(document, shape, error.errors(include_url=False))
        return None


def _straighten(document: Document, shape: Any) -> None:
    """Name look-alikes in ids, numbers and words of the file, and go on with what was meant."""
    for part, node in walk(shape, Node.root(document)):
        if node.text is None:
            continue
        meant = straighten_leaf(document, part, plain(part), node)
        if node.path and meant is not node.value:
            _value_at(document.value, node.path[:-1])[node.path[-1]] = meant


def shape_at(shape: Any, path: Path, value: object) -> Any:
    """The shape of the part at ``path`` of ``value``; None where the shape knows no such part."""
    for at, part in enumerate(path):
        shape = plain(chosen(shape, _value_at(value, path[:at])))
        if _is_record(shape):
            field = fields_of(shape).get(str(part))
            shape = None if field is None else field.annotation
        elif shape is Text:
            shape = str
        elif get_origin(shape) is tuple:
            shape = get_args(shape)[0]
        elif get_origin(shape) is Mapping:
            shape = get_args(shape)[1]
        else:
            return None
    return plain(chosen(shape, _value_at(value, path)))


def walk(shape: Any, node: Node) -> Iterator[tuple[Any, Node]]:
    """Every part of ``node`` with its shape, as far as both go together. A text's languages are not entered."""
    shape = chosen(shape, node.value)
    yield shape, node
    if not isinstance(node.value, (dict, list)):
        return
    kind, parts = _parts(plain(shape))
    if kind is BaseModel:
        for name, part in parts.items():
            held = node[name]
            if held.given:
                yield from walk(part, held)
    elif kind is tuple:
        for member in node.each():
            yield from walk(parts[""], member)
    elif kind is Mapping:
        for _, held in node.entries():
            yield from walk(parts[""], held)


@cache
def _parts(bare: Any) -> tuple[Any, dict[str, Any]]:
    """What a shape is made of: BaseModel with its fields' shapes by name, tuple or Mapping with that of a member.

    The constraints of a field, such as an id's pattern, stand beside its type.
    """
    if _is_record(bare):
        limits = {name: tuple(field.metadata) for name, field in fields_of(bare).items()}
        annotated = ((name, field.annotation, limits[name]) for name, field in fields_of(bare).items())
        return BaseModel, {name: Annotated[(kind, *more)] if more else kind for name, kind, more in annotated}
    if get_origin(bare) is tuple:
        return tuple, {"": get_args(bare)[0]}
    if get_origin(bare) is Mapping:
        return Mapping, {"": get_args(bare)[1]}
    return None, {}


def _is_record(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, BaseModel) and shape is not Text


def _report(document: Document, shape: Any, errors: list[ErrorDetails]) -> None:
    said = {path for path in document.spoilt if path}
    meant: set[Path] = set()
    found = [(_path(document.value, error), error) for error in errors]
    for path, error in found:
        if error["type"] == "extra_forbidden" and path not in said:
            meant |= _report_unknown_key(document, shape, path)
    for path, error in found:
        if error["type"] == "extra_forbidden" or path in meant or path in said:
            continue
        said.add(path)
        _report_one(document, shape, path, error)


def _path(value: Any, error: ErrorDetails) -> Path:
    """Where the error stands in the file, without pydantic's own additions (which way a part is written, ``[key]``)."""
    path: list[str | int] = []
    for part in error["loc"]:
        if part in KINDS:
            continue
        if _holds(value, part):
            value = value[part]
            path.append(part)
        elif error["type"] == "missing":
            path.append(part)
        else:
            break
    return tuple(path)


def _report_unknown_key(document: Document, shape: Any, path: Path) -> set[Path]:
    """Report the key at ``path``; returns the path of the key that is meant, which is then not missing."""
    around = shape_at(shape, path[:-1], document.value)
    keys = list(fields_of(around)) if _is_record(around) else []
    holder = Node(document, path[:-1], _value_at(document.value, path[:-1]))
    absent = [key for key in keys if not holder[key].given]
    Node(document, path).report_unknown("unknown_key", str(path[-1]), absent or keys, key=True)
    near = nearest(str(path[-1]), absent)
    return set() if near is None else {(*path[:-1], near)}


def _report_one(document: Document, shape: Any, path: Path, error: ErrorDetails) -> None:
    kind, context = error["type"], error.get("ctx", {})
    node = Node(document, path, _value_at(document.value, path))
    if kind == "missing":
        node.report("missing_key", name=str(path[-1]))
    elif kind in _BOUNDS:
        code, bound = _BOUNDS[kind]
        node.report(code, written=_shown(node.value), bound=_shown(context[bound]))
    elif kind == "literal_error":
        known = get_args(shape_at(shape, path, document.value))
        node.report_unknown("not_one_of", _shown(node.value), [str(one) for one in known])
    elif kind == "string_pattern_mismatch":
        at_key = error["loc"][-1] == "[key]"
        written = str(path[-1]) if at_key else _shown(node.value)
        node.report(_PATTERNS[context["pattern"]], key=at_key, written=written)
    elif kind == "string_too_short":
        node.report("empty_text")
    elif kind == "too_short":
        # pydantic counts only the members that are right themselves.
        number = len(node.value) if isinstance(node.value, (list, dict)) else 0
        if number < context["min_length"]:
            node.report("too_few", least=context["min_length"], number=number)
    elif kind == "too_long":
        node.report("too_many", most=context["max_length"], number=context["actual_length"])
    else:
        expected = _expected(shape_at(shape, path, document.value))
        node.report("wrong_type", todo=_ADVICE.get(expected.key), expected=expected, got=_got(node.value))


def _value_at(value: Any, path: Path) -> Any:
    for part in path:
        if not _holds(value, part):
            return None
        value = value[part]
    return value


def _holds(value: Any, part: str | int) -> bool:
    if isinstance(value, dict):
        return part in value
    return isinstance(value, list) and isinstance(part, int) and part < len(value)


def _expected(shape: Any) -> Phrase:
    if shape is Text:
        return Phrase("a_text_by_language")
    if get_origin(shape) is tuple:
        return Phrase("a_list")
    if get_origin(shape) in (Union, UnionType):
        return Phrase("a_number_or_text")
    if get_origin(shape) is Literal:
        return Phrase("a_text")
    return Phrase(_NAMES.get(shape, "a_mapping"))


def _got(value: object) -> Phrase:
    return Phrase(_NAMES.get(type(value), "a_mapping"))


def _shown(value: object) -> str:
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
