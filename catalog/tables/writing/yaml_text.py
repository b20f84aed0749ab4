"""The files' values as an author would write them: a YAML text with comments that say what each key is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_origin

from pydantic import BaseModel

from catalog.questionnaire.shapes import ASSESSMENT_SHAPES
from catalog.reading.ids import ID_PATTERN, VERSION_PATTERN, fields_of
from catalog.reading.text import LANGUAGE_PATTERN, Text
from catalog.reading.wording import key_explanations
from catalog.tables.paths import plain_shapes

WIDTH = 120
_PLAIN = re.compile(rf"{ID_PATTERN}|{VERSION_PATTERN}")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_LANGUAGE = re.compile(LANGUAGE_PATTERN)


def yaml_text(file: str, value: Any, language: str, remarks: Sequence[str] = (), schema: str | None = None) -> str:
    """The whole file. ``remarks``: lines of comment that come first; ``schema``: where an editor finds its schema."""
    shape = ASSESSMENT_SHAPES[file]
    head = [f"# yaml-language-server: $schema={schema}"] if schema else []
    head += [f"# {line}".rstrip() for line in remarks]
    head += [f"# {line}".rstrip() for line in _explained(_written_as(plain_shapes(shape), value), language)]
    return "\n".join([*head, "", *_block(ordered(shape, value), 0, apart=file != "items")]) + "\n"


def ordered(shape: Any, value: Any) -> Any:
    """``value`` with the keys of its records in the order in which their shape has them."""
    shapes = plain_shapes(shape)
    if isinstance(value, dict):
        record = next((one for one in shapes if _is_record(one) and set(value) <= set(fields_of(one))), None)
        if record is not None:
            return {
                key: ordered(field.annotation, value[key]) for key, field in fields_of(record).items() if key in value
            }
        inner = next((one.__args__[1] for one in shapes if get_origin(one) is Mapping), Any)
        return {key: ordered(inner, held) for key, held in value.items()}
    if isinstance(value, list):
        inner = next((one.__args__[0] for one in shapes if get_origin(one) is tuple), Any)
        return [ordered(inner, held) for held in value]
    return value


def _is_record(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, BaseModel) and shape is not Text


def _explained(shapes: Sequence[Any], language: str, before: str = "") -> Iterator[str]:
    """What each key means, in the words that editors show; of nested ones too."""
    for shape in shapes[:1]:
        if get_origin(shape) in (tuple, Mapping):
            inner = shape.__args__[0 if get_origin(shape) is tuple else 1]
            yield from _explained(plain_shapes(inner), language, before)
        elif _is_record(shape):
            for name, field in fields_of(shape).items():
                yield f"{before}{name}: {key_explanations()[f'{shape.__name__}.{name}'][language]}"
                yield from _explained(plain_shapes(field.annotation), language, f"{before}  ")


def _written_as(shapes: Sequence[Any], value: Any) -> list[Any]:
    """The shapes that a value of this kind may have: a list or keys."""
    listed = isinstance(value, list)
    return [one for one in shapes if (get_origin(one) is tuple) is listed]


def _block(value: Any, indent: int, *, apart: bool = False) -> Iterator[str]:
    """The lines of a value that stands on lines of its own. ``apart``: an empty line between members."""
    pad = " " * indent
    if isinstance(value, dict):
        for key, held in value.items():
            line = _in_a_line(held, len(pad) + len(key) + 2)
            if line is not None:
                yield f"{pad}{key}: {line}"
            else:
                yield f"{pad}{key}:"
                yield from _block(held, indent + 2)
    else:
        for number, held in enumerate(value):
            line = _in_a_line(held, len(pad) + 2) if not isinstance(held, dict) or not apart else None
            if line is not None:
                yield f"{pad}- {line}"
                continue
            if apart and number:
                yield ""
            lines = list(_block(held, indent + 2))
            yield f"{pad}- {lines[0][indent + 2 :]}"
            yield from lines[1:]


def _in_a_line(value: Any, before: int) -> str | None:
    """A scalar, and what is short enough in one line: a text, a list of ids, numbers by key."""
    if isinstance(value, (dict, list)) and value:
        inner = list(value.values()) if isinstance(value, dict) else value
        if any(isinstance(one, (dict, list)) and one for one in inner):
            return None
        flow = _flow(value)
        return flow if before + len(flow) <= WIDTH else None
    return _flow(value)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        texts = bool(value) and all(_LANGUAGE.match(key) and isinstance(held, str) for key, held in value.items())
        return "{" + ", ".join(f"{key}: {_quoted(held) if texts else _flow(held)}" for key, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) and value.casefold() not in _WORDS else _quoted(value)
    return f"{value!r}"


def _quoted(text: str) -> str:
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04X}", json.dumps(text, ensure_ascii=False))
