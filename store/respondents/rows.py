"""Between a row and a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import RowMapping

from store.respondents.values import Answer, Entry, Scores, Sheet, Value


def moment_of(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)


def iso(ms: int | None) -> str | None:
    return None if ms is None else moment_of(ms).isoformat()


def answers_of(column: Mapping[str, Any]) -> dict[str, Answer]:
    return {item: Answer(item, code, moment, seq) for item, (code, moment, seq) in column.items()}


def answers_column(answers: Mapping[str, Answer]) -> dict[str, list[int | str | None]]:
    return {item: [answer.code, answer.moment, answer.seq] for item, answer in answers.items()}


def entries_of(column: Mapping[str, Any]) -> dict[str, Entry]:
    return {key: (value, moment) for key, (value, moment) in column.items()}


def entries_column(entries: Mapping[str, Entry]) -> dict[str, list[Value | int]]:
    return {key: list(entry) for key, entry in entries.items()}


def sheet_of(row: RowMapping | Mapping[str, Any], answers: Mapping[str, Answer] | None = None) -> Sheet:
    """``answers``: those of the row, where the caller has read them already."""
    return Sheet(
        id=row["id"],
        assessment=row["assessment"],
        version=row["version"],
        files_hash=row["files_hash"],
        form=row["form"],
        language=row["language"],
        position=row["position"],
        answers=answers_of(row["answers"]) if answers is None else answers,
        timings=dict(row["timings"]),
        state=row["state"],
        attempt=row["attempt"],
        previous=row["previous"],
        revision=row["revision"],
        created=moment_of(row["created"]),
        updated=moment_of(row["updated"]),
        finished=None if row["finished"] is None else moment_of(row["finished"]),
        scores=None
        if row["verdict"] is None
        else Scores(row["verdict"], row["best"], row["foundation"], dict(row["scores"] or {})),
    )


def scores_columns(scores: Scores | None) -> dict[str, Any]:
    """The score columns of a row; all empty where there are no scores."""
    if scores is None:
        return {"verdict": None, "best": None, "foundation": None, "scores": None}
    return {
        "verdict": scores.verdict,
        "best": scores.best,
        "foundation": scores.foundation,
        "scores": dict(scores.columns),
    }
